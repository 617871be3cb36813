package io.parcours.stats;

import java.io.Serializable;
import java.math.BigDecimal;

/**
 * A sum of amounts that is exact, so that it does not depend on the order in which parts are added or merged. A value
 * that is the nearest double to a decimal of at most four decimal places (29.33) counts as that decimal; any other
 * counts as exactly what the double holds.
 */
public final class ExactSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int PLACES = 4;
    private static final double UNIT = 1e4;
    /** Below this many units a double tells every decimal of four places from its neighbours. */
    private static final double LIMIT = 1e14;

    private long units;
    private BigDecimal rest = BigDecimal.ZERO;

    /** Adds a value; NaN (no value) changes nothing. */
    public void add(double value) {
        if (Double.isNaN(value)) {
            return;
        }
        double rounded = Math.rint(value * UNIT);
        if (Math.abs(rounded) < LIMIT && rounded / UNIT == value) {
            addUnits((long) rounded);
        } else {
            rest = rest.add(new BigDecimal(value));
        }
    }

    /** Adds what was summed elsewhere. */
    public void merge(ExactSum other) {
        addUnits(other.units);
        rest = rest.add(other.rest);
    }

    /** The sum. */
    public BigDecimal total() {
        return BigDecimal.valueOf(units, PLACES).add(rest);
    }

    /** The double nearest to the sum. */
    public double toDouble() {
        return total().doubleValue();
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
