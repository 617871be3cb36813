package io.parcours.buying;

/**
 * Intervals of 2^level days, the first beginning with day 0: customers with one x whose recency and age fall into the same
 * ones count as alike. Intervals of a level are made of whole intervals of the level below it, so cutting days level by
 * level is cutting them at the highest at once. Where the level is only raised when there are too many groups, it is
 * therefore the lowest at which all customers fit, however they were parted and merged: a part of them never needs a
 * higher level than all do.
 *
 * @param level 0 where days are exact, at most 31
 */
public record DayIntervals(int level) {
    /** Days as they are. */
    public static final DayIntervals EXACT = new DayIntervals(0);

    /** All bits but the sign: one interval for all days. */
    private static final int MOST_LEVEL = Integer.SIZE - 1;

    /** @throws IllegalArgumentException where there is no such level */
    public DayIntervals {
        if (level < 0 || level > MOST_LEVEL) {
            throw new IllegalArgumentException("level " + level);
        }
    }

    /** How many days an interval has. */
    public long days() {
        return 1L << level;
    }

    /** Whether there are too many groups and a higher level may make them fewer. */
    public boolean isTooFine(int groups, int most) {
        return groups > most && level < MOST_LEVEL;
    }

    /** The next level. */
    public DayIntervals coarser() {
        return new DayIntervals(level + 1);
    }

    /** The first day of the interval that days, not negative, fall into. */
    public int start(int days) {
        return days >>> level << level;
    }

    /** The same for a recency in the low half of a long, under an x that stays as it is. */
    public long startUnderX(long key) {
        return key >>> level << level;
    }

    /** The day that stands for an interval: its middle, the later of two. The middle never falls where the start rises. */
    public int middle(int start) {
        return start + (int) (days() >>> 1);
    }

    /** The recency that stands for an interval: the middle, but 0 for customers without a day after the first. */
    public int recency(int x, int start) {
        return x == 0 ? 0 : middle(start);
    }
}
