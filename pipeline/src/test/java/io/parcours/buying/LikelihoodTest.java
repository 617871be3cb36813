package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.stats.LocalExpansion;
import io.parcours.stats.PositiveFunction;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LikelihoodTest {
    private static PurchaseGroups groups(int customers, int most) {
        Random random = new Random(customers);
        PurchaseGroups groups = new PurchaseGroups();
        for (int i = 0; i < customers; i++) {
            int age = random.nextInt(400);
            int recency = random.nextInt(age + 1);
            int x = Math.min(recency, random.nextInt(1 << random.nextInt(most)));
            groups.add(x, x == 0 ? 0 : recency, age, 1 + random.nextInt(4));
        }
        groups.add(2_500, 300, 370);
        return groups;
    }

    private static MoneyGroups money() {
        Random random = new Random(4);
        MoneyGroups groups = new MoneyGroups();
        for (int i = 0; i < 60; i++) {
            groups.add(1 + random.nextInt(30), Math.exp(3 + random.nextGaussian()), 1 + random.nextInt(3));
        }
        return groups;
    }

    private record Case(String name, PositiveFunction function, double[] point) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> likelihoods() {
        SortedGroups groups = groups(60, 7).sorted();
        return Stream.of(
                new Case("BG/NBD", new DropoutLikelihood(groups, 7, 0), new double[] {.7, 3, .8, 2.2}),
                new Case("MBG/NBD", new DropoutLikelihood(groups, 7, 1), new double[] {.7, 3, .8, 2.2}),
                new Case("Pareto/NBD", new ParetoLikelihood(groups, 7), new double[] {.7, 3, .8, 22}),
                new Case("Pareto/NBD, beta below", new ParetoLikelihood(groups, 7), new double[] {.7, 30, .8, .2}),
                new Case("BG/NBD, equal leaving", new EqualLeaving(new DropoutLikelihood(groups, 7, 0)), new double[] {
                    .7, 3, .3
                }),
                new Case("Gamma-Gamma", new MoneyLikelihood(money().sorted()), new double[] {3, 2.5, 14}));
    }

    /** Slopes are central differences of values, curvatures those of slopes. */
    @ParameterizedTest
    @MethodSource("likelihoods")
    void derivatives_are_the_limits_of_differences(Case of) {
        LocalExpansion here = of.function().at(of.point());
        for (int i = 0; i < here.dimension(); i++) {
            double step = 1e-5 * of.point()[i];
            LocalExpansion above = of.function().at(moved(of.point(), i, step));
            LocalExpansion below = of.function().at(moved(of.point(), i, -step));
            double size = Math.abs(here.value()) / of.point()[i];
            assertThat((above.value() - below.value()) / (2 * step)).isCloseTo(here.slope(i), within(1e-8 * size));
            for (int j = 0; j < here.dimension(); j++) {
                assertThat((above.slope(j) - below.slope(j)) / (2 * step))
                        .as("%s %s", i, j)
                        .isCloseTo(here.curvature(i, j), within(1e-7 * size / of.point()[j]));
            }
        }
    }

    private static double[] moved(double[] point, int index, double step) {
        double[] moved = point.clone();
        moved[index] += step;
        return moved;
    }

    /** Fader and Hardie (2013), equation 1a, as it stands. */
    @Test
    void gamma_gamma_is_the_published_density() {
        double p = 3;
        double q = 2.5;
        double v = 14;
        MoneyGroups groups = new MoneyGroups();
        groups.add(4, 21.5, 3);
        double px = p * 4;
        double expected = Gamma.logGamma(px + q)
                - Gamma.logGamma(px)
                - Gamma.logGamma(q)
                + q * Math.log(v)
                + (px - 1) * Math.log(21.5)
                + px * Math.log(4)
                - (px + q) * Math.log(v + 4 * 21.5);
        assertThat(new MoneyLikelihood(groups.sorted())
                        .at(new double[] {p, q, v})
                        .value())
                .isCloseTo(3 * expected, within(1e-10));
    }

    @Test
    void a_fit_has_the_same_bits_whatever_the_threads_and_the_order() throws Exception {
        PurchaseGroups groups = groups(14_000, 6);
        assertThat(groups.size()).isGreaterThan(8_192);
        List<PurchaseGroups> parts = new ArrayList<>();
        SortedGroups sorted = groups.sorted();
        for (int i = 0; i < sorted.size(); i++) {
            if (i % 2_000 == 0) {
                parts.add(new PurchaseGroups());
            }
            parts.get(parts.size() - 1).add(sorted.x(i), sorted.recency(i), sorted.age(i), sorted.customers(i));
        }
        Collections.reverse(parts);
        PurchaseGroups merged = new PurchaseGroups();
        parts.forEach(merged::merge);

        ModelFit<BuyingModel> alone = inPool(1, groups);
        assertThat(alone.isConverged()).isTrue();
        assertThat(inPool(5, merged)).isEqualTo(alone);
    }

    private static ModelFit<BuyingModel> inPool(int threads, PurchaseGroups groups) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> BuyingFits.fit(BuyingKind.BG_NBD, groups, 7))
                    .get();
        } finally {
            pool.shutdown();
        }
    }
}
