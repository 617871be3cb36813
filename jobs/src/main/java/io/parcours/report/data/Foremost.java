package io.parcours.report.data;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Keeps the first few of many rows by an order, ties in the order in which they came, and counts all. */
public final class Foremost {
    private final int most;
    private final Comparator<Placed> order;
    private final PriorityQueue<Placed> kept;
    private long count;

    private record Placed(Row row, long place) {}

    /** Keeps at most so many, the first by the order. */
    public Foremost(int most, Comparator<Row> order) {
        this.most = most;
        this.order = Comparator.comparing(Placed::row, order).thenComparingLong(Placed::place);
        this.kept = new PriorityQueue<>(this.order.reversed());
    }

    /** Takes the next row. */
    public void add(Row row) {
        kept.add(new Placed(row, count++));
        if (kept.size() > most) {
            kept.poll();
        }
    }

    /** How many there were. */
    public long count() {
        return count;
    }

    /** The first of them, in order. */
    public List<Row> rows() {
        return kept.stream().sorted(order).map(Placed::row).toList();
    }
}
