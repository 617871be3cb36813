package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class ClusteredMeanTest {

    @Test
    void single_amounts_have_the_interval_of_a_mean() {
        ExactMean plain = new ExactMean();
        ClusteredMean clustered = new ClusteredMean(4);
        for (double amount : new double[] {6, 7, 5.25, 3, 8, 9, -4, 10, 7, 1.5}) {
            plain.add(amount);
            clustered.add(amount, 1);
        }
        assertThat(clustered.mean()).isEqualTo(plain.mean());
        assertThat(clustered.interval().orElseThrow().low())
                .isCloseTo(plain.interval().orElseThrow().low(), within(1e-12));
        assertThat(clustered.interval().orElseThrow().high())
                .isCloseTo(plain.interval().orElseThrow().high(), within(1e-12));
    }

    /** By hand: totals 3, 1 of 2, 1 amounts; mean 4/3, residuals 1/3 and -1/3, s² = 2 * (2/9) / 9, t(1) = 12.7062. */
    @Test
    void clusters_are_the_ratio_estimator_by_hand() {
        ClusteredMean mean = new ClusteredMean(0);
        mean.add(3, 2);
        mean.add(1, 1);
        double half = 12.706204736 * Math.sqrt(4.0 / 81);
        assertThat(mean.mean()).contains(4.0 / 3);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(4.0 / 3 - half, within(1e-8));
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(4.0 / 3 + half, within(1e-8));
    }

    @Test
    void parts_merged_in_any_order_give_the_same_bits() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            ClusteredMean whole = new ClusteredMean(6);
            ClusteredMean[] parts = {new ClusteredMean(6), new ClusteredMean(6), new ClusteredMean(6)};
            for (int i = 0; i < 50; i++) {
                double total = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(14));
                int count = random.nextInt(5);
                whole.add(total, count);
                parts[random.nextInt(3)].add(total, count);
            }
            parts[2].merge(parts[0]);
            parts[2].merge(parts[1]);
            assertThat(parts[2].mean()).isEqualTo(whole.mean());
            assertThat(parts[2].interval()).isEqualTo(whole.interval());
            assertThat(parts[2].count()).isEqualTo(whole.count());
        }
    }

    @Test
    void equal_amounts_have_an_interval_without_width() {
        ClusteredMean mean = new ClusteredMean(6);
        for (int i = 1; i <= 1000; i++) {
            mean.add(0.1 * i, i);
        }
        assertThat(mean.interval()).contains(new Interval(0.1, 0.1));
    }

    @Test
    void nothing_and_a_single_cluster_have_no_interval() {
        ClusteredMean mean = new ClusteredMean(2);
        mean.add(5, 0);
        assertThat(mean.mean()).isEmpty();
        mean.add(5, 4);
        assertThat(mean.mean()).contains(1.25);
        assertThat(mean.interval()).isEmpty();
    }

    /** 2,000 samples of 40 clusters of 1 to 8 scores that share the cluster's level: the mean of all is 0.5. */
    @Test
    void the_interval_covers_the_truth_about_as_often_as_it_says() {
        Random random = new Random(11);
        int covered = 0;
        for (int sample = 0; sample < 2_000; sample++) {
            ClusteredMean mean = new ClusteredMean(6);
            for (int cluster = 0; cluster < 40; cluster++) {
                double level = random.nextGaussian() * 0.2 + 0.5;
                int count = 1 + random.nextInt(8);
                double total = 0;
                for (int i = 0; i < count; i++) {
                    total += level + random.nextGaussian() * 0.1;
                }
                mean.add(total, count);
            }
            Interval interval = mean.interval().orElseThrow();
            covered += interval.low() <= 0.5 && 0.5 <= interval.high() ? 1 : 0;
        }
        assertThat(covered).isBetween(1_860, 1_930);
    }
}
