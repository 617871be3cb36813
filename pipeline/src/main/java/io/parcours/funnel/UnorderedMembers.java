package io.parcours.funnel;

import java.util.Arrays;
import java.util.TreeSet;

/** Reads the members of the set that counts, once its size, start and end are known. */
final class UnorderedMembers {
    private final int stepCount;
    private final UnorderedUnit unit;
    private final ChainTarget target;
    private final StepMatching matching;
    private ServingTouchpoints touchpoints;

    /**
     * @param unit is read before every reading
     * @param target says what the set is like
     */
    UnorderedMembers(int stepCount, UnorderedUnit unit, ChainTarget target) {
        this.stepCount = stepCount;
        this.unit = unit;
        this.target = target;
        this.matching = new StepMatching(stepCount);
    }

    /** Each member in turn is the first in total order with which a set of the level can be had. */
    int[] read() {
        touchpoints = unit.touchpoints();
        int first = 0;
        while (touchpoints.time(first) < target.start) {
            first++;
        }
        int last = first;
        while (touchpoints.time(last) < target.end) {
            last++;
        }
        TreeSet<Integer> uncovered = unit.mandatory(first, last);
        int[] members = new int[stepCount];
        Arrays.fill(members, -1);
        int found = 0;
        for (int position = first; found < target.level; position++) {
            int instant = touchpoints.instantStart(position);
            boolean covers = uncovered.remove(instant);
            members[found] = position;
            if (unit.serves(position) && isPossible(members, found + 1, uncovered)) {
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
            if (!matching.add(touchpoints.steps(members[i]))) {
                return false;
            }
        }
        for (int instant : uncovered) {
            if (!matching.add(unit.stepsOfInstant(instant))) {
                return false;
            }
        }
        return true;
    }
}
