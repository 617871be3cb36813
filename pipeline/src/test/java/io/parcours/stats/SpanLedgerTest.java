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
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SpanLedgerTest {

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
        assertThat(of().percentile(0.5)).isEmpty();
        assertThat(of().mean()).isEmpty();
        assertThat(of().count()).isZero();
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
        for (int round = 0; round < 60; round++) {
            long[] spans = spans(random, random.nextInt(5_000));
            List<SpanLedger> parts = new ArrayList<>();
            for (int p = 0; p <= random.nextInt(6); p++) {
                parts.add(ledger());
            }
            for (long span : spans) {
                add(parts.get(random.nextInt(parts.size())), span);
            }
            while (parts.size() > 1) {
                SpanLedger part = parts.remove(random.nextInt(parts.size()));
                SpanLedger into = parts.get(random.nextInt(parts.size()));
                long before = part.durations(0).count();
                into.merge(random.nextBoolean() ? part : copy(part), new int[1]);
                assertThat(part.durations(0).count()).isEqualTo(before);
            }
            assertEqual(parts.get(0).durations(0), of(spans));
        }
    }

    @Test
    void everyAccountHasTheSpansPostedToItAndNoOthers() {
        Random random = new Random(4);
        for (int round = 0; round < 40; round++) {
            int accounts = 1 + random.nextInt(20);
            SpanLedger ledger = new SpanLedger();
            ledger.open(accounts);
            List<List<Long>> expected = new ArrayList<>();
            Stream.generate(ArrayList<Long>::new).limit(accounts).forEach(expected::add);
            for (long span : spans(random, random.nextInt(round < 38 ? 2_000 : 900_000))) {
                ledger.enter(span);
                for (int posting = random.nextInt(4); posting > 0; posting--) {
                    int account = random.nextInt(accounts);
                    ledger.post(account);
                    expected.get(account).add(span);
                }
            }
            for (int account = 0; account < accounts; account++) {
                long[] posted = expected.get(account).stream()
                        .mapToLong(Long::longValue)
                        .toArray();
                assertEqual(ledger.durations(account), of(posted));
            }
        }
    }

    @Test
    void compactionChangesNothingButTheBytes() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 30; round++) {
            SpanLedger loose = new SpanLedger();
            SpanLedger compacted = new SpanLedger(random.nextInt(2_000));
            loose.open(3);
            compacted.open(3);
            for (int part = 0; part < 1 + random.nextInt(40); part++) {
                SpanLedger ledger = new SpanLedger();
                ledger.open(4);
                for (long span : spans(random, random.nextInt(300))) {
                    ledger.enter(span);
                    ledger.post(random.nextInt(4));
                }
                // Two accounts of the parts become one.
                int[] mapped = {0, 2, 1, 2};
                loose.merge(ledger, mapped);
                compacted.merge(ledger, mapped);
            }
            for (int account = 0; account < 3; account++) {
                assertEqual(compacted.durations(account), loose.durations(account));
            }
        }
    }

    @Test
    void whatManyPartsRepeatIsKeptOnce() throws IOException {
        SpanLedger once = ledger(1_000_000, 2_000_000, 3_000_000);
        SpanLedger merged = new SpanLedger(1_000);
        merged.open(1);
        for (int part = 0; part < 10_000; part++) {
            merged.merge(once, new int[1]);
        }
        assertThat(merged.durations(0).count()).isEqualTo(30_000);
        assertThat(merged.durations(0).percentile(0.5)).hasValue(2.0);
        assertThat(bytes(merged).length).isLessThan(300_000);
    }

    @Test
    void aMergedAccountGoesWhereItIsMapped() {
        SpanLedger ledger = new SpanLedger();
        assertThat(ledger.open(2)).isZero();
        assertThat(ledger.open(1)).isEqualTo(2);
        ledger.enter(1_000_000);
        ledger.post(2);
        SpanLedger elsewhere = new SpanLedger();
        elsewhere.open(2);
        elsewhere.enter(3_000_000);
        elsewhere.post(0);
        elsewhere.post(1);

        ledger.merge(elsewhere, new int[] {2, 1});

        assertThat(ledger.durations(0).count()).isZero();
        assertThat(ledger.durations(1).percentile(0.5)).hasValue(3.0);
        assertThat(ledger.durations(2).mean()).hasValue(2.0);
    }

    @Test
    void aLedgerGoesOnGrowingAfterItWasAsked() {
        SpanLedger ledger = ledger(1_000_000, 3_000_000);
        assertThat(ledger.durations(0).percentile(0.5)).hasValue(2.0);
        add(ledger, 8_000_000);
        assertThat(ledger.durations(0).percentile(0.5)).hasValue(3.0);
        ledger.merge(ledger, new int[1]);
        assertThat(ledger.durations(0).count()).isEqualTo(6);
        assertThat(ledger.durations(0).percentile(1)).hasValue(8.0);
    }

    @Test
    void aMillionSpansOfWholeSecondsTravelInAFewBytesEach() throws IOException {
        Random random = new Random(3);
        SpanLedger withinSessions = ledger();
        SpanLedger betweenSessions = ledger();
        for (int i = 0; i < 1_000_000; i++) {
            add(withinSessions, random.nextInt(1_800) * 1_000_000L);
            add(betweenSessions, random.nextInt(90 * 86_400) * 1_000_000L);
        }
        // 1,800 different seconds of 3 bytes each, on each of two pages.
        assertThat(bytes(withinSessions).length).isLessThan(12_000);
        assertThat(bytes(betweenSessions).length).isLessThan(1_400_000);
    }

    private static void assertEqual(Durations durations, Durations expected) {
        assertThat(durations.count()).isEqualTo(expected.count());
        assertThat(durations.mean()).isEqualTo(expected.mean());
        for (double p : new double[] {0, 0.25, 0.5, 0.9, 1}) {
            assertThat(durations.percentile(p)).isEqualTo(expected.percentile(p));
        }
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
        return ledger(spans).durations(0);
    }

    /** A ledger of one account. */
    private static SpanLedger ledger(long... spans) {
        SpanLedger ledger = new SpanLedger();
        ledger.open(1);
        for (long span : spans) {
            add(ledger, span);
        }
        return ledger;
    }

    private static void add(SpanLedger ledger, long span) {
        ledger.enter(span);
        ledger.post(0);
    }

    private static byte[] bytes(SpanLedger ledger) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(ledger);
        }
        return bytes.toByteArray();
    }

    private static SpanLedger copy(SpanLedger ledger) {
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes(ledger)))) {
            return (SpanLedger) in.readObject();
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
