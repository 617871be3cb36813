package io.parcours.churn;

import io.parcours.buying.DayIntervals;
import io.parcours.buying.PurchaseGroups;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;

/**
 * What came after a back-test's cut, counted for each distinct x, recency and age at the cut and each half of the
 * customers: a hash table without an object per entry, some 70 bytes each; written, some 10. Beyond a bound of entries
 * recency and age are the starts of the narrowest {@link DayIntervals} in which all fit, as in {@link PurchaseGroups}.
 */
final class OutcomeTable implements Serializable {
    private static final long serialVersionUID = 1L;
    private static final int FIRST_SLOTS = 1 << 8;
    private static final int MOST_SLOTS = 1 << 30;

    private final int mostGroups;
    private transient DayIntervals intervals = DayIntervals.EXACT;
    /** x and recency in one. */
    private transient long[] keys;
    /** Age and half in one. */
    private transient int[] ages;
    /** 0 where the slot is free. */
    private transient int[] customers;

    private transient int[] left;
    private transient int[] fallenSilent;
    private transient long[] laterDays;
    private transient int size;

    OutcomeTable() {
        this(PurchaseGroups.MOST_GROUPS);
    }

    /** With a bound of one's own. */
    OutcomeTable(int mostGroups) {
        this.mostGroups = mostGroups;
        allocate(FIRST_SLOTS);
    }

    private void allocate(int slots) {
        keys = new long[slots];
        ages = new int[slots];
        customers = new int[slots];
        left = new int[slots];
        fallenSilent = new int[slots];
        laterDays = new long[slots];
        size = 0;
    }

    int size() {
        return size;
    }

    /** The intervals of days whose customers count as alike; one day each up to the bound. */
    DayIntervals intervals() {
        return intervals;
    }

    int slots() {
        return keys.length;
    }

    boolean isTaken(int slot) {
        return customers[slot] != 0;
    }

    long key(int slot) {
        return keys[slot];
    }

    int ageAndHalf(int slot) {
        return ages[slot];
    }

    int customers(int slot) {
        return customers[slot];
    }

    int left(int slot) {
        return left[slot];
    }

    int fallenSilent(int slot) {
        return fallenSilent[slot];
    }

    long laterDays(int slot) {
        return laterDays[slot];
    }

    static long keyOf(int x, int recency) {
        return (long) x << Integer.SIZE | recency;
    }

    static int ageAndHalfOf(int age, int half) {
        return age << 1 | half;
    }

    /** Adds customers, at least one, who were alike at the cut. */
    void add(long key, int ageAndHalf, int more, int moreLeft, int moreFallenSilent, long moreDays) {
        put(key, ageAndHalf, more, moreLeft, moreFallenSilent, moreDays);
        while (intervals.isTooFine(size, mostGroups)) {
            coarsen(intervals.coarser());
        }
    }

    private void put(long exactKey, int exactAgeAndHalf, int more, int moreLeft, int moreFallenSilent, long moreDays) {
        long key = intervals.startUnderX(exactKey);
        int ageAndHalf = ageAndHalfOf(intervals.start(exactAgeAndHalf >>> 1), exactAgeAndHalf & 1);
        int slot = slot(key, ageAndHalf);
        if (customers[slot] == 0) {
            keys[slot] = key;
            ages[slot] = ageAndHalf;
            size++;
        }
        customers[slot] = Math.addExact(customers[slot], more);
        left[slot] += moreLeft;
        fallenSilent[slot] += moreFallenSilent;
        laterDays[slot] = Math.addExact(laterDays[slot], moreDays);
        if (size > slots() / 4 * 3 && slots() < MOST_SLOTS) {
            rehash(slots() * 2);
        }
    }

    private void coarsen(DayIntervals coarser) {
        intervals = coarser;
        rehash(slots());
    }

    /** Adds what was counted elsewhere, with the same bound. */
    void merge(OutcomeTable other) {
        if (other.intervals.level() > intervals.level()) {
            coarsen(other.intervals);
        }
        // Entries that come in the order of their hashes would crowd in one part of a smaller table.
        if (slots() < other.slots()) {
            rehash(other.slots());
        }
        for (int slot = 0; slot < other.slots(); slot++) {
            if (other.isTaken(slot)) {
                add(other, slot);
            }
        }
    }

    private void add(OutcomeTable other, int slot) {
        add(
                other.keys[slot],
                other.ages[slot],
                other.customers[slot],
                other.left[slot],
                other.fallenSilent[slot],
                other.laterDays[slot]);
    }

    private void rehash(int slots) {
        OutcomeTable former = new OutcomeTable();
        former.keys = keys;
        former.ages = ages;
        former.customers = customers;
        former.left = left;
        former.fallenSilent = fallenSilent;
        former.laterDays = laterDays;
        allocate(slots);
        for (int slot = 0; slot < former.slots(); slot++) {
            if (former.isTaken(slot)) {
                put(
                        former.keys[slot],
                        former.ages[slot],
                        former.customers[slot],
                        former.left[slot],
                        former.fallenSilent[slot],
                        former.laterDays[slot]);
            }
        }
    }

    /** Where the entry is, or the free slot it belongs in. */
    int slot(long key, int ageAndHalf) {
        int mask = slots() - 1;
        int slot = (int) hash(key, ageAndHalf) & mask;
        while (customers[slot] != 0 && (keys[slot] != key || ages[slot] != ageAndHalf)) {
            slot = slot + 1 & mask;
        }
        return slot;
    }

    /** The mixing of S. Vigna's splitmix64, public domain: near keys go to far slots. */
    private static long hash(long key, int ageAndHalf) {
        long mixed = key + ageAndHalf * 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ mixed >>> 30) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D049BB133111EBL;
        return mixed ^ mixed >>> 31;
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        out.defaultWriteObject();
        out.writeInt(intervals.level());
        out.writeInt(slots());
        out.writeInt(size);
        for (int slot = 0; slot < slots(); slot++) {
            if (isTaken(slot)) {
                CompactCounts.write(out, keys[slot] >>> Integer.SIZE);
                CompactCounts.write(out, keys[slot] & 0xFFFFFFFFL);
                CompactCounts.write(out, ages[slot] & 0xFFFFFFFFL);
                CompactCounts.write(out, customers[slot]);
                CompactCounts.write(out, left[slot]);
                CompactCounts.write(out, fallenSilent[slot]);
                CompactCounts.write(out, laterDays[slot]);
            }
        }
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        intervals = new DayIntervals(in.readInt());
        allocate(in.readInt());
        int entries = in.readInt();
        for (int i = 0; i < entries; i++) {
            long key = CompactCounts.read(in) << Integer.SIZE | CompactCounts.read(in);
            add(
                    key,
                    (int) CompactCounts.read(in),
                    (int) CompactCounts.read(in),
                    (int) CompactCounts.read(in),
                    (int) CompactCounts.read(in),
                    CompactCounts.read(in));
        }
    }
}
