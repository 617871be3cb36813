package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import java.util.Arrays;

/**
 * The instants of a unit at which any touchpoint serves a step or breaks chains, in order of time; with what lies between
 * and beside those touchpoints, where that matters. One object is filled anew for every unit.
 */
final class UnitInstants {
    private static final long NEVER = Long.MAX_VALUE;

    private final ChainPlan plan;
    private ServingTouchpoints unit;
    private int count;
    private long[] times = new long[16];
    private int[] starts = new int[17];
    /** By instant: how many touchpoints the unit has there, serving or not; filled where order is strict. */
    private int[] crowds = new int[16];
    /** By instant: whether nothing of the unit lies between it and the one before; filled where order is strict. */
    private boolean[] follows = new boolean[16];
    /** By gap and instant: how many touchpoints break chains in that gap. */
    private final int[][] breaking;
    /** By gap and instant: when the next one behind this instant does. */
    private final long[][] nextBreaking;

    UnitInstants(ChainPlan plan) {
        this.plan = plan;
        this.breaking = new int[plan.gaps().size()][16];
        this.nextBreaking = new long[plan.gaps().size()][16];
    }

    void read(ServingTouchpoints newUnit) {
        unit = newUnit;
        count = 0;
        int next;
        for (int position = 0; position < unit.size(); position = next) {
            next = unit.instantEnd(position);
            ensure(count + 1);
            times[count] = unit.time(position);
            starts[count] = position;
            starts[++count] = next;
        }
        if (plan.isStrict()) {
            readNeighbours();
        }
        for (int gap = 0; gap < breaking.length; gap++) {
            readBreaking(gap);
        }
    }

    private void readNeighbours() {
        CustomerHistory history = unit.history();
        int behind = -1;
        for (int instant = 0; instant < count; instant++) {
            int first = firstIndexAt(instant);
            int last = unit.index(starts[instant + 1] - 1);
            while (last + 1 < unit.to() && history.occurredAt(last + 1) == times[instant]) {
                last++;
            }
            crowds[instant] = last - first + 1;
            follows[instant] = instant > 0 && first == behind;
            behind = last + 1;
        }
    }

    private void readBreaking(int gap) {
        long next = NEVER;
        for (int instant = count - 1; instant >= 0; instant--) {
            nextBreaking[gap][instant] = next;
            breaking[gap][instant] = countBreaking(gap, instant);
            next = breaking[gap][instant] > 0 ? times[instant] : next;
        }
    }

    /** Leaves out of the unit all its touchpoints before this position, also those that serve no step. */
    void dropBefore(int position) {
        int instant = instantOf(position);
        starts[instant] = position;
        for (int gap = 0; gap < breaking.length; gap++) {
            breaking[gap][instant] = countBreaking(gap, instant);
        }
    }

    /** Whether anything of the unit breaks chains in any gap. */
    boolean breaksAnywhere() {
        for (int gap = 0; gap < breaking.length; gap++) {
            if (count > 0 && (breaking[gap][0] > 0 || nextBreaking[gap][0] != NEVER)) {
                return true;
            }
        }
        return false;
    }

    private int firstIndexAt(int instant) {
        int first = unit.index(starts[instant]);
        while (first > unit.from() && unit.history().occurredAt(first - 1) == times[instant]) {
            first--;
        }
        return first;
    }

    private int countBreaking(int gap, int instant) {
        int found = 0;
        for (int position = starts[instant]; position < starts[instant + 1]; position++) {
            found += breaks(position, gap) ? 1 : 0;
        }
        return found;
    }

    private void ensure(int wanted) {
        if (wanted > times.length) {
            int capacity = times.length * 2;
            times = Arrays.copyOf(times, capacity);
            starts = Arrays.copyOf(starts, capacity + 1);
            crowds = Arrays.copyOf(crowds, capacity);
            follows = Arrays.copyOf(follows, capacity);
            for (int gap = 0; gap < breaking.length; gap++) {
                breaking[gap] = new int[capacity];
                nextBreaking[gap] = new long[capacity];
            }
        }
    }

    ServingTouchpoints unit() {
        return unit;
    }

    int count() {
        return count;
    }

    long time(int instant) {
        return times[instant];
    }

    /** The instant's first position among the unit's touchpoints. */
    int start(int instant) {
        return starts[instant];
    }

    /** The position after its last one. */
    int end(int instant) {
        return starts[instant + 1];
    }

    /** The instant of a position. */
    int instantOf(int position) {
        int found = Arrays.binarySearch(starts, 0, count, position);
        return found >= 0 ? found : -found - 2;
    }

    /** The first instant no earlier than this time; {@link #count} where there is none. */
    int firstFrom(long time) {
        int found = Arrays.binarySearch(times, 0, count, time);
        return found >= 0 ? found : -found - 1;
    }

    int crowd(int instant) {
        return crowds[instant];
    }

    /** Whether a chain that leaves one instant may go on at another, as far as strict order is concerned. */
    boolean mayFollow(int instant, int later) {
        return !plan.isStrict() || later == instant + 1 && follows[later];
    }

    /**
     * Whether a touchpoint that is the only one of its instant in a chain has its neighbour in the chain beside it in
     * total order; always where other touchpoints may lie between.
     */
    boolean isFirstInOrder(int instant, int position) {
        CustomerHistory history = unit.history();
        int index = unit.index(position);
        return index == unit.from() || history.occurredAt(index - 1) != times[instant];
    }

    /** The same for the neighbour behind. */
    boolean isLastInOrder(int instant, int position) {
        CustomerHistory history = unit.history();
        int index = unit.index(position);
        return index + 1 == unit.to() || history.occurredAt(index + 1) != times[instant];
    }

    boolean breaks(int position, int gap) {
        return unit.breaks(position, plan.gaps().get(gap));
    }

    /** How many touchpoints of the instant break chains in this gap. */
    int breaking(int gap, int instant) {
        return breaking[gap][instant];
    }

    /** When the next touchpoint behind the instant breaks chains in this gap; {@link Long#MAX_VALUE}: none does. */
    long nextBreaking(int gap, int instant) {
        return nextBreaking[gap][instant];
    }
}
