package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.Arrays;

/**
 * The touchpoints of one customer that serve any step of a funnel or break its chains, in total order, seen unit by unit. Those of the unit
 * at hand are named by their position among themselves, 0 for the first. One object is filled anew for every customer, so
 * that looking at units allocates nothing, and units without any such touchpoint are never looked at.
 */
final class ServingTouchpoints {
    private int[] indices = new int[64];
    private long[] times = new long[64];
    private StepLookup.Served[] served = new StepLookup.Served[64];
    private int total;
    private CustomerHistory history;
    /** Where the unit at hand begins. */
    private int begin;

    private int size;
    private boolean hasTies;
    /** The unit's own touchpoints in the history, serving or not. */
    private int from;

    private int to;

    /** Takes another customer's history, of which nothing serves so far. */
    void begin(CustomerHistory newHistory) {
        history = newHistory;
        clear();
    }

    void clear() {
        total = 0;
        begin = 0;
        size = 0;
    }

    /** Adds the customer's next touchpoint that serves a step. */
    void add(int index, long time, StepLookup.Served steps) {
        if (total == indices.length) {
            indices = Arrays.copyOf(indices, total * 2);
            times = Arrays.copyOf(times, total * 2);
            served = Arrays.copyOf(served, total * 2);
        }
        indices[total] = index;
        times[total] = time;
        served[total++] = steps;
    }

    /** Whether the customer has none. */
    boolean isEmpty() {
        return total == 0;
    }

    /** Whether the customer has any behind the unit at hand. */
    boolean hasMore() {
        return begin + size < total;
    }

    /** The index in the history of the first one behind the unit at hand. */
    int nextIndex() {
        return indices[begin + size];
    }

    /** Moves on to this unit, in which the next one lies. */
    void moveTo(Span unit) {
        begin += size;
        from = unit.from();
        to = unit.to();
        hasTies = false;
        int end = begin + 1;
        while (end < total && indices[end] < unit.to()) {
            hasTies |= times[end] == times[end - 1];
            end++;
        }
        size = end - begin;
    }

    /** Begins to take over touchpoints of another's unit at hand, one after the other. */
    void beginPartOf(ServingTouchpoints other) {
        begin(other.history);
        from = other.from;
        to = other.to;
        hasTies = other.hasTies;
    }

    /**
     * Takes over one of them.
     *
     * @param keepsSteps whether it goes on serving steps; otherwise it merely breaks chains
     */
    void addPart(ServingTouchpoints other, int position, boolean keepsSteps) {
        StepLookup.Served steps = other.served[other.begin + position];
        add(other.index(position), other.time(position), keepsSteps ? steps : steps.withoutSteps());
        size = total;
    }

    CustomerHistory history() {
        return history;
    }

    /** The index in the history of the unit's first touchpoint, serving or not. */
    int from() {
        return from;
    }

    /** The index in the history after the unit's last touchpoint, serving or not. */
    int to() {
        return to;
    }

    /** How many the unit has. */
    int size() {
        return size;
    }

    /** Whether any two of the unit lie at one instant. */
    boolean hasTies() {
        return hasTies;
    }

    /** The touchpoint's index in the history. */
    int index(int position) {
        return indices[begin + position];
    }

    long time(int position) {
        return times[begin + position];
    }

    /** The places of the exclusions by which the touchpoint breaks chains. Not to be changed. */
    int[] exclusions(int position) {
        return served[begin + position].exclusions();
    }

    /** Whether the touchpoint breaks chains in this gap. */
    boolean breaks(int position, ChainGap gap) {
        for (int met : exclusions(position)) {
            if (met == gap.exclusion()) {
                return true;
            }
        }
        return false;
    }

    /** The steps the touchpoint serves, rising. Not to be changed. */
    int[] steps(int position) {
        return served[begin + position].steps();
    }

    boolean serves(int position, int step) {
        return served[begin + position].serves(step);
    }

    /** The first position at the instant of this one. */
    int instantStart(int position) {
        int start = position;
        while (start > 0 && time(start - 1) == time(position)) {
            start--;
        }
        return start;
    }

    /** The position after the last one at the instant of this one. */
    int instantEnd(int position) {
        int end = position + 1;
        while (end < size && time(end) == time(position)) {
            end++;
        }
        return end;
    }
}
