package io.parcours.friction;

import java.util.Comparator;

/**
 * Customers at one place who are alike in all that a comparison looks at.
 *
 * @param without the classes of length in which they came to the place without the friction so far, as bits
 * @param with the class in which the friction was complete; -1: they did not meet it
 * @param fate what became of them
 * @param count how many they are
 */
record Group(int without, int with, int fate, long count) {

    /** They did not meet the friction. */
    static final int NOT_MET = -1;

    /** A total order: sums of doubles depend on it, and it must not be that of merging. */
    static final Comparator<Group> ORDER = Comparator.comparingInt(Group::without)
            .thenComparingInt(Group::with)
            .thenComparingInt(Group::fate)
            .thenComparingLong(Group::count);

    boolean isWithout(int lengthClass) {
        return (without & 1 << lengthClass) != 0;
    }
}
