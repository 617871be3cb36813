package io.parcours.stats;

/**
 * What the mix and each step's rate contribute to the change of a final rate. All shares change together, and so does a
 * step's rate at all values; a sum of products has the sum of their {@link DiagonalIntegral} as its Shapley value, which
 * is linear. So the parts add up to the change.
 */
final class ChangeParts {

    private ChangeParts() {}

    /** Index 0: the mix; then step 2, 3, ... Units entered in both periods. */
    static double[] of(ComparedCounts counts) {
        double[] parts = new double[counts.steps()];
        ChangeFactors factors = new ChangeFactors(counts);
        DiagonalIntegral integral = new DiagonalIntegral(parts.length);
        for (int value = 0; value < counts.values(); value++) {
            factors.read(value);
            integral.integrate(factors.before(), factors.after());
            for (int part = 0; part < parts.length; part++) {
                parts[part] += factors.change(part) * integral.withoutOne(part);
            }
        }
        addUp(parts, total(counts));
        return parts;
    }

    /** The change of the final rate, from the counts themselves. */
    static double total(ComparedCounts counts) {
        return counts.after().finalRate() - counts.before().finalRate();
    }

    /** Leaves what rounding took or gave to the greatest part, where it is least seen. */
    private static void addUp(double[] parts, double total) {
        int greatest = 0;
        double sum = 0;
        for (int part = 0; part < parts.length; part++) {
            sum += parts[part];
            if (Math.abs(parts[part]) > Math.abs(parts[greatest])) {
                greatest = part;
            }
        }
        parts[greatest] += total - sum;
    }
}
