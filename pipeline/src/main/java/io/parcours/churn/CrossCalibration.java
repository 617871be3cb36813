package io.parcours.churn;

import java.util.Optional;

/**
 * Calibrations learned from one half of the customers each, for judging the other half by, and the one learned from all
 * that is then used.
 */
record CrossCalibration(LeavingCalibration ofAll, LeavingCalibration ofFirst, LeavingCalibration ofSecond) {

    /** Nothing where a half has too few customers. */
    static Optional<CrossCalibration> learn(TestedModel tested) {
        OutcomeGroups groups = tested.groups();
        return LeavingCalibration.learn(groups, tested.silent(), group -> groups.half(group) == 0)
                .flatMap(first -> LeavingCalibration.learn(groups, tested.silent(), group -> groups.half(group) == 1)
                        .flatMap(second -> LeavingCalibration.learn(groups, tested.silent(), group -> true)
                                .map(all -> new CrossCalibration(all, first, second))));
    }

    /** What is learned from the others about a customer in this half. */
    LeavingCalibration forHalf(int half) {
        return half == 0 ? ofSecond : ofFirst;
    }

    /** By group: the calibrated probability of leaving, learned from the other half. */
    double[] probabilities(TestedModel tested) {
        OutcomeGroups groups = tested.groups();
        double[] probabilities = new double[groups.size()];
        for (int group = 0; group < groups.size(); group++) {
            probabilities[group] = forHalf(groups.half(group)).probability(groups.x(group), tested.silent()[group]);
        }
        return probabilities;
    }
}
