package io.parcours.churn;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.function.IntPredicate;

/** How many customers share each distinct score, rising, and how many of them left. */
final class ScoreTallies {
    private final double[] scores;
    private final long[] customers;
    private final long[] left;

    private ScoreTallies(double[] scores) {
        this.scores = scores;
        this.customers = new long[scores.length];
        this.left = new long[scores.length];
    }

    /** Over all groups, whose scores are given. */
    static ScoreTallies of(OutcomeGroups groups, double[] scores) {
        return of(groups, scores, group -> true);
    }

    /** Over some of the groups. */
    static ScoreTallies of(OutcomeGroups groups, double[] scores, IntPredicate which) {
        double[] all = new double[groups.size()];
        int taken = 0;
        for (int group = 0; group < groups.size(); group++) {
            if (which.test(group)) {
                all[taken++] = scores[group];
            }
        }
        ScoreTallies tallies = new ScoreTallies(distinct(all, taken));
        for (int group = 0; group < groups.size(); group++) {
            if (which.test(group)) {
                int place = tallies.place(scores[group]);
                tallies.customers[place] += groups.customers(group);
                tallies.left[place] += groups.left(group);
            }
        }
        return tallies;
    }

    /** Over classes of customers with rising scores. */
    static ScoreTallies ofClasses(double[] scores, long[] customers, long[] left) {
        ScoreTallies tallies = new ScoreTallies(scores);
        System.arraycopy(customers, 0, tallies.customers, 0, scores.length);
        System.arraycopy(left, 0, tallies.left, 0, scores.length);
        return tallies;
    }

    private static double[] distinct(double[] values, int size) {
        Arrays.sort(values, 0, size);
        int distinct = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || values[i] != values[i - 1]) {
                values[distinct++] = values[i];
            }
        }
        return Arrays.copyOf(values, distinct);
    }

    int size() {
        return scores.length;
    }

    /** Where the score is; it must be one of these. */
    int place(double score) {
        return Arrays.binarySearch(scores, score);
    }

    double score(int place) {
        return scores[place];
    }

    long customers(int place) {
        return customers[place];
    }

    long left(int place) {
        return left[place];
    }

    long customers() {
        return Arrays.stream(customers).sum();
    }

    long left() {
        return Arrays.stream(left).sum();
    }

    /** In which tenth of all customers, 0 to 9, each score is, the lowest first: that of the first who has it. */
    int[] risingTenths() {
        int[] tenths = new int[size()];
        long all = customers();
        long below = 0;
        for (int place = 0; place < size(); place++) {
            tenths[place] = (int) (below * 10 / all);
            below += customers[place];
        }
        return tenths;
    }

    /** The same, the highest first. */
    int[] fallingTenths() {
        int[] tenths = new int[size()];
        long all = customers();
        long above = 0;
        for (int place = size() - 1; place >= 0; place--) {
            tenths[place] = (int) (above * 10 / all);
            above += customers[place];
        }
        return tenths;
    }

    /**
     * The chance that of two customers, one who left and one who stayed, the one who left has the higher score, where
     * equal scores are half a chance: the area under the curve of Mann and Whitney. Empty where nobody left, or all did.
     */
    OptionalDouble discrimination() {
        double pairs = (double) left() * (customers() - left());
        if (pairs == 0) {
            return OptionalDouble.empty();
        }
        double wins = 0;
        long stayedBelow = 0;
        for (int place = 0; place < size(); place++) {
            long stayed = customers[place] - left[place];
            wins += left[place] * (stayedBelow + stayed / 2.0);
            stayedBelow += stayed;
        }
        return OptionalDouble.of(wins / pairs);
    }

    /** The mean squared difference between the scores, as probabilities, and 1 for who left, 0 for who stayed. */
    OptionalDouble brierScore() {
        double sum = 0;
        for (int place = 0; place < size(); place++) {
            double miss = 1 - scores[place];
            sum += left[place] * miss * miss + (customers[place] - left[place]) * scores[place] * scores[place];
        }
        return size() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / customers());
    }
}
