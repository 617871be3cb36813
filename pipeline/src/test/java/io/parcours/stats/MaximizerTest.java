package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.List;
import org.junit.jupiter.api.Test;

class MaximizerTest {
    private static final int STEPS = 200;

    /** The gamma distribution's likelihood of n values with a mean and a mean logarithm: shape k, rate b. */
    private static PositiveFunction gamma(double n, double mean, double meanLogarithm) {
        return point -> {
            double k = point[0];
            double b = point[1];
            LocalExpansion expansion = new LocalExpansion(2);
            expansion.addValue(n
                    * (k * Math.log(b)
                            - org.apache.commons.math3.special.Gamma.logGamma(k)
                            + (k - 1) * meanLogarithm
                            - b * mean));
            expansion.addSlope(0, n * (Math.log(b) - GammaDerivatives.digamma(k) + meanLogarithm));
            expansion.addSlope(1, n * (k / b - mean));
            expansion.addCurvature(0, 0, -n * GammaDerivatives.trigamma(k));
            expansion.addCurvature(1, 0, n / b);
            expansion.addCurvature(1, 1, -n * k / (b * b));
            return expansion;
        };
    }

    /** With k = 2.5 and b = 0.01 the mean is k / b, and the mean logarithm digamma(k) - ln b: both estimates are exact. */
    @Test
    void the_maximum_and_its_covariance_are_found_from_all_starts() {
        double n = 400;
        PositiveFunction function = gamma(n, 250, GammaDerivatives.digamma(2.5) - Math.log(.01));
        Maximum maximum = Maximizer.find(
                function, List.of(new double[] {1, 1}, new double[] {100, 100}, new double[] {.01, 1e-5}), STEPS);

        assertThat(maximum.isProven()).isTrue();
        assertThat(maximum.agreeingStarts()).isEqualTo(3);
        assertThat(maximum.number(0)).isCloseTo(2.5, withPercentage(1e-9));
        assertThat(maximum.number(1)).isCloseTo(.01, withPercentage(1e-9));
        assertThat(maximum.gradientNorm()).isLessThan(1e-8);
        // The inverse of the information (n trigamma(k), -n / b; -n / b, n k / b^2), by hand.
        double trigamma = GammaDerivatives.trigamma(2.5);
        double determinant = trigamma * 2.5 - 1;
        assertThat(maximum.standardError(0)).isCloseTo(Math.sqrt(2.5 / determinant / n), withPercentage(1e-6));
        assertThat(maximum.standardError(1))
                .isCloseTo(.01 * Math.sqrt(trigamma / determinant / n), withPercentage(1e-6));
        assertThat(maximum.covariance(0, 1)).isCloseTo(.01 / determinant / n, withPercentage(1e-6));
    }

    /** -(ln x - 1)^2 (ln x + 1)^2 + ln x / 10: two maxima, the one near e is higher. */
    private static LocalExpansion twoMaxima(double[] point) {
        double u = Math.log(point[0]);
        double x = point[0];
        LocalExpansion expansion = new LocalExpansion(1);
        expansion.addValue(-(u - 1) * (u - 1) * (u + 1) * (u + 1) + u / 10);
        double slope = -4 * u * (u * u - 1) + .1;
        expansion.addSlope(0, slope / x);
        expansion.addCurvature(0, 0, (-12 * u * u + 4 - slope) / (x * x));
        return expansion;
    }

    @Test
    void of_two_maxima_the_higher_one_is_taken_but_not_proven_by_one_start() {
        List<double[]> starts = List.of(new double[] {.3}, new double[] {.4}, new double[] {3});
        Maximum maximum = Maximizer.find(MaximizerTest::twoMaxima, starts, STEPS);

        assertThat(Math.log(maximum.number(0))).isCloseTo(1.0122, within(.0005));
        assertThat(maximum.isAtRest()).isTrue();
        assertThat(maximum.agreeingStarts()).isEqualTo(1);
        assertThat(maximum.isProven()).isFalse();
    }

    /** 1 - 1 / x levels out without a maximum; slopes become as small as one likes. */
    @Test
    void what_levels_out_is_no_maximum() {
        PositiveFunction function = point -> {
            LocalExpansion expansion = new LocalExpansion(1);
            expansion.addValue(1 - 1 / point[0]);
            expansion.addSlope(0, 1 / (point[0] * point[0]));
            expansion.addCurvature(0, 0, -2 / (point[0] * point[0] * point[0]));
            return expansion;
        };
        Maximum end = Maximizer.find(function, List.of(new double[] {1}, new double[] {2}), STEPS);

        assertThat(end.gradientNorm()).isLessThan(1e-3);
        assertThat(end.isAtRest()).isFalse();
        assertThat(end.isProven()).isFalse();
        assertThat(end.isGrowing(0)).isTrue();
        assertThat(end.isVanishing(0)).isFalse();
        assertThatIllegalStateException().isThrownBy(() -> end.standardError(0));
    }

    /** ln x - ln y: up with x, down with y. */
    @Test
    void a_slope_is_followed_to_the_edge_and_said_to_be_one() {
        PositiveFunction function = point -> {
            LocalExpansion expansion = new LocalExpansion(2);
            expansion.addValue(Math.log(point[0]) - Math.log(point[1]));
            expansion.addSlope(0, 1 / point[0]);
            expansion.addSlope(1, -1 / point[1]);
            expansion.addCurvature(0, 0, -1 / (point[0] * point[0]));
            expansion.addCurvature(1, 1, 1 / (point[1] * point[1]));
            return expansion;
        };
        Maximum end = Maximizer.find(function, List.of(new double[] {1, 1}), STEPS);

        assertThat(end.isProven()).isFalse();
        assertThat(end.isGrowing(0)).isTrue();
        assertThat(end.isVanishing(1)).isTrue();
        assertThat(end.isGrowing(1)).isFalse();
    }

    @Test
    void a_saddle_is_left() {
        // In logarithms u, v: u^2 - u^4 - v^2, with a saddle at (0, 0) and maxima at u = +-sqrt(1/2).
        PositiveFunction function = point -> {
            double u = Math.log(point[0]);
            double v = Math.log(point[1]);
            LocalExpansion expansion = new LocalExpansion(2);
            double slope = 2 * u - 4 * u * u * u;
            expansion.addValue(u * u - u * u * u * u - v * v);
            expansion.addSlope(0, slope / point[0]);
            expansion.addSlope(1, -2 * v / point[1]);
            expansion.addCurvature(0, 0, (2 - 12 * u * u - slope) / (point[0] * point[0]));
            expansion.addCurvature(1, 1, (-2 + 2 * v) / (point[1] * point[1]));
            return expansion;
        };
        Maximum maximum = Maximizer.find(function, List.of(new double[] {1.001, 5}, new double[] {1.01, .2}), STEPS);

        assertThat(Math.log(maximum.number(0))).isCloseTo(Math.sqrt(.5), within(1e-6));
        assertThat(maximum.isProven()).isTrue();
    }

    @Test
    void a_function_that_is_no_number_ends_unproven() {
        PositiveFunction function = point -> {
            LocalExpansion expansion = new LocalExpansion(1);
            expansion.addValue(Double.NaN);
            return expansion;
        };
        assertThat(Maximizer.find(function, List.of(new double[] {1}), STEPS).isProven())
                .isFalse();
    }

    @Test
    void it_takes_no_more_steps_than_it_may() {
        int[] looks = new int[1];
        PositiveFunction counted = point -> {
            looks[0]++;
            return twoMaxima(point);
        };
        Maximum end = Maximizer.find(counted, List.of(new double[] {50}, new double[] {.1}), 3);

        assertThat(looks[0]).isEqualTo(5);
        assertThat(end.isProven()).isFalse();
    }
}
