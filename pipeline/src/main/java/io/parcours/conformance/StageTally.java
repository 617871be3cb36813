package io.parcours.conformance;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.SpanLedger;
import java.io.Serializable;

/** The journeys of one group that came to one expected stage, and how long they stayed. */
final class StageTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int ACCOUNTS = 3;

    private final int position;
    private final int account;
    private final ClusteredProportion late = new ClusteredProportion();
    private long journeys;
    private long left;
    private long stopped;
    private long within;
    private long undecided;
    private long lateAtHand;
    private long matureAtHand;

    StageTally(int position, SpanLedger spans) {
        this.position = position;
        this.account = spans.open(ACCOUNTS);
    }

    /** The account of the times until a later expected stage. */
    int leaving() {
        return account;
    }

    /** The account of the times that those have been here so far who did not go on. */
    int staying() {
        return account + 1;
    }

    /** The account of the times from the latest touchpoint of an earlier expected stage. */
    int waiting() {
        return account + 2;
    }

    /** Takes in a journey of the customer at hand that came here. */
    void add(JourneyReading reading, JourneyFacts facts) {
        journeys++;
        if (reading.isLeft(position)) {
            left++;
        } else if (!facts.journey().isOpen()) {
            stopped++;
        }
        Timing timing = reading.timing(position);
        within += timing == Timing.WITHIN ? 1 : 0;
        undecided += timing == Timing.UNDECIDED ? 1 : 0;
        lateAtHand += timing == Timing.LATE ? 1 : 0;
        matureAtHand += reading.isMature(position) ? 1 : 0;
    }

    /** The next journey belongs to another customer. */
    void closeCustomer() {
        late.add(lateAtHand, matureAtHand);
        lateAtHand = 0;
        matureAtHand = 0;
    }

    /** @param mapped is told for each of the other's accounts the one here */
    void merge(StageTally other, int[] mapped) {
        for (int i = 0; i < ACCOUNTS; i++) {
            mapped[other.account + i] = account + i;
        }
        late.merge(other.late);
        journeys += other.journeys;
        left += other.left;
        stopped += other.stopped;
        within += other.within;
        undecided += other.undecided;
    }

    long journeys() {
        return journeys;
    }

    /** How many went on to a later expected stage. */
    long left() {
        return left;
    }

    /** How many did not and are over. */
    long stopped() {
        return stopped;
    }

    long within() {
        return within;
    }

    long undecided() {
        return undecided;
    }

    /** Of the journeys whose time allowed is over, those that were late. */
    ClusteredProportion late() {
        return late;
    }
}
