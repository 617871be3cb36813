package io.parcours.channel;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The journeys of one group: everything, or a value of a breakdown. */
final class MixGroup implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int LENGTHS = JourneyLength.values().length;
    private static final int CLASSES = ChannelClass.values().length;

    /** By class and length; null where there are no journeys. */
    private final MixTally[] tallies = new MixTally[CLASSES * LENGTHS];
    /** By length: the journeys of whatever class, each a success. */
    private final ClusteredProportion[] wholes = new ClusteredProportion[LENGTHS];
    /** By length: the journeys of the customer at hand. */
    private final long[] own = new long[LENGTHS];
    /** The places of the tallies with journeys of the customer at hand; empty between customers. */
    private final List<Integer> open = new ArrayList<>();

    MixGroup() {
        for (int length = 0; length < LENGTHS; length++) {
            wholes[length] = new ClusteredProportion();
        }
    }

    boolean hasOpenCustomer() {
        return own[JourneyLength.ALL.ordinal()] > 0;
    }

    void add(ObservedJourney journey, SpanLedger spans) {
        MixTally all = add(journey, JourneyLength.ALL, spans);
        MixTally ofLength = add(journey, journey.length(), spans);
        spans.enter(journey.micros());
        spans.post(all.account() + 1);
        spans.post(ofLength.account() + 1);
        if (journey.isConverted()) {
            spans.enter(journey.microsToConversion());
            spans.post(all.account());
            spans.post(ofLength.account());
        }
    }

    private MixTally add(ObservedJourney journey, JourneyLength length, SpanLedger spans) {
        int place = place(journey.channelClass(), length);
        MixTally tally = tally(place, spans);
        if (!tally.hasOpenCustomer()) {
            open.add(place);
        }
        tally.add(journey);
        own[length.ordinal()]++;
        return tally;
    }

    void closeCustomer() {
        for (int place : open) {
            tallies[place].closeCustomer(own[place % LENGTHS]);
        }
        open.clear();
        for (int length = 0; length < LENGTHS; length++) {
            wholes[length].add(own[length], own[length]);
            own[length] = 0;
        }
    }

    /** Adds what was counted elsewhere, and tells the accounts here of the accounts there. */
    void merge(MixGroup other, SpanLedger spans, int[] mapped) {
        for (int length = 0; length < LENGTHS; length++) {
            wholes[length].merge(other.wholes[length]);
        }
        for (int place = 0; place < tallies.length; place++) {
            MixTally theirs = other.tallies[place];
            if (theirs != null) {
                MixTally ours = tally(place, spans);
                ours.merge(theirs);
                mapped[theirs.account()] = ours.account();
                mapped[theirs.account() + 1] = ours.account() + 1;
            }
        }
    }

    /** The journeys of a class and length; null where there are none. */
    MixTally tally(ChannelClass channelClass, JourneyLength length) {
        return tallies[place(channelClass, length)];
    }

    /** The journeys of a length, each a success. */
    ClusteredProportion whole(JourneyLength length) {
        return wholes[length.ordinal()];
    }

    private MixTally tally(int place, SpanLedger spans) {
        if (tallies[place] == null) {
            tallies[place] = new MixTally(spans.open(2));
        }
        return tallies[place];
    }

    private static int place(ChannelClass channelClass, JourneyLength length) {
        return channelClass.ordinal() * LENGTHS + length.ordinal();
    }
}
