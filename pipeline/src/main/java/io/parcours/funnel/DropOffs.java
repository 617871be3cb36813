package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lost units of a funnel, by the step that was lost, the next event and its channel. */
final class DropOffs implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int RECENT = 256;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    /** By step, the next event, and its channel: nothing is made to look a tally up. */
    private final List<Map<String, Map<String, DropOffTally>>> byStep = new ArrayList<>();

    private final List<DropOffTally> tallies = new ArrayList<>();
    /** By a hash of what they are found by: tallies met of late. Events and channels of a task are mostly one object each. */
    private transient DropOffTally[] recent;

    DropOffs(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        for (int step = 0; step <= plan.stepCount(); step++) {
            byStep.add(new HashMap<>());
        }
    }

    /** Takes in a lost unit. */
    void add(FunnelUnit unit) {
        CustomerHistory history = unit.history();
        int last = unit.progress().lastMatched();
        int next = last + 1;
        int end = unit.span().to();
        boolean isNothing = next == end;
        DropOffTally tally = recent(
                plan.nextRequired(unit.progress().level()),
                isNothing ? Labels.NOTHING : history.event(next),
                isNothing ? Labels.NOTHING : Labels.orNone(history.channel(next)));
        tally.add(history.event(plan.lastSeen(history, last, end)));
        spans.enter((isNothing ? plan.asOf().micros() : history.occurredAt(next)) - history.occurredAt(last));
        spans.post(tally.account());
    }

    private DropOffTally recent(int step, String nextEvent, String nextChannel) {
        if (recent == null) {
            recent = new DropOffTally[RECENT];
        }
        int slot = (nextEvent.hashCode() * 31 + nextChannel.hashCode()) * 31 + step & RECENT - 1;
        DropOffTally known = recent[slot];
        if (known == null || !known.isOf(step, nextEvent, nextChannel)) {
            known = of(step, nextEvent, nextChannel);
            recent[slot] = known;
        }
        return known;
    }

    /**
     * The tally of what lost units have in common, also of what was not seen before.
     *
     * @param step the step that was lost: the first one not reached
     * @param nextEvent the event after the last matched touchpoint, or {@code (nothing)}
     * @param nextChannel its channel, {@code (none)} where it has none, or {@code (nothing)}
     */
    private DropOffTally of(int step, String nextEvent, String nextChannel) {
        Map<String, DropOffTally> byChannel = byStep.get(step).get(nextEvent);
        DropOffTally known = byChannel == null ? null : byChannel.get(nextChannel);
        return known == null ? add(new DropOffTally(step, nextEvent, nextChannel, spans)) : known;
    }

    private DropOffTally add(DropOffTally tally) {
        tallies.add(tally);
        byStep.get(tally.step())
                .computeIfAbsent(tally.nextEvent(), event -> new HashMap<>())
                .put(tally.nextChannel(), tally);
        return tally;
    }

    void merge(DropOffs other, int[] mapped) {
        for (DropOffTally tally : other.tallies) {
            of(tally.step(), tally.nextEvent(), tally.nextChannel()).merge(tally, mapped);
        }
    }

    /** All tallies, in no particular order. */
    List<DropOffTally> tallies() {
        return tallies;
    }
}
