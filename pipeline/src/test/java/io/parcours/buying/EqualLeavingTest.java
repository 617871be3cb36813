package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.apache.commons.math3.special.Gamma;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EqualLeavingTest {
    private static final double R = 1.5;
    private static final double ALPHA = 3;
    private static final double LEAVING = 0.2;

    /** The density with one p for all: (1 - p)^x and p (1 - p)^(x-1) stand for the ratios of beta functions. */
    @ParameterizedTest
    @EnumSource(value = BuyingKind.class, names = "PARETO_NBD", mode = EnumSource.Mode.EXCLUDE)
    void its_likelihood_is_that_of_one_probability_for_all(BuyingKind kind) {
        int shift = kind == BuyingKind.MBG_NBD ? 1 : 0;
        PurchaseGroups groups = new PurchaseGroups();
        groups.add(4, 100, 200);
        groups.add(0, 0, 150);
        double expected = density(4, 100.0 / 7, 200.0 / 7, shift) + density(0, 0, 150.0 / 7, shift);
        double[] point = {R, ALPHA, LEAVING / (1 - LEAVING)};
        assertThat(new EqualLeaving(new DropoutLikelihood(groups.sorted(), 7, shift))
                        .at(point)
                        .value())
                .isCloseTo(expected, within(1e-3));
    }

    private static double density(int x, double recency, double age, int shift) {
        double exposure = Gamma.logGamma(R + x) - Gamma.logGamma(R) + R * Math.log(ALPHA);
        double stays = Math.pow(1 - LEAVING, x + shift) * Math.pow(ALPHA + age, -(R + x));
        double left = x + shift == 0
                ? 0
                : LEAVING * Math.pow(1 - LEAVING, x + shift - 1) * Math.pow(ALPHA + recency, -(R + x));
        return exposure + Math.log(stays + left);
    }

    /** 10 logs of 2,000 customers who all leave with one probability: p within three standard errors, whatever was fitted. */
    @ParameterizedTest
    @EnumSource(value = BuyingKind.class, names = "PARETO_NBD", mode = EnumSource.Mode.EXCLUDE)
    void customers_who_leave_alike_have_a_model(BuyingKind kind) {
        int limits = 0;
        for (int seed = 0; seed < 10; seed++) {
            ModelFit<BuyingModel> fit = BuyingFits.fit(kind, alike(kind, seed), 7);
            assertThat(fit.problem()).as("seed %s", seed).isEmpty();
            ParameterEstimate last = fit.parameters().get(fit.parameters().size() - 1);
            if (last.name().equals(ParameterEstimate.EQUAL_LEAVING)) {
                limits++;
                assertThat(last.estimate()).isCloseTo(LEAVING, within(3 * last.standardError()));
                assertThat(last.standardError()).isBetween(0.001, 0.03);
            } else {
                double a = fit.parameters().get(DropoutLikelihood.A).estimate();
                double b = fit.parameters().get(DropoutLikelihood.B).estimate();
                assertThat(a / (a + b)).isCloseTo(LEAVING, within(0.03));
            }
        }
        // Where there is no spread, about half of all logs show a little by chance and half less than none.
        assertThat(limits).isBetween(1, 9);
    }

    private static PurchaseGroups alike(BuyingKind kind, int seed) {
        MadeUpBuyers buyers = new MadeUpBuyers(seed);
        PurchaseGroups groups = new PurchaseGroups();
        for (int i = 0; i < 2_000; i++) {
            double rate = buyers.gamma(R, ALPHA);
            MadeUpBuyers.Life life = buyers.ofDropout(rate, LEAVING, kind == BuyingKind.MBG_NBD ? 1 : 0, 50);
            groups.add(life.x(50), (int) Math.round(7 * life.recency(50)), 350);
        }
        return groups;
    }
}
