package io.parcours.attribution;

import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Sums by number, exact whatever the order in which amounts are added or merged; 0 where nothing was added. */
final class ExactCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private long[] units = new long[16];
    private int size;
    /** What no long holds, by cell. */
    private final Map<Integer, BigDecimal> rests = new HashMap<>();

    void add(int cell, long amount) {
        reach(cell);
        long sum = units[cell] + amount;
        if (((units[cell] ^ sum) & (amount ^ sum)) < 0) {
            add(cell, BigDecimal.valueOf(units[cell]));
            sum = amount;
        }
        units[cell] = sum;
    }

    void add(int cell, BigDecimal amount) {
        reach(cell);
        rests.merge(cell, amount, BigDecimal::add);
    }

    /** Adds one cell of others to a cell. */
    void add(int cell, ExactCells others, int otherCell) {
        if (otherCell < others.size) {
            add(cell, others.units[otherCell]);
            BigDecimal rest = others.rests.get(otherCell);
            if (rest != null) {
                add(cell, rest);
            }
        }
    }

    /** No cell from here on was added to. */
    int size() {
        return size;
    }

    BigDecimal total(int cell) {
        if (cell >= size) {
            return BigDecimal.ZERO;
        }
        return BigDecimal.valueOf(units[cell]).add(rests.getOrDefault(cell, BigDecimal.ZERO));
    }

    /** The double nearest to the sum. */
    double toDouble(int cell) {
        if (cell >= size) {
            return 0;
        }
        return rests.containsKey(cell) ? total(cell).doubleValue() : units[cell];
    }

    private void reach(int cell) {
        if (cell >= units.length) {
            units = Arrays.copyOf(units, Math.max(cell + 1, units.length * 2));
        }
        size = Math.max(size, cell + 1);
    }

    private void writeObject(ObjectOutputStream out) throws IOException {
        units = Arrays.copyOf(units, size);
        out.defaultWriteObject();
    }
}
