package io.parcours.report.funnel;

import io.parcours.funnel.ChainRules;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a funnel counts, in the reader's words. */
final class FunnelDefinition {
    private final Words words;
    private final FunnelFacts facts;
    private final FunnelRules rules;
    private final List<String> sentences = new ArrayList<>();

    private FunnelDefinition(Words words, FunnelFacts facts, FunnelRules rules) {
        this.words = words;
        this.facts = facts;
        this.rules = rules;
    }

    /** A few sentences; empty where the map does not have the funnel. */
    static String of(Words words, FunnelFacts facts) {
        return facts.rules()
                .map(rules -> new FunnelDefinition(words, facts, rules).text())
                .orElse("");
    }

    private String text() {
        ChainRules chains = rules.chains();
        String unit = word(rules.unit());
        sentences.add(words.say("funnels.counted." + facts.counted(), words.say("funnels.of." + unit)));
        sentences.add(words.say("funnels.order." + word(chains.order())));
        sentences.add(
                facts.hasWindow()
                        ? words.say("funnels.window", facts.window(words))
                        : words.say("funnels.no-window." + unit));
        if (chains.order() != ChainRules.Order.UNORDERED) {
            sentences.add(words.say(
                    "funnels.entry." + word(chains.entry()),
                    Brief.of(rules.steps().get(0).name())));
        }
        if (chains.ties() == ChainRules.Ties.STRICT) {
            sentences.add(words.say("funnels.ties"));
        }
        if (!chains.hold().isEmpty()) {
            sentences.add(words.say("funnels.hold", columns(words, chains.hold())));
        }
        int exclusions = chains.exclusions().size();
        if (exclusions > 0) {
            sentences.add(words.say("funnels.excluded", words.count(exclusions), exclusions));
        }
        steps();
        return String.join(" ", sentences);
    }

    private void steps() {
        List<String> optional = rules.steps().stream()
                .filter(FunnelStep::isOptional)
                .map(step -> Brief.of(step.name()))
                .toList();
        if (!optional.isEmpty()) {
            sentences.add(words.say("funnels.optional", String.join(", ", optional)));
        }
        List<String> limited = rules.steps().stream()
                .filter(step -> step.within() != null)
                .map(step -> words.say(
                        "funnels.within",
                        Brief.of(step.name()),
                        words.duration(step.within().toMillis() / 1000.0)))
                .toList();
        if (!limited.isEmpty()) {
            sentences.add(words.say("funnels.limited", String.join(", ", limited)));
        }
        List<String> firstEver = rules.steps().stream()
                .filter(FunnelStep::isFirstEver)
                .map(step -> Brief.of(step.name()))
                .toList();
        if (!firstEver.isEmpty()) {
            sentences.add(words.say("funnels.first-ever", String.join(", ", firstEver)));
        }
    }

    /** Columns of touchpoints for readers; those of the log are shown as they are. */
    static String columns(Words words, List<String> columns) {
        return String.join(
                " × ",
                columns.stream()
                        .map(column -> words.name("funnels.column", column))
                        .toList());
    }

    /** Which touchpoint gives a unit its value in a breakdown. */
    static String attribution(Words words, FunnelFacts facts) {
        return facts.rules()
                .map(rules -> words.say(
                        "funnels.attribution." + word(rules.cuts().attribution().kind()),
                        words.count(rules.cuts().attribution().step())))
                .orElse("");
    }

    private static String word(Enum<?> rule) {
        return rule.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
