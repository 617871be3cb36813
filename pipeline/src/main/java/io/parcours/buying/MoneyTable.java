package io.parcours.buying;

/**
 * How many customers share x and mean value. Of the mean's bits those below the level are cleared, so that near means share
 * an entry.
 */
final class MoneyTable extends CountTable {
    private final int level;

    MoneyTable(int level) {
        this.level = level;
    }

    int level() {
        return level;
    }

    int x(int slot) {
        return part(slot);
    }

    long bits(int slot) {
        return key(slot);
    }

    /** More customers, at least one, with one mean of any number of bits. */
    void add(int ofX, long ofBits, long more) {
        count(ofBits >>> level << level, ofX, more);
    }

    /** Adds all entries of a table of this level or a lower one. */
    void addAll(MoneyTable other) {
        widen(other.slots());
        for (int slot = 0; slot < other.slots(); slot++) {
            if (other.isTaken(slot)) {
                add(other.x(slot), other.bits(slot), other.customers(slot));
            }
        }
    }

    /** The same customers at a higher level. */
    MoneyTable atLevel(int higher) {
        MoneyTable result = new MoneyTable(higher);
        result.addAll(this);
        return result;
    }
}
