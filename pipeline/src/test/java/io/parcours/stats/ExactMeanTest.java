package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ExactMeanTest {

    @Test
    void theIntervalIsStudents() {
        // By hand: mean 4, variance ((2-4)^2 + 0 + (6-4)^2) / 2 = 4, t of 2 degrees of freedom 4.302653.
        ExactMean mean = of(2, 4, 6, Double.NaN);

        assertThat(mean.count()).isEqualTo(3);
        assertThat(mean.mean()).contains(4.0);
        double half = 4.302652729911275 * 2 / Math.sqrt(3);
        assertThat(mean.interval().orElseThrow().low()).isCloseTo(4 - half, within(1e-9));
        assertThat(mean.interval().orElseThrow().high()).isCloseTo(4 + half, within(1e-9));
    }

    @Test
    void equalValuesHaveNoSpreadWhateverTheyAre() {
        for (double value : new double[] {29.33, 0.1, -7.123456789, 1e9 + .01, 3e7, 1e150}) {
            assertThat(of(value, value, value).interval()).contains(new Interval(value, value));
        }
    }

    @Test
    void withoutValuesThereIsNoMeanAndOfOneNoInterval() {
        assertThat(of().mean()).isEmpty();
        assertThat(of().interval()).isEmpty();
        assertThat(of(5).mean()).contains(5.0);
        assertThat(of(5).interval()).isEmpty();
    }

    @Test
    void partsInAnyOrderAreTheWhole() {
        Random random = new Random(2);
        List<Double> values = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            values.add(i % 5 == 0 ? random.nextGaussian() * 1e12 : random.nextInt(3_000_000) / 100.0);
        }
        ExactMean whole = new ExactMean();
        values.forEach(whole::add);
        Collections.shuffle(values, random);
        ExactMean merged = new ExactMean();
        for (int part = 0; part < 7; part++) {
            ExactMean some = new ExactMean();
            for (int i = part; i < values.size(); i += 7) {
                some.add(values.get(i));
            }
            merged.merge(some);
        }

        assertThat(merged.mean()).isEqualTo(whole.mean());
        assertThat(merged.interval()).isEqualTo(whole.interval());
    }

    private static ExactMean of(double... values) {
        ExactMean mean = new ExactMean();
        for (double value : values) {
            mean.add(value);
        }
        return mean;
    }
}
