package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.LongStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ClusteredProportionTest {
    private static final Offset<Double> CLOSE = within(1e-6);

    /**
     * By hand: 4 of 8 in four clusters of two, residuals (s - p m) are 1, 1, -1, -1. Variance 4 x 4/3 / 64 = 1/12; of a
     * simple random sample 0.25 / 7 = 1/28; design effect 7/3; 8 / (7/3) = 24/7. Student's quantiles for 7 and 3 degrees
     * of freedom are 2.364624 and 3.182446 (any t table), their squared ratio 0.552080. Effective trials 1.892846.
     */
    @Test
    void alikeTrialsOfACustomerWidenTheInterval() {
        ClusteredProportion proportion = clusters(2, 2, 2, 2, 0, 2, 0, 2);

        assertThat(proportion.rate()).contains(0.5);
        assertThat(proportion.effectiveTrials()).isEqualTo(1.892846, CLOSE);
        assertThat(proportion.interval().orElseThrow().low()).isEqualTo(0.090760, CLOSE);
        assertThat(proportion.interval().orElseThrow().high()).isEqualTo(0.909240, CLOSE);
    }

    /**
     * By hand with unequal sizes: (1 of 1), (2 of 4), (0 of 3), p = 3/8. Residuals 5/8, 1/2, -9/8, squares summing to
     * 1.90625; variance 1.90625 x 3/2 / 64 = 0.0446777; simple random sample 0.234375 / 7 = 0.0334821; design effect
     * 1.334375; quantiles for 7 and 2 degrees of freedom 2.364624 and 4.302653, squared ratio 0.302031; effective trials
     * 8 / 1.334375 x 0.302031 = 1.810772.
     */
    @Test
    void clustersOfUnequalSizeAreWeighedByTheirTrials() {
        assertThat(clusters(1, 1, 2, 4, 0, 3).effectiveTrials()).isEqualTo(1.810772, CLOSE);
    }

    @Test
    void withOneTrialAClusterTheIntervalIsWilsons() {
        ClusteredProportion clustered = new ClusteredProportion();
        for (int i = 0; i < 100; i++) {
            clustered.add(i < 30 ? 1 : 0, 1);
        }
        Interval plain = new Proportion(30, 100).interval().orElseThrow();

        assertThat(clustered.interval().orElseThrow().low()).isEqualTo(plain.low(), within(1e-12));
        assertThat(clustered.interval().orElseThrow().high()).isEqualTo(plain.high(), within(1e-12));
    }

    @Test
    void clustersThatDifferLessThanByChanceDoNotNarrowTheInterval() {
        ClusteredProportion proportion = new ClusteredProportion();
        for (int i = 0; i < 100_000; i++) {
            proportion.add(1, 2);
        }

        assertThat(proportion.effectiveTrials()).isEqualTo(200_000, within(5.0));
        assertThat(proportion.effectiveTrials()).isLessThanOrEqualTo(200_000);
    }

    @Test
    void whereNoVarianceCanBeSeenTrialsOfAClusterCountAsOne() {
        assertThat(clusters(0, 5, 0, 5, 0, 5).effectiveTrials()).isEqualTo(3);
        assertThat(clusters(5, 5, 5, 5, 5, 5).effectiveTrials()).isEqualTo(3);
        assertThat(clusters(3, 5).effectiveTrials()).isEqualTo(1);
        // One customer with 98 sessions beside two with one: 100² / (98² + 1 + 1).
        assertThat(clusters(0, 98, 0, 1, 0, 1).effectiveTrials()).isEqualTo(10_000.0 / 9606, within(1e-12));
    }

    @Test
    void oneCustomerCannotMakeACertainRate() {
        // 1000 of 1000 sessions of one customer and none of one of another are no 250 independent trials.
        Interval interval = clusters(1000, 1000, 0, 1).interval().orElseThrow();

        assertThat(interval.low()).isLessThan(0.7);
    }

    @Test
    void theEndsMeetZeroAndOneWhereTheRateDoes() {
        assertThat(clusters(0, 5, 0, 2).interval().orElseThrow().low()).isZero();
        assertThat(clusters(5, 5, 2, 2).interval().orElseThrow().high()).isEqualTo(1);
    }

    /** Ninety-five of a hundred intervals must hold the truth; plain Wilson intervals on these clusters hold it less. */
    @Test
    void theIntervalHoldsTheTruthAsOftenAsItSays() {
        Random random = new Random(20);
        int covered = 0;
        int coveredByPlain = 0;
        int rounds = 4000;
        for (int round = 0; round < rounds; round++) {
            ClusteredProportion proportion = new ClusteredProportion();
            for (int cluster = 0; cluster < 60; cluster++) {
                // Customers convert in a tenth or in seven tenths of their sessions: 0.4 on average.
                double rate = random.nextBoolean() ? 0.1 : 0.7;
                int trials = 1 + random.nextInt(8);
                proportion.add(random.doubles(trials).filter(x -> x < rate).count(), trials);
            }
            covered += holds(proportion.interval().orElseThrow(), 0.4) ? 1 : 0;
            Proportion plain = new Proportion(proportion.successes(), proportion.trials());
            coveredByPlain += holds(plain.interval().orElseThrow(), 0.4) ? 1 : 0;
        }

        // Standard error of a coverage over 4000 rounds: 0.0034.
        assertThat((double) covered / rounds).isBetween(0.94, 0.97);
        assertThat((double) coveredByPlain / rounds).isLessThan(0.90);
    }

    private static boolean holds(Interval interval, double truth) {
        return interval.low() <= truth && truth <= interval.high();
    }

    @Test
    void aClusterWithoutTrialsChangesNothing() {
        ClusteredProportion proportion = clusters(2, 2, 0, 0, 0, 2);

        assertThat(proportion.clusters()).isEqualTo(2);
        assertThat(proportion.effectiveTrials()).isEqualTo(clusters(2, 2, 0, 2).effectiveTrials());
    }

    @Test
    void withoutTrialsThereIsNeitherRateNorInterval() {
        assertThat(clusters(0, 0).rate()).isEmpty();
        assertThat(clusters(0, 0).interval()).isEmpty();
        assertThat(clusters(0, 0).effectiveTrials()).isZero();
    }

    @Test
    void partsMergedAreTheWhole() {
        ClusteredProportion merged = clusters(1, 3);
        merged.merge(clusters(2, 2, 0, 7));
        ClusteredProportion whole = clusters(1, 3, 2, 2, 0, 7);

        assertThat(merged.interval()).isEqualTo(whole.interval());
        assertThat(merged.successes()).isEqualTo(3);
        assertThat(merged.trials()).isEqualTo(12);
        assertThat(merged.clusters()).isEqualTo(3);
    }

    @Test
    void mergedPartsAreAsInformativeAsTheWhole() {
        // Sizes and rates that leave the effective number of trials between its bounds, so that every sum shows.
        long[] first = {3, 10, 1, 4, 6, 9};
        long[] second = {0, 5, 8, 12, 2, 3};
        ClusteredProportion merged = clusters(first);
        merged.merge(clusters(second));
        ClusteredProportion whole = clusters(
                LongStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray());

        assertThat(whole.effectiveTrials()).isStrictlyBetween(2.0, 42.0);
        assertThat(merged.effectiveTrials()).isEqualTo(whole.effectiveTrials());
        assertThat(merged.interval()).isEqualTo(whole.interval());
    }

    @Test
    void a_part_counts_the_clusters_of_the_whole_that_have_none_of_it() {
        ClusteredProportion part = clusters(1, 2, 3, 4);
        ClusteredProportion whole = clusters(2, 2, 4, 4, 5, 5, 1, 1);
        ClusteredProportion expected = clusters(1, 2, 3, 4, 0, 5, 0, 1);

        assertThat(part.partOf(whole).rate()).isEqualTo(expected.rate());
        assertThat(part.partOf(whole).clusters()).isEqualTo(4);
        assertThat(part.partOf(whole).interval()).isEqualTo(expected.interval());
    }

    @Test
    void moreSuccessesThanTrialsAreRefused() {
        ClusteredProportion proportion = new ClusteredProportion();

        assertThatThrownBy(() -> proportion.add(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> proportion.add(-1, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Successes and trials by turns. */
    private static ClusteredProportion clusters(long... counts) {
        ClusteredProportion proportion = new ClusteredProportion();
        for (int i = 0; i < counts.length; i += 2) {
            proportion.add(counts[i], counts[i + 1]);
        }
        return proportion;
    }
}
