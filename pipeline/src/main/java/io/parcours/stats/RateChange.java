package io.parcours.stats;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.IntToDoubleFunction;

/**
 * The change of a final rate from one period to another, and what makes it up. The final rate is the sum over values of
 * (share of the entered) x (rate of step 2) x ... x (rate of the last step); the mix is all shares together, a step's rate
 * that of all values together. A part is the mean of what its change contributes over all orders in which mix and rates
 * could have changed one after the other (L. S. Shapley, "A value for n-person games", 1953). The parts add up to the
 * total; what rounding leaves (below 1e-12) is given to the greatest part.
 *
 * @param total the change of the final rate
 * @param mix what comes of the mix of values; 0 where there is one value
 * @param steps what comes of the rate of step 2, 3, ...
 */
public record RateChange(ChangePart total, ChangePart mix, List<ChangePart> steps) {

    public RateChange {
        steps = List.copyOf(steps);
    }

    /**
     * The change where units are independent of each other. Intervals: the delta method over the multinomial counts.
     *
     * @throws IllegalArgumentException when a period has no units
     */
    public static RateChange between(ComparedCounts counts) {
        checkComparable(counts);
        double[] variances = ChangeVariance.of(counts);
        return of(counts, part -> Proportion.Z * Math.sqrt(variances[part]));
    }

    /**
     * The change where units of one customer resemble each other. Intervals: the jackknife over groups of customers,
     * never narrower than for independent units; with Student's quantile for as many groups. Where leaving out groups
     * shows no variance, or a period has all its units in one group, the variance for independent units is multiplied by
     * the units a customer, as if the units of a customer were all alike.
     *
     * @param groups by number, 0 for the first: those of the units whose customers were dealt to this group by chance
     * @param size how many groups there are
     * @param unitsPerCustomer the mean number of units of a customer in a period, the greater of both; at least 1
     * @throws IllegalArgumentException when a period has no units
     */
    public static RateChange betweenClustered(
            ComparedCounts counts, IntFunction<ComparedCounts> groups, int size, double unitsPerCustomer) {
        checkComparable(counts);
        double[] independent = ChangeVariance.of(counts);
        GroupJackknife clustered = new GroupJackknife(counts, groups, size);
        double quantile = StudentQuantile.of(Math.max(1, clustered.filled() - 1));
        return of(counts, part -> {
            double variance = clustered.variance(part) == 0
                    ? independent[part] * unitsPerCustomer
                    : Math.max(independent[part], clustered.variance(part));
            return quantile * Math.sqrt(variance);
        });
    }

    private static RateChange of(ComparedCounts counts, IntToDoubleFunction margins) {
        double[] contributions = ChangeParts.of(counts);
        List<ChangePart> parts = new ArrayList<>();
        for (int part = 0; part < contributions.length; part++) {
            parts.add(ChangePart.of(contributions[part], margins.applyAsDouble(part)));
        }
        ChangePart total = ChangePart.of(ChangeParts.total(counts), margins.applyAsDouble(contributions.length));
        return new RateChange(total, parts.get(0), parts.subList(1, parts.size()));
    }

    private static void checkComparable(ComparedCounts counts) {
        if (!counts.isComparable()) {
            throw new IllegalArgumentException("a period without units has no rate");
        }
    }
}
