package io.parcours.map;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.CostRules;
import io.parcours.channel.ChannelRules;
import io.parcours.channel.ChannelRules.Kind;
import io.parcours.conformance.ExpectedJourney;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.friction.FrictionRules;
import io.parcours.ingest.CustomerRules;
import io.parcours.segment.SegmentRules;
import io.parcours.survey.SurveyRules;
import io.parcours.trigger.TriggerRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/** What a map asks only where it has the key for it, each in a line for people. */
final class FeatureSummary {
    private final BiConsumer<String, String> lines;

    private FeatureSummary(BiConsumer<String, String> lines) {
        this.lines = lines;
    }

    /** Hands over every line as its label and its text. */
    static void tell(FeatureRules features, BiConsumer<String, String> lines) {
        FeatureSummary summary = new FeatureSummary(lines);
        features.inventory()
                .ifPresent(
                        rules -> lines.accept("inventory", "every touchpoint that there is" + by(rules.breakdown())));
        features.channels().ifPresent(rules -> lines.accept("channels", channels(rules)));
        features.surveys().forEach(survey -> lines.accept("survey", survey(survey)));
        features.satisfaction()
                .filter(rules -> !rules.themes().isEmpty())
                .ifPresent(rules ->
                        lines.accept("themes", Shown.listed(rules.themes().keySet())));
        features.friction().ifPresent(rules -> lines.accept("friction", friction(rules)));
        features.attribution().ifPresent(summary::attribution);
        features.triggers().forEach(trigger -> lines.accept("trigger", trigger(trigger)));
        features.expected().ifPresent(journey -> lines.accept("expected", expected(journey)));
        features.customers().ifPresent(rules -> lines.accept("customers", customers(rules)));
        features.segments().ifPresent(rules -> lines.accept("segments", segments(rules)));
    }

    private static String channels(ChannelRules rules) {
        return kind(rules, Kind.ONLINE) + kind(rules, Kind.OFFLINE) + "a handover within "
                + MapWord.written(rules.handoverWindow()) + by(rules.breakdown());
    }

    private static String kind(ChannelRules rules, Kind kind) {
        List<String> channels = rules.kinds().entrySet().stream()
                .filter(channel -> channel.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
        return channels.isEmpty() ? "" : MapWord.written(kind) + " " + Shown.listed(channels) + "; ";
    }

    private static String survey(SurveyRules survey) {
        return Shown.plain(survey.name()) + ": " + MapWord.written(survey.rule()) + " of " + survey.score() + ", "
                + plain(survey.low()) + " to " + plain(survey.high()) + ", about "
                + survey.aboutIfPrevious()
                        .map(about -> "what was up to " + MapWord.written(about) + " before")
                        .orElse("the journey")
                + survey.textIfAny().map(text -> ", words from " + text).orElse("") + ", per "
                + MapWord.written(survey.period()) + by(survey.breakdown());
    }

    private static String friction(FrictionRules rules) {
        List<String> parts = new ArrayList<>();
        rules.contactsIfAny()
                .ifPresent(contacts -> parts.add(MapSummary.condition(contacts) + " again within "
                        + MapWord.written(rules.contactAgainWithin())
                        + rules.thingIfAny().map(thing -> " with one " + thing).orElse("")));
        parts.add(rules.burstCount() + " alike within " + MapWord.written(rules.burstWithin()));
        parts.add(rules.stallAfterIfGiven()
                .map(stall -> "nothing for more than " + MapWord.written(stall))
                .orElse("nothing for ten times the usual"));
        return "loops, repeats, moves back; " + String.join("; ", parts);
    }

    private void attribution(AttributionRules rules) {
        lines.accept(
                "attribution",
                "to " + Shown.listed(rules.by()) + " by "
                        + Shown.listed(
                                rules.models().stream().map(MapWord::written).toList())
                        + rules.lookbackIfAny()
                                .map(lookback -> "; looks back " + MapWord.written(lookback))
                                .orElse("; looks back to the beginning")
                        + "; "
                        + (rules.replicates() == 0
                                ? "no intervals"
                                : "intervals from " + rules.replicates() + " replicates"));
        rules.costsIfGiven().ifPresent(costs -> lines.accept("costs", costs(costs)));
    }

    private static String costs(CostRules costs) {
        return "from " + Shown.plain(costs.file()) + ": "
                + MapKeys.COST_COLUMNS.keys().stream()
                        .map(field -> field + " from " + Shown.plain(costs.column(field)))
                        .collect(Collectors.joining(", "));
    }

    private static String trigger(TriggerRules trigger) {
        return Shown.plain(trigger.name()) + ": " + Shown.plain(trigger.action()) + " where "
                + MapSummary.condition(trigger.when())
                + trigger.unlessIfAny()
                        .map(unless -> " and not " + MapSummary.condition(unless))
                        .orElse("")
                + " within " + MapWord.written(trigger.within())
                + (trigger.cooldown().isZero() ? "" : ", at most every " + MapWord.written(trigger.cooldown()))
                + by(trigger.breakdown());
    }

    private static String expected(ExpectedJourney journey) {
        return journey.stages().stream().map(FeatureSummary::stage).collect(Collectors.joining(MapSummary.STEP))
                + by(journey.breakdown());
    }

    private static String stage(ExpectedStage stage) {
        List<String> rules = new ArrayList<>();
        if (stage.skip() == Skip.YES) {
            rules.add("may be skipped");
        }
        if (stage.repeat() == Repeat.YES) {
            rules.add("may repeat");
        }
        stage.allowedIfLimited().ifPresent(allowed -> rules.add("within " + MapWord.written(allowed)));
        return Shown.plain(stage.stage()) + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
    }

    private static String customers(CustomerRules rules) {
        return Shown.listed(rules.attributes())
                + (rules.file() == null ? "" : " from " + Shown.plain(rules.file())) + ", joined by "
                + Shown.plain(rules.column("customer_id"));
    }

    private static String segments(SegmentRules rules) {
        return Shown.listed(rules.segments().stream()
                        .map(SegmentRules.Segment::name)
                        .toList())
                + (rules.match() == SegmentRules.Match.FIRST ? "; the first that holds" : "; all that hold");
    }

    private static String by(List<String> breakdown) {
        return breakdown.isEmpty() ? "" : ", by " + Shown.listed(breakdown);
    }

    private static String plain(double score) {
        return score == Math.rint(score) && Math.abs(score) < 1e9
                ? String.format(Locale.ROOT, "%.0f", score)
                : EffectiveMap.plain(score);
    }
}
