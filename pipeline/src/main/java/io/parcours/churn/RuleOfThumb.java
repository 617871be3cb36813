package io.parcours.churn;

import java.util.OptionalDouble;

/**
 * The rule of thumb held against what came after a back-test's cut: who is dormant is likeliest to leave, then who is at
 * risk, then everybody else. As it gives no probabilities, it is lent the shares that left of the other half.
 */
final class RuleOfThumb {
    static final String NAME = "rule_of_thumb";
    private static final int HALVES = 2;

    private final long[] customers = new long[ChurnRisk.values().length * HALVES];
    private final long[] left = new long[customers.length];

    RuleOfThumb(StateOutcomes states) {
        for (ChurnState state : ChurnState.values()) {
            for (int half = 0; half < HALVES; half++) {
                int place = place(ChurnRisk.of(state), half);
                customers[place] += states.customers(state, half);
                left[place] += states.left(state, half);
            }
        }
    }

    private static int place(ChurnRisk risk, int half) {
        return risk.ordinal() * HALVES + half;
    }

    /** The share that left of those with this risk in the other half; of all of it where it has none; 0.5 without it. */
    double share(ChurnRisk risk, int half) {
        int other = 1 - half;
        if (customers[place(risk, other)] > 0) {
            return (double) left[place(risk, other)] / customers[place(risk, other)];
        }
        long all = 0;
        long allLeft = 0;
        for (ChurnRisk each : ChurnRisk.values()) {
            all += customers[place(each, other)];
            allLeft += left[place(each, other)];
        }
        return all == 0 ? 0.5 : (double) allLeft / all;
    }

    /** The share that left of those with this risk; nothing where they are too few to tell. */
    OptionalDouble share(ChurnRisk risk) {
        long all = 0;
        long gone = 0;
        for (int half = 0; half < HALVES; half++) {
            all += customers[place(risk, half)];
            gone += left[place(risk, half)];
        }
        return all < LeavingCalibration.FEWEST_OF_BLOCK
                ? OptionalDouble.empty()
                : OptionalDouble.of((double) gone / all);
    }

    /** By the shares; those of the two halves differ. */
    double brierScore() {
        double sum = 0;
        long all = 0;
        for (ChurnRisk risk : ChurnRisk.values()) {
            for (int half = 0; half < HALVES; half++) {
                double share = share(risk, half);
                long gone = left[place(risk, half)];
                long there = customers[place(risk, half)];
                sum += gone * (1 - share) * (1 - share) + (there - gone) * share * share;
                all += there;
            }
        }
        return sum / all;
    }

    /** The risks as scores. */
    ScoreTallies tallies() {
        int risks = ChurnRisk.values().length;
        double[] scores = new double[risks];
        long[] there = new long[risks];
        long[] gone = new long[risks];
        for (int risk = 0; risk < risks; risk++) {
            scores[risk] = risk;
            for (int half = 0; half < HALVES; half++) {
                there[risk] += customers[risk * HALVES + half];
                gone[risk] += left[risk * HALVES + half];
            }
        }
        return ScoreTallies.ofClasses(scores, there, gone);
    }
}
