package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DurationsTest {

    @Test
    void percentilesInterpolateBetweenNeighbours() {
        // R: quantile(c(1, 2, 3, 10), c(.5, .9), type = 7) gives 2.5 and 3 + .7 * 7 = 7.9.
        Durations durations = of(10_000_000, 1_000_000, 3_000_000, 2_000_000);
        assertThat(durations.percentile(0.5)).hasValue(2.5);
        assertThat(durations.percentile(0.9).orElseThrow()).isCloseTo(7.9, within(1e-12));
        assertThat(durations.percentile(0)).hasValue(1.0);
        assertThat(durations.percentile(1)).hasValue(10.0);
        assertThat(durations.mean()).hasValue(4.0);
    }

    @Test
    void nothingComesOfNothing() {
        assertThat(new Durations().percentile(0.5)).isEmpty();
        assertThat(new Durations().mean()).isEmpty();
        assertThat(new Durations().count()).isZero();
    }

    @Test
    void oneSpanIsEveryPercentile() {
        assertThat(of(7).percentile(0.9)).hasValue(7e-6);
        assertThat(of(0).percentile(0.5)).hasValue(0.0);
    }

    @Test
    void aSpanIsNeverNegativeAndAPercentileLiesBetween0And1() {
        assertThatIllegalArgumentException().isThrownBy(() -> of(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1).percentile(1.01));
        assertThatIllegalArgumentException().isThrownBy(() -> of(1).percentile(Double.NaN));
    }

    @Test
    void sumsBeyondALongOfMicrosecondsStayRight() {
        Durations durations = of(Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE);
        assertThat(durations.mean()).hasValue(Long.MAX_VALUE / 1e6);
        assertThat(durations.percentile(0.5)).hasValue(Long.MAX_VALUE / 1e6);
    }

    @Test
    void percentilesAndMeansAreThoseOfTheSortedSpans() {
        Random random = new Random(1);
        for (int round = 0; round < 60; round++) {
            long[] spans = spans(random, 1 + random.nextInt(round < 50 ? 200 : 60_000));
            Durations durations = of(spans);
            long[] sorted = spans.clone();
            Arrays.sort(sorted);
            assertThat(durations.count()).isEqualTo(spans.length);
            for (double p : new double[] {0, 0.1, 0.5, 0.9, 0.999, 1}) {
                assertThat(durations.percentile(p).orElseThrow()).isEqualTo(type7(sorted, p));
            }
            double mean = Arrays.stream(spans).asDoubleStream().average().orElseThrow() / 1e6;
            assertThat(durations.mean().orElseThrow()).isCloseTo(mean, within(1e-9 * (1 + mean)));
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        Random random = new Random(2);
        for (int round = 0; round < 100; round++) {
            long[] spans = spans(random, random.nextInt(5_000));
            List<Durations> parts = new ArrayList<>();
            for (int p = 0; p <= random.nextInt(6); p++) {
                parts.add(new Durations());
            }
            for (long span : spans) {
                parts.get(random.nextInt(parts.size())).add(span);
            }
            Durations whole = of(spans);
            while (parts.size() > 1) {
                Durations part = parts.remove(random.nextInt(parts.size()));
                Durations into = parts.get(random.nextInt(parts.size()));
                long before = part.count();
                into.merge(random.nextBoolean() ? part : copy(part));
                assertThat(part.count()).isEqualTo(before);
            }
            assertThat(parts.get(0).count()).isEqualTo(whole.count());
            assertThat(parts.get(0).mean()).isEqualTo(whole.mean());
            for (double p : new double[] {0, 0.25, 0.5, 0.9, 1}) {
                assertThat(parts.get(0).percentile(p)).isEqualTo(whole.percentile(p));
            }
        }
    }

    @Test
    void aCollectionGoesOnGrowingAfterItWasAsked() {
        Durations durations = of(1_000_000, 3_000_000);
        assertThat(durations.percentile(0.5)).hasValue(2.0);
        durations.add(8_000_000);
        assertThat(durations.percentile(0.5)).hasValue(3.0);
        durations.merge(durations);
        assertThat(durations.count()).isEqualTo(6);
        assertThat(durations.percentile(1)).hasValue(8.0);
    }

    @Test
    void aMillionSpansOfWholeSecondsTravelInAFewBytesEach() throws IOException {
        Random random = new Random(3);
        Durations withinSessions = new Durations();
        Durations betweenSessions = new Durations();
        for (int i = 0; i < 1_000_000; i++) {
            withinSessions.add(random.nextInt(1_800) * 1_000_000L);
            betweenSessions.add(random.nextInt(90 * 86_400) * 1_000_000L);
        }
        assertThat(bytes(withinSessions).length).isLessThan(10_000);
        assertThat(bytes(betweenSessions).length).isLessThan(1_400_000);
    }

    private static long[] spans(Random random, int size) {
        long unit = List.of(1L, 1_000L, 1_000_000L, 86_400_000_000L).get(random.nextInt(4));
        long[] spans = new long[size];
        for (int i = 0; i < size; i++) {
            spans[i] = random.nextInt(3) == 0 ? random.nextInt(5) * unit : random.nextInt(1_000_000) * unit;
        }
        return spans;
    }

    private static double type7(long[] sorted, double p) {
        double position = (sorted.length - 1) * p;
        long below = sorted[(int) position];
        long above = sorted[Math.min((int) position + 1, sorted.length - 1)];
        return (below + (position - (int) position) * (above - below)) / 1e6;
    }

    private static Durations of(long... spans) {
        Durations durations = new Durations();
        for (long span : spans) {
            durations.add(span);
        }
        return durations;
    }

    private static byte[] bytes(Durations durations) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(durations);
        }
        return bytes.toByteArray();
    }

    private static Durations copy(Durations durations) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(durations)))) {
            return (Durations) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
