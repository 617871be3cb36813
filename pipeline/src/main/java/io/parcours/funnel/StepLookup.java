package io.parcours.funnel;

import io.parcours.journey.Match;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which steps of which funnels a touchpoint serves, derived once for each distinct answer to the map's conditions. So a
 * touchpoint that serves no funnel costs one look, however many funnels there are.
 */
final class StepLookup {
    private static final Served[] NONE = new Served[0];

    private final List<FunnelPlan> plans;
    private Match[] known = new Match[16];
    private Served[][] served = new Served[16][];

    /**
     * What a touchpoint serves of one funnel.
     *
     * @param funnel the funnel's place among the funnels
     * @param steps the steps, 1 for the first, rising; at least one. Not to be changed
     * @param isServed by step: whether it is among them. Not to be changed
     */
    record Served(int funnel, int[] steps, boolean[] isServed) {

        static Served of(int funnel, int[] steps) {
            boolean[] isServed = new boolean[steps[steps.length - 1] + 1];
            for (int step : steps) {
                isServed[step] = true;
            }
            return new Served(funnel, steps, isServed);
        }

        boolean serves(int step) {
            return step < isServed.length && isServed[step];
        }
    }

    StepLookup(List<FunnelPlan> plans) {
        this.plans = plans;
    }

    /** The funnels served, in their order; most touchpoints serve none. Not to be changed. */
    Served[] servedBy(Match match) {
        int number = match.number();
        // Numbers are unique within a task only, so the answer itself is compared.
        if (number < known.length && known[number] == match) {
            return served[number];
        }
        return derive(match);
    }

    private Served[] derive(Match match) {
        int number = match.number();
        if (number >= known.length) {
            int capacity = Math.max(number + 1, known.length * 2);
            known = Arrays.copyOf(known, capacity);
            served = Arrays.copyOf(served, capacity);
        }
        List<Served> found = new ArrayList<>();
        for (int funnel = 0; funnel < plans.size(); funnel++) {
            int[] steps = plans.get(funnel).stepsServedBy(match);
            if (steps.length > 0) {
                found.add(Served.of(funnel, steps));
            }
        }
        known[number] = match;
        served[number] = found.toArray(NONE);
        return served[number];
    }
}
