package io.parcours.map;

import static io.parcours.map.EffectiveMap.list;
import static io.parcours.map.EffectiveMap.plain;
import static io.parcours.map.EffectiveMap.quoted;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.CostRules;
import io.parcours.channel.ChannelRules;
import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.friction.FrictionRules;
import io.parcours.ingest.CustomerRules;
import io.parcours.inventory.InventoryRules;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.segment.SegmentRules;
import io.parcours.survey.SurveyRules;
import io.parcours.trigger.TriggerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes out in full what a map asks only where it has the key for it; a key that is not there stays away. */
final class EffectiveFeatures {
    private final List<String> lines = new ArrayList<>();

    private EffectiveFeatures() {}

    /** The lines of all of it but the table of customers. */
    static List<String> lines(FeatureRules features) {
        EffectiveFeatures effective = new EffectiveFeatures();
        features.inventory()
                .map(InventoryRules::breakdown)
                .ifPresent(by -> effective.line("inventory", by.isEmpty() ? "{}" : "{breakdown: " + list(by) + "}"));
        features.channels().ifPresent(effective::channels);
        features.satisfaction().ifPresent(effective::satisfaction);
        features.friction().ifPresent(effective::friction);
        features.attribution().ifPresent(effective::attribution);
        effective.triggers(features.triggers());
        features.expected().ifPresent(effective::expected);
        features.segments().ifPresent(effective::segments);
        return effective.lines;
    }

    /** The line of the table of customers. */
    static String customers(CustomerRules rules) {
        String columns = Stream.concat(MapKeys.CUSTOMER_COLUMNS.keys().stream(), rules.attributes().stream())
                .filter(rules.columns()::containsKey)
                .map(name -> name + ": " + quoted(rules.columns().get(name)))
                .collect(Collectors.joining(", "));
        return "customers: {" + (rules.file() == null ? "" : "file: " + quoted(rules.file()) + ", ") + "columns: {"
                + columns + "}, attributes: " + list(rules.attributes()) + "}";
    }

    private void channels(ChannelRules rules) {
        line(
                "channels",
                rules.kinds().entrySet().stream()
                        .map(kind -> quoted(kind.getKey()) + ": " + MapWord.written(kind.getValue()))
                        .collect(Collectors.joining(", ", "{", "}")));
        line("handover_window", MapWord.written(rules.handoverWindow()));
        if (!rules.breakdown().isEmpty()) {
            line("channel_breakdown", list(rules.breakdown()));
        }
    }

    private void satisfaction(SatisfactionRules rules) {
        lines.add("surveys:");
        rules.surveys().forEach(this::survey);
        if (!rules.themes().isEmpty()) {
            lines.add("themes:");
            rules.themes().forEach((theme, words) -> lines.add("  " + quoted(theme) + ": " + list(words)));
        }
    }

    private void survey(SurveyRules survey) {
        lines.add("  - {name: " + quoted(survey.name()) + ", " + EffectiveMap.condition(survey.touchpoints())
                + ", score: " + quoted(survey.score()) + ", scale: [" + plain(survey.low()) + ", "
                + plain(survey.high()) + "], rule: " + MapWord.written(survey.rule()) + ", about: "
                + survey.aboutIfPrevious().map(MapWord::written).orElse(SurveyReader.JOURNEY)
                + survey.textIfAny().map(text -> ", text: " + quoted(text)).orElse("")
                + ", period: " + MapWord.written(survey.period()) + further("breakdown", survey.breakdown()) + "}");
    }

    private void friction(FrictionRules rules) {
        lines.add("friction:");
        rules.contactsIfAny().ifPresent(contacts -> line("  contacts", condition(contacts)));
        rules.thingIfAny().ifPresent(thing -> line("  thing", quoted(thing)));
        line("  contact_again_within", MapWord.written(rules.contactAgainWithin()));
        line("  burst", "{count: " + rules.burstCount() + ", within: " + MapWord.written(rules.burstWithin()) + "}");
        rules.stallAfterIfGiven().ifPresent(stall -> line("  stall_after", MapWord.written(stall)));
    }

    private void attribution(AttributionRules rules) {
        lines.add("attribution:");
        line("  by", list(rules.by()));
        rules.touchesIfGiven().ifPresent(touches -> line("  touches", condition(touches)));
        line("  models", rules.models().stream().map(MapWord::written).collect(Collectors.joining(", ", "[", "]")));
        line("  lookback", MapWord.written(rules.lookback()));
        line("  transform", MapWord.written(rules.transform()));
        line("  serves", MapWord.written(rules.serves()));
        line("  position", "[" + plain(rules.firstShare()) + ", " + plain(rules.lastShare()) + "]");
        line("  half_life", MapWord.written(rules.halfLife()));
        line("  markov_order", String.valueOf(rules.markovOrder()));
        line("  replicates", String.valueOf(rules.replicates()));
        line("  seed", String.valueOf(rules.seed()));
        rules.costsIfGiven().ifPresent(this::costs);
    }

    private void costs(CostRules rules) {
        line(
                "costs",
                "{file: " + quoted(rules.file()) + ", columns: "
                        + MapKeys.COST_COLUMNS.keys().stream()
                                .map(field -> field + ": " + quoted(rules.column(field)))
                                .collect(Collectors.joining(", ", "{", "}}")));
    }

    private void triggers(List<TriggerRules> triggers) {
        if (!triggers.isEmpty()) {
            lines.add("triggers:");
        }
        for (TriggerRules trigger : triggers) {
            lines.add("  - name: " + quoted(trigger.name()));
            line("    when", condition(trigger.when()));
            trigger.unlessIfAny().ifPresent(unless -> line("    unless", condition(unless)));
            line("    within", MapWord.written(trigger.within()));
            line("    action", quoted(trigger.action()));
            line("    cooldown", trigger.cooldown().isZero() ? MapWord.NONE : MapWord.written(trigger.cooldown()));
            if (!trigger.breakdown().isEmpty()) {
                line("    breakdown", list(trigger.breakdown()));
            }
        }
    }

    private void expected(ExpectedJourney journey) {
        lines.add("expected:");
        lines.add("  stages:");
        for (ExpectedStage stage : journey.stages()) {
            lines.add("    - {stage: " + quoted(stage.stage()) + ", skip: " + (stage.skip() == Skip.YES) + ", repeat: "
                    + (stage.repeat() == Repeat.YES) + ", allowed: " + MapWord.written(stage.allowed()) + "}");
        }
        if (!journey.breakdown().isEmpty()) {
            line("  breakdown", list(journey.breakdown()));
        }
    }

    private void segments(SegmentRules rules) {
        lines.add("segments:");
        rules.segments()
                .forEach(segment -> lines.add("  - {name: " + quoted(segment.name()) + ", where: "
                        + quoted(segment.where().text()) + "}"));
        line("segment_match", MapWord.written(rules.match()));
    }

    private static String further(String key, List<String> names) {
        return names.isEmpty() ? "" : ", " + key + ": " + list(names);
    }

    private static String condition(TouchpointCondition condition) {
        return "{" + EffectiveMap.condition(condition) + "}";
    }

    private void line(String key, String value) {
        lines.add(key + ": " + value);
    }
}
