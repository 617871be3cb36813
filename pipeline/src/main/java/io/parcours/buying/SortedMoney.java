package io.parcours.buying;

import java.util.Arrays;

/** The groups of {@link MoneyGroups} by x and mean, rising: one order, however they were counted. */
public final class SortedMoney {
    private static final long LOW_BITS = 0xFFFFFFFFL;

    private final int[] x;
    private final double[] means;
    private final long[] customers;
    private final DistinctNumbers distinctX;

    private SortedMoney(int[] x, double[] means, long[] customers) {
        this.distinctX = DistinctNumbers.of(Arrays.stream(x));
        this.x = distinctX.indexes(x);
        this.means = means;
        this.customers = customers;
    }

    static SortedMoney of(MoneyTable table) {
        long[] distinct = table.distinctKeys();
        long[] order = new long[table.size()];
        int taken = 0;
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                order[taken++] = (long) table.x(slot) << Integer.SIZE | Arrays.binarySearch(distinct, table.bits(slot));
            }
        }
        Arrays.sort(order);
        int[] x = new int[order.length];
        double[] means = new double[order.length];
        long[] customers = new long[order.length];
        for (int i = 0; i < order.length; i++) {
            long bits = distinct[(int) (order[i] & LOW_BITS)];
            x[i] = (int) (order[i] >>> Integer.SIZE);
            means[i] = mean(bits, table.level());
            customers[i] = table.find(bits, x[i]);
        }
        return new SortedMoney(x, means, customers);
    }

    /** The middle of the means that share these bits; the mean itself at level 0. */
    private static double mean(long bits, int level) {
        double middle = level == 0 ? Double.longBitsToDouble(bits) : Double.longBitsToDouble(bits | 1L << level - 1);
        return middle < Double.POSITIVE_INFINITY ? middle : Double.MAX_VALUE;
    }

    public int size() {
        return x.length;
    }

    public int x(int group) {
        return distinctX.number(x[group]);
    }

    int xIndex(int group) {
        return x[group];
    }

    public double mean(int group) {
        return means[group];
    }

    public long customers(int group) {
        return customers[group];
    }

    DistinctNumbers distinctX() {
        return distinctX;
    }
}
