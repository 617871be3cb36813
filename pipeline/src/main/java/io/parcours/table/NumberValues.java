package io.parcours.table;

import java.util.Arrays;
import org.apache.parquet.column.statistics.Statistics;

/** Whole numbers, doubles, instants or days; each as a long that is unequal for unequal values. */
final class NumberValues extends RepeatingValues {
    private static final int MOST_ENTRIES = 1 << 15;
    /** A log made to collide must not make lookups slow. */
    private static final int MOST_PROBES = 64;

    private final ColumnType type;
    private long least = Long.MAX_VALUE;
    private long greatest = Long.MIN_VALUE;
    private boolean isEmpty = true;

    private long[] entries = new long[16];
    private int entryCount;
    private int[] slots = new int[32];
    private long last;
    private int lastCode = -1;

    NumberValues(ColumnType type) {
        this.type = type;
    }

    /** Adds the bits of a double that is a number. */
    void add(double value) {
        add(Double.doubleToRawLongBits(value));
    }

    /** Adds a whole number, an instant's microseconds, a day's number, or a double's bits. */
    void add(long value) {
        long place = type == ColumnType.REAL ? placeOfReal(value) : value;
        least = Math.min(least, place);
        greatest = Math.max(greatest, place);
        isEmpty = false;
        if (encodes()) {
            int code = value == last && lastCode >= 0 ? lastCode : codeOf(value);
            if (code >= 0) {
                last = value;
                lastCode = code;
                codes().add(code);
                return;
            }
            stopEncoding();
        }
        put(value, plain());
    }

    /** Longs in the order of the doubles that have these bits; its own inverse. */
    private static long placeOfReal(long bits) {
        return bits ^ bits >> 63 & Long.MAX_VALUE;
    }

    private void put(long value, PageBytes page) {
        if (type == ColumnType.DATE) {
            page.putInt((int) value);
        } else {
            page.putLong(value);
        }
    }

    /** The value's place, a new one where it is new, or -1 where the dictionary is full. */
    private int codeOf(long value) {
        int mask = slots.length - 1;
        int slot = slotOf(value);
        for (int probe = 0; probe < MOST_PROBES; probe++) {
            int code = slots[slot] - 1;
            if (code < 0) {
                return enter(value, slot);
            }
            if (entries[code] == value) {
                return code;
            }
            slot = slot + 1 & mask;
        }
        return -1;
    }

    /** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): neighbours fall far apart. */
    private int slotOf(long value) {
        return (int) (value * 0x9E3779B97F4A7C15L >>> 40) & slots.length - 1;
    }

    private int enter(long value, int slot) {
        if (entryCount == MOST_ENTRIES || isFutile()) {
            return -1;
        }
        slots[slot] = entryCount + 1;
        if (entryCount == entries.length) {
            entries = Arrays.copyOf(entries, 2 * entryCount);
        }
        entries[entryCount++] = value;
        if (2 * entryCount > slots.length) {
            spread();
        }
        return entryCount - 1;
    }

    private void spread() {
        slots = new int[2 * slots.length];
        int mask = slots.length - 1;
        for (int code = 0; code < entryCount; code++) {
            int slot = slotOf(entries[code]);
            while (slots[slot] != 0) {
                slot = slot + 1 & mask;
            }
            slots[slot] = code + 1;
        }
    }

    @Override
    int entryCount() {
        return entryCount;
    }

    @Override
    int entryBytes() {
        return entryCount * Long.BYTES;
    }

    @Override
    void putEntry(int code, PageBytes page) {
        put(entries[code], page);
    }

    @Override
    void forgetEntries() {
        entryCount = 0;
        lastCode = -1;
        Arrays.fill(slots, 0);
    }

    @Override
    public void describe(Statistics<?> statistics) {
        if (!isEmpty) {
            describe(least, statistics);
            describe(greatest, statistics);
            least = Long.MAX_VALUE;
            greatest = Long.MIN_VALUE;
            isEmpty = true;
        }
    }

    private void describe(long place, Statistics<?> statistics) {
        switch (type) {
            case REAL -> statistics.updateStats(Double.longBitsToDouble(placeOfReal(place)));
            case DATE -> statistics.updateStats((int) place);
            default -> statistics.updateStats(place);
        }
    }
}
