package io.parcours.funnel;

import io.parcours.journey.Match;
import java.util.Arrays;

/** Which steps of one funnel a touchpoint serves, derived once for each distinct answer to the map's conditions. */
final class StepLookup {
    private static final int[] NONE = new int[0];

    private final int[] conditions;
    private Match[] known = new Match[16];
    private int[][] steps = new int[16][];

    /** A lookup for a funnel whose step k has the condition with the number {@code conditions[k - 1]}. */
    StepLookup(int[] conditions) {
        this.conditions = conditions;
    }

    /** The steps served, 1 for the first, rising; most touchpoints serve none. Not to be changed. */
    int[] stepsOf(Match match) {
        int number = match.number();
        // Numbers are unique within a task only, so the answer itself is compared.
        if (number < known.length && known[number] == match) {
            return steps[number];
        }
        return derive(match);
    }

    private int[] derive(Match match) {
        int number = match.number();
        if (number >= known.length) {
            int capacity = Math.max(number + 1, known.length * 2);
            known = Arrays.copyOf(known, capacity);
            steps = Arrays.copyOf(steps, capacity);
        }
        int[] served = new int[conditions.length];
        int count = 0;
        for (int step = 1; step <= conditions.length; step++) {
            if (match.holds(conditions[step - 1])) {
                served[count++] = step;
            }
        }
        known[number] = match;
        steps[number] = count == 0 ? NONE : Arrays.copyOf(served, count);
        return steps[number];
    }
}
