package io.parcours.stats;

import java.io.Serializable;
import java.math.BigInteger;

/** A sum of products of whole numbers in 128 bits: exact, whatever the order in which parts are added or merged. */
final class WideSum implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final BigInteger WORD = BigInteger.ONE.shiftLeft(Long.SIZE);

    private long high;
    private long low;

    /** Adds the product of two whole numbers. */
    void addProduct(long one, long other) {
        add(Math.multiplyHigh(one, other), one * other);
    }

    void merge(WideSum other) {
        add(other.high, other.low);
    }

    BigInteger total() {
        BigInteger unsignedLow = BigInteger.valueOf(low);
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(low < 0 ? unsignedLow.add(WORD) : unsignedLow);
    }

    private void add(long moreHigh, long moreLow) {
        long sum = low + moreLow;
        boolean carries = Long.compareUnsigned(sum, low) < 0;
        high += moreHigh + (carries ? 1 : 0);
        low = sum;
    }
}
