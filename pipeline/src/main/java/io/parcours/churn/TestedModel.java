package io.parcours.churn;

/**
 * What a model that was fitted before a back-test's cut foresaw of each group.
 *
 * @param name its name in tables
 * @param alive by group: the probability of being still there at the cut
 * @param expectedDays by group: the expected days with activity of one customer up to as_of
 * @param silent by group: the probability of silence for {@code inactive_after}
 */
record TestedModel(String name, OutcomeGroups groups, double[] alive, double[] expectedDays, double[] silent) {

    static TestedModel of(String name, OutcomeGroups groups, Lookahead lookahead) {
        int size = groups.size();
        TestedModel tested = new TestedModel(name, groups, new double[size], new double[size], new double[size]);
        for (int group = 0; group < size; group++) {
            lookahead.at(groups.x(group), groups.recency(group), groups.age(group));
            tested.alive[group] = lookahead.alive();
            tested.expectedDays[group] = lookahead.expectedDays();
            // Adding nothing makes one zero of two.
            tested.silent[group] = lookahead.silent() + 0.0;
        }
        return tested;
    }

    double expectedDaysOfAll() {
        double sum = 0;
        for (int group = 0; group < groups.size(); group++) {
            sum += groups.customers(group) * expectedDays[group];
        }
        return sum;
    }
}
