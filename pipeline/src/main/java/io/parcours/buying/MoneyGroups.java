package io.parcours.buying;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * How many customers share each distinct x (days with activity after the first, at least one) and mean value per such
 * day: all that Gamma-Gamma needs of a log.
 *
 * <p>The groups are exact while there are no more than a bound of them. Beyond it means lose their lowest bits, as few as
 * make all groups fit in the bound. That number of bits, the level, follows from the customers alone: a part of them
 * never needs a higher level than all do, and cutting bits in several turns is cutting the most at once. So the groups do
 * not depend on how customers were parted and merged.
 */
public final class MoneyGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    /** So many groups take some 20 megabytes. */
    static final int MOST_GROUPS = 1 << 20;

    /** All bits but the sign: one mean for all. */
    private static final int MOST_LEVEL = 63;

    private final int mostGroups;
    private transient MoneyTable table = new MoneyTable(0);
    private transient long customers;
    private long withoutValue;

    public MoneyGroups() {
        this(MOST_GROUPS);
    }

    /** With a bound of one's own. */
    MoneyGroups(int mostGroups) {
        this.mostGroups = mostGroups;
    }

    /** Adds a customer. */
    public void add(int x, double mean) {
        add(x, mean, 1);
    }

    /**
     * Adds customers; those whose mean is not a finite number above 0 are counted apart.
     *
     * @throws IllegalArgumentException where x is not positive
     */
    public void add(int x, double mean, long more) {
        if (x <= 0 || more < 0) {
            throw new IllegalArgumentException(more + " customers with x " + x);
        }
        if (!(mean > 0 && mean < Double.POSITIVE_INFINITY)) {
            withoutValue = Math.addExact(withoutValue, more);
        } else if (more > 0) {
            customers = Math.addExact(customers, more);
            table.add(x, Double.doubleToRawLongBits(mean), more);
            coarsen();
        }
    }

    /** Adds what was counted elsewhere, with the same bound. */
    public void merge(MoneyGroups other) {
        customers = Math.addExact(customers, other.customers);
        withoutValue = Math.addExact(withoutValue, other.withoutValue);
        if (other.table.level() > table.level()) {
            table = table.atLevel(other.table.level());
        }
        table.addAll(other.table);
        coarsen();
    }

    private void coarsen() {
        if (table.size() <= mostGroups) {
            return;
        }
        int tooLow = table.level();
        int fits = MOST_LEVEL;
        MoneyTable fitting = null;
        while (fits - tooLow > 1) {
            int level = (fits + tooLow) >>> 1;
            MoneyTable coarser = table.atLevel(level);
            if (coarser.size() <= mostGroups) {
                fits = level;
                fitting = coarser;
            } else {
                tooLow = level;
            }
        }
        // Where not even the highest level fits, x alone has more values than the bound.
        if (fitting != null) {
            table = fitting;
        } else if (table.level() < MOST_LEVEL) {
            table = table.atLevel(MOST_LEVEL);
        }
    }

    /** How many groups there are. */
    int size() {
        return table.size();
    }

    /** How many of the lowest bits of a mean are cut; 0 where the groups are exact. */
    int level() {
        return table.level();
    }

    /** How many customers have a mean above 0. */
    public long customers() {
        return customers;
    }

    /** How many customers have no mean above 0. */
    public long customersWithoutValue() {
        return withoutValue;
    }

    /** The groups by x and mean, rising. */
    public SortedMoney sorted() {
        return SortedMoney.of(table);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(table.level());
        out.writeInt(table.slots());
        out.writeInt(table.size());
        for (int slot = 0; slot < table.slots(); slot++) {
            if (table.isTaken(slot)) {
                out.writeInt(table.x(slot));
                out.writeLong(table.bits(slot));
                out.writeLong(table.customers(slot));
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        table = new MoneyTable(in.readInt());
        table.widen(in.readInt());
        int size = in.readInt();
        customers = 0;
        for (int i = 0; i < size; i++) {
            int x = in.readInt();
            long bits = in.readLong();
            long more = in.readLong();
            table.add(x, bits, more);
            customers += more;
        }
    }
}
