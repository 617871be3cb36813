package io.parcours.churn;

import java.io.Serializable;

/**
 * How retention cohorts are cut.
 *
 * @param period the length of cohorts and periods; default MONTH
 * @param mode CALENDAR (default): the calendar's own months, weeks, days; ROLLING: counted from each customer's first day
 * @param count ON (default): active in that period; ON_OR_AFTER: active in that period or a later one
 */
public record RetentionRules(Period period, Mode mode, Count count) implements Serializable {
    public static final RetentionRules DEFAULT = new RetentionRules(Period.MONTH, Mode.CALENDAR, Count.ON);

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
