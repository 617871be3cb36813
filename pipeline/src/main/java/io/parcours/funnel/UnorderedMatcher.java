package io.parcours.funnel;

import java.util.Arrays;
import java.util.List;

/**
 * {@code order: unordered}: sets of touchpoints that serve different steps, whatever comes first.
 *
 * <p>Which sets of touchpoints can serve different steps is a matroid; so the largest set of an interval can be had with any
 * touchpoint that serves a step at all, and its first and last instants decide about everything but its members.
 */
final class UnorderedMatcher implements FunnelMatcher {
    private final int stepCount;
    private final UnorderedUnit unit;
    private final UnorderedIntervals intervals;
    private final UnorderedMembers members;
    private final StepMatching matching;
    /** By step: the latest touchpoints that serve it, as many as there are steps; others are never needed. */
    private final int[][] latest;

    private final int[] latestCounts;

    private final ChainTarget target = new ChainTarget();
    private ServingTouchpoints touchpoints;

    UnorderedMatcher(FunnelPlan plan, List<ChainGap> gaps) {
        this.stepCount = plan.stepCount();
        this.unit = new UnorderedUnit(plan, gaps);
        this.intervals = new UnorderedIntervals(stepCount, unit, target);
        this.members = new UnorderedMembers(stepCount, unit, target);
        this.matching = new StepMatching(stepCount);
        this.latest = new int[stepCount + 1][stepCount];
        this.latestCounts = new int[stepCount + 1];
    }

    @Override
    public int[] chain(ServingTouchpoints newUnit, long lastStart) {
        touchpoints = newUnit;
        unit.read(newUnit);
        target.clear();
        if (!unit.breaksAnywhere()) {
            search(lastStart);
        } else {
            intervals.search(UnorderedIntervals.ANY, lastStart);
        }
        return target.level == 0 ? NO_CHAIN : members.read();
    }

    @Override
    public int[] chainFrom(ServingTouchpoints newUnit, int entry) {
        throw new UnsupportedOperationException("without an order no touchpoint is the first step");
    }

    @Override
    public long completionFrom(ServingTouchpoints newUnit, int entry) {
        touchpoints = newUnit;
        unit.read(newUnit);
        if (unit.breaksAnywhere()) {
            target.clear();
            intervals.search(entry, touchpoints.time(entry));
            return target.level == stepCount ? target.end : Long.MAX_VALUE;
        }
        matching.clear();
        for (int position = entry; position < touchpoints.size() && unit.isWithin(entry, position); position++) {
            matching.add(touchpoints.steps(position));
            if (matching.size() == stepCount) {
                return touchpoints.time(position);
            }
        }
        return Long.MAX_VALUE;
    }

    /** The earliest end of a largest set, and its latest start. */
    private void search(long lastStart) {
        Arrays.fill(latestCounts, 0);
        int first = 0;
        int next;
        for (int position = 0; position < touchpoints.size() && target.level < stepCount; position = next) {
            next = touchpoints.instantEnd(position);
            for (int added = position; added < next; added++) {
                remember(added);
            }
            while (first < next && (!unit.isWithin(first, position) || !unit.serves(first))) {
                first++;
            }
            if (first < next && touchpoints.time(first) <= lastStart && level(position) > target.level) {
                target.offer(matching.size(), 0, touchpoints.time(position), Long.MIN_VALUE);
            }
        }
        if (target.level > 0) {
            target.start = latestStart(lastStart);
        }
    }

    private void remember(int position) {
        for (int step : touchpoints.steps(position)) {
            latest[step][latestCounts[step]++ % stepCount] = position;
        }
    }

    /** How many different steps are served within the window that ends with this position's instant. */
    private int level(int last) {
        matching.clear();
        for (int step = 1; step <= stepCount; step++) {
            for (int i = 0; i < Math.min(latestCounts[step], stepCount); i++) {
                int position = latest[step][i];
                if (unit.isWithin(position, last) && isFirstMention(step, position)) {
                    matching.add(touchpoints.steps(position));
                }
            }
        }
        return matching.size();
    }

    /** Whether a touchpoint remembered for a step is not remembered for one before it as well. */
    private boolean isFirstMention(int step, int position) {
        for (int before : touchpoints.steps(position)) {
            for (int i = 0; before < step && i < Math.min(latestCounts[before], stepCount); i++) {
                if (latest[before][i] == position) {
                    return false;
                }
            }
        }
        return true;
    }

    private long latestStart(long lastStart) {
        int position = touchpoints.size() - 1;
        while (touchpoints.time(position) > target.end) {
            position--;
        }
        matching.clear();
        matching.add(touchpoints.steps(position));
        while (matching.size() < target.level || !unit.serves(position) || touchpoints.time(position) > lastStart) {
            matching.add(touchpoints.steps(--position));
        }
        return touchpoints.time(position);
    }
}
