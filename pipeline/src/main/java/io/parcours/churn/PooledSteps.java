package io.parcours.churn;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A share that never falls as a score rises: blocks of enough customers, whose shares hold at the mean of their scores.
 * Between two means it rises evenly; beyond the outermost it stays.
 */
final class PooledSteps implements Serializable {
    private static final long serialVersionUID = 1L;

    private final double[] scores;
    private final double[] shares;

    private PooledSteps(double[] scores, double[] shares) {
        this.scores = scores;
        this.shares = shares;
    }

    /** The blocks that fit the tallies best, by squares; of at least one customer. */
    static PooledSteps of(ScoreTallies tallies) {
        Pool pool = new Pool(tallies.size());
        long customers = 0;
        long left = 0;
        double scores = 0;
        long rest = tallies.customers();
        for (int place = 0; place < tallies.size(); place++) {
            customers += tallies.customers(place);
            left += tallies.left(place);
            scores += tallies.customers(place) * tallies.score(place);
            rest -= tallies.customers(place);
            if (rest == 0
                    || customers >= LeavingCalibration.FEWEST_OF_BLOCK && rest >= LeavingCalibration.FEWEST_OF_BLOCK) {
                pool.add(scores, customers, left);
                customers = 0;
                left = 0;
                scores = 0;
            }
        }
        return pool.steps();
    }

    /** The share at a score. */
    double share(double score) {
        int above = Arrays.binarySearch(scores, score);
        if (above >= 0) {
            return shares[above];
        }
        above = -above - 1;
        if (above == 0 || above == scores.length) {
            return shares[Math.max(0, above - 1)];
        }
        double part = (score - scores[above - 1]) / (scores[above] - scores[above - 1]);
        return Math.min(shares[above], shares[above - 1] + part * (shares[above] - shares[above - 1]));
    }

    /** Blocks in the order of their scores; whichever has no higher share than the one before is pooled with it. */
    private static final class Pool {
        private final double[] scores;
        private final long[] customers;
        private final long[] left;
        private int size;

        Pool(int most) {
            scores = new double[most];
            customers = new long[most];
            left = new long[most];
        }

        void add(double moreScores, long more, long moreLeft) {
            scores[size] = moreScores;
            customers[size] = more;
            left[size] = moreLeft;
            size++;
            while (size > 1 && share(size - 2) >= share(size - 1)) {
                size--;
                scores[size - 1] += scores[size];
                customers[size - 1] += customers[size];
                left[size - 1] += left[size];
            }
        }

        private double share(int block) {
            return (double) left[block] / customers[block];
        }

        PooledSteps steps() {
            double[] means = new double[size];
            double[] shares = new double[size];
            for (int block = 0; block < size; block++) {
                double mean = scores[block] / customers[block];
                // Rounding must not turn the order of neighbours.
                means[block] = block == 0 ? mean : Math.max(means[block - 1], mean);
                shares[block] = share(block);
            }
            return new PooledSteps(means, shares);
        }
    }
}
