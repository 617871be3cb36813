package io.parcours.stats;

import java.io.Serializable;
import java.math.BigInteger;
import java.util.Arrays;

/**
 * Sums of features, of their products, and of features of those to whom something happened. Exact, so that parts may be
 * summed anywhere and merged in any order: features lie on a grid of 2^-{@value #GRID_BITS}, and products are summed in
 * two halves of 32 bits. Nothing overflows before 2^31 cases.
 */
public final class FeatureMoments implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The largest feature, either sign. */
    public static final double LARGEST = 64;

    private static final int GRID_BITS = 20;
    private static final double GRID = 1L << GRID_BITS;
    private static final double SQUARED_GRID = GRID * GRID;

    private final int features;
    private long count;
    private long hits;
    private final long[] sums;
    private final long[] hitSums;
    private final long[] upperProducts;
    private final long[] lowerProducts;
    private final long[] least;
    private final long[] greatest;
    private transient long[] units;

    /** Nothing summed yet, of so many features. */
    public FeatureMoments(int features) {
        this.features = features;
        sums = new long[features];
        hitSums = new long[features];
        upperProducts = new long[features * (features + 1) / 2];
        lowerProducts = new long[upperProducts.length];
        least = new long[features];
        greatest = new long[features];
        Arrays.fill(least, Long.MAX_VALUE);
        Arrays.fill(greatest, Long.MIN_VALUE);
    }

    /** The nearest feature on the grid. */
    public static double onGrid(double feature) {
        // Not the negative zero.
        return Math.rint(feature * GRID) / GRID + 0.0;
    }

    /**
     * Adds a case.
     *
     * @param values its features, on the grid
     * @param isHit whether it happened to it
     * @throws IllegalArgumentException when a feature is no number or too large
     */
    public void add(double[] values, boolean isHit) {
        if (units == null) {
            units = new long[features];
        }
        count++;
        hits += isHit ? 1 : 0;
        int product = 0;
        for (int i = 0; i < features; i++) {
            if (!(Math.abs(values[i]) <= LARGEST)) {
                throw new IllegalArgumentException("no feature: " + values[i]);
            }
            long unit = (long) Math.rint(values[i] * GRID);
            units[i] = unit;
            sums[i] += unit;
            hitSums[i] += isHit ? unit : 0;
            least[i] = Math.min(least[i], unit);
            greatest[i] = Math.max(greatest[i], unit);
            for (int j = 0; j <= i; j++) {
                long squared = unit * units[j];
                upperProducts[product] += squared >> 32;
                lowerProducts[product++] += squared & 0xFFFFFFFFL;
            }
        }
    }

    /** Adds what was summed elsewhere, over other cases. */
    public void merge(FeatureMoments other) {
        count += other.count;
        hits += other.hits;
        addAll(sums, other.sums);
        addAll(hitSums, other.hitSums);
        addAll(upperProducts, other.upperProducts);
        addAll(lowerProducts, other.lowerProducts);
        for (int i = 0; i < features; i++) {
            least[i] = Math.min(least[i], other.least[i]);
            greatest[i] = Math.max(greatest[i], other.greatest[i]);
        }
    }

    private static void addAll(long[] into, long[] others) {
        for (int i = 0; i < into.length; i++) {
            into[i] += others[i];
        }
    }

    public int features() {
        return features;
    }

    public long count() {
        return count;
    }

    /** To how many it happened. */
    public long hits() {
        return hits;
    }

    /** To how many it did not. */
    public long misses() {
        return count - hits;
    }

    /** The mean of a feature; there must be cases. */
    public double mean(int feature) {
        return sums[feature] / GRID / count;
    }

    /** Its mean over those to whom it happened; there must be some. */
    public double hitMean(int feature) {
        return hitSums[feature] / GRID / hits;
    }

    /** Its mean over those to whom it did not happen; there must be some. */
    public double missMean(int feature) {
        return (sums[feature] - hitSums[feature]) / GRID / misses();
    }

    /** Its standard deviation, divided by the count; exactly 0 where the feature is the same for all. */
    public double deviation(int feature) {
        return Math.sqrt(covariance(feature, feature));
    }

    /** The least value of a feature. */
    public double least(int feature) {
        return least[feature] / GRID;
    }

    /** The greatest value of a feature. */
    public double greatest(int feature) {
        return greatest[feature] / GRID;
    }

    /** How many features differ between cases. */
    public int varied() {
        int varied = 0;
        for (int i = 0; i < features; i++) {
            varied += greatest[i] > least[i] ? 1 : 0;
        }
        return varied;
    }

    /** The covariance of two features, divided by the count. */
    public double covariance(int one, int other) {
        int i = Math.max(one, other);
        int product = i * (i + 1) / 2 + Math.min(one, other);
        BigInteger products = BigInteger.valueOf(upperProducts[product])
                .shiftLeft(32)
                .add(BigInteger.valueOf(lowerProducts[product]));
        return centred(products, sums[one], sums[other]) / SQUARED_GRID;
    }

    /** The covariance of a feature and of whether it happened, divided by the count. */
    public double covarianceWithHit(int feature) {
        return centred(BigInteger.valueOf(hitSums[feature]), sums[feature], hits) / GRID;
    }

    /** The mean of products less the product of means, without cancellation. */
    private double centred(BigInteger products, long one, long other) {
        BigInteger scaled = products.multiply(BigInteger.valueOf(count));
        return scaled.subtract(BigInteger.valueOf(one).multiply(BigInteger.valueOf(other)))
                        .doubleValue()
                / count
                / count;
    }
}
