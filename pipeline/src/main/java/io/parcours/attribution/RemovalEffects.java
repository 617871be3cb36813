package io.parcours.attribution;

/**
 * What a Markov chain of paths would lose without each name, and the credits that follow. Without a name, whoever would
 * touch it ends without a conversion; so the loss is what comes of those who touch it. Source: E. Anderl, I. Becker, F. von
 * Wangenheim and J. H. Schumann, "Mapping the customer journey: lessons learned from graph-based online attribution
 * modeling", International Journal of Research in Marketing 33 (2016) 457-474.
 *
 * @param conversions by the name's rank: the part of all conversions that is lost without it; 0 where nothing converts
 * @param credits by rank: the conversions it is credited with
 * @param values by rank: the value it is credited with, in millionths
 */
record RemovalEffects(double[] conversions, double[] credits, double[] values) {

    /**
     * Works out the effects.
     *
     * @param chain begun in state 0
     * @param gains by state: the probability that a conversion is next
     * @param values by state: the mean value that is next
     * @param statesOfName by rank: the states in which the name was touched last
     */
    static RemovalEffects of(
            AbsorbingChain chain,
            double[] gains,
            double[] values,
            int[][] statesOfName,
            double allConversions,
            double allValues) {
        double[] expected = chain.expected(gains);
        double[] expectedValue = chain.expected(values);
        double[] effects = new double[statesOfName.length];
        double[] valueEffects = new double[statesOfName.length];
        for (int name = 0; name < effects.length; name++) {
            int[] states = statesOfName[name];
            double[] met = chain.firstMet(states);
            for (int i = 0; i < states.length; i++) {
                // No state is met less often than never, though rounding may say so.
                double often = Math.max(0, met[i]);
                effects[name] += often * expected[states[i]];
                valueEffects[name] += often * expectedValue[states[i]];
            }
        }
        double[] credits = parted(allConversions, effects);
        double[] valueCredits = parted(allValues, isMeasure(valueEffects) ? valueEffects : effects);
        for (int name = 0; name < effects.length; name++) {
            effects[name] = expected[0] > 0 ? effects[name] / expected[0] : 0;
        }
        return new RemovalEffects(effects, credits, valueCredits);
    }

    /** Values below 0, as of refunds, make no shares. */
    private static boolean isMeasure(double[] effects) {
        double sum = 0;
        for (double effect : effects) {
            if (effect < 0) {
                return false;
            }
            sum += effect;
        }
        return sum > 0;
    }

    private static double[] parted(double whole, double[] effects) {
        double sum = 0;
        for (double effect : effects) {
            sum += effect;
        }
        double[] parts = new double[effects.length];
        for (int name = 0; sum > 0 && name < parts.length; name++) {
            parts[name] = whole * effects[name] / sum;
        }
        return parts;
    }
}
