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
     * What a touchpoint is to one funnel.
     *
     * @param funnel the funnel's place among the funnels
     * @param steps the steps it serves, 1 for the first, rising. Not to be changed
     * @param isServed by step: whether it is among them. Not to be changed
     * @param exclusions the places of the exclusions by which it breaks chains, among the funnel's. Not to be changed
     */
    record Served(int funnel, int[] steps, boolean[] isServed, int[] exclusions) {

        static Served of(int funnel, int[] steps, int... exclusions) {
            boolean[] isServed = new boolean[steps.length == 0 ? 0 : steps[steps.length - 1] + 1];
            for (int step : steps) {
                isServed[step] = true;
            }
            return new Served(funnel, steps, isServed, exclusions);
        }

        boolean serves(int step) {
            return step < isServed.length && isServed[step];
        }

        /** The same, serving no step. */
        Served withoutSteps() {
            return of(funnel, new int[0], exclusions);
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
            int[] exclusions = plans.get(funnel).exclusionsMetBy(match);
            if (steps.length + exclusions.length > 0) {
                found.add(Served.of(funnel, steps, exclusions));
            }
        }
        known[number] = match;
        served[number] = found.toArray(NONE);
        return served[number];
    }
}
