package io.parcours.map;

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

/** Writes one funnel of a map out in full. */
final class EffectiveFunnel {
    private final FunnelRules funnel;
    private final List<String> lines = new ArrayList<>();

    private EffectiveFunnel(FunnelRules funnel) {
        this.funnel = funnel;
    }

    /** The lines of its item in the list of funnels. */
    static List<String> lines(FunnelRules funnel) {
        EffectiveFunnel effective = new EffectiveFunnel(funnel);
        effective.lines.add("  - name: " + EffectiveMap.quoted(funnel.name()));
        effective.steps();
        effective.chains();
        effective.cuts();
        return effective.lines;
    }

    private void steps() {
        lines.add("    steps:");
        for (FunnelStep step : funnel.steps()) {
            lines.add("      - {name: " + EffectiveMap.quoted(step.name()) + ", "
                    + EffectiveMap.condition(step.condition()) + ", optional: " + step.isOptional() + ", within: "
                    + MapWord.written(step.within()) + ", first_ever: " + step.isFirstEver() + "}");
        }
    }

    private void chains() {
        ChainRules chains = funnel.chains();
        line("order", MapWord.written(chains.order()));
        line("window", MapWord.written(chains.window()));
        line("unit", MapWord.written(funnel.unit()));
        line("entry", MapWord.written(chains.entry()));
        line("ties", MapWord.written(chains.ties()));
        if (!chains.exclusions().isEmpty()) {
            lines.add("    exclude:");
            chains.exclusions().forEach(exclusion -> lines.add("      - " + exclusion(exclusion)));
        }
        if (!chains.hold().isEmpty()) {
            line("hold", EffectiveMap.list(chains.hold()));
        }
    }

    private void cuts() {
        FunnelCuts cuts = funnel.cuts();
        if (!cuts.breakdowns().isEmpty()) {
            line(
                    "breakdown",
                    cuts.breakdowns().stream()
                            .map(EffectiveFunnel::breakdown)
                            .collect(Collectors.joining(", ", "[", "]")));
        }
        line("attribution", attribution(cuts.attribution()));
        line("entry_cohort", MapWord.written(cuts.entryCohort()));
        cuts.comparisonIfAny().ifPresent(comparison -> line("compare", comparison(comparison)));
        line("undecided_after", MapWord.written(cuts.undecidedAfter()));
    }

    private String exclusion(FunnelExclusion exclusion) {
        String between = exclusion.isInEveryGap()
                ? ""
                : ", between: " + EffectiveMap.list(List.of(stepName(exclusion.from()), stepName(exclusion.to())));
        return "{" + EffectiveMap.condition(exclusion.condition()) + between + ", scope: "
                + MapWord.written(exclusion.scope()) + "}";
    }

    private String stepName(int number) {
        return funnel.steps().get(number - 1).name();
    }

    private static String breakdown(FunnelBreakdown breakdown) {
        return breakdown.columns().size() == 1
                ? EffectiveMap.quoted(breakdown.columns().get(0))
                : EffectiveMap.list(breakdown.columns());
    }

    private static String attribution(FunnelAttribution attribution) {
        return attribution.kind() == FunnelAttribution.Kind.STEP
                ? "{step: " + attribution.step() + "}"
                : MapWord.written(attribution.kind());
    }

    private static String comparison(FunnelComparison comparison) {
        return "{before: " + period(comparison.before()) + ", after: " + period(comparison.after())
                + comparison
                        .mixIfAny()
                        .map(mix -> ", breakdown: " + EffectiveMap.list(mix.columns()))
                        .orElse("")
                + "}";
    }

    private static String period(FunnelComparison.Period period) {
        return "[" + period.first() + ", " + period.last() + "]";
    }

    private void line(String key, String value) {
        lines.add("    " + key + ": " + value);
    }
}
