package io.parcours.sample;

import io.parcours.touchpoint.Labels;
import java.util.Map;
import java.util.TreeMap;

/** Customers by planted kind, furthest stage and month of their first touchpoint. */
final class CustomerTruth {
    private static final int STAGES = PlannedStage.values().length;

    private final SampleCalendar calendar;
    private final long[] rhythms = new long[Rhythm.values().length];
    private final long[] furthest = new long[STAGES + 1];
    private final long[][] active;
    private final Map<String, Long> lostAfter = new TreeMap<>();
    private long customers;
    private long atPlantedStep;

    CustomerTruth(SampleCalendar calendar) {
        this.calendar = calendar;
        int months = calendar.months().size();
        this.active = new long[months][months];
    }

    void add(CustomerPlan plan) {
        customers++;
        rhythms[Rhythm.of(plan.number()).ordinal()]++;
        int stage = -1;
        int cohort = calendar.monthOf(plan.time(0));
        int lastMonth = -1;
        for (int i = 0; i < plan.size(); i++) {
            stage = Math.max(stage, plan.event(i).stageNumber());
            int month = calendar.monthOf(plan.time(i));
            if (month != lastMonth) {
                active[cohort][month - cohort]++;
                lastMonth = month;
            }
        }
        furthest[stage < 0 ? STAGES : stage]++;
        atPlantedStep += plan.isAtPlantedStep() ? 1 : 0;
        if (plan.isLostAtPlantedStep()) {
            PlannedEvent act = plan.lastActAtPlantedStep();
            lostAfter.merge(act == null ? Labels.NOTHING : act.label(), 1L, Long::sum);
        }
    }

    long customerCount() {
        return customers;
    }

    long count(Rhythm rhythm) {
        return rhythms[rhythm.ordinal()];
    }

    /** How many customers have this as their furthest stage; the number behind the last stage: none at all. */
    long furthest(int stage) {
        return furthest[stage];
    }

    /** How many customers of the month's cohort had a touchpoint so many months later. */
    long active(int cohort, int later) {
        return active[cohort][later];
    }

    long atPlantedStep() {
        return atPlantedStep;
    }

    /** The customers lost at the planted drop-off by what they did last. */
    Map<String, Long> lostAtPlantedStep() {
        return lostAfter;
    }
}
