package io.parcours.attribution;

import io.parcours.journey.KeyCodes;
import java.io.Serializable;

/**
 * States by number, each the numbers of the names touched last: as many as the order, fewer at the beginning of a path.
 * State 0 is the beginning itself.
 */
final class StateNames implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A name's number has so many bits. */
    static final int NAME_BITS = 21;

    private static final long NAME_MASK = (1L << NAME_BITS) - 1;

    private final int order;
    private final long orderMask;
    /** Each by its names, the latest in the lowest bits. */
    private final KeyCodes states = new KeyCodes();

    StateNames(int order) {
        this.order = order;
        this.orderMask = (1L << NAME_BITS * order) - 1;
        states.of(0);
    }

    /** How many states there are, with the beginning. */
    int count() {
        return states.size();
    }

    /** The state that follows when a name is touched in a state. */
    int follower(int state, int name) {
        return states.of((states.key(state) << NAME_BITS | name) & orderMask);
    }

    /** The numbers of a state's names, the earliest first; none for the beginning of a path. */
    int[] names(int state) {
        long names = states.key(state);
        int length = 0;
        while (length < order && names >>> length * NAME_BITS != 0) {
            length++;
        }
        int[] found = new int[length];
        for (int i = 0; i < length; i++) {
            found[i] = (int) (names >>> (length - 1 - i) * NAME_BITS & NAME_MASK);
        }
        return found;
    }

    /**
     * Takes in others.
     *
     * @param mappedNames by another's number of a name: the number here
     * @return by another's number of a state: the number here
     */
    int[] mapped(StateNames other, int[] mappedNames) {
        int[] mapped = new int[other.count()];
        for (int state = 0; state < mapped.length; state++) {
            long renamed = 0;
            for (int name : other.names(state)) {
                renamed = renamed << NAME_BITS | mappedNames[name];
            }
            mapped[state] = states.of(renamed);
        }
        return mapped;
    }
}
