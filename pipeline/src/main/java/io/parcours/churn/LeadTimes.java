package io.parcours.churn;

import java.util.Map;
import java.util.TreeMap;

/**
 * How early the risk turned high. Looked at are customers whose silence was short at a back-test's cut; some of them then
 * fell silent for {@code inactive_after}, the others came back.
 */
final class LeadTimes {
    private final BackTest backTest;
    private final Lookahead lookahead;
    private final CrossCalibration calibration;
    private final BuyingRules rules;
    private final TreeMap<Integer, Long> customersByLead = new TreeMap<>();
    private long fallenSilent;
    private long warned;
    private long alarms;
    private long falseAlarms;

    private LeadTimes(BackTest backTest, Lookahead lookahead, CrossCalibration calibration, BuyingRules rules) {
        this.backTest = backTest;
        this.lookahead = lookahead;
        this.calibration = calibration;
        this.rules = rules;
    }

    static LeadTimes of(
            BackTest backTest,
            OutcomeGroups groups,
            Lookahead lookahead,
            CrossCalibration calibration,
            BuyingRules rules) {
        LeadTimes found = new LeadTimes(backTest, lookahead, calibration, rules);
        for (int group = 0; group < groups.size(); group++) {
            found.add(groups, group);
        }
        return found;
    }

    private void add(OutcomeGroups groups, int group) {
        int x = groups.x(group);
        int recency = groups.recency(group);
        LeavingCalibration learned = calibration.forHalf(groups.half(group));
        int silent = groups.fallenSilent(group);
        int silence = groups.age(group) - recency;
        if (backTest.isSilentForShort(silence) && isHigh(learned, x, recency, silence)) {
            alarms += groups.customers(group);
            falseAlarms += groups.customers(group) - silent;
        }
        if (silent > 0) {
            fallenSilent += silent;
            int lead = backTest.inactiveDays() - firstHigh(learned, x, recency);
            if (lead > 0) {
                warned += silent;
                customersByLead.merge(lead, (long) silent, Long::sum);
            }
        }
    }

    /** The shortest silence in days at which the risk is high; that of a customer who has left where there is none. */
    private int firstHigh(LeavingCalibration learned, int x, int recency) {
        int from = 0;
        int to = backTest.inactiveDays();
        // The probability never falls while silence grows.
        while (from < to) {
            int middle = (from + to) >>> 1;
            if (isHigh(learned, x, recency, middle)) {
                to = middle;
            } else {
                from = middle + 1;
            }
        }
        return from;
    }

    private boolean isHigh(LeavingCalibration learned, int x, int recency, int silence) {
        lookahead.at(x, recency, recency + silence);
        return ChurnRisk.of(learned.probability(x, lookahead.silent()), rules) == ChurnRisk.HIGH;
    }

    void add(ModelFigures figures, String model) {
        figures.add(model, "fallen_silent_count", fallenSilent);
        if (fallenSilent == 0) {
            figures.addNone(model, "warned_share", "nobody fell silent");
        } else {
            figures.add(model, "warned_share", (double) warned / fallenSilent);
        }
        for (int percent : new int[] {10, 50, 90}) {
            String name = "lead_time_days_p" + percent;
            if (warned == 0) {
                figures.addNone(model, name, "nobody's risk turned high before");
            } else {
                figures.add(model, name, percentile(percent / 100.0));
            }
        }
        figures.add(model, "alarm_count", alarms);
        if (alarms == 0) {
            figures.addNone(model, "false_alarm_share", "nobody's risk was high and silence short");
        } else {
            figures.add(model, "false_alarm_share", (double) falseAlarms / alarms);
        }
    }

    /** Type 7, as everywhere. */
    private double percentile(double p) {
        double position = (warned - 1) * p;
        long below = (long) position;
        int low = leadAt(below);
        return low + (position - below) * (leadAt(Math.min(below + 1, warned - 1)) - low);
    }

    private int leadAt(long rank) {
        long passed = 0;
        for (Map.Entry<Integer, Long> lead : customersByLead.entrySet()) {
            passed += lead.getValue();
            if (rank < passed) {
                return lead.getKey();
            }
        }
        throw new IllegalArgumentException("no such rank: " + rank);
    }
}
