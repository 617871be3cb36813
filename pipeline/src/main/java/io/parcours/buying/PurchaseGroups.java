package io.parcours.buying;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * How many customers share each distinct x (days with activity after the first), recency (days from the first to the last
 * activity) and age (days from the first activity to the end of observation): all that a buying model needs of a log.
 *
 * <p>The groups are exact while there are no more than a bound of them. Beyond it recency and age lose their lowest bits,
 * as few as make all groups fit in the bound; a group then stands for the middle of its {@link DayIntervals}, while x
 * stays exact. That number of bits, the level, and the groups follow from the customers alone, not from how they were
 * parted and merged. Only where x alone has more values than the bound are there more groups than that.
 */
public final class PurchaseGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many groups at most: they take some 40 megabytes. */
    public static final int MOST_GROUPS = 1 << 20;

    private final int mostGroups;
    private transient GroupTable table;
    private transient long customers;

    public PurchaseGroups() {
        this(DayIntervals.EXACT, MOST_GROUPS);
    }

    /** For customers whose days were counted in these intervals already. */
    public PurchaseGroups(DayIntervals intervals) {
        this(intervals, MOST_GROUPS);
    }

    /** With a bound of one's own. */
    PurchaseGroups(int mostGroups) {
        this(DayIntervals.EXACT, mostGroups);
    }

    private PurchaseGroups(DayIntervals intervals, int mostGroups) {
        this.mostGroups = mostGroups;
        this.table = new GroupTable(intervals);
    }

    /** Adds a customer. */
    public void add(int x, int recency, int age) {
        add(x, recency, age, 1);
    }

    /**
     * Adds customers.
     *
     * @throws IllegalArgumentException for numbers that no history has
     */
    public void add(int x, int recency, int age, long more) {
        if (x < 0 || recency < 0 || age < recency || x == 0 && recency > 0 || more < 0) {
            throw new IllegalArgumentException(
                    more + " customers with x " + x + ", recency " + recency + " and age " + age);
        }
        if (more > 0) {
            customers = Math.addExact(customers, more);
            add((long) x << Integer.SIZE | recency, age, more);
        }
    }

    private void add(long key, int age, long more) {
        table.add(key, age, more);
        while (table.intervals().isTooFine(table.size(), mostGroups)) {
            table = table.in(table.intervals().coarser());
        }
    }

    /** Adds what was counted elsewhere, with the same bound. */
    public void merge(PurchaseGroups other) {
        customers = Math.addExact(customers, other.customers);
        if (other.intervals().level() > intervals().level()) {
            table = table.in(other.intervals());
        }
        table.widen(other.table.slots());
        for (int slot = 0; slot < other.table.slots(); slot++) {
            if (other.table.isTaken(slot)) {
                add(other.table.key(slot), other.table.age(slot), other.table.customers(slot));
            }
        }
    }

    /** How many groups there are. */
    public int size() {
        return table.size();
    }

    /** The intervals of days whose customers count as alike; one day each up to the bound. */
    public DayIntervals intervals() {
        return table.intervals();
    }

    /** How many customers there are. */
    public long customers() {
        return customers;
    }

    /** The groups by x, recency and age, rising. */
    SortedGroups sorted() {
        return SortedGroups.of(table);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(table.intervals().level());
        out.writeInt(table.slots());
        out.writeInt(table.size());
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                out.writeLong(table.key(slot));
                out.writeInt(table.age(slot));
                out.writeLong(table.customers(slot));
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        table = new GroupTable(new DayIntervals(in.readInt()));
        table.widen(in.readInt());
        int size = in.readInt();
        for (int i = 0; i < size; i++) {
            long key = in.readLong();
            int age = in.readInt();
            long more = in.readLong();
            table.add(key, age, more);
            customers += more;
        }
    }
}
