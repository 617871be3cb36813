package io.parcours.journey;

import java.io.Serializable;

/** Numbers for pairs of whole numbers, 0, 1, 2, ... in order of first appearance. */
public final class PairCodes implements Serializable {
    private static final long serialVersionUID = 1L;

    /** The first of the pair in the upper half of the key, the second in the lower. */
    private final KeyCodes keys = new KeyCodes();

    /** The number of a pair; {@link #count()} as it was before where the pair was not met before. */
    public int of(int first, int second) {
        return keys.of((long) first << Integer.SIZE | second & 0xFFFF_FFFFL);
    }

    public int first(int code) {
        return (int) (keys.key(code) >>> Integer.SIZE);
    }

    public int second(int code) {
        return (int) keys.key(code);
    }

    /** How many pairs there are. */
    public int count() {
        return keys.size();
    }
}
