package io.parcours.friction;

import io.parcours.journey.KeyCodes;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.Arrays;

/**
 * How many customers came to each site in which classes of length, and with what fate: counts by pattern. A customer
 * counts once at a site, with the first journey that came there unconverted, so customers are independent; all places of
 * a journey where it stood unconverted share its fate, so a pattern says everything that a comparison needs.
 */
final class Arrivals implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int TYPE_SHIFT = 28;
    private static final int FATE_BITS = 3;
    private static final int CLASS_BITS = 3;
    private static final int LEVEL_BITS = 10;
    /** How finely satisfaction is counted: parts of a thousand. */
    static final int LEVELS = 1000;

    /** What a pattern says. */
    enum Type {
        /** A customer who came to the site: all classes of length, the fate. */
        CAME,
        /** A customer with the friction: the classes before it and all, that in which it was complete, the fate. */
        MET,
        /** Satisfaction after coming to the site in a class. */
        CAME_SATISFIED,
        /** Satisfaction after the friction. */
        MET_SATISFIED,
        /** Satisfaction that {@link #CAME_SATISFIED} counts of customers who had met the friction before. */
        AFTERWARDS_SATISFIED
    }

    private static final Type[] TYPES = Type.values();

    private final KeyCodes keys = new KeyCodes();
    private long[] counts = new long[64];

    static int came(int classes, int fate) {
        return Type.CAME.ordinal() << TYPE_SHIFT | classes << FATE_BITS | fate;
    }

    static int met(int classes, int before, int classAtIt, int fate) {
        int both = classes << LengthClass.COUNT | before;
        return Type.MET.ordinal() << TYPE_SHIFT | (both << CLASS_BITS | classAtIt) << FATE_BITS | fate;
    }

    /** @param level the satisfaction in parts of {@link #LEVELS} */
    static int satisfied(Type type, int lengthClass, int level) {
        return type.ordinal() << TYPE_SHIFT | lengthClass << LEVEL_BITS | level;
    }

    void count(int site, int pattern) {
        add((long) site << Integer.SIZE | pattern, 1);
    }

    private void add(long key, long more) {
        int cell = keys.of(key);
        if (cell == counts.length) {
            counts = Arrays.copyOf(counts, cell * 2);
        }
        counts[cell] += more;
    }

    /** @param sites by the other's number of a site, the number here */
    void merge(Arrivals other, int[] sites) {
        for (int cell = 0; cell < other.size(); cell++) {
            add((long) sites[other.site(cell)] << Integer.SIZE | other.pattern(cell), other.counts[cell]);
        }
    }

    int size() {
        return keys.size();
    }

    int site(int cell) {
        return (int) (keys.key(cell) >>> Integer.SIZE);
    }

    /** The whole pattern; cells of one site have different ones. */
    int pattern(int cell) {
        return (int) keys.key(cell);
    }

    long count(int cell) {
        return counts[cell];
    }

    static Type type(int pattern) {
        return TYPES[pattern >>> TYPE_SHIFT];
    }

    static int fate(int pattern) {
        return pattern & (1 << FATE_BITS) - 1;
    }

    /** All classes of a {@link Type#CAME} or {@link Type#MET}. */
    static int classes(int pattern) {
        int shift = type(pattern) == Type.CAME ? FATE_BITS : FATE_BITS + CLASS_BITS + LengthClass.COUNT;
        return pattern >>> shift & (1 << LengthClass.COUNT) - 1;
    }

    /** The classes before the friction of a {@link Type#MET}. */
    static int before(int pattern) {
        return pattern >>> FATE_BITS + CLASS_BITS & (1 << LengthClass.COUNT) - 1;
    }

    /** The class in which the friction of a {@link Type#MET} was complete, or that of a satisfaction. */
    static int lengthClass(int pattern) {
        return pattern >>> (type(pattern) == Type.MET ? FATE_BITS : LEVEL_BITS) & (1 << CLASS_BITS) - 1;
    }

    static int level(int pattern) {
        return pattern & (1 << LEVEL_BITS) - 1;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        counts = Arrays.copyOf(counts, Math.max(64, counts.length));
    }
}
