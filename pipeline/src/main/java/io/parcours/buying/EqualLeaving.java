package io.parcours.buying;

import io.parcours.stats.LocalExpansion;
import io.parcours.stats.PositiveFunction;

/**
 * The likelihood of BG/NBD or MBG/NBD where all customers leave with one probability p after a purchase: the limit of a
 * beta distribution with a and b growing without bound, {@code a / (a + b) = p}. Its numbers are r, alpha and the odds
 * {@code p / (1 - p)}.
 *
 * <p>It is taken at {@code a + b = }{@link #CONCENTRATION}, where the p of customers differ by less than 0.002 (the
 * standard deviation of a beta distribution is {@code sqrt(p (1 - p) / (a + b + 1))}): so it, its derivatives and all that
 * follows from the model need no formulas of their own.
 */
final class EqualLeaving implements PositiveFunction {
    static final double CONCENTRATION = 1e5;
    static final int ODDS = 2;

    private final DropoutLikelihood likelihood;

    EqualLeaving(DropoutLikelihood likelihood) {
        this.likelihood = likelihood;
    }

    /** r, alpha, a and b of r, alpha and the odds. */
    static double[] parameters(double[] point) {
        double probability = probability(point[ODDS]);
        return new double[] {
            point[DropoutLikelihood.R],
            point[DropoutLikelihood.ALPHA],
            CONCENTRATION * probability,
            CONCENTRATION * (1 - probability)
        };
    }

    static double probability(double odds) {
        return odds / (1 + odds);
    }

    @Override
    public LocalExpansion at(double[] point) {
        LocalExpansion full = likelihood.at(parameters(point));
        // a = K o / (1 + o) and b = K - a: by the chain rule, a' = K / (1 + o)², a'' = -2 a' / (1 + o).
        double first = CONCENTRATION / ((1 + point[ODDS]) * (1 + point[ODDS]));
        double second = -2 * first / (1 + point[ODDS]);
        int a = DropoutLikelihood.A;
        int b = DropoutLikelihood.B;
        LocalExpansion result = new LocalExpansion(3);
        result.addValue(full.value());
        for (int i = 0; i < ODDS; i++) {
            result.addSlope(i, full.slope(i));
            for (int j = i; j < ODDS; j++) {
                result.addCurvature(i, j, full.curvature(i, j));
            }
            result.addCurvature(i, ODDS, first * (full.curvature(i, a) - full.curvature(i, b)));
        }
        double difference = full.slope(a) - full.slope(b);
        result.addSlope(ODDS, first * difference);
        double curvature = full.curvature(a, a) - 2 * full.curvature(a, b) + full.curvature(b, b);
        result.addCurvature(ODDS, ODDS, second * difference + first * first * curvature);
        return result;
    }
}
