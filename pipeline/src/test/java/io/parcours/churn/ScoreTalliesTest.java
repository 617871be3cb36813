package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ScoreTalliesTest {

    @Test
    void equalScoresShareATenthAndTheFirstOfThemDecides() {
        ScoreTallies tallies = ScoreTallies.ofClasses(
                new double[] {0.1, 0.2, 0.9, 1}, new long[] {10, 5, 25, 60}, new long[] {0, 0, 0, 0});

        // Below them are 0, 10, 15 and 40 of 100; above them 90, 85, 60 and 0.
        assertThat(tallies.risingTenths()).containsExactly(0, 1, 1, 4);
        assertThat(tallies.fallingTenths()).containsExactly(9, 8, 6, 0);
    }

    @Test
    void discriminationAndBrierScoreAreThoseOfAllPairsAndAllCustomers() {
        Random random = new Random(2);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(8);
            double[] scores = new double[size];
            long[] customers = new long[size];
            long[] left = new long[size];
            double score = 0;
            for (int i = 0; i < size; i++) {
                score += (1 - score) * random.nextDouble();
                scores[i] = score;
                customers[i] = 1 + random.nextInt(6);
                left[i] = random.nextInt((int) customers[i] + 1);
            }
            ScoreTallies tallies = ScoreTallies.ofClasses(scores, customers, left);
            double wins = 0;
            double pairs = 0;
            double squares = 0;
            double all = 0;
            for (int gone = 0; gone < size; gone++) {
                for (int there = 0; there < size; there++) {
                    double count = (double) left[gone] * (customers[there] - left[there]);
                    pairs += count;
                    wins += gone > there ? count : gone == there ? count / 2 : 0;
                }
                all += customers[gone];
                squares += left[gone] * Math.pow(1 - scores[gone], 2)
                        + (customers[gone] - left[gone]) * Math.pow(scores[gone], 2);
            }
            assertThat(tallies.brierScore().getAsDouble()).isCloseTo(squares / all, within(1e-12));
            if (pairs == 0) {
                assertThat(tallies.discrimination()).isEmpty();
            } else {
                assertThat(tallies.discrimination().getAsDouble()).isCloseTo(wins / pairs, within(1e-12));
            }
        }
    }
}
