package io.parcours.friction;

import java.util.Arrays;

/** Finds bursts along a journey: touchpoints of one event, as many as the rules say within the time they say. */
final class Bursts {
    private final int most;
    private final long within;
    /** By event: the journey it was met in last. */
    private long[] journeys = new long[64];
    /** By event: the first touchpoint of the latest so many, or of all where there are fewer. */
    private int[] firsts = new int[64];

    private int[] lasts = new int[64];
    private int[] counts = new int[64];
    /** By event: the last touchpoint of the latest burst; -1: there was none. */
    private int[] ends = new int[64];
    /** By touchpoint: the next one of its event. */
    private int[] nexts = new int[64];

    /**
     * @param count how many touchpoints are a burst
     * @param within microseconds
     */
    Bursts(int count, long within) {
        this.most = count;
        this.within = within;
    }

    /**
     * Takes in the next touchpoint of a journey.
     *
     * @param journey the journey's own number, from 1
     * @param event the number of its event
     * @param at the touchpoint, from 0
     * @param times when each touchpoint of the journey occurred
     * @return whether a burst is complete with it; one more touchpoint of the same burst is not
     */
    boolean take(long journey, int event, int at, long[] times) {
        grow(event, at);
        if (journeys[event] != journey) {
            journeys[event] = journey;
            firsts[event] = at;
            counts[event] = 0;
            ends[event] = -1;
        } else {
            nexts[lasts[event]] = at;
        }
        lasts[event] = at;
        if (counts[event] == most) {
            firsts[event] = nexts[firsts[event]];
        } else {
            counts[event]++;
        }
        if (counts[event] < most || times[at] - times[firsts[event]] > within) {
            return false;
        }
        boolean isNew = firsts[event] > ends[event];
        ends[event] = at;
        return isNew;
    }

    private void grow(int event, int at) {
        if (event >= journeys.length) {
            int capacity = Math.max(event + 1, journeys.length * 2);
            journeys = Arrays.copyOf(journeys, capacity);
            firsts = Arrays.copyOf(firsts, capacity);
            lasts = Arrays.copyOf(lasts, capacity);
            counts = Arrays.copyOf(counts, capacity);
            ends = Arrays.copyOf(ends, capacity);
        }
        if (at >= nexts.length) {
            nexts = Arrays.copyOf(nexts, Math.max(at + 1, nexts.length * 2));
        }
    }
}
