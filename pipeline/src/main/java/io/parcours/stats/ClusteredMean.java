package io.parcours.stats;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * A mean of amounts that come in clusters, such as the scores of one customer, which resemble each other, with its 95 %
 * interval {@code mean -/+ t * s}: s is the linearised standard error of a ratio over clusters,
 * {@code s² = c / (c - 1) * sum((total_i - mean * count_i)²) / count²}, and t Student's quantile of c - 1 degrees of
 * freedom for c clusters. Source: W. G. Cochran, "Sampling Techniques", 3rd ed. (1977), sections 3.12 and 6.3 to 6.5. With
 * one amount a cluster this is the usual interval of a mean.
 *
 * <p>Mergeable: sums are kept in whole units of the last decimal, exactly, so that nothing depends on the order in which
 * clusters were added or merged.
 */
public final class ClusteredMean implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double MOST_UNITS = 4e18;
    private static final MathContext DIGITS = new MathContext(40);

    private final int decimals;
    private long clusters;
    private long count;
    private final WideSum total = new WideSum();
    private final WideSum totalsSquared = new WideSum();
    private final WideSum countsSquared = new WideSum();
    private final WideSum products = new WideSum();

    /** @param decimals how many decimals of a cluster's total count; 0 to 9 */
    public ClusteredMean(int decimals) {
        if (decimals < 0 || decimals > 9) {
            throw new IllegalArgumentException("0 to 9 decimals are kept, not " + decimals);
        }
        this.decimals = decimals;
    }

    /**
     * Takes in one cluster; one without amounts changes nothing.
     *
     * @param clusterTotal the sum of its amounts; what lies beyond 4e18 units of the last decimal counts as that
     * @param clusterCount how many amounts it has
     * @throws IllegalArgumentException where the total is no number or the count is negative
     */
    public void add(double clusterTotal, long clusterCount) {
        if (Double.isNaN(clusterTotal) || clusterCount < 0) {
            throw new IllegalArgumentException("no total of " + clusterCount + ": " + clusterTotal);
        }
        if (clusterCount == 0) {
            return;
        }
        double scaled = Math.rint(clusterTotal * scale());
        long units = (long) Math.max(-MOST_UNITS, Math.min(MOST_UNITS, scaled));
        clusters++;
        count += clusterCount;
        total.addProduct(units, 1);
        totalsSquared.addProduct(units, units);
        countsSquared.addProduct(clusterCount, clusterCount);
        products.addProduct(units, clusterCount);
    }

    /** Takes in the clusters added elsewhere. */
    public void merge(ClusteredMean other) {
        clusters += other.clusters;
        count += other.count;
        total.merge(other.total);
        totalsSquared.merge(other.totalsSquared);
        countsSquared.merge(other.countsSquared);
        products.merge(other.products);
    }

    /** How many amounts were taken in. */
    public long count() {
        return count;
    }

    public long clusters() {
        return clusters;
    }

    /** The mean, or nothing where there are no amounts. */
    public Optional<Double> mean() {
        return count == 0 ? Optional.empty() : Optional.of(exactMean());
    }

    /** The interval, or nothing where there are fewer than two clusters. */
    public Optional<Interval> interval() {
        if (clusters < 2) {
            return Optional.empty();
        }
        // The sum of (total_i - T / N * count_i)², times N², in whole units: no digit is lost where all are alike.
        BigInteger whole = BigInteger.valueOf(count);
        BigInteger sum = total.total();
        BigInteger residual = totalsSquared
                .total()
                .multiply(whole)
                .multiply(whole)
                .subtract(sum.multiply(products.total()).multiply(whole).shiftLeft(1))
                .add(sum.multiply(sum).multiply(countsSquared.total()));
        double variance = new BigDecimal(residual).doubleValue()
                / (scale() * scale())
                / ((double) count * count)
                / ((double) count * count)
                * (clusters / (clusters - 1.0));
        double half = StudentQuantile.of(clusters - 1) * Math.sqrt(variance);
        double mean = exactMean();
        return Optional.of(new Interval(mean - half, mean + half));
    }

    /**
     * The interval of a mean of amounts that cannot lie outside two bounds: the one that {@link #interval()} would be if two
     * further clusters had been taken in, one with amounts at the lower bound and one at the upper, each as large as the
     * cluster that an amount lies in on average; cut at the bounds. It has a width also where all amounts are alike, it
     * always holds the mean, and one amount is enough.
     *
     * <p>For a difference of shares this is the adjusted Wald interval: A. Agresti and Y. Min, "Simple improved confidence
     * intervals for comparing matched proportions", Statistics in Medicine 24 (2005) 729-740; B. Rocks, "Interval estimation
     * for the Net Promoter Score", The American Statistician 70 (2016) 365-372, which finds it among the best. Student's
     * quantile instead of the normal one makes it wider where there are few clusters.
     *
     * @return nothing where there are no amounts
     */
    public Optional<Interval> intervalWithin(double lowest, double highest) {
        if (count == 0) {
            return Optional.empty();
        }
        BigDecimal low = new BigDecimal(lowest).movePointRight(decimals);
        BigDecimal high = new BigDecimal(highest).movePointRight(decimals);
        BigDecimal squares = new BigDecimal(countsSquared.total());
        BigDecimal weight = squares.divide(BigDecimal.valueOf(count), DIGITS);
        BigDecimal all = weight.multiply(BigDecimal.valueOf(2)).add(BigDecimal.valueOf(count));
        BigDecimal mean = weight.multiply(low.add(high))
                .add(new BigDecimal(total.total()))
                .divide(all, DIGITS);
        BigDecimal residual = new BigDecimal(totalsSquared.total())
                .subtract(mean.multiply(new BigDecimal(products.total())).multiply(BigDecimal.valueOf(2)))
                .add(mean.multiply(mean).multiply(squares))
                .add(square(weight.multiply(low.subtract(mean))))
                .add(square(weight.multiply(high.subtract(mean))));
        double variance = residual.divide(square(all), DIGITS).doubleValue()
                / (scale() * scale())
                * ((clusters + 2.0) / (clusters + 1.0));
        double half = StudentQuantile.of(clusters + 1) * Math.sqrt(variance);
        double centre = mean.movePointLeft(decimals).doubleValue();
        return Optional.of(new Interval(Math.max(lowest, centre - half), Math.min(highest, centre + half)));
    }

    private static BigDecimal square(BigDecimal number) {
        return number.multiply(number);
    }

    private double exactMean() {
        return new BigDecimal(total.total(), decimals)
                .divide(BigDecimal.valueOf(count), MathContext.DECIMAL128)
                .doubleValue();
    }

    private double scale() {
        return BigDecimal.ONE.movePointRight(decimals).doubleValue();
    }
}
