package io.parcours.churn;

import java.io.Serializable;
import java.util.List;

/**
 * How retention cohorts are cut.
 *
 * @param period the length of cohorts and periods; default MONTH
 * @param mode CALENDAR (default): the calendar's own months, weeks, days; ROLLING: counted from each customer's first day
 * @param count ON (default): active in that period; ON_OR_AFTER: active in that period or a later one
 * @param breakdown {@code channel}, dimensions, or {@code segment}, by whose values cohorts are counted once more; default
 *     none
 */
public record RetentionRules(Period period, Mode mode, Count count, List<String> breakdown) implements Serializable {
    public static final RetentionRules DEFAULT = new RetentionRules(Period.MONTH, Mode.CALENDAR, Count.ON);

    public RetentionRules {
        breakdown = List.copyOf(breakdown);
    }

    /** Rules without a breakdown. */
    public RetentionRules(Period period, Mode mode, Count count) {
        this(period, mode, count, List.of());
    }

    /** The length of a cohort and of a period; weeks begin on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }

    /** Where a period begins. */
    public enum Mode {
        CALENDAR,
        ROLLING
    }

    /** What counts as retained. */
    public enum Count {
        ON,
        ON_OR_AFTER
    }
}
