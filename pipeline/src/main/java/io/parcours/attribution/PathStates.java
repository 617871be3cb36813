package io.parcours.attribution;

import io.parcours.journey.KeyCodes;
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
    static final int NOTHING = (1 << StateNames.NAME_BITS) - 1;

    private static final int NAME_BITS = StateNames.NAME_BITS;
    private static final int STATE_BITS = 12;
    private static final int GROUP_SHIFT = NAME_BITS + STATE_BITS;

    private final int order;
    private StateNames states;
    /** Each by the group, the number of the state it leaves, and the next name. */
    private KeyCodes transitions = new KeyCodes();

    private long[] counts = new long[32];
    /** By transition to the conversion: the value of its conversions. */
    private ExactCells values = new ExactCells();

    private boolean isGrouped = true;
    private boolean isDropped;

    PathStates(int order) {
        this.order = order;
        this.states = new StateNames(order);
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
        int state = 0;
        for (int i = 0; i < path.size(); i++) {
            count(group, state, path.names()[i], 1);
            state = states.follower(state, path.names()[i]);
            if (state > MOST) {
                drop();
                return -1;
            }
        }
        int last = count(group, state, end, 1);
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
        int[] mappedStates = states.mapped(other.states, mapped);
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

    private void keepBounds() {
        if (states.count() - 1 > MOST) {
            drop();
        } else if (states.count() - 1 > MOST_GROUPED) {
            ungroup();
        }
    }

    private void ungroup() {
        if (!isGrouped) {
            return;
        }
        isGrouped = false;
        KeyCodes formerTransitions = transitions;
        long[] formerCounts = counts;
        ExactCells formerValues = values;
        transitions = new KeyCodes();
        counts = new long[32];
        values = new ExactCells();
        for (int former = 0; former < formerTransitions.size(); former++) {
            long key = formerTransitions.key(former);
            int into = count(0, fromOf(key), nextOf(key), formerCounts[former]);
            values.add(into, formerValues, former);
        }
    }

    /** Gives the model up. */
    void drop() {
        isDropped = true;
        isGrouped = false;
        states = new StateNames(order);
        transitions = new KeyCodes();
        counts = new long[1];
        values = new ExactCells();
    }

    boolean isDropped() {
        return isDropped;
    }

    boolean isGrouped() {
        return isGrouped;
    }

    StateNames states() {
        return states;
    }

    int transitions() {
        return transitions.size();
    }

    int group(int transition) {
        return (int) (transitions.key(transition) >>> GROUP_SHIFT);
    }

    int from(int transition) {
        return fromOf(transitions.key(transition));
    }

    int next(int transition) {
        return nextOf(transitions.key(transition));
    }

    long count(int transition) {
        return counts[transition];
    }

    /** The value of the transition's conversions, in millionths. */
    double value(int transition) {
        return values.toDouble(transition);
    }

    private static int fromOf(long key) {
        return (int) (key >>> NAME_BITS & (1 << STATE_BITS) - 1);
    }

    private static int nextOf(long key) {
        return (int) (key & (1 << NAME_BITS) - 1);
    }
}
