package io.parcours.buying;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * How many customers share each distinct x (days with activity after the first), recency (days from the first to the last
 * activity) and age (days from the first activity to the end of observation): all that a buying model needs of a log. A
 * few million groups stand for any number of customers; each takes some 30 bytes.
 */
public final class PurchaseGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    private transient GroupTable table = new GroupTable();
    private transient long customers;

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
            table.add((long) x << Integer.SIZE | recency, age, more);
        }
    }

    /** Adds what was counted elsewhere. */
    public void merge(PurchaseGroups other) {
        customers = Math.addExact(customers, other.customers);
        table.widen(other.table.slots());
        for (int slot = 0; slot < other.table.slots(); slot++) {
            if (other.table.isTaken(slot)) {
                table.add(other.table.key(slot), other.table.age(slot), other.table.customers(slot));
            }
        }
    }

    /** How many groups there are. */
    public int size() {
        return table.size();
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
        table = new GroupTable();
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
