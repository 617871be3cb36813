package io.parcours.churn;

import java.io.Serializable;

/**
 * The rule of thumb beside which the model is judged: who has been silent for longest leaves. Its probability is the share
 * who left of those who had been silent for about as long at the former cut, in tenths of {@code inactive_after}.
 */
final class SilenceBands implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int BANDS = 10;

    private final int inactiveDays;
    private final long[] customers = new long[BANDS];
    private final long[] left = new long[BANDS];

    SilenceBands(int inactiveDays) {
        this.inactiveDays = inactiveDays;
    }

    void add(long silentDays, boolean isLeft) {
        int band = bandOf(silentDays);
        customers[band]++;
        left[band] += isLeft ? 1 : 0;
    }

    void merge(SilenceBands other) {
        for (int band = 0; band < BANDS; band++) {
            customers[band] += other.customers[band];
            left[band] += other.left[band];
        }
    }

    /** Longer silences than inactive_after, which only an end can leave standing, are in the last band. */
    private int bandOf(long silentDays) {
        return (int) Math.min(BANDS - 1, silentDays * BANDS / inactiveDays);
    }

    /** The probability of leaving; that of all together where nobody had been silent for as long. */
    double probability(long silentDays) {
        int band = bandOf(silentDays);
        return customers[band] > 0 ? (double) left[band] / customers[band] : share();
    }

    /** The share of all who left; 0 of nobody. */
    double share() {
        long all = 0;
        long gone = 0;
        for (int band = 0; band < BANDS; band++) {
            all += customers[band];
            gone += left[band];
        }
        return all > 0 ? (double) gone / all : 0;
    }
}
