package io.parcours.friction;

import io.parcours.journey.KeyCodes;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * Where things happen, each numbered and counted: a site is a kind of friction at a place, or the ground on which it is
 * judged, which journeys come to with or without friction.
 */
final class Sites implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A touchpoint of an event. */
    static final int EVENT = 8;
    /** A touchpoint of an event that is a contact. */
    static final int CONTACT = 9;
    /** A touchpoint with which a stage, told as the via, is the latest. */
    static final int AFTER_STAGE = 10;
    /** A touchpoint, its event the via, right after one whose event is the place. */
    static final int AFTER_PAIR = 11;

    private static final int NAME_BITS = 30;
    private static final int NAME_MASK = (1 << NAME_BITS) - 1;

    private final KeyCodes keys = new KeyCodes();
    private long[] occurrences = new long[64];
    private long[] journeys = new long[64];
    private long[] customers = new long[64];
    private transient long[] lastJourneys = new long[64];
    private transient long[] lastCustomers = new long[64];
    /** By the number of an event: that of its site, plus 1. */
    private transient int[] ofEvents = new int[64];
    /** By stage, likewise. */
    private transient int[] afterStages = new int[8];
    /** By the task's own number of a pair of events, likewise. */
    private transient int[] afterPairs = new int[64];

    /**
     * The number of a site, also of one not met before.
     *
     * @param kind a {@link FrictionKind}'s ordinal, {@link #EVENT} or {@link #CONTACT}
     * @param place the number of the event
     * @param via what tells sites of one kind and place apart: the number of an event, or of a pair of stages; or 0
     */
    int of(int kind, int place, int via) {
        return of((long) kind << 2 * NAME_BITS | (long) place << NAME_BITS | via);
    }

    /** The site of an event; for every touchpoint, so it is not looked up twice. */
    int ofEvent(int event) {
        ofEvents = grown(ofEvents, event);
        if (ofEvents[event] == 0) {
            ofEvents[event] = of(EVENT, event, 0) + 1;
        }
        return ofEvents[event] - 1;
    }

    /** The ground of those whose latest stage this is; likewise not looked up twice. */
    int afterStage(int stage) {
        afterStages = grown(afterStages, stage);
        if (afterStages[stage] == 0) {
            afterStages[stage] = of(AFTER_STAGE, 0, stage) + 1;
        }
        return afterStages[stage] - 1;
    }

    /**
     * The ground of those whose latest two events these are; likewise not looked up twice.
     *
     * @param pair the pair's number, the same for one pair as long as a task lasts
     */
    int afterPair(int pair, int from, int to) {
        afterPairs = grown(afterPairs, pair);
        if (afterPairs[pair] == 0) {
            afterPairs[pair] = of(AFTER_PAIR, from, to) + 1;
        }
        return afterPairs[pair] - 1;
    }

    private static int[] grown(int[] numbers, int number) {
        return number < numbers.length ? numbers : Arrays.copyOf(numbers, Math.max(number + 1, numbers.length * 2));
    }

    private int of(long key) {
        int site = keys.of(key);
        if (site == occurrences.length) {
            occurrences = Arrays.copyOf(occurrences, site * 2);
            journeys = Arrays.copyOf(journeys, site * 2);
            customers = Arrays.copyOf(customers, site * 2);
            lastJourneys = Arrays.copyOf(lastJourneys, site * 2);
            lastCustomers = Arrays.copyOf(lastCustomers, site * 2);
        }
        return site;
    }

    /** Counts an occurrence; a journey's come one after the other, and a customer's journeys. Numbers begin at 1. */
    void count(int site, long journey, long customer) {
        occurrences[site]++;
        if (lastJourneys[site] != journey) {
            lastJourneys[site] = journey;
            journeys[site]++;
            if (lastCustomers[site] != customer) {
                lastCustomers[site] = customer;
                customers[site]++;
            }
        }
    }

    /**
     * Takes in what was counted elsewhere.
     *
     * @param names by the other's number of an event, the number here
     * @return by the other's number of a site, the number here
     */
    int[] merge(Sites other, int[] names) {
        int[] mapped = new int[other.size()];
        for (int site = 0; site < mapped.length; site++) {
            boolean isViaEvent = other.kind(site) == FrictionKind.LOOP.ordinal() || other.kind(site) == AFTER_PAIR;
            int via = isViaEvent ? names[other.via(site)] : other.via(site);
            mapped[site] = of(other.kind(site), names[other.place(site)], via);
            occurrences[mapped[site]] += other.occurrences[site];
            journeys[mapped[site]] += other.journeys[site];
            customers[mapped[site]] += other.customers[site];
        }
        return mapped;
    }

    int size() {
        return keys.size();
    }

    int kind(int site) {
        return (int) (keys.key(site) >>> 2 * NAME_BITS);
    }

    int place(int site) {
        return (int) (keys.key(site) >>> NAME_BITS) & NAME_MASK;
    }

    int via(int site) {
        return (int) keys.key(site) & NAME_MASK;
    }

    /** The ground on which a friction is judged. */
    int ground(int site) {
        return switch (FrictionKind.values()[kind(site)]) {
            case IMMEDIATE_REPEAT, BURST, STALL -> of(EVENT, place(site), 0);
            case CONTACT_AGAIN_SAME_CHANNEL, CONTACT_AGAIN_OTHER_CHANNEL -> of(CONTACT, place(site), 0);
            case MOVE_BACK -> of(AFTER_STAGE, 0, StagePair.from(via(site)));
            case LOOP -> of(AFTER_PAIR, place(site), via(site));
        };
    }

    long occurrences(int site) {
        return occurrences[site];
    }

    long journeys(int site) {
        return journeys[site];
    }

    long customers(int site) {
        return customers[site];
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        lastJourneys = new long[journeys.length];
        lastCustomers = new long[journeys.length];
        ofEvents = new int[64];
        afterStages = new int[8];
        afterPairs = new int[64];
    }
}
