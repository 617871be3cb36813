package io.parcours.stats;

import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The variances of the parts of a change where units come in clusters: customers are dealt to groups by chance, each
 * group in turn is left out, and the parts are worked out anew. As a group holds whole customers, also of both periods,
 * no kinship of a customer's units is missed, whatever its kind.
 *
 * <p>Source: K. M. Wolter, "Introduction to Variance Estimation", 2nd ed. (2007), chapter 4 (the jackknife, with units
 * dealt to groups at random).
 */
final class GroupJackknife {
    private final double[] variances;
    private int filled;
    private boolean isDefined = true;

    /**
     * Leaves out every group.
     *
     * @param groups by number, 0 for the first: the units of a group, which may be none
     * @param size how many groups there are
     */
    GroupJackknife(ComparedCounts counts, IntFunction<ComparedCounts> groups, int size) {
        double[] whole = withTotal(counts);
        variances = new double[whole.length];
        for (int group = 0; group < size; group++) {
            ComparedCounts left = groups.apply(group);
            if (!left.isEmpty()) {
                leaveOut(counts.without(left), whole);
            }
        }
        for (int part = 0; part < whole.length; part++) {
            variances[part] *= (filled - 1.0) / filled;
        }
    }

    private void leaveOut(ComparedCounts rest, double[] whole) {
        filled++;
        isDefined &= rest.isComparable();
        if (isDefined) {
            double[] parts = withTotal(rest);
            for (int part = 0; part < whole.length; part++) {
                double difference = parts[part] - whole[part];
                variances[part] += difference * difference;
            }
        }
    }

    /** The variance of a part as in {@link ChangeParts}, behind them the whole; 0 where it cannot be seen. */
    double variance(int part) {
        return isDefined ? variances[part] : 0;
    }

    /** How many groups have units. */
    int filled() {
        return filled;
    }

    private static double[] withTotal(ComparedCounts counts) {
        double[] parts = Arrays.copyOf(ChangeParts.of(counts), counts.steps() + 1);
        parts[counts.steps()] = ChangeParts.total(counts);
        return parts;
    }
}
