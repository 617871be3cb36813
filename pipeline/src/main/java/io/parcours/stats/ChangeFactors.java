package io.parcours.stats;

/**
 * The factors whose product, summed over the values, is the final rate: of each value its share of the entered, then the
 * rate of each step from the one before. A rate without a base in one period is taken from the other one, so that nothing
 * is attributed to it.
 */
final class ChangeFactors {
    private final ComparedCounts counts;
    private final double[][] factors;
    private final boolean[][] hasBase;

    ChangeFactors(ComparedCounts counts) {
        this.counts = counts;
        this.factors = new double[2][counts.steps()];
        this.hasBase = new boolean[2][counts.steps()];
    }

    /** Reads the factors of a value, 0 for the first. */
    void read(int value) {
        for (int period = 0; period < 2; period++) {
            LastStepCounts units = counts.period(period);
            factors[period][0] = (double) units.reached(value, 1) / units.entered();
            hasBase[period][0] = true;
            for (int factor = 1; factor < counts.steps(); factor++) {
                long base = units.reached(value, factor);
                hasBase[period][factor] = base > 0;
                // Without a base in either period some factor before it is 0 in both: any number will do.
                factors[period][factor] = base > 0 ? (double) units.reached(value, factor + 1) / base : 0;
            }
        }
        for (int factor = 1; factor < counts.steps(); factor++) {
            if (hasBase[0][factor] != hasBase[1][factor]) {
                int lacking = hasBase[0][factor] ? 1 : 0;
                factors[lacking][factor] = factors[1 - lacking][factor];
            }
        }
    }

    double[] before() {
        return factors[0];
    }

    double[] after() {
        return factors[1];
    }

    /** Whether a period, 0 for the earlier, has its own number for a factor. */
    boolean hasBase(int period, int factor) {
        return hasBase[period][factor];
    }

    double change(int factor) {
        return factors[1][factor] - factors[0][factor];
    }
}
