package io.parcours.stats;

/**
 * Two groups, and how many of each have a mark.
 *
 * @param oneWith how many of the one group have the mark
 * @param oneWithout how many of it have not
 * @param otherWith how many of the other group have the mark
 * @param otherWithout how many of it have not
 */
public record FourfoldTable(long oneWith, long oneWithout, long otherWith, long otherWithout) {

    public FourfoldTable {
        if (oneWith < 0 || oneWithout < 0 || otherWith < 0 || otherWithout < 0) {
            throw new IllegalArgumentException(
                    "counts below zero: %d, %d, %d, %d".formatted(oneWith, oneWithout, otherWith, otherWithout));
        }
    }

    public long one() {
        return oneWith + oneWithout;
    }

    public long other() {
        return otherWith + otherWithout;
    }

    public long with() {
        return oneWith + otherWith;
    }

    public long without() {
        return oneWithout + otherWithout;
    }

    public long total() {
        return one() + other();
    }

    /** Whether there are both groups, and units with and without the mark; otherwise it tells nothing of a difference. */
    public boolean isInformative() {
        return one() > 0 && other() > 0 && with() > 0 && without() > 0;
    }

    /** What {@link #oneWith} would be on average if the mark were dealt out at random. */
    double expected() {
        return (double) one() * with() / total();
    }

    /** The variance of {@link #oneWith} if the mark were dealt out at random: that of the hypergeometric distribution. */
    double variance() {
        double total = total();
        // Each factor by itself stays within doubles' whole numbers, products of millions would not stay within longs.
        return isInformative() ? one() / total * other() / total * with() * without() / (total - 1) : 0;
    }
}
