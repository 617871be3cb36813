package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;

/** How many customers went from which state to which in each period, by either rule. */
public final class LifecycleCounts implements Counts<LifecycleCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final StateRule rule;
    private final RetentionRules.Period period;
    private final AsOf asOf;
    private final FlowCounts byRhythm = new FlowCounts();
    private final FlowCounts byRule = new FlowCounts();
    private transient LifecycleWalk walk;
    private transient StateRuns rhythmRuns;
    private transient StateRuns ruleRuns;

    LifecycleCounts(int activity, StateRule rule, RetentionRules.Period period, AsOf asOf) {
        this.activity = activity;
        this.rule = rule;
        this.period = period;
        this.asOf = asOf;
    }

    @Override
    public void add(CustomerHistory history) {
        if (walk == null) {
            walk = new LifecycleWalk(activity, rule, ends(), new LocalDays(asOf.zone()));
            rhythmRuns = new StateRuns(byRhythm, PeriodEnds.MOST_PERIODS);
            ruleRuns = new StateRuns(byRule, PeriodEnds.MOST_PERIODS);
        }
        rhythmRuns.begin();
        ruleRuns.begin();
        walk.walk(history, rhythmRuns, ruleRuns);
    }

    @Override
    public void merge(LifecycleCounts other) {
        byRhythm.merge(other.byRhythm);
        byRule.merge(other.byRule);
    }

    PeriodEnds ends() {
        return new PeriodEnds(period, asOf);
    }

    /** By the customers' own rhythm. */
    FlowCounts byRhythm() {
        return byRhythm;
    }

    /** By the map's rule of thumb alone. */
    FlowCounts byRule() {
        return byRule;
    }
}
