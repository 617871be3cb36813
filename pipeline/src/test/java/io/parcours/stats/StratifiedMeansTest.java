package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.stats.StratifiedMeans.Moments;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class StratifiedMeansTest {
    private static final Offset<Double> CLOSE = within(1e-12);

    @Test
    void theOtherGroupIsWeightedToTheOnesStrata() {
        StratifiedMeans means = new StratifiedMeans(1);
        means.add(moments(2, 4), moments(1, 3));
        means.add(moments(10), moments(6, 8, 10));
        means.add(moments(), moments(99));
        means.add(moments(99), moments());
        assertThat(means.oneCount()).isEqualTo(3);
        assertThat(means.otherCount()).isEqualTo(5);
        assertThat(means.one().orElseThrow().value()).isCloseTo(16 / 3.0, CLOSE);
        // Two thirds of the first stratum's 2, one third of the second's 8.
        assertThat(means.other().orElseThrow().value()).isCloseTo(4, CLOSE);
        assertThat(means.difference().orElseThrow().value()).isCloseTo(4 / 3.0, CLOSE);
        // Within strata the one group's squares are 2 with 1 degree of freedom, the other's 10 with 3.
        double ofOne = Math.sqrt(2 / 3.0);
        double ofOther = Math.sqrt(10 / 3.0) * (2 / Math.sqrt(2) + 1 / Math.sqrt(3)) / 3;
        double half = StudentQuantile.of(1) * Math.hypot(ofOne, ofOther);
        Interval interval = means.difference().orElseThrow().interval().orElseThrow();
        assertThat(interval.low()).isCloseTo(4 / 3.0 - half, CLOSE);
        assertThat(interval.high()).isCloseTo(4 / 3.0 + half, CLOSE);
        Interval other = means.other().orElseThrow().interval().orElseThrow();
        assertThat(other.high()).isCloseTo(4 + StudentQuantile.of(3) * ofOther, CLOSE);
    }

    @Test
    void unitsOnlyScale() {
        StratifiedMeans means = new StratifiedMeans(1000);
        means.add(moments(500, 700), moments(900));
        assertThat(means.one().orElseThrow().value()).isCloseTo(0.6, CLOSE);
        assertThat(means.difference().orElseThrow().value()).isCloseTo(-0.3, CLOSE);
        assertThat(means.difference().orElseThrow().interval()).isEmpty();
    }

    @Test
    void nothingIsKnownWithoutAStratumThatHasBoth() {
        StratifiedMeans means = new StratifiedMeans(1);
        means.add(moments(1, 2), moments());
        assertThat(means.one()).isEmpty();
        assertThat(means.other()).isEmpty();
        assertThat(means.difference()).isEmpty();
    }

    private static Moments moments(long... amounts) {
        long sum = 0;
        long squares = 0;
        for (long amount : amounts) {
            sum += amount;
            squares += amount * amount;
        }
        return new Moments(amounts.length, sum, squares);
    }
}
