package io.parcours.funnel;

/**
 * Sets of touchpoints that serve different steps, where something of the unit breaks them: every pair of a first and a last
 * instant is looked at. Between them each instant that breaks must have a member, for then it lies in no gap.
 */
final class UnorderedIntervals {
    /** Any touchpoint of the first instant may be a member. */
    static final int ANY = -1;

    private final int stepCount;
    private final UnorderedUnit unit;
    private final ChainTarget target;
    private final StepMatching matching;
    private final StepMatching growing;
    private ServingTouchpoints touchpoints;

    /**
     * @param unit is read before every search
     * @param target takes what is found
     */
    UnorderedIntervals(int stepCount, UnorderedUnit unit, ChainTarget target) {
        this.stepCount = stepCount;
        this.unit = unit;
        this.target = target;
        this.matching = new StepMatching(stepCount);
        this.growing = new StepMatching(stepCount);
    }

    /**
     * Searches all sets that start no later than {@code lastStart}.
     *
     * @param entry the position of a touchpoint of the first instant that must be a member, or {@link #ANY}
     */
    void search(int entry, long lastStart) {
        touchpoints = unit.touchpoints();
        int next;
        for (int first = entry == ANY ? 0 : touchpoints.instantStart(entry);
                first < touchpoints.size() && touchpoints.time(first) <= lastStart;
                first = next) {
            next = touchpoints.instantEnd(first);
            searchFrom(first, entry);
        }
    }

    /**
     * Every last instant for one first: only where the set grows, or where something that breaks lies at it or before it, can it
     * come to another answer.
     */
    private void searchFrom(int first, int entry) {
        growing.clear();
        int breaksBetween = 0;
        int next;
        for (int last = first;
                last < touchpoints.size()
                        && unit.isWithin(first, last)
                        && breaksBetween <= stepCount
                        && mayImprove(last);
                last = next) {
            next = touchpoints.instantEnd(last);
            int before = growing.size();
            for (int position = last; position < next; position++) {
                growing.add(touchpoints.steps(position));
            }
            boolean isBreaking = unit.breaks(last);
            if (growing.size() > before || isBreaking || breaksBetween > 0) {
                offer(first, last, entry);
            }
            breaksBetween += isBreaking && last > first ? 1 : 0;
        }
    }

    private boolean mayImprove(int last) {
        return target.level < stepCount || touchpoints.time(last) <= target.end;
    }

    private void offer(int first, int last, int entry) {
        matching.clear();
        for (int instant : unit.mandatory(first, last)) {
            boolean isEntry = entry != ANY && instant == first;
            if (!matching.add(isEntry ? touchpoints.steps(entry) : unit.stepsOfInstant(instant))) {
                return;
            }
        }
        int level = largest(first, last);
        if (level == stepCount || !unit.isBrokenBehind(first, last)) {
            target.offer(level, 0, touchpoints.time(last), touchpoints.time(first));
        }
    }

    /** The largest set of an interval; that its members can be chosen beside the mandatory instants was asked before. */
    private int largest(int first, int last) {
        matching.clear();
        for (int position = first; position < touchpoints.instantEnd(last); position++) {
            matching.add(touchpoints.steps(position));
        }
        return matching.size();
    }
}
