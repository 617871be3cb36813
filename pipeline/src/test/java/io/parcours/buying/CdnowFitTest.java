package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import io.parcours.buying.CdnowCustomers.Customer;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures that are published for the CDNOW sample, calibrated to 1997-09-30, in weeks. */
class CdnowFitTest {
    private static final double WEEK = 7;
    private static final double HORIZON = 39;

    private static ModelFit<BuyingModel> fit(BuyingKind kind) {
        ModelFit<BuyingModel> fit = BuyingFits.fit(kind, CdnowCustomers.groups(), WEEK);
        assertThat(fit.problem()).isEmpty();
        assertThat(fit.customerCount()).isEqualTo(2_357);
        assertThat(fit.gradientNorm().getAsDouble()).isLessThan(1e-7);
        return fit;
    }

    private static void assertEstimates(ModelFit<?> fit, double percent, double... expected) {
        for (int i = 0; i < expected.length; i++) {
            assertThat(fit.parameters().get(i).estimate())
                    .as(fit.parameters().get(i).name())
                    .isCloseTo(expected[i], withPercentage(percent));
        }
    }

    /** The published ones leave the slope by a at 5e-4 of a unit of likelihood: they are right to five digits. */
    @Test
    void bg_nbd_is_the_published_one() {
        ModelFit<BuyingModel> fit = fit(BuyingKind.BG_NBD);

        assertThat(fit.parameters()).extracting(ParameterEstimate::name).containsExactly("r", "alpha", "a", "b");
        assertEstimates(fit, 1e-3, .2425945, 4.4136019, .7929199, 2.4258881);
        assertThat(fit.logLikelihood().getAsDouble()).isCloseTo(-9582.429, within(.001));
    }

    @Test
    void everybodys_probability_and_expectation_are_the_published_ones() {
        BuyingModel model = fit(BuyingKind.BG_NBD).model().orElseThrow();
        Map<Integer, Customer> customers = CdnowCustomers.keepingDuplicates();
        double sum = 0;
        double alive = 0;
        int compared = 0;
        double worstAlive = 0;
        double worstExpected = 0;
        for (String line : CdnowCustomers.lines("expected_bgnbd_per_customer.csv")) {
            String[] fields = line.split(",");
            Customer customer = customers.get(Integer.valueOf(fields[0]));
            double recency = customer.recency() / WEEK;
            double age = customer.age() / WEEK;
            double probability = model.aliveProbability(customer.x(), recency, age);
            double expected = model.expectedPurchases(customer.x(), recency, age, HORIZON);
            assertThat(customer.x()).isEqualTo(Integer.parseInt(fields[1]));
            worstAlive = Math.max(worstAlive, Math.abs(probability - Double.parseDouble(fields[4])));
            worstExpected = Math.max(worstExpected, Math.abs(expected - Double.parseDouble(fields[5])));
            alive += probability;
            sum += expected;
            compared++;
        }
        assertThat(compared).isEqualTo(2_357);
        assertThat(worstAlive).isLessThan(1e-5);
        assertThat(worstExpected).isLessThan(1e-4);
        assertThat(sum).isCloseTo(1653.41, within(.01));
        assertThat(alive / compared).isCloseTo(.813440, within(1e-6));
    }

    /** Fader, Hardie and Lee (2005), section 5; their note on P(alive) with rounded parameters. */
    @Test
    void worked_examples_are_the_published_ones() {
        BuyingModel model = fit(BuyingKind.BG_NBD).model().orElseThrow();
        assertThat(model.expectedPurchases(2, 30.43, 38.86, 39)).isCloseTo(1.226, within(.0005));
        assertThat(new BgNbd(.243, 4.414, .793, 2.426).aliveProbability(23, 39, 39))
                .isCloseTo(.9685554542, within(1e-10));
    }

    @Test
    void mbg_nbd_is_the_published_one() {
        ModelFit<BuyingModel> fit = fit(BuyingKind.MBG_NBD);
        assertEstimates(fit, .1, .525, 6.183, .891, 1.614);
    }

    @Test
    void pareto_nbd_is_the_published_one() {
        ModelFit<BuyingModel> fit = fit(BuyingKind.PARETO_NBD);
        assertThat(fit.parameters()).extracting(ParameterEstimate::name).containsExactly("r", "alpha", "s", "beta");
        assertEstimates(fit, .1, .553, 10.58, .606, 11.67);
        assertThat(fit.logLikelihood().getAsDouble()).isCloseTo(-9594.98, within(.005));
    }

    @Test
    void gamma_gamma_is_the_published_one_with_identical_rows_kept() {
        assertGammaGamma(CdnowCustomers.keepingDuplicates(), -4055.92, 6.25, 3.74, 15.44);
    }

    @Test
    void gamma_gamma_is_the_published_one_with_identical_rows_dropped() {
        assertGammaGamma(CdnowCustomers.droppingDuplicates(), -4054.99, 6.276, 3.742, 15.350);
    }

    private static void assertGammaGamma(Map<Integer, Customer> customers, double logLikelihood, double... parameters) {
        MoneyGroups groups = new MoneyGroups();
        customers.values().stream()
                .filter(customer -> customer.x() > 0)
                .forEach(customer -> groups.add(customer.x(), customer.monetaryMean()));
        ModelFit<GammaGamma> fit = GammaGammaFits.fit(groups);

        assertThat(fit.customerCount()).isEqualTo(946);
        assertThat(fit.parameters()).extracting(ParameterEstimate::name).containsExactly("p", "q", "v");
        for (int i = 0; i < parameters.length; i++) {
            assertThat(fit.parameters().get(i).estimate()).isCloseTo(parameters[i], within(.005));
        }
        assertThat(fit.logLikelihood().getAsDouble()).isCloseTo(logLikelihood, within(.005));
    }
}
