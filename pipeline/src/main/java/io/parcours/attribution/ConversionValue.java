package io.parcours.attribution;

import io.parcours.stats.ShortestDecimal;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * The value of the conversion at hand, to be parted like the conversion: in whole millionths, and what that leaves of
 * the value goes to the last name. The parts add up to the value as a decimal, exactly.
 */
final class ConversionValue {
    /** How many units of a cell are one of value. */
    static final double UNIT = 1e6;

    private static final int PLACES = 6;
    /** Below so many millionths a double is the shortest decimal's nearest. */
    private static final double EXACT = 1e15;
    /** From this value on parts are worked out as decimals. */
    private static final double LARGE = 1e12;

    private static final BigDecimal WHOLE = BigDecimal.valueOf(CreditShares.WHOLE);

    private long millionths;
    /** What the millionths leave of the value, in millionths; null where that is nothing. */
    private BigDecimal rest;

    private boolean isLarge;

    /** Takes a value; NaN, no value, is nothing. */
    void set(double value) {
        double rounded = Math.rint(value * UNIT);
        isLarge = false;
        rest = null;
        if (Double.isNaN(value)) {
            millionths = 0;
        } else if (Math.abs(rounded) < EXACT && rounded / UNIT == value) {
            millionths = (long) rounded;
        } else {
            BigDecimal exact = ShortestDecimal.of(value).movePointRight(PLACES);
            isLarge = Math.abs(value) >= LARGE;
            millionths = isLarge ? 0 : exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact();
            rest = exact.subtract(BigDecimal.valueOf(millionths));
        }
    }

    /** Adds all of it to a cell. */
    void addTo(ExactCells cells, int cell) {
        cells.add(cell, millionths);
        if (rest != null) {
            cells.add(cell, rest);
        }
    }

    /** Adds to the name's cell at a column its part of the value, for every name of the shares. */
    void addTo(ExactCells cells, CreditShares shares, int width, int column) {
        int last = shares.size() - 1;
        long left = millionths;
        for (int i = 0; i < last; i++) {
            long part = Math.round((double) shares.parts(i) / CreditShares.WHOLE * millionths);
            cells.add(shares.name(i) * width + column, part);
            left -= part;
        }
        int lastCell = shares.name(last) * width + column;
        cells.add(lastCell, left);
        if (rest != null) {
            addRest(cells, shares, width, column);
        }
    }

    private void addRest(ExactCells cells, CreditShares shares, int width, int column) {
        int last = shares.size() - 1;
        BigDecimal left = rest;
        for (int i = 0; isLarge && i < last; i++) {
            BigDecimal part =
                    rest.multiply(BigDecimal.valueOf(shares.parts(i))).divide(WHOLE, 0, RoundingMode.HALF_EVEN);
            cells.add(shares.name(i) * width + column, part);
            left = left.subtract(part);
        }
        cells.add(shares.name(last) * width + column, left);
    }
}
