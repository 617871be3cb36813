package io.parcours.buying;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoarseFitTest {
    /** Ages lie between 30 and 60 periods, of 1,000 days each. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void a_fit_to_half_of_the_groups_is_near_the_exact_one(long seed) {
        PurchaseGroups exact = new MadeUpBuyers(seed).groups(new BgNbd(.8, 4, .9, 2.5), 4_000, 30, 60);
        PurchaseGroups coarse = new PurchaseGroups(exact.size() / 2);
        coarse.merge(exact);
        ModelFit<BuyingModel> exactFit = BuyingFits.fit(BuyingKind.BG_NBD, exact, MadeUpBuyers.DAYS_PER_PERIOD);
        ModelFit<BuyingModel> coarseFit = BuyingFits.fit(BuyingKind.BG_NBD, coarse, MadeUpBuyers.DAYS_PER_PERIOD);

        assertThat(coarse.size()).isLessThanOrEqualTo(exact.size() / 2);
        assertThat(coarse.customers()).isEqualTo(exact.customers());
        assertThat(coarse.intervals().level()).isPositive();
        assertThat(coarseFit.isConverged()).isTrue();
        for (int i = 0; i < 4; i++) {
            ParameterEstimate expected = exactFit.parameters().get(i);
            assertThat(coarseFit.parameters().get(i).estimate())
                    .isCloseTo(expected.estimate(), within(2 * expected.standardError()));
        }
    }
}
