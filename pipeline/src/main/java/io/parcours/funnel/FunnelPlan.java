package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Match;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** A funnel with everything about it resolved that does not depend on a history. */
final class FunnelPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final FunnelRules rules;
    private final StepPlan[] steps;
    private final int[] exclusions;
    private final TouchpointColumns hold;
    private final List<TouchpointColumns> breakdowns;
    /** Null where none are compared. */
    private final ComparedPeriods periods;

    private final long window;
    private final long undecidedAfter;
    private final List<String> dimensions;
    private final int[] surveys;
    private final AsOf asOf;

    /**
     * A step, resolved.
     *
     * @param condition the number of its condition
     * @param anyOfItsEvents for a step that the first event of its kind must meet: the number of the condition that any
     *     such event meets; -1 otherwise
     * @param within microseconds from the matched touchpoint before it
     * @param isOptional whether a chain may leave it out
     */
    private record StepPlan(int condition, int anyOfItsEvents, long within, boolean isOptional)
            implements Serializable {
        static StepPlan of(FunnelStep step, ConditionIndex index) {
            return new StepPlan(
                    index.numberOf(step.condition()),
                    step.anyOfItsEvents().map(index::numberOf).orElse(-1),
                    micros(step.within()),
                    step.isOptional());
        }
    }

    private FunnelPlan(
            FunnelRules rules,
            ConditionIndex index,
            List<String> dimensions,
            List<TouchpointCondition> surveys,
            AsOf asOf) {
        this.rules = rules;
        this.steps =
                rules.steps().stream().map(step -> StepPlan.of(step, index)).toArray(StepPlan[]::new);
        this.exclusions = rules.chains().exclusions().stream()
                .mapToInt(exclusion -> index.numberOf(exclusion.condition()))
                .toArray();
        this.hold = TouchpointColumns.of(rules.chains().hold(), dimensions);
        this.breakdowns = rules.cuts().breakdowns().stream()
                .map(breakdown -> TouchpointColumns.of(breakdown.columns(), dimensions))
                .toList();
        this.periods = ComparedPeriods.of(rules, dimensions, asOf.zone());
        this.window = micros(rules.chains().window());
        this.undecidedAfter = micros(rules.cuts().undecidedAfter());
        this.dimensions = List.copyOf(dimensions);
        this.surveys = surveys.stream().mapToInt(index::numberOf).toArray();
        this.asOf = asOf;
    }

    /**
     * Plans a funnel.
     *
     * @throws IllegalArgumentException when one of its conditions is not indexed or a column it names is neither
     *     {@code channel} nor a dimension
     */
    static FunnelPlan of(FunnelRules rules, ConditionIndex index, List<String> dimensions, AsOf asOf) {
        return of(rules, index, dimensions, List.of(), asOf);
    }

    /** The same where there are surveys: who was asked last is not lost there. */
    static FunnelPlan of(
            FunnelRules rules,
            ConditionIndex index,
            List<String> dimensions,
            List<TouchpointCondition> surveys,
            AsOf asOf) {
        return new FunnelPlan(rules, index, dimensions, surveys, asOf);
    }

    /** The last touchpoint of a lost unit that belongs to no survey, the last matched one at the earliest. */
    int lastSeen(CustomerHistory history, int lastMatched, int end) {
        int last = end - 1;
        while (last > lastMatched && isOfSurvey(history.match(last))) {
            last--;
        }
        return last;
    }

    private boolean isOfSurvey(Match match) {
        for (int survey : surveys) {
            if (match.holds(survey)) {
                return true;
            }
        }
        return false;
    }

    FunnelRules rules() {
        return rules;
    }

    ChainRules chains() {
        return rules.chains();
    }

    int stepCount() {
        return steps.length;
    }

    String stepName(int step) {
        return isUnordered()
                ? "any " + step + " of " + steps.length
                : rules.steps().get(step - 1).name();
    }

    boolean isUnordered() {
        return chains().order() == ChainRules.Order.UNORDERED;
    }

    boolean isOptional(int step) {
        return steps[step - 1].isOptional();
    }

    /** The first required step behind this one; one more than there are steps where there is none. */
    int nextRequired(int step) {
        int next = step + 1;
        while (next <= steps.length && isOptional(next)) {
            next++;
        }
        return next;
    }

    /** The last required step before this one; 0 before the first. */
    int previousRequired(int step) {
        int previous = step - 1;
        while (previous >= 1 && isOptional(previous)) {
            previous--;
        }
        return previous;
    }

    /** The steps that touchpoints with this answer serve, 1 for the first, rising. */
    int[] stepsServedBy(Match match) {
        return IntStream.rangeClosed(1, steps.length)
                .filter(step -> match.holds(steps[step - 1].condition()))
                .toArray();
    }

    /** The places of the exclusions by which touchpoints with this answer break chains. */
    int[] exclusionsMetBy(Match match) {
        return IntStream.range(0, exclusions.length)
                .filter(exclusion -> match.holds(exclusions[exclusion]))
                .toArray();
    }

    /**
     * Whether a touchpoint with this answer has one of the events of a step that the first such event must meet, and
     * whether it meets it.
     */
    FirstEver firstEver(Match match, int step) {
        StepPlan plan = steps[step - 1];
        if (plan.anyOfItsEvents() < 0 || !match.holds(plan.anyOfItsEvents())) {
            return FirstEver.OTHER;
        }
        return match.holds(plan.condition()) ? FirstEver.MET : FirstEver.MISSED;
    }

    /** The steps that the first event of their kind must meet. */
    int[] firstEverSteps() {
        return IntStream.rangeClosed(1, steps.length)
                .filter(step -> steps[step - 1].anyOfItsEvents() >= 0)
                .toArray();
    }

    /** What the first touchpoint with one of a step's events says of a step that it must meet. */
    enum FirstEver {
        /** The touchpoint has none of the step's events, or the step takes any touchpoint. */
        OTHER,
        MET,
        MISSED
    }

    boolean hasWindow() {
        return rules.chains().window() != null;
    }

    /** The window in microseconds, {@link Long#MAX_VALUE} without one. */
    long windowMicros() {
        return window;
    }

    /** The longest time from the matched touchpoint before a step to it, in microseconds. */
    long withinMicros(int step) {
        return steps[step - 1].within();
    }

    private static long micros(Duration duration) {
        if (duration == null || duration.getSeconds() > Long.MAX_VALUE / MICROS_PER_SECOND - 1) {
            return Long.MAX_VALUE;
        }
        return duration.getSeconds() * MICROS_PER_SECOND + duration.getNano() / 1000;
    }

    /** Until when a unit that came to a step at this time must be undecided for what it did meanwhile to be looked at. */
    long undecidedUntil(long time) {
        return time > Long.MAX_VALUE - undecidedAfter ? Long.MAX_VALUE : time + undecidedAfter;
    }

    /** The names of the map's dimensions. */
    List<String> dimensions() {
        return dimensions;
    }

    AsOf asOf() {
        return asOf;
    }

    /** The latest instant at which an entry is mature: its whole window lies up to as_of. */
    long lastMatureEntry() {
        return window == Long.MAX_VALUE ? Long.MIN_VALUE : asOf.micros() - window;
    }

    /** The units of one customer; a customer as a whole is never open. */
    List<Span> units(CustomerHistory history) {
        return switch (rules.unit()) {
            case CUSTOMER -> List.of(new Span(1, 0, history.size(), false));
            case JOURNEY -> history.journeys();
            case SESSION -> history.sessions();
        };
    }

    /** Whether a customer can be counted more than once, so that what is counted is not independent of each other. */
    boolean isClustered() {
        return rules.unit() != FunnelRules.Unit.CUSTOMER
                || chains().entry() == ChainRules.Entry.EVERY
                || !hold.isEmpty();
    }

    /** The columns whose values all touchpoints of a chain share; none in most funnels. */
    TouchpointColumns hold() {
        return hold;
    }

    /** Whether each breakdown value is counted by chains of its own, so that a unit may count under several. */
    boolean countsValuesApart() {
        return attribution() == FunnelAttribution.Kind.ALL_STEPS;
    }

    private FunnelAttribution.Kind attribution() {
        return rules.cuts().attribution().kind();
    }

    /** The value of a unit in the n-th breakdown: on the touchpoint that gives it, where several can on its entry. */
    String breakdownValue(FunnelUnit unit, int breakdown) {
        int touchpoint = switch (attribution()) {
            case FIRST_TOUCH, ALL_STEPS -> unit.progress().entry();
            case LAST_TOUCH -> unit.progress().touchpointOfLastStep();
            case STEP -> unit.progress().touchpointOf(rules.cuts().attribution().step());
        };
        return touchpoint < 0 ? Labels.NOT_REACHED : breakdowns.get(breakdown).label(unit.history(), touchpoint);
    }

    /** The columns of each breakdown. */
    List<TouchpointColumns> breakdowns() {
        return breakdowns;
    }

    /** The periods whose final rates are compared. */
    Optional<ComparedPeriods> periods() {
        return Optional.ofNullable(periods);
    }
}
