package io.parcours.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.Span;
import io.parcours.path.PathsReport.Row;
import io.parcours.stats.ClusteredProportion;
import io.parcours.table.Column;
import io.parcours.touchpoint.Utf8Order;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final PathQuestion QUESTION = new PathQuestion(RandomHistories.RULES, RandomHistories.INDEX);

    @Test
    void stagesCollapseAndTouchpointsWithoutAStageAreLeftOut() {
        // A, B: discovery; C: consideration; D: purchase, converts; E: no stage.
        List<Row> rows = report(List.of(
                history("1", "A B E A C E C A D"), history("2", "B C A D D"), history("3", "E E"), history("4", "C")));
        assertThat(rows)
                .extracting(Row::path, Row::journeys, Row::share, Row::converted, Row::rate)
                .containsExactly(
                        tuple(List.of("discovery", "consideration", "discovery", "purchase"), 2L, 0.5, 2L, 1.0),
                        tuple(List.of(), 1L, 0.25, 0L, 0.0),
                        tuple(List.of("consideration"), 1L, 0.25, 0L, 0.0));
    }

    @Test
    void journeysOfOneCustomerAreOneCluster() {
        // Two journeys 91 days apart, and one of another customer on the same path.
        int later = 91 * 24 * 60;
        List<Row> rows = report(List.of(
                history("1", "A0 D1 A%d D%d".formatted(later, later + 1)), history("2", "A0 D1"), history("3", "C0")));
        assertThat(rows.get(0).journeys()).isEqualTo(3);
        assertThat(rows.get(0).converted()).isEqualTo(3);
        // All converted: the effective number is 3^2 / (2^2 + 1^2) = 1.8. Wilson's low end is n / (n + z^2).
        assertThat(rows.get(0).low()).isCloseTo(1.8 / (1.8 + 3.841458820694124), within(1e-12));
        assertThat(rows.get(0).high()).isEqualTo(1);
    }

    @Test
    void everyPathIsThatOfAPlainReading() {
        for (int seed = 0; seed < 40; seed++) {
            List<CustomerHistory> histories = new RandomHistories(seed, AS_OF).next(150);
            List<Row> rows = report(histories);
            assertThat(rows).containsExactlyInAnyOrderElementsOf(plain(histories));
            assertThat(rows.stream().mapToDouble(Row::share).sum()).isCloseTo(1, within(1e-9));
            for (int i = 1; i < rows.size(); i++) {
                Row one = rows.get(i - 1);
                Row other = rows.get(i);
                assertThat(one.journeys()).isGreaterThanOrEqualTo(other.journeys());
                if (one.journeys() == other.journeys()) {
                    assertThat(String.join("\0", one.path())).isLessThan(String.join("\0", other.path()));
                }
            }
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        Random random = new Random(1);
        List<CustomerHistory> histories = new RandomHistories(50, AS_OF).next(400);
        List<PathCounts> parts = new ArrayList<>();
        for (int p = 0; p < 5; p++) {
            parts.add(QUESTION.begin(AS_OF));
        }
        histories.forEach(history -> parts.get(random.nextInt(5)).add(history));
        while (parts.size() > 1) {
            PathCounts part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        assertThat(QUESTION.report(parts.get(0)).get(0).rows()).isEqualTo(report(histories));
    }

    @Test
    void everyRowNamesTheBasisOfItsInterval() {
        Column<Row> last = PathsReport.TABLE.columns().get(7);

        assertThat(last.name()).isEqualTo("interval_basis");
        assertThat(last.value().apply(report(List.of(history("1", "A"))).get(0)))
                .isEqualTo("wilson_clustered_by_customer");
    }

    @Test
    void nothingCountedIsATableWithoutRows() {
        assertThat(report(List.of())).isEmpty();
    }

    @Test
    void textsAreOrderedByTheirUtf8Bytes() {
        List<String> texts =
                new ArrayList<>(List.of("\uD83D\uDE00", "\uFF5E", "é", "z", "Z", "", "za", "z\uD83D\uDE00"));
        texts.sort(Utf8Order.COMPARATOR);
        assertThat(texts).containsExactly("", "Z", "z", "za", "z\uD83D\uDE00", "é", "\uFF5E", "\uD83D\uDE00");
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static CustomerHistory history(String customer, String letters) {
        return new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, AS_OF)
                .build(Histories.touchpoints(customer, letters));
    }

    private static List<Row> report(List<CustomerHistory> histories) {
        PathCounts counts = QUESTION.begin(AS_OF);
        histories.forEach(counts::add);
        return PathsReport.of(counts, List.of("discovery", "consideration", "purchase"))
                .rows();
    }

    private static List<Row> plain(List<CustomerHistory> histories) {
        record Journey(String customer, List<String> path, boolean converted) {}
        List<Journey> journeys = new ArrayList<>();
        for (CustomerHistory history : histories) {
            for (Span span : history.journeys()) {
                List<String> path = new ArrayList<>();
                boolean converted = false;
                for (int i = span.from(); i < span.to(); i++) {
                    String stage = history.stageName(i);
                    if (stage != null
                            && !(!path.isEmpty() && path.get(path.size() - 1).equals(stage))) {
                        path.add(stage);
                    }
                    converted = converted || history.event(i).equals("D");
                }
                journeys.add(new Journey(history.customerId(), path, converted));
            }
        }
        Map<List<String>, List<Journey>> paths = journeys.stream().collect(Collectors.groupingBy(Journey::path));
        List<Row> rows = new ArrayList<>();
        paths.forEach((path, taken) -> {
            Map<String, List<Journey>> customers = new HashMap<>();
            taken.forEach(journey -> customers
                    .computeIfAbsent(journey.customer, customer -> new ArrayList<>())
                    .add(journey));
            ClusteredProportion proportion = new ClusteredProportion();
            customers
                    .values()
                    .forEach(own -> proportion.add(
                            own.stream().filter(Journey::converted).count(), own.size()));
            long converted = taken.stream().filter(Journey::converted).count();
            rows.add(new Row(
                    path,
                    taken.size(),
                    (double) taken.size() / journeys.size(),
                    converted,
                    (double) converted / taken.size(),
                    proportion.interval().orElseThrow().low(),
                    proportion.interval().orElseThrow().high()));
        });
        return rows;
    }
}
