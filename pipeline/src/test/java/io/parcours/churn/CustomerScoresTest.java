package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.buying.BgNbd;
import io.parcours.buying.GammaGamma;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CustomerScoresTest {
    /** As fitted to the CDNOW sample by Fader, Hardie and Lee (2005). */
    private static final BgNbd CDNOW = new BgNbd(0.24259, 4.4136, 0.79292, 2.42589);

    private static final ChurnRules RULES = ChurnRules.DEFAULT;

    @Test
    void aCustomerIsScoredAsTheDocumentationWorksOut() {
        Lookahead lookahead = new Lookahead(CDNOW, 7, 273, 90);
        lookahead.at(2, 213, 272);
        assertThat(lookahead.alive()).isCloseTo(0.7266, within(5e-5));
        assertThat(lookahead.expectedDays()).isCloseTo(1.226, within(5e-4));
        lookahead.at(0, 0, 35);
        assertThat(lookahead.alive()).isEqualTo(1);
        assertThat(lookahead.silent()).isCloseTo(0.811, within(5e-4));
        lookahead.at(0, 0, 272);
        assertThat(lookahead.silent()).isCloseTo(0.939, within(5e-4));
    }

    @Test
    void lookingAtCustomersInAnyOrderGivesEachTheModelsOwnNumbers() {
        Random random = new Random(1);
        Lookahead lookahead = new Lookahead(CDNOW, 7, 90, 60);
        for (int i = 0; i < 20_000; i++) {
            int x = random.nextInt(5);
            int recency = x == 0 ? 0 : x + random.nextInt(500);
            int age = recency + random.nextInt(500);
            lookahead.at(x, recency, age);
            assertThat(lookahead.silent())
                    .isCloseTo(CDNOW.silentProbability(x, recency / 7.0, age / 7.0, 60 / 7.0), within(1e-12));
            if (i % 100 == 0) {
                assertThat(lookahead.expectedDays())
                        .isCloseTo(CDNOW.expectedPurchases(x, recency / 7.0, age / 7.0, 90 / 7.0), within(1e-12));
            }
        }
    }

    @Test
    void whoHasNoMeanOfHisOwnIsExpectedToSpendWhatEverybodyDoes() {
        GammaGamma money = new GammaGamma(6.25, 3.74, 15.44);
        CustomerScores scores = new CustomerScores(RULES, CDNOW, money, null, StateShares.NONE);
        // 6.25 * 15.44 / 2.74.
        for (double mean : new double[] {Double.NaN, 0, -3}) {
            scores.at(draft(2, mean, ChurnState.NEW));
            assertThat(scores.expectedValue() / scores.expectedNext()).isCloseTo(35.219, within(1e-3));
        }
        // (6.25 * 15.44 + 6.25 * 2 * 100) / (6.25 * 2 + 2.74).
        scores.at(draft(2, 100, ChurnState.NEW));
        assertThat(scores.expectedValue() / scores.expectedNext()).isCloseTo(88.353, within(1e-3));
    }

    @Test
    void wherePartsAreMissingSoAreTheirColumnsAndTheStateGivesTheRisk() {
        CustomerScores scores = new CustomerScores(RULES, CDNOW, null, null, StateShares.NONE);
        scores.at(draft(2, 10, ChurnState.AT_RISK));
        assertThat(scores.alive()).isBetween(0.0, 1.0);
        assertThat(scores.expectedNext()).isPositive();
        assertThat(scores.expectedValue()).isNaN();
        assertThat(scores.churnProbability()).isNaN();
        assertThat(scores.risk()).isEqualTo(ChurnRisk.MEDIUM);

        CustomerScores none = new CustomerScores(RULES, null, new GammaGamma(1, 2, 3), null, StateShares.NONE);
        none.at(draft(2, 10, ChurnState.DORMANT));
        assertThat(none.alive()).isNaN();
        assertThat(none.expectedNext()).isNaN();
        assertThat(none.expectedValue()).isNaN();
        assertThat(none.churnProbability()).isNaN();
        assertThat(none.risk()).isEqualTo(ChurnRisk.HIGH);
        none.at(draft(2, 10, ChurnState.RETURNED));
        assertThat(none.risk()).isEqualTo(ChurnRisk.LOW);

        // A mean over everybody that is infinite is none; a customer's own may be finite.
        CustomerScores infinite = new CustomerScores(RULES, CDNOW, new GammaGamma(2, 0.9, 3), null, StateShares.NONE);
        infinite.at(draft(2, Double.NaN, ChurnState.NEW));
        assertThat(infinite.expectedValue()).isNaN();
        infinite.at(draft(2, 10, ChurnState.NEW));
        assertThat(infinite.expectedValue()).isPositive();
    }

    @Test
    void whereNoModelTellsTheStatesShareDoes() {
        StateOutcomes outcomes = new StateOutcomes();
        for (int i = 0; i < 100; i++) {
            outcomes.add(ChurnState.DORMANT, i % 2, i < 40);
            outcomes.add(i < 50 ? ChurnState.NEW : ChurnState.CURRENT, i % 2, i < 10);
            if (i < 49) {
                outcomes.add(ChurnState.AT_RISK, i % 2, true);
            }
        }
        CustomerScores scores = new CustomerScores(RULES, null, null, null, StateShares.of(new RuleOfThumb(outcomes)));
        scores.at(draft(1, 0, ChurnState.DORMANT));
        assertThat(scores.churnProbability()).isEqualTo(0.4);
        assertThat(scores.risk()).isEqualTo(ChurnRisk.MEDIUM);
        scores.at(draft(1, 0, ChurnState.RETURNED));
        assertThat(scores.churnProbability()).isEqualTo(0.1);
        assertThat(scores.risk()).isEqualTo(ChurnRisk.LOW);
        // One short of fifty customers tell nothing.
        scores.at(draft(1, 0, ChurnState.AT_RISK));
        assertThat(scores.churnProbability()).isNaN();
        assertThat(scores.risk()).isEqualTo(ChurnRisk.MEDIUM);
    }

    @Test
    void aBandBeginsAtItsLimit() {
        BuyingRules rules = BuyingRules.DEFAULT;
        assertThat(ChurnRisk.of(Math.nextDown(0.25), rules)).isEqualTo(ChurnRisk.LOW);
        assertThat(ChurnRisk.of(0.25, rules)).isEqualTo(ChurnRisk.MEDIUM);
        assertThat(ChurnRisk.of(Math.nextDown(0.5), rules)).isEqualTo(ChurnRisk.MEDIUM);
        assertThat(ChurnRisk.of(0.5, rules)).isEqualTo(ChurnRisk.HIGH);
    }

    private static CustomerDrafts.Row draft(int x, double mean, ChurnState state) {
        return new CustomerDrafts.Row("c", 0, 0, x, 100, 200, mean, mean, null, state, new double[0]);
    }
}
