package io.parcours.stats;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Optional;

/**
 * The mean of values and its 95 % interval, {@code mean -/+ t * s / sqrt(n)} with Student's t of n - 1 degrees of freedom
 * and the sample's standard deviation s: W. S. Gosset ("Student"), "The probable error of a mean", Biometrika 6 (1908)
 * 1-25. The sums of the values and of their squares are exact, so nothing depends on the order in which parts are added
 * or merged; a value counts as the shortest decimal that it is the nearest double to.
 */
public final class ExactMean implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final double CENTS = 1e2;
    private static final int SQUARE_PLACES = 4;
    /** The square of so many cents is a long. */
    private static final double MOST_CENTS = 3e9;

    private final ExactSum sum = new ExactSum();
    private long squares;
    private BigDecimal restOfSquares = BigDecimal.ZERO;

    /** Adds a value; NaN (no value) changes nothing. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        sum.add(value);
        double cents = Math.rint(value * CENTS);
        if (Math.abs(cents) < MOST_CENTS && cents / CENTS == value) {
            addSquares((long) cents * (long) cents);
        } else {
            BigDecimal exact = ShortestDecimal.of(value);
            restOfSquares = restOfSquares.add(exact.multiply(exact));
        }
    }

    /** Adds what was added elsewhere. */
    public void merge(ExactMean other) {
        sum.merge(other.sum);
        restOfSquares = restOfSquares.add(other.restOfSquares);
        addSquares(other.squares);
    }

    private void addSquares(long more) {
        if (squares > Long.MAX_VALUE - more) {
            restOfSquares = restOfSquares.add(scaled(squares));
            squares = 0;
        }
        squares += more;
    }

    private static BigDecimal scaled(long squares) {
        return new BigDecimal(BigInteger.valueOf(squares), SQUARE_PLACES);
    }

    /** How many values were added. */
    public long count() {
        return sum.count();
    }

    /** The mean, or nothing where no value was added. */
    public Optional<Double> mean() {
        return count() == 0 ? Optional.empty() : Optional.of(exactMean().doubleValue());
    }

    /** The interval, or nothing where fewer than two values were added. */
    public Optional<Interval> interval() {
        if (count() < 2) {
            return Optional.empty();
        }
        BigDecimal total = sum.total();
        BigDecimal count = BigDecimal.valueOf(count());
        BigDecimal deviations =
                scaled(squares).add(restOfSquares).multiply(count).subtract(total.multiply(total));
        double variance = deviations.doubleValue() / count() / (count() - 1);
        double half = StudentQuantile.of(count() - 1) * Math.sqrt(variance / count());
        double mean = exactMean().doubleValue();
        return Optional.of(new Interval(mean - half, mean + half));
    }

    private BigDecimal exactMean() {
        return sum.total().divide(BigDecimal.valueOf(count()), MathContext.DECIMAL64);
    }
}
