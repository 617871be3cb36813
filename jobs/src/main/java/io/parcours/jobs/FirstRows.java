package io.parcours.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Keeps the first rows of an order, those that compare equal in the order they came: twice the limit at most is held,
 * however many rows come.
 */
final class FirstRows {
    private static final int LEAST_HELD = 1_000;

    private final Comparator<RowValues> order;
    private final long limit;
    private final long mostHeld;
    private List<RowValues> rows = new ArrayList<>();

    FirstRows(Comparator<RowValues> order, long limit) {
        this.order = order;
        this.limit = limit;
        this.mostHeld = Math.max(LEAST_HELD, limit > Long.MAX_VALUE / 2 ? Long.MAX_VALUE : 2 * limit);
    }

    void add(RowValues row) {
        rows.add(row);
        if (rows.size() >= mostHeld) {
            rows = sorted();
        }
    }

    /** The first rows, in order. */
    List<RowValues> sorted() {
        // The sort is stable, and what is kept stands before what comes later.
        rows.sort(order);
        return rows.size() > limit ? new ArrayList<>(rows.subList(0, (int) limit)) : rows;
    }
}
