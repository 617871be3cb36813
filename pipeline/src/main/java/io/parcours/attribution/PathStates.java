package io.parcours.attribution;

import java.io.Serializable;
import java.util.Arrays;

/**
 * How often which state followed which along paths: a state is the names touched last, as many as the order, fewer at the
 * beginning of a path. What is kept is bounded by the number of states.
 */
final class PathStates implements Serializable {
    private static final long serialVersionUID = 1L;

    /** With more states there is no model. */
    static final int MOST = 1_000;
    /** Up to so many states are kept by group of customers. */
    static final int MOST_GROUPED = 200;

    /** In place of the next name: the path ends in a conversion. */
    static final int CONVERSION = 0;
    /** In place of the next name: the path ends without one. */
    static final int NOTHING = (1 << 21) - 1;

    private static final int NAME_BITS = 21;
    private static final long NAME_MASK = (1L << NAME_BITS) - 1;
    private static final int STATE_BITS = 12;
    private static final int GROUP_SHIFT = NAME_BITS + STATE_BITS;

    private final int order;
    private final long orderMask;
    /** Each by its names, the latest in the lowest bits. */
    private LongNumbers states = new LongNumbers();
    /** Each by the group, the number of the state it leaves, and the next name. */
    private LongNumbers transitions = new LongNumbers();

    private long[] counts = new long[32];
    /** By transition to the conversion: the value of its conversions. */
    private ExactCells values = new ExactCells();

    private boolean isGrouped = true;
    private boolean isDropped;

    PathStates(int order) {
        this.order = order;
        this.orderMask = (1L << NAME_BITS * order) - 1;
        states.of(0);
    }

    /** Adds a path that has names. */
    void add(int group, NamedPath path) {
        add(group, path, NOTHING);
    }

    /** Adds a path that has names and converts. */
    void add(int group, NamedPath path, ConversionValue value) {
        int transition = add(group, path, CONVERSION);
        if (transition >= 0) {
            value.addTo(values, transition);
            keepBounds();
        }
    }

    private int add(int group, NamedPath path, int end) {
        if (isDropped) {
            return -1;
        }
        long names = 0;
        for (int i = 0; i < path.size(); i++) {
            int state = states.of(names);
            if (state > MOST) {
                drop();
                return -1;
            }
            count(group, state, path.names()[i], 1);
            names = (names << NAME_BITS | path.names()[i]) & orderMask;
        }
        int last = count(group, states.of(names), end, 1);
        if (end == NOTHING) {
            keepBounds();
        }
        return last;
    }

    private int count(int group, int state, int next, long times) {
        long key = (long) (isGrouped ? group : 0) << GROUP_SHIFT | (long) state << NAME_BITS | next;
        int transition = transitions.of(key);
        if (transition >= counts.length) {
            counts = Arrays.copyOf(counts, transition * 2);
        }
        counts[transition] += times;
        return transition;
    }

    void merge(PathStates other, int[] mapped) {
        if (other.isDropped) {
            drop();
        }
        if (isDropped) {
            return;
        }
        if (!other.isGrouped) {
            ungroup();
        }
        int[] mappedStates = new int[other.states.size()];
        for (int state = 0; state < mappedStates.length; state++) {
            mappedStates[state] = states.of(renamed(other.states.key(state), mapped));
        }
        for (int transition = 0; transition < other.transitions.size(); transition++) {
            int next = other.next(transition);
            boolean isEnd = next == CONVERSION || next == NOTHING;
            int into = count(
                    other.group(transition),
                    mappedStates[other.from(transition)],
                    isEnd ? next : mapped[next],
                    other.counts[transition]);
            values.add(into, other.values, transition);
        }
        keepBounds();
    }

    private long renamed(long names, int[] mapped) {
        long renamed = 0;
        for (int place = order - 1; place >= 0; place--) {
            int name = (int) (names >>> place * NAME_BITS & NAME_MASK);
            renamed = renamed << NAME_BITS | mapped[name];
        }
        return renamed;
    }

    private void keepBounds() {
        if (states.size() - 1 > MOST) {
            drop();
        } else if (states.size() - 1 > MOST_GROUPED) {
            ungroup();
        }
    }

    private void ungroup() {
        if (!isGrouped) {
            return;
        }
        isGrouped = false;
        LongNumbers formerTransitions = transitions;
        long[] formerCounts = counts;
        ExactCells formerValues = values;
        transitions = new LongNumbers();
        counts = new long[32];
        values = new ExactCells();
        for (int former = 0; former < formerTransitions.size(); former++) {
            long key = formerTransitions.key(former);
            int into = count(
                    0,
                    (int) (key >>> NAME_BITS & (1 << STATE_BITS) - 1),
                    (int) (key & NAME_MASK),
                    formerCounts[former]);
            values.add(into, formerValues, former);
        }
    }

    /** Gives the model up. */
    void drop() {
        isDropped = true;
        isGrouped = false;
        states = new LongNumbers();
        transitions = new LongNumbers();
        counts = new long[1];
        values = new ExactCells();
    }

    boolean isDropped() {
        return isDropped;
    }

    boolean isGrouped() {
        return isGrouped;
    }

    int states() {
        return states.size();
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

    /** The state that follows when a name is touched in a state. */
    int follower(int state, int name) {
        return states.of((states.key(state) << NAME_BITS | name) & orderMask);
    }

    int transitions() {
        return transitions.size();
    }

    int group(int transition) {
        return (int) (transitions.key(transition) >>> GROUP_SHIFT);
    }

    int from(int transition) {
        return (int) (transitions.key(transition) >>> NAME_BITS & (1 << STATE_BITS) - 1);
    }

    int next(int transition) {
        return (int) (transitions.key(transition) & NAME_MASK);
    }

    long count(int transition) {
        return counts[transition];
    }

    /** The value of the transition's conversions, in millionths. */
    double value(int transition) {
        return values.toDouble(transition);
    }
}
