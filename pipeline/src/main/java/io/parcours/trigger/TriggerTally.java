package io.parcours.trigger;

import io.parcours.journey.CustomerHistory;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The firings of one trigger, all together and by the values of each breakdown. */
final class TriggerTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TriggerPlan plan;
    private final SpanLedger spans;
    private final FiringTally all;
    /** By breakdown, by value. */
    private final List<Map<String, FiringTally>> byValue = new ArrayList<>();
    /** The tallies with firings of the customer at hand; empty between customers. */
    private final List<FiringTally> openTallies = new ArrayList<>();

    TriggerTally(TriggerPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        this.all = new FiringTally(spans);
        plan.breakdowns().forEach(breakdown -> byValue.add(new HashMap<>()));
    }

    TriggerPlan plan() {
        return plan;
    }

    /** Takes in all firings of one customer. */
    void add(CustomerHistory history, List<Firing> firings, long asOf) {
        FiringTally[] groups = new FiringTally[1 + byValue.size()];
        for (Firing firing : firings) {
            groups[0] = all;
            for (int i = 0; i < byValue.size(); i++) {
                groups[1 + i] = tally(i, plan.breakdowns().get(i).value(history, firing));
            }
            count(history, firing, groups, asOf);
        }
        openTallies.forEach(FiringTally::closeCustomer);
        openTallies.clear();
    }

    private void count(CustomerHistory history, Firing firing, FiringTally[] groups, long asOf) {
        for (FiringTally group : groups) {
            if (!group.hasOpenCustomer()) {
                openTallies.add(group);
            }
            group.add(firing, history.value(firing.start()), asOf);
        }
        if (firing.state() == FiringState.CANCELLED) {
            post(history, firing, groups);
        } else if (firing.isConverted()) {
            spans.enter(history.occurredAt(firing.conversion()) - firing.deadline());
            for (FiringTally group : groups) {
                spans.post(group.dueToConversion());
            }
        }
    }

    private void post(CustomerHistory history, Firing firing, FiringTally[] groups) {
        long startedAt = history.occurredAt(firing.start());
        spans.enter(history.occurredAt(firing.cancelledBy()) - startedAt);
        for (FiringTally group : groups) {
            spans.post(group.toCancel());
        }
        if (firing.isConverted()) {
            spans.enter(history.occurredAt(firing.conversion()) - startedAt);
            for (FiringTally group : groups) {
                spans.post(group.cancelledToConversion());
            }
        }
    }

    /** Takes in what was counted elsewhere; told of accounts as {@link FiringTally#merge} is. */
    void merge(TriggerTally other, int[] mapped) {
        all.merge(other.all, mapped);
        for (int i = 0; i < byValue.size(); i++) {
            int breakdown = i;
            other.byValue
                    .get(i)
                    .forEach((value, tally) -> tally(breakdown, value).merge(tally, mapped));
        }
    }

    FiringTally all() {
        return all;
    }

    /** The values of a breakdown that occur, in the order of reports. */
    List<String> values(int breakdown) {
        return byValue.get(breakdown).keySet().stream()
                .sorted(Utf8Order.COMPARATOR)
                .toList();
    }

    FiringTally of(int breakdown, String value) {
        return byValue.get(breakdown).get(value);
    }

    private FiringTally tally(int breakdown, String value) {
        return byValue.get(breakdown).computeIfAbsent(value, key -> new FiringTally(spans));
    }
}
