package io.parcours.funnel;

import java.util.Arrays;

/**
 * {@code order: ordered, entry: best} in one walk over the instants of a unit.
 *
 * <p>Walking forward, the only thing to remember of all chains of level k seen so far is the latest start among them:
 * whatever lies later can extend any of them, and the latest start leaves the most of the window. These starts never
 * rise with the level, because a chain without its last touchpoint is a chain of the level below. A level is reached at
 * the earliest possible end when the walk first comes to it, and its latest start is then the one remembered.
 *
 * <p>Touchpoints of one instant may be taken in whichever order reaches further, but each only once. A chain that enters
 * the instant at level j leaves it at level m if steps j + 1 to m can be assigned different touchpoints of the instant;
 * taking the first that fits is not enough (X serves 1 and 2, Y only 1), so that is decided by {@link InstantMatching}.
 * The higher j, the higher m; so one matching slides along the steps.
 */
final class OrderedMatcher implements FunnelMatcher {
    private static final long NEVER = Long.MIN_VALUE;

    private final ChainPlan plan;
    private final int stepCount;
    private final long window;
    private final InstantMatching matching;
    private final ChainRecovery recovery;
    /** By level: the latest start of a chain that reached it so far; never rising. */
    private final long[] starts;
    /** The starts as the current instant leaves them, kept apart until all its chains are known. */
    private final long[] arriving;
    /** By step: whether any touchpoint of the current instant serves it. */
    private final boolean[] served;

    /** For chains that start with one touchpoint; made when first asked. */
    private SearchMatcher searching;

    private int level;
    private long start;
    /** The last position of the instant at which the level was reached. */
    private int end;

    /**
     * A matcher of chains of which nothing is asked but order, window and ties.
     *
     * @param plan what the chains must be like
     */
    OrderedMatcher(ChainPlan plan) {
        this.plan = plan;
        this.stepCount = plan.stepCount();
        this.window = plan.window();
        this.matching = new InstantMatching(stepCount);
        this.recovery = new ChainRecovery(stepCount, matching);
        this.starts = new long[stepCount + 1];
        this.arriving = new long[stepCount + 1];
        this.served = new boolean[stepCount + 1];
    }

    @Override
    public int[] chain(ServingTouchpoints unit, long lastStart) {
        search(unit, lastStart);
        if (level == 0) {
            return NO_CHAIN;
        }
        boolean needsArranging = unit.hasTies() && !plan.timesMustRise();
        int[] matched =
                needsArranging ? recovery.arranged(unit, level, start, end) : recovery.rising(unit, level, start, end);
        int[] chain = Arrays.copyOf(matched, stepCount);
        Arrays.fill(chain, level, stepCount, -1);
        return chain;
    }

    @Override
    public int[] chainFrom(ServingTouchpoints unit, int entry) {
        return searching().chainFrom(unit, entry);
    }

    @Override
    public long completionFrom(ServingTouchpoints unit, int entry) {
        return searching().completionFrom(unit, entry);
    }

    private SearchMatcher searching() {
        if (searching == null) {
            searching = new SearchMatcher(plan);
        }
        return searching;
    }

    private void search(ServingTouchpoints unit, long lastStart) {
        Arrays.fill(starts, NEVER);
        level = 0;
        int next;
        for (int position = 0; position < unit.size() && level < stepCount; position = next) {
            next = unit.instantEnd(position);
            long time = unit.time(position);
            int before = level;
            if (next == position + 1) {
                takeOne(unit.steps(position), time, lastStart);
            } else if (plan.timesMustRise()) {
                takeOneOf(unit, position, next, lastStart);
            } else {
                takeTogether(unit, position, next, lastStart);
            }
            if (level > before) {
                end = next - 1;
            }
        }
    }

    /** One touchpoint extends chains of the level below any step it serves. */
    private void takeOne(int[] steps, long time, long lastStart) {
        // Downwards, so that no chain takes the touchpoint twice.
        for (int i = steps.length - 1; i >= 0; i--) {
            if (steps[i] <= level + 1) {
                extend(steps[i], time, lastStart);
            }
        }
    }

    /** Any one touchpoint of an instant may extend a chain, but only one. */
    private void takeOneOf(ServingTouchpoints unit, int from, int to, long lastStart) {
        Arrays.fill(served, false);
        for (int position = from; position < to; position++) {
            for (int step : unit.steps(position)) {
                served[step] = true;
            }
        }
        for (int step = Math.min(level + 1, stepCount); step >= 1; step--) {
            if (served[step]) {
                extend(step, unit.time(from), lastStart);
            }
        }
    }

    private void extend(int step, long time, long lastStart) {
        long from = startOfLevel(step - 1, time, lastStart);
        if (from != NEVER) {
            starts[step] = from;
            if (step > level) {
                reach(step, from);
            }
        }
    }

    private void takeTogether(ServingTouchpoints unit, int from, int to, long lastStart) {
        long time = unit.time(from);
        boolean isEasy = servesOneStepEach(unit, from, to);
        if (!isEasy) {
            matching.begin(unit, from, to);
        }
        int top = 0;
        int lowest = Integer.MAX_VALUE;
        for (int entered = 0; entered <= level && top < stepCount; entered++) {
            long began = startOfLevel(entered, time, lastStart);
            if (began == NEVER && entered > 0) {
                break;
            }
            if (began != NEVER) {
                while (top < entered) {
                    arriving[++top] = starts[top];
                }
                while (top < stepCount && (isEasy ? served[top + 1] : matching.assign(top + 1))) {
                    arriving[++top] = began;
                    lowest = Math.min(lowest, top);
                }
            }
            if (!isEasy) {
                matching.release(entered + 1);
            }
        }
        for (int step = lowest; step <= top; step++) {
            starts[step] = arriving[step];
        }
        if (top > level) {
            reach(top, starts[top]);
        }
    }

    /**
     * Whether no touchpoint of the instant serves more than one step: then no two steps want the same one. Takes down which
     * steps are served.
     */
    private boolean servesOneStepEach(ServingTouchpoints unit, int from, int to) {
        Arrays.fill(served, false);
        for (int position = from; position < to; position++) {
            int[] steps = unit.steps(position);
            if (steps.length > 1) {
                return false;
            }
            if (steps.length == 1) {
                served[steps[0]] = true;
            }
        }
        return true;
    }

    /** The latest start of a chain of this level that may still be extended at this time; level 0 starts now. */
    private long startOfLevel(int reached, long time, long lastStart) {
        if (reached == 0) {
            return time <= lastStart ? time : NEVER;
        }
        long began = starts[reached];
        return began != NEVER && time - began <= window ? began : NEVER;
    }

    private void reach(int newLevel, long newStart) {
        level = newLevel;
        start = newStart;
    }
}
