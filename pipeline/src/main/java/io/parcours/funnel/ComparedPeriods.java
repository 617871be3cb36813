package io.parcours.funnel;

import io.parcours.funnel.FunnelComparison.Period;
import io.parcours.journey.CustomerHistory;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** A comparison of two periods with everything about it resolved that does not depend on a history. */
final class ComparedPeriods implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long MICROS_PER_SECOND = 1_000_000;

    /** The instants at which the periods begin and end, the ends themselves excluded. */
    private final long[] bounds;
    /** Null where no mix is told apart. */
    private final TouchpointColumns mix;
    /** The chain that is compared: the steps that are not optional. */
    private final int[] requiredSteps;

    private final boolean countsMatureOnly;

    private ComparedPeriods(FunnelRules rules, FunnelComparison comparison, List<String> dimensions, ZoneId zone) {
        Period before = comparison.before();
        Period after = comparison.after();
        bounds = new long[] {
            start(before.first(), zone),
            start(before.last().plusDays(1), zone),
            start(after.first(), zone),
            start(after.last().plusDays(1), zone)
        };
        mix = comparison
                .mixIfAny()
                .map(breakdown -> TouchpointColumns.of(breakdown.columns(), dimensions))
                .orElse(null);
        requiredSteps = IntStream.rangeClosed(1, rules.steps().size())
                .filter(step -> !rules.steps().get(step - 1).isOptional())
                .toArray();
        countsMatureOnly = rules.windowIfAny().isPresent();
    }

    /** The periods that a funnel compares, in days of this zone; null where it compares none. */
    static ComparedPeriods of(FunnelRules rules, List<String> dimensions, ZoneId zone) {
        return rules.cuts()
                .comparisonIfAny()
                .map(comparison -> new ComparedPeriods(rules, comparison, dimensions, zone))
                .orElse(null);
    }

    private static long start(LocalDate day, ZoneId zone) {
        long second = day.atStartOfDay(zone).toEpochSecond();
        long limit = Long.MAX_VALUE / MICROS_PER_SECOND;
        return Math.max(-limit, Math.min(limit, second)) * MICROS_PER_SECOND;
    }

    /** The period in which an instant lies: 0 the earlier, 1 the later, -1 neither. */
    int periodOf(long micros) {
        if (micros < bounds[0] || micros >= bounds[3]) {
            return -1;
        }
        return micros < bounds[1] ? 0 : micros >= bounds[2] ? 1 : -1;
    }

    boolean hasMix() {
        return mix != null;
    }

    /** The value of the mix at a touchpoint. */
    String valueAt(CustomerHistory history, int touchpoint) {
        return mix == null ? "" : mix.label(history, touchpoint);
    }

    /** How many required steps the compared chain has. */
    int requiredCount() {
        return requiredSteps.length;
    }

    /** The n-th required step's number among all steps, n from 1. */
    int requiredStep(int number) {
        return requiredSteps[number - 1];
    }

    /** How many required steps were reached; with a window by mature entries only. */
    int reached(FunnelProgress progress) {
        int reached = 0;
        while (reached < requiredSteps.length && isReached(progress, requiredSteps[reached])) {
            reached++;
        }
        return reached;
    }

    private boolean isReached(FunnelProgress progress, int step) {
        return countsMatureOnly ? progress.isMatureReached(step) : progress.isReached(step);
    }
}
