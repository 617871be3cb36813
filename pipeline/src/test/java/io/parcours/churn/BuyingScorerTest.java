package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BuyingScorerTest {

    /** Far more pairs of x and age than are kept at once, so that they push each other out. */
    @Test
    void it_says_what_the_model_says() {
        BuyingModel model = new BgNbd(.2425945, 4.4136, .79292, 2.42589);
        BuyingScorer scorer = new BuyingScorer(model, 7, 273);
        Random random = new Random(1);
        for (int i = 0; i < 30_000; i++) {
            int age = random.nextInt(3_000);
            int recency = random.nextInt(age + 1);
            int x = recency == 0 ? 0 : 1 + random.nextInt(40);
            for (int again = 0; again < 2; again++) {
                assertThat(scorer.expectedPurchases(x, recency, age))
                        .isEqualTo(model.expectedPurchases(x, recency / 7.0, age / 7.0, 39));
            }
            assertThat(scorer.aliveProbability(x, recency, age))
                    .isEqualTo(model.aliveProbability(x, recency / 7.0, age / 7.0));
            assertThat(scorer.silentProbability(x, recency, age, 91))
                    .isEqualTo(model.silentProbability(x, recency / 7.0, age / 7.0, 13));
        }
    }
}
