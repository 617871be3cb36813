package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The touchpoints of a unit as the counting rules speak of them, each with its time, the steps it serves and the
 * exclusions it meets. Touchpoints are named by their index in the history, which is their place in total order.
 */
final class DefinedUnit {
    private final FunnelRules rules;
    private final int[] touchpoints;
    private final long[] times;
    private final boolean[][] serves;
    private final boolean[][] excluded;

    private DefinedUnit(FunnelRules rules, int[] touchpoints, long[] times, boolean[][] serves, boolean[][] excluded) {
        this.rules = rules;
        this.touchpoints = touchpoints;
        this.times = times;
        this.serves = serves;
        this.excluded = excluded;
    }

    /** All touchpoints of a unit. */
    static DefinedUnit of(AskedUnit asked) {
        List<TouchpointCondition> steps =
                asked.rules().steps().stream().map(FunnelStep::condition).toList();
        List<TouchpointCondition> exclusions = asked.rules().chains().exclusions().stream()
                .map(FunnelExclusion::condition)
                .toList();
        int[] all = IntStream.range(asked.span().from(), asked.span().to()).toArray();
        long[] times = IntStream.range(0, asked.history().size())
                .mapToLong(asked.history()::occurredAt)
                .toArray();
        return new DefinedUnit(asked.rules(), all, times, meets(asked, steps), meets(asked, exclusions));
    }

    private static boolean[][] meets(AskedUnit asked, List<TouchpointCondition> conditions) {
        boolean[][] meets = new boolean[asked.history().size()][conditions.size()];
        for (int condition = 0; condition < conditions.size(); condition++) {
            int number = asked.index().numberOf(conditions.get(condition));
            for (int i = 0; i < meets.length; i++) {
                meets[i][condition] = asked.history().match(i).holds(number);
            }
        }
        return meets;
    }

    /** The same unit, in which only these touchpoints serve steps; all others are still there. */
    DefinedUnit servedOnlyBy(IntPredicate mayServe) {
        boolean[][] restricted = new boolean[serves.length][];
        for (int i = 0; i < serves.length; i++) {
            restricted[i] = mayServe.test(i) ? serves[i] : new boolean[stepCount()];
        }
        return new DefinedUnit(rules, touchpoints, times, restricted, excluded);
    }

    /** The same unit as if only these of its touchpoints had been. */
    DefinedUnit seeing(IntPredicate isSeen) {
        return new DefinedUnit(rules, Arrays.stream(touchpoints).filter(isSeen).toArray(), times, serves, excluded);
    }

    /** The same unit in a funnel without a window. */
    DefinedUnit withoutWindow() {
        FunnelRules unlimited = rules.withChains(rules.chains().withWindow(null));
        return new DefinedUnit(unlimited, touchpoints, times, serves, excluded);
    }

    FunnelRules rules() {
        return rules;
    }

    int stepCount() {
        return rules.steps().size();
    }

    FunnelStep step(int step) {
        return rules.steps().get(step - 1);
    }

    /** In total order. */
    int[] touchpoints() {
        return touchpoints;
    }

    /** In microseconds. */
    long time(int touchpoint) {
        return times[touchpoint];
    }

    boolean serves(int touchpoint, int step) {
        return serves[touchpoint][step - 1];
    }

    boolean servesAny(int touchpoint) {
        return IntStream.rangeClosed(1, stepCount()).anyMatch(step -> serves(touchpoint, step));
    }

    boolean isExcludedBy(int touchpoint, FunnelExclusion exclusion) {
        return excluded[touchpoint][rules.chains().exclusions().indexOf(exclusion)];
    }

    /** The first touchpoint that serves a step, in total order. */
    OptionalInt firstServing(int step) {
        return Arrays.stream(touchpoints)
                .filter(touchpoint -> serves(touchpoint, step))
                .findFirst();
    }

    boolean hasTiesTogether() {
        return rules.chains().ties() == ChainRules.Ties.TOGETHER;
    }

    boolean isUnordered() {
        return rules.chains().order() == ChainRules.Order.UNORDERED;
    }

    /** Whether two touchpoints lie no farther apart than the window. */
    boolean isInWindow(int first, long time) {
        return rules.windowIfAny().isEmpty()
                || time - time(first) <= rules.chains().window().toNanos() / 1000;
    }

    /** Whether this time lies no later than a step's own limit after the matched touchpoint before it. */
    boolean isWithin(int step, int before, long time) {
        return step(step).within() == null
                || time - time(before) <= step(step).within().toNanos() / 1000;
    }
}
