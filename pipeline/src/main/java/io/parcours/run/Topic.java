package io.parcours.run;

import java.util.Locale;

/** What the tables of histories are about: the parts of the answers that can be asked for on their own. */
public enum Topic {
    /** {@code sessions} and {@code journeys}, and the columns of {@code touchpoints} that follow from them. */
    JOURNEY,
    /**
     * {@code funnel_steps}, {@code funnel_customers}, {@code drop_offs}, {@code funnel_trend}, {@code funnel_times}, the
     * funnels' curves in {@code survival}, {@code drop_off_drivers} and {@code funnel_changes}.
     */
    FUNNEL,
    /** {@code transitions} and {@code paths}. */
    PATH,
    /** {@code churn_customers}, the curves of churn in {@code survival}, {@code survival_tests} and {@code lifecycle_flow}. */
    CHURN,
    /** {@code retention_cohorts}. */
    RETENTION;

    /** The word users know it by. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
