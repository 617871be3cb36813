package io.parcours.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.channel.StandardisedRate.Stratum;
import io.parcours.stats.ClusteredProportion;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StandardisedRateTest {
    private static final long[] WEIGHTS = {500, 300, 150, 40, 10};
    private static final double[] RATES = {0.1, 0.2, 0.35, 0.5, 0.6};

    @Test
    void no_journey_has_no_rate() {
        assertThat(StandardisedRate.of(List.of(new Stratum(5, new ClusteredProportion()))))
                .isEmpty();
    }

    @Test
    void a_single_stratum_is_its_own_rate() {
        ClusteredProportion proportion = new ClusteredProportion();
        proportion.add(2, 3);
        proportion.add(0, 1);
        StandardisedRate rate =
                StandardisedRate.of(List.of(new Stratum(7, proportion))).orElseThrow();
        RateFigure own = RateFigure.of(proportion).orElseThrow();
        assertThat(rate.coveredShare()).isEqualTo(1);
        assertThat(rate.figure().rate()).isEqualTo(0.5);
        assertThat(rate.figure().low()).isCloseTo(own.low(), within(1e-15));
        assertThat(rate.figure().high()).isCloseTo(own.high(), within(1e-15));
    }

    /** Customers with one journey each, and with up to four of several lengths whose chances go together. */
    @Test
    void the_interval_holds_the_truth_about_as_often_as_it_says() {
        double independent = coverage(1, 0);
        double clustered = coverage(4, 0.08);
        assertThat(independent).isBetween(0.94, 0.96);
        assertThat(clustered).isBetween(0.93, 0.96);
    }

    private static double coverage(int mostJourneys, double spread) {
        double truth = 0;
        for (int stratum = 0; stratum < WEIGHTS.length; stratum++) {
            truth += WEIGHTS[stratum] / 1000.0 * RATES[stratum];
        }
        int held = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            RateFigure figure = StandardisedRate.of(strata(new Random(seed), mostJourneys, spread))
                    .orElseThrow()
                    .figure();
            held += figure.low() <= truth && truth <= figure.high() ? 1 : 0;
        }
        return held / 2_000.0;
    }

    private static List<Stratum> strata(Random random, int mostJourneys, double spread) {
        List<Stratum> strata = new ArrayList<>();
        for (long weight : WEIGHTS) {
            strata.add(new Stratum(weight, new ClusteredProportion()));
        }
        for (int customer = 0; customer < 300; customer++) {
            double own = random.nextBoolean() ? spread : -spread;
            long[] journeys = new long[WEIGHTS.length];
            long[] converted = new long[WEIGHTS.length];
            int howMany = 1 + random.nextInt(mostJourneys);
            for (int journey = 0; journey < howMany; journey++) {
                int stratum = random.nextInt(WEIGHTS.length);
                journeys[stratum]++;
                converted[stratum] += random.nextDouble() < RATES[stratum] + own ? 1 : 0;
            }
            for (int stratum = 0; stratum < journeys.length; stratum++) {
                strata.get(stratum).rate().add(converted[stratum], journeys[stratum]);
            }
        }
        return strata;
    }
}
