package io.parcours.stats;

import java.util.Optional;

/**
 * The means of one group and of another, the other's as if its strata had the sizes of the one's: {@code sum over strata
 * of share_s * mean_s}, where share_s is the stratum's part of the one group. Only strata with both groups count.
 *
 * <p>Amounts of the one group are independent. Those of the other may be of the same subjects from stratum to stratum: its
 * standard error is the sum of those of its strata, as large as it can be. Variances are those within strata, pooled over
 * the strata of a group; intervals are Student's. Source: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), sections
 * 5.3 to 5.6 and 5A.4 (stratified means, weights by strata).
 *
 * <p>Amounts are counted in whole units, so that sums are exact.
 */
public final class StratifiedMeans {
    private final double unit;
    private final Group one = new Group();
    private final Group other = new Group();
    private double otherMean;
    private double otherError;

    /** @param unitsOfOne how many units an amount of 1 is counted as; results are in whole amounts again */
    public StratifiedMeans(long unitsOfOne) {
        this.unit = 1.0 / unitsOfOne;
    }

    /** Takes in a stratum: how many amounts each group has, their sums and the sums of their squares. */
    public void add(Moments ofOne, Moments ofOther) {
        if (ofOne.count() == 0 || ofOther.count() == 0) {
            return;
        }
        one.add(ofOne);
        other.add(ofOther);
        otherMean += ofOne.count() * ((double) ofOther.sum() / ofOther.count());
        otherError += ofOne.count() / Math.sqrt(ofOther.count());
    }

    /** How many amounts, their sum in units and the sum of their squares. */
    public record Moments(long count, long sum, long squares) {}

    /** A value with its 95 % interval, which is nothing where too few amounts are there. */
    public record Estimate(double value, Optional<Interval> interval) {}

    public long oneCount() {
        return one.count;
    }

    public long otherCount() {
        return other.count;
    }

    /** The mean of the one group, or nothing where no stratum has both. */
    public Optional<Estimate> one() {
        return estimate((double) one.sum / one.count, oneError(), one.degrees());
    }

    /** The mean of the other group in the strata of the one. */
    public Optional<Estimate> other() {
        return estimate(otherMean / one.count, otherError(), other.degrees());
    }

    /** The one mean less the other. */
    public Optional<Estimate> difference() {
        return estimate(
                (double) one.sum / one.count - otherMean / one.count,
                Math.hypot(oneError(), otherError()),
                Math.min(one.degrees(), other.degrees()));
    }

    private double oneError() {
        return Math.sqrt(one.variance() / one.count);
    }

    private double otherError() {
        return Math.sqrt(other.variance()) * otherError / one.count;
    }

    private Optional<Estimate> estimate(double units, double unitError, long degrees) {
        if (one.count == 0) {
            return Optional.empty();
        }
        double value = units * unit;
        if (degrees < 1) {
            return Optional.of(new Estimate(value, Optional.empty()));
        }
        double half = StudentQuantile.of(degrees) * unitError * unit;
        return Optional.of(new Estimate(value, Optional.of(new Interval(value - half, value + half))));
    }

    private static final class Group {
        private long strata;
        private long count;
        private long sum;
        private double deviations;

        private void add(Moments moments) {
            strata++;
            count += moments.count();
            sum += moments.sum();
            double mean = (double) moments.sum() / moments.count();
            deviations += Math.max(0, moments.squares() - mean * moments.sum());
        }

        private long degrees() {
            return count - strata;
        }

        private double variance() {
            return degrees() < 1 ? 0 : deviations / degrees();
        }
    }
}
