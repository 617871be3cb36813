package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.stats.KaplanMeier.Point;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
    private final SpanLedger spans = new SpanLedger();
    private final int events = spans.open(2);
    private final int censorings = events + 1;

    @Test
    void survivalIsTheProductOverTheTimesOfEvents() {
        // By hand: 5 at risk at 1; at 2, where events come before the censoring, 4; at 4 one is left of the 2 after it.
        event(1);
        event(2);
        censor(2);
        censor(3);
        event(4);

        List<Point> curve = curve();
        assertThat(curve).extracting(Point::seconds).containsExactly(0.0, 1.0, 2.0, 4.0);
        assertThat(curve).extracting(Point::atRisk).containsExactly(5L, 5L, 4L, 1L);
        assertThat(curve).extracting(Point::events).containsExactly(0L, 1L, 1L, 1L);
        assertThat(curve.get(1).survival()).isCloseTo(.8, within(1e-15));
        assertThat(curve.get(2).survival()).isCloseTo(.6, within(1e-15));
        assertThat(curve.get(3).survival()).isZero();
        // Greenwood: .6 * sqrt(1/20 + 1/12).
        assertThat(curve.get(2).standardError()).isCloseTo(.6 * Math.sqrt(1 / 20.0 + 1 / 12.0), within(1e-15));
        assertThat(curve.get(3).standardError()).isZero();
        assertThat(curve.get(0).interval()).isNull();
        assertThat(curve.get(2).interval()).isNotNull();
        assertThat(curve.get(3).interval()).isNull();
    }

    @Test
    void theMedianIsTheFirstTimeByWhichHalfAreGone() {
        // By hand: 2/3 at 1, and nobody is watched after 3. With two more: 4/5 at 1, 3/5 at 2, and 0 at 4.
        event(1);
        censor(2);
        censor(3);
        assertThat(median()).isEmpty();
        event(2);
        event(4);
        assertThat(median()).contains(4.0);
    }

    @Test
    void survivalOfExactlyOneHalfIsTheMedianHoweverItRounds() {
        for (int units = 1; units <= 60; units++) {
            SpanLedger ledger = new SpanLedger();
            ledger.open(2);
            for (int unit = 1; unit <= 2 * units; unit++) {
                ledger.enter(unit * 1_000_000L);
                ledger.post(0);
            }
            assertThat(KaplanMeier.median(ledger.durations(0), ledger.durations(1)))
                    .contains((double) units);
        }
    }

    @Test
    void anEventAtTimeZeroStandsInTheFirstRow() {
        event(0);
        event(0);
        censor(7);

        assertThat(curve()).hasSize(1);
        assertThat(curve().get(0).events()).isEqualTo(2);
        assertThat(curve().get(0).survival()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void withoutEventsThereIsTheBeginningAndWithoutAnybodyNothing() {
        assertThat(curve()).isEmpty();
        censor(3);
        assertThat(curve()).containsExactly(new Point(0, 1, 0, 1, 0, null));
    }

    @Test
    void aLongCurveKeepsItsEndsAndThePointsThatFellEnough() {
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            if (i % 3 == 0) {
                censor(random.nextInt(50_000));
            } else {
                event(random.nextInt(50_000));
            }
        }
        List<Point> full = curve();
        List<Point> thinned = KaplanMeier.thinned(spans.durations(events), spans.durations(censorings), 1_000, .001);

        assertThat(full).hasSizeGreaterThan(10_000);
        assertThat(full).containsAll(thinned);
        assertThat(thinned).hasSizeBetween(100, 1_002);
        assertThat(thinned.get(0)).isEqualTo(full.get(0));
        assertThat(thinned.get(thinned.size() - 1)).isEqualTo(full.get(full.size() - 1));
        for (int i = 1; i + 1 < thinned.size(); i++) {
            assertThat(thinned.get(i - 1).survival() - thinned.get(i).survival())
                    .isGreaterThanOrEqualTo(.001);
        }
        assertThat(KaplanMeier.thinned(spans.durations(events), spans.durations(censorings), full.size(), .5))
                .isEqualTo(full);
    }

    @Test
    void mergedPartsHaveTheCurveOfTheWhole() {
        SpanLedger part = new SpanLedger();
        part.open(2);
        Random random = new Random(8);
        SpanLedger whole = new SpanLedger();
        whole.open(2);
        for (int i = 0; i < 500; i++) {
            int account = random.nextInt(2);
            long span = random.nextInt(90);
            for (SpanLedger ledger : List.of(i % 2 == 0 ? spans : part, whole)) {
                ledger.enter(span);
                ledger.post(account);
            }
        }
        spans.merge(part, new int[] {0, 1});

        assertThat(curve()).isEqualTo(KaplanMeier.curve(whole.durations(0), whole.durations(1)));
    }

    @Test
    void telcoCustomersLeaveAsRsSurvivalSays() throws IOException {
        JsonNode expected = expected("telco/expected_km.json").path("all");
        List<String> lines = Files.readAllLines(data("telco/Telco-Customer-Churn.csv"), StandardCharsets.UTF_8);
        List<String> header = List.of(lines.get(0).strip().split(","));
        int tenure = header.indexOf("tenure");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.strip().split(",");
            observe(Integer.parseInt(fields[tenure]), fields[header.indexOf("Churn")].equals("Yes"));
        }
        assertCurve(expected.path("table"), curve());
    }

    @Test
    void waltonsFliesDieAsRsSurvivalSays() throws IOException {
        for (String group : List.of("control", "miR-137")) {
            KaplanMeierTest flies = new KaplanMeierTest();
            List<String> lines = Files.readAllLines(data("waltons/waltons_dataset.csv"), StandardCharsets.UTF_8);
            List<String> header = List.of(lines.get(0).strip().split(","));
            for (String line : lines.subList(1, lines.size())) {
                String[] fields = line.strip().split(",");
                if (fields[header.indexOf("group")].equals(group)) {
                    flies.observe(
                            (int) Double.parseDouble(fields[header.indexOf("T")]),
                            Double.parseDouble(fields[header.indexOf("E")]) == 1);
                }
            }
            assertCurve(
                    expected("waltons/expected_km_by_group.json").path(group).path("table"), flies.curve());
        }
    }

    /** Rows of time, at risk, events, survival, standard error and both ends, from the first event on. */
    private static void assertCurve(JsonNode rows, List<Point> curve) {
        int first = curve.get(0).events() == 0 ? 1 : 0;
        assertThat(rows.size()).isEqualTo(curve.size() - first).isPositive();
        for (int i = 0; i < rows.size(); i++) {
            Point point = curve.get(i + first);
            JsonNode row = rows.get(i);
            assertThat(point.seconds()).isEqualTo(row.get(0).asDouble());
            assertThat(point.atRisk()).isEqualTo(row.get(1).asLong());
            assertThat(point.events()).isEqualTo(row.get(2).asLong());
            assertThat(point.survival()).isCloseTo(row.get(3).asDouble(), within(1e-8));
            assertThat(point.standardError()).isCloseTo(row.get(4).asDouble(), within(1e-8));
            assertThat(point.interval() == null).isEqualTo(row.get(5).isNull());
            if (point.interval() != null) {
                assertThat(point.interval().low()).isCloseTo(row.get(5).asDouble(), within(1e-8));
                assertThat(point.interval().high()).isCloseTo(row.get(6).asDouble(), within(1e-8));
            }
        }
    }

    private static JsonNode expected(String name) throws IOException {
        return new ObjectMapper().readTree(data(name).toFile());
    }

    private static Path data(String name) {
        Path file = Path.of(System.getProperty("parcours.data", "../../shared/data"), name);
        Assumptions.assumeTrue(Files.exists(file), () -> "no public data at " + file);
        return file;
    }

    private void observe(int time, boolean isEvent) {
        if (isEvent) {
            event(time);
        } else {
            censor(time);
        }
    }

    private void event(long seconds) {
        enter(seconds, events);
    }

    private void censor(long seconds) {
        enter(seconds, censorings);
    }

    private void enter(long seconds, int account) {
        spans.enter(seconds * 1_000_000);
        spans.post(account);
    }

    private List<Point> curve() {
        return KaplanMeier.curve(spans.durations(events), spans.durations(censorings));
    }

    private Optional<Double> median() {
        return KaplanMeier.median(spans.durations(events), spans.durations(censorings));
    }
}
