package io.parcours.funnel;

import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * {@code order: unordered}: sets of touchpoints that serve different steps, whatever comes first.
 *
 * <p>Which sets of touchpoints can serve different steps is a matroid; so the largest set of an interval can be had with any
 * touchpoint that serves a step at all, and its first and last instants decide about everything but its members.
 */
final class UnorderedMatcher implements FunnelMatcher {
    private static final int ANY = -1;

    private final int stepCount;
    private final long window;
    private final List<ChainGap> gaps;
    private final StepMatching matching;
    /** By step: the latest touchpoints that serve it, as many as there are steps; others are never needed. */
    private final int[][] latest;

    private final int[] latestCounts;

    private ServingTouchpoints unit;
    private final ChainTarget target = new ChainTarget();

    UnorderedMatcher(FunnelPlan plan, List<ChainGap> gaps) {
        this.stepCount = plan.stepCount();
        this.window = plan.windowMicros();
        this.gaps = gaps;
        this.matching = new StepMatching(stepCount);
        this.latest = new int[stepCount + 1][stepCount];
        this.latestCounts = new int[stepCount + 1];
    }

    @Override
    public int[] chain(ServingTouchpoints newUnit, long lastStart) {
        unit = newUnit;
        target.clear();
        if (!breaksAnywhere()) {
            search(lastStart);
        } else {
            searchIntervals(ANY, lastStart);
        }
        return target.level == 0 ? NO_CHAIN : members();
    }

    @Override
    public int[] chainFrom(ServingTouchpoints newUnit, int entry) {
        throw new UnsupportedOperationException("without an order no touchpoint is the first step");
    }

    @Override
    public long completionFrom(ServingTouchpoints newUnit, int entry) {
        unit = newUnit;
        if (breaksAnywhere()) {
            target.clear();
            searchIntervals(entry, unit.time(entry));
            return target.level == stepCount ? target.end : Long.MAX_VALUE;
        }
        matching.clear();
        for (int position = entry; position < unit.size() && isWithin(entry, position); position++) {
            matching.add(unit.steps(position));
            if (matching.size() == stepCount) {
                return unit.time(position);
            }
        }
        return Long.MAX_VALUE;
    }

    private boolean isWithin(int from, int to) {
        return unit.time(to) - unit.time(from) <= window;
    }

    private boolean serves(int position) {
        return unit.steps(position).length > 0;
    }

    /** The earliest end of a largest set, and its latest start. */
    private void search(long lastStart) {
        Arrays.fill(latestCounts, 0);
        int first = 0;
        int next;
        for (int position = 0; position < unit.size() && target.level < stepCount; position = next) {
            next = unit.instantEnd(position);
            for (int added = position; added < next; added++) {
                remember(added);
            }
            while (first < next && (!isWithin(first, position) || !serves(first))) {
                first++;
            }
            if (first < next && unit.time(first) <= lastStart && level(position) > target.level) {
                target.offer(matching.size(), 0, unit.time(position), Long.MIN_VALUE);
            }
        }
        if (target.level > 0) {
            target.start = latestStart(lastStart);
        }
    }

    private void remember(int position) {
        for (int step : unit.steps(position)) {
            latest[step][latestCounts[step]++ % stepCount] = position;
        }
    }

    /** How many different steps are served within the window that ends with this position's instant. */
    private int level(int last) {
        matching.clear();
        for (int step = 1; step <= stepCount; step++) {
            for (int i = 0; i < Math.min(latestCounts[step], stepCount); i++) {
                int position = latest[step][i];
                if (isWithin(position, last) && isFirstMention(step, position)) {
                    matching.add(unit.steps(position));
                }
            }
        }
        return matching.size();
    }

    /** Whether a touchpoint remembered for a step is not remembered for one before it as well. */
    private boolean isFirstMention(int step, int position) {
        for (int before : unit.steps(position)) {
            for (int i = 0; before < step && i < Math.min(latestCounts[before], stepCount); i++) {
                if (latest[before][i] == position) {
                    return false;
                }
            }
        }
        return true;
    }

    private long latestStart(long lastStart) {
        int position = unit.size() - 1;
        while (unit.time(position) > target.end) {
            position--;
        }
        matching.clear();
        matching.add(unit.steps(position));
        while (matching.size() < target.level || !serves(position) || unit.time(position) > lastStart) {
            matching.add(unit.steps(--position));
        }
        return unit.time(position);
    }

    /**
     * Where exclusions break sets: every pair of a first and a last instant. Between them each instant that breaks must
     * have a member, for then it lies in no gap.
     *
     * @param entry the position of a touchpoint of the first instant that must be a member, or {@link #ANY}
     */
    private void searchIntervals(int entry, long lastStart) {
        int next;
        for (int first = entry == ANY ? 0 : unit.instantStart(entry);
                first < unit.size() && unit.time(first) <= lastStart;
                first = next) {
            next = unit.instantEnd(first);
            searchFrom(first, entry);
        }
    }

    /**
     * Every last instant for one first: only where the set grows, or where something that breaks lies at it or before it, can it
     * come to another answer.
     */
    private void searchFrom(int first, int entry) {
        StepMatching growing = new StepMatching(stepCount);
        growing.clear();
        int breaksBetween = 0;
        int next;
        for (int last = first;
                last < unit.size() && isWithin(first, last) && breaksBetween <= stepCount && mayImprove(last);
                last = next) {
            next = unit.instantEnd(last);
            int before = growing.size();
            for (int position = last; position < next; position++) {
                growing.add(unit.steps(position));
            }
            boolean isBreaking = breaks(last);
            if (growing.size() > before || isBreaking || breaksBetween > 0) {
                offer(first, last, entry);
            }
            breaksBetween += isBreaking && last > first ? 1 : 0;
        }
    }

    private boolean mayImprove(int last) {
        return target.level < stepCount || unit.time(last) <= target.end;
    }

    private boolean breaksAnywhere() {
        for (int position = 0; !gaps.isEmpty() && position < unit.size(); position++) {
            if (breaksAt(position)) {
                return true;
            }
        }
        return false;
    }

    private void offer(int first, int last, int entry) {
        matching.clear();
        for (int instant : mandatory(first, last)) {
            boolean isEntry = entry != ANY && instant == first;
            if (!matching.add(isEntry ? unit.steps(entry) : stepsOfInstant(instant))) {
                return;
            }
        }
        int level = largest(first, last);
        if (level == stepCount || !isBrokenBehind(first, last)) {
            target.offer(level, 0, unit.time(last), unit.time(first));
        }
    }

    /** The largest set of an interval; that its members can be chosen beside the mandatory instants was asked before. */
    private int largest(int first, int last) {
        matching.clear();
        for (int position = first; position < unit.instantEnd(last); position++) {
            matching.add(unit.steps(position));
        }
        return matching.size();
    }

    /** The instants that must have a member, by their first position: the ends, and what breaks between them. */
    private TreeSet<Integer> mandatory(int first, int last) {
        TreeSet<Integer> instants = new TreeSet<>();
        instants.add(first);
        instants.add(last);
        int next;
        for (int position = unit.instantEnd(first); position < last; position = next) {
            next = unit.instantEnd(position);
            if (breaks(position)) {
                instants.add(position);
            }
        }
        return instants;
    }

    private boolean breaks(int instant) {
        for (int position = instant; position < unit.instantEnd(instant); position++) {
            if (breaksAt(position)) {
                return true;
            }
        }
        return false;
    }

    private boolean breaksAt(int position) {
        for (int met : unit.exclusions(position)) {
            for (ChainGap gap : gaps) {
                if (gap.exclusion() == met) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isBrokenBehind(int first, int last) {
        int next;
        for (int position = unit.instantEnd(last);
                position < unit.size() && isWithin(first, position);
                position = next) {
            next = unit.instantEnd(position);
            if (breaks(position)) {
                return true;
            }
        }
        return false;
    }

    private int[] stepsOfInstant(int instant) {
        TreeSet<Integer> steps = new TreeSet<>();
        for (int position = instant; position < unit.instantEnd(instant); position++) {
            for (int step : unit.steps(position)) {
                steps.add(step);
            }
        }
        return steps.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Each member in turn is the first in total order with which a set of the level can be had. */
    private int[] members() {
        int first = 0;
        while (unit.time(first) < target.start) {
            first++;
        }
        int last = first;
        while (unit.time(last) < target.end) {
            last++;
        }
        TreeSet<Integer> uncovered = !breaksAnywhere() ? new TreeSet<>(List.of(first, last)) : mandatory(first, last);
        int[] members = new int[stepCount];
        Arrays.fill(members, -1);
        int found = 0;
        for (int position = first; found < target.level; position++) {
            int instant = unit.instantStart(position);
            boolean covers = uncovered.remove(instant);
            members[found] = position;
            if (serves(position) && isPossible(members, found + 1, uncovered)) {
                found++;
            } else {
                members[found] = -1;
                if (covers) {
                    uncovered.add(instant);
                }
            }
        }
        return members;
    }

    private boolean isPossible(int[] members, int count, TreeSet<Integer> uncovered) {
        if (count + uncovered.size() > target.level) {
            return false;
        }
        matching.clear();
        for (int i = 0; i < count; i++) {
            if (!matching.add(unit.steps(members[i]))) {
                return false;
            }
        }
        for (int instant : uncovered) {
            if (!matching.add(stepsOfInstant(instant))) {
                return false;
            }
        }
        return true;
    }
}
