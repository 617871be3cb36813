package io.parcours.funnel;

import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The lost units of a funnel, by the step that was lost, the next event and its channel. */
final class DropOffs implements Serializable {
    private static final long serialVersionUID = 1L;

    private final SpanLedger spans;
    /** By step, the next event, and its channel: nothing is made to look a tally up. */
    private final List<Map<String, Map<String, DropOffTally>>> byStep = new ArrayList<>();

    private final List<DropOffTally> tallies = new ArrayList<>();

    DropOffs(int steps, SpanLedger spans) {
        this.spans = spans;
        for (int step = 0; step <= steps; step++) {
            byStep.add(new HashMap<>());
        }
    }

    /**
     * The tally of what lost units have in common, also of what was not seen before.
     *
     * @param step the step that was lost: the first one not reached
     * @param nextEvent the event after the last matched touchpoint, or {@code (nothing)}
     * @param nextChannel its channel, {@code (none)} where it has none, or {@code (nothing)}
     */
    DropOffTally of(int step, String nextEvent, String nextChannel) {
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
