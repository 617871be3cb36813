package io.parcours.funnel;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Match;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** A funnel with everything about it resolved that does not depend on a history. */
final class FunnelPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int CHANNEL = -1;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final FunnelRules rules;
    private final int[] conditions;
    private final int[] breakdownColumns;
    private final long window;
    private final long asOf;

    private FunnelPlan(FunnelRules rules, int[] conditions, int[] breakdownColumns, long asOf) {
        this.rules = rules;
        this.conditions = conditions;
        this.breakdownColumns = breakdownColumns;
        this.window = micros(rules.window());
        this.asOf = asOf;
    }

    /**
     * Plans a funnel.
     *
     * @throws IllegalArgumentException when a step's condition is not indexed or a breakdown is neither {@code channel}
     *     nor a dimension
     */
    static FunnelPlan of(FunnelRules rules, ConditionIndex index, List<String> dimensions, AsOf asOf) {
        int[] conditions = rules.steps().stream()
                .mapToInt(step -> index.numberOf(step.condition()))
                .toArray();
        int[] columns = rules.breakdown().stream()
                .mapToInt(name -> columnOf(name, dimensions))
                .toArray();
        return new FunnelPlan(rules, conditions, columns, asOf.micros());
    }

    private static int columnOf(String breakdown, List<String> dimensions) {
        if (breakdown.equals("channel")) {
            return CHANNEL;
        }
        int column = dimensions.indexOf(breakdown);
        if (column < 0) {
            throw new IllegalArgumentException("a breakdown that is no dimension: " + breakdown);
        }
        return column;
    }

    FunnelRules rules() {
        return rules;
    }

    int stepCount() {
        return rules.steps().size();
    }

    String stepName(int step) {
        return rules.steps().get(step - 1).name();
    }

    /** The steps that touchpoints with this answer serve, 1 for the first, rising. */
    int[] stepsServedBy(Match match) {
        return IntStream.rangeClosed(1, conditions.length)
                .filter(step -> match.holds(conditions[step - 1]))
                .toArray();
    }

    boolean hasWindow() {
        return rules.window() != null;
    }

    /** The window in microseconds, {@link Long#MAX_VALUE} without one. */
    long windowMicros() {
        return window;
    }

    private static long micros(Duration window) {
        if (window == null || window.getSeconds() > Long.MAX_VALUE / MICROS_PER_SECOND - 1) {
            return Long.MAX_VALUE;
        }
        return window.getSeconds() * MICROS_PER_SECOND + window.getNano() / 1000;
    }

    /** The instant everything is measured as of, in microseconds since the epoch. */
    long asOf() {
        return asOf;
    }

    /** The latest instant at which an entry is mature: its whole window lies up to as_of. */
    long lastMatureEntry() {
        return window == Long.MAX_VALUE ? Long.MIN_VALUE : asOf - window;
    }

    /** The units of one customer; a customer as a whole is never open. */
    List<Span> units(CustomerHistory history) {
        return switch (rules.unit()) {
            case CUSTOMER -> List.of(new Span(1, 0, history.size(), false));
            case JOURNEY -> history.journeys();
            case SESSION -> history.sessions();
        };
    }

    /** Whether a customer can be more than one unit, so that units are not independent of each other. */
    boolean isClustered() {
        return rules.unit() != FunnelRules.Unit.CUSTOMER;
    }

    int breakdownCount() {
        return breakdownColumns.length;
    }

    /** The value of a touchpoint in the n-th breakdown, {@code (none)} where it has none. */
    String breakdownValue(CustomerHistory history, int touchpoint, int breakdown) {
        int column = breakdownColumns[breakdown];
        return Labels.orNone(column == CHANNEL ? history.channel(touchpoint) : history.dimension(touchpoint, column));
    }
}
