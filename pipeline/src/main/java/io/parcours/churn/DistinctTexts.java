package io.parcours.churn;

import java.util.HashSet;
import java.util.Set;

/** Counts different texts: few mostly, so that looking along them is quickest, but it may be any number. */
final class DistinctTexts {
    private static final int FEW = 8;

    private final String[] few = new String[FEW];
    private int size;
    private Set<String> many;

    void clear() {
        size = 0;
        many = null;
    }

    /** Takes in a text; null is none. */
    void add(String text) {
        if (text == null) {
            return;
        }
        for (int i = 0; i < Math.min(size, FEW); i++) {
            if (few[i].equals(text)) {
                return;
            }
        }
        if (size < FEW) {
            few[size++] = text;
            return;
        }
        if (many == null) {
            many = new HashSet<>();
        }
        size += many.add(text) ? 1 : 0;
    }

    int size() {
        return size;
    }
}
