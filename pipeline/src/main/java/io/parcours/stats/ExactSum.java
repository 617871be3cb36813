package io.parcours.stats;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A sum of amounts that is exact, so that it does not depend on the order in which parts are added or merged. A value
 * counts as the shortest decimal that it is the nearest double to: 29.33 as 29.33, not as
 * 29.329999999999998294697434175759553909301757812.
 */
public final class ExactSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int PLACES = 4;
    private static final double UNIT = 1e4;
    /** Below this many units a double tells every decimal of four places from its neighbours. */
    private static final double LIMIT = 1e14;

    private long count;
    private long units;
    private BigDecimal rest = BigDecimal.ZERO;

    /**
     * Adds a value; NaN (no value) changes nothing.
     *
     * @throws IllegalArgumentException when the value is infinite
     */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        if (Double.isInfinite(value)) {
            throw new IllegalArgumentException("an infinite value cannot be summed");
        }
        count++;
        double rounded = Math.rint(value * UNIT);
        if (Math.abs(rounded) < LIMIT && rounded / UNIT == value) {
            addUnits((long) rounded);
        } else {
            rest = rest.add(ShortestDecimal.of(value));
        }
    }

    /** Adds what was summed elsewhere. */
    public void merge(ExactSum other) {
        count += other.count;
        rest = rest.add(other.rest);
        addUnits(other.units);
    }

    /** How many values were added. */
    public long count() {
        return count;
    }

    /** The sum; 0 where no value was added. */
    public BigDecimal total() {
        return BigDecimal.valueOf(units, PLACES).add(rest);
    }

    /** The double nearest to the sum; 0 where no value was added. */
    public double toDouble() {
        return total().doubleValue();
    }

    /** The double nearest to the sum, or nothing where no value was added. */
    public Optional<Double> value() {
        return count == 0 ? Optional.empty() : Optional.of(toDouble());
    }

    private void addUnits(long more) {
        long sum = units + more;
        if (((units ^ sum) & (more ^ sum)) < 0) {
            rest = rest.add(BigDecimal.valueOf(units, PLACES));
            units = more;
        } else {
            units = sum;
        }
    }
}
