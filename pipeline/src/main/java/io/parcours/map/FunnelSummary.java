package io.parcours.map;

import io.parcours.condition.TouchpointCondition;
import io.parcours.funnel.ChainRules;
import io.parcours.funnel.FunnelAttribution;
import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelComparison;
import io.parcours.funnel.FunnelCuts;
import io.parcours.funnel.FunnelExclusion;
import io.parcours.funnel.FunnelRules;
import io.parcours.funnel.FunnelStep;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a funnel means, in a line for people, and one more for each rule that is not the default. */
final class FunnelSummary {
    private final FunnelRules funnel;
    private final ChainRules chains;
    private final FunnelCuts cuts;
    private final List<String> lines = new ArrayList<>();

    private FunnelSummary(FunnelRules funnel) {
        this.funnel = funnel;
        this.chains = funnel.chains();
        this.cuts = funnel.cuts();
    }

    static List<String> lines(FunnelRules funnel) {
        FunnelSummary summary = new FunnelSummary(funnel);
        summary.lines.add(summary.whole());
        summary.chains();
        summary.cuts();
        return summary.lines;
    }

    private String whole() {
        String window = chains.window() == null ? "without a time limit" : "within " + MapWord.written(chains.window());
        String breakdown = cuts.breakdowns().isEmpty()
                ? ""
                : ", by "
                        + Shown.listed(cuts.breakdowns().stream()
                                .map(FunnelSummary::breakdown)
                                .toList());
        return Shown.plain(funnel.name()) + ": " + steps() + ", " + window + ", per "
                + (chains.entry() == ChainRules.Entry.EVERY ? "attempt of a " : "") + MapWord.written(funnel.unit())
                + breakdown;
    }

    private String steps() {
        List<String> steps = funnel.steps().stream().map(FunnelSummary::step).toList();
        return switch (chains.order()) {
            case ORDERED -> String.join(MapSummary.STEP, steps);
            case STRICT -> String.join(MapSummary.STEP, steps) + ", nothing else between";
            case UNORDERED -> String.join(" + ", steps) + " in any order";
        };
    }

    private static String step(FunnelStep step) {
        List<String> rules = new ArrayList<>();
        if (step.isOptional()) {
            rules.add("optional");
        }
        if (step.isFirstEver()) {
            rules.add("first ever");
        }
        if (step.within() != null) {
            rules.add("within " + MapWord.written(step.within()));
        }
        return Shown.plain(step.name()) + (rules.isEmpty() ? "" : " (" + String.join(", ", rules) + ")");
    }

    private void chains() {
        switch (chains.entry()) {
            case BEST -> {
                // The default: the furthest chain counts.
            }
            case FIRST -> lines.add("only chains from the first " + firstStep() + " count");
            case EVERY -> lines.add("every " + firstStep() + " after the attempt before has ended is an attempt");
        }
        if (chains.ties() == ChainRules.Ties.STRICT) {
            lines.add("touchpoints at one instant never follow each other");
        }
        chains.exclusions().forEach(exclusion -> lines.add(exclusion(exclusion)));
        if (!chains.hold().isEmpty()) {
            lines.add("all steps with one " + Shown.listed(chains.hold()) + "; each value counts for itself");
        }
    }

    private void cuts() {
        if (!cuts.attribution().equals(FunnelAttribution.FIRST_TOUCH)) {
            lines.add("a breakdown's value is " + attribution(cuts.attribution()));
        }
        if (cuts.entryCohort() != FunnelCuts.DEFAULT.entryCohort()) {
            lines.add("trend by " + MapWord.written(cuts.entryCohort()) + " of entry");
        }
        cuts.comparisonIfAny().ifPresent(comparison -> lines.add(comparison(comparison)));
        if (!cuts.undecidedAfter().equals(FunnelCuts.DEFAULT_UNDECIDED_AFTER)) {
            lines.add("drivers look at units still undecided " + MapWord.written(cuts.undecidedAfter())
                    + " after a step");
        }
    }

    private String exclusion(FunnelExclusion exclusion) {
        TouchpointCondition condition = exclusion.condition();
        String gap = exclusion.isInEveryGap()
                ? "between any two steps"
                : "between " + stepName(exclusion.from()) + " and " + stepName(exclusion.to());
        String meaning = exclusion.scope() == FunnelExclusion.Scope.ATTEMPT
                ? "breaks a chain"
                : "puts a " + MapWord.written(funnel.unit()) + " out of the funnel";
        return MapSummary.condition(condition) + " " + gap + " " + meaning;
    }

    private String attribution(FunnelAttribution attribution) {
        return switch (attribution.kind()) {
            case FIRST_TOUCH -> "that of the first touchpoint";
            case LAST_TOUCH -> "that of the last step reached";
            case ALL_STEPS -> "one that all steps share";
            case STEP -> "that of step " + stepName(attribution.step());
        };
    }

    private static String comparison(FunnelComparison comparison) {
        return "compares " + comparison.before().first() + " to "
                + comparison.before().last() + " with " + comparison.after().first() + " to "
                + comparison.after().last()
                + comparison.mixIfAny().map(mix -> ", by " + breakdown(mix)).orElse("");
    }

    private static String breakdown(FunnelBreakdown breakdown) {
        return breakdown.columns().stream().map(Shown::plain).collect(Collectors.joining(" x "));
    }

    private String firstStep() {
        return stepName(1);
    }

    private String stepName(int number) {
        return Shown.plain(funnel.steps().get(number - 1).name());
    }
}
