package io.parcours.journey;

import java.io.Serializable;

/** Which touchpoints of a history convert the journey they lie in. */
public final class Conversions implements Serializable {
    private static final long serialVersionUID = 1L;

    private final int condition;

    /** By the rules' conversion, which the index knows. */
    public Conversions(JourneyRules rules, ConditionIndex index) {
        this.condition = index.numberOf(rules.conversion());
    }

    /** Whether this touchpoint converts. */
    public boolean isConversion(CustomerHistory history, int index) {
        return history.match(index).holds(condition);
    }

    /** Whether a touchpoint of the session or journey converts. */
    public boolean isConverted(CustomerHistory history, Span span) {
        return first(history, span.from(), span.to()) >= 0;
    }

    /** The index of the first touchpoint that converts, from one index on and before another; -1 where none does. */
    public int first(CustomerHistory history, int from, int to) {
        for (int i = from; i < to; i++) {
            if (history.match(i).holds(condition)) {
                return i;
            }
        }
        return -1;
    }
}
