package io.parcours.channel;

import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The journeys of all groups, by class and length. */
final class MixCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SpanLedger spans = new SpanLedger();
    private final List<MixGroup> groups = new ArrayList<>();
    /** Those with journeys of the customer at hand; empty between customers. */
    private final List<MixGroup> open = new ArrayList<>();

    void add(int group, ObservedJourney journey) {
        MixGroup journeys = group(group);
        if (!journeys.hasOpenCustomer()) {
            open.add(journeys);
        }
        journeys.add(journey, spans);
    }

    void closeCustomer() {
        open.forEach(MixGroup::closeCustomer);
        open.clear();
    }

    /** Adds what was counted elsewhere, under the numbers that groups have here. */
    void merge(MixCounts other, int[] mappedGroups) {
        int[] mapped = new int[other.spans.accounts()];
        for (int group = 0; group < other.groups.size(); group++) {
            group(mappedGroups[group]).merge(other.groups.get(group), spans, mapped);
        }
        spans.merge(other.spans, mapped);
    }

    MixGroup group(int group) {
        while (group >= groups.size()) {
            groups.add(new MixGroup());
        }
        return groups.get(group);
    }

    /** From the first touchpoint to the first converting one. */
    Durations timesToConversion(MixTally tally) {
        return spans.durations(tally.account());
    }

    /** From the first touchpoint to the last. */
    Durations journeyTimes(MixTally tally) {
        return spans.durations(tally.account() + 1);
    }
}
