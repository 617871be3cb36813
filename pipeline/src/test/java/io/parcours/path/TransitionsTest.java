package io.parcours.path;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.PublicLog;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.Span;
import io.parcours.path.TransitionsReport.Row;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TransitionsTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-10-27T10:00:00Z"), ZoneOffset.UTC);

    @Test
    void pairsOfEqualsCountAndAnOpenJourneyEndsInOpen() {
        // A to A takes 10 minutes, A to B 20; the journey may go on.
        List<Row> rows = report(List.of(Histories.history("A0/web A10 B30/app", new ConditionIndex(List.of()))));
        assertThat(rows)
                .containsExactly(
                        new Row("event", "(start)", "A", 1, 1, 1.0, null, null),
                        new Row("event", "A", "A", 1, 1, 0.5, 600.0, 600.0),
                        new Row("event", "A", "B", 1, 1, 0.5, 1200.0, 1200.0),
                        new Row("event", "B", "(open)", 1, 1, 1.0, null, null),
                        new Row("stage", "(none)", "(none)", 2, 1, 2 / 3.0, 900.0, 1140.0),
                        new Row("stage", "(none)", "(open)", 1, 1, 1 / 3.0, null, null),
                        new Row("stage", "(start)", "(none)", 1, 1, 1.0, null, null),
                        new Row("channel", "(none)", "app", 1, 1, 1.0, 1200.0, 1200.0),
                        new Row("channel", "(start)", "web", 1, 1, 1.0, null, null),
                        new Row("channel", "app", "(open)", 1, 1, 1.0, null, null),
                        new Row("channel", "web", "(none)", 1, 1, 1.0, 600.0, 600.0));
    }

    @Test
    void transitionsRunInsideJourneys() {
        // The journeys lie 129,601 minutes (90 days and one minute) apart: nothing leads from A to B.
        List<Row> rows = report(List.of(Histories.history("A0 B129601", new ConditionIndex(List.of()))));
        assertThat(rows.stream().filter(row -> row.level().equals("event")))
                .containsExactly(
                        new Row("event", "(start)", "A", 1, 1, 0.5, null, null),
                        new Row("event", "(start)", "B", 1, 1, 0.5, null, null),
                        new Row("event", "A", "(end)", 1, 1, 1.0, null, null),
                        new Row("event", "B", "(open)", 1, 1, 1.0, null, null));
    }

    @Test
    void countsAndPercentilesAreThoseOfEveryPairWrittenDown() {
        for (int seed = 0; seed < 40; seed++) {
            List<CustomerHistory> histories = new RandomHistories(seed, AS_OF).next(60);
            assertThat(report(histories)).containsExactlyInAnyOrderElementsOf(written(histories));
        }
    }

    @Test
    void customersAreToldApartAlsoWhenCountingGoesOnAfterAMerge() {
        CustomerHistory history = Histories.history("A0 B1", new ConditionIndex(List.of()));
        TransitionCounts counts = new TransitionCounts();
        counts.add(history);
        TransitionCounts elsewhere = new TransitionCounts();
        elsewhere.add(history);
        counts.merge(elsewhere);
        counts.add(history);

        assertThat(TransitionsReport.of(counts).rows())
                .extracting(Row::customers)
                .containsOnly(3L);
    }

    @Test
    void transitionsOutOfANameAreTheTouchpointsWithIt() {
        List<CustomerHistory> histories = new RandomHistories(77, AS_OF).next(500);
        Map<String, Long> touchpoints = new HashMap<>();
        long journeys = 0;
        for (CustomerHistory history : histories) {
            journeys += history.journeys().size();
            for (int i = 0; i < history.size(); i++) {
                for (TransitionLevel level : TransitionLevel.values()) {
                    touchpoints.merge(level.label() + " " + level.labelOf(history, i), 1L, Long::sum);
                }
            }
        }
        for (TransitionLevel level : TransitionLevel.values()) {
            touchpoints.put(level.label() + " (start)", journeys);
        }
        Map<String, Long> out = report(histories).stream()
                .collect(Collectors.groupingBy(
                        row -> row.level() + " " + row.from(), Collectors.summingLong(Row::transitions)));
        assertThat(out).isEqualTo(touchpoints);
    }

    @Test
    void rowsAreOrderedByLevelThenCountThenNames() {
        List<Row> rows = report(new RandomHistories(5, AS_OF).next(300));
        List<String> levels = List.of("event", "stage", "channel");
        for (int i = 1; i < rows.size(); i++) {
            Row one = rows.get(i - 1);
            Row other = rows.get(i);
            int level = levels.indexOf(one.level()) - levels.indexOf(other.level());
            assertThat(level).isLessThanOrEqualTo(0);
            if (level == 0) {
                assertThat(one.transitions()).isGreaterThanOrEqualTo(other.transitions());
                if (one.transitions() == other.transitions()) {
                    assertThat(one.from() + "\0" + one.to()).isLessThan(other.from() + "\0" + other.to());
                }
            }
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() throws Exception {
        Random random = new Random(9);
        for (int round = 0; round < 20; round++) {
            List<CustomerHistory> histories = new RandomHistories(round, AS_OF).next(80);
            List<TransitionCounts> parts = new ArrayList<>();
            for (int p = 0; p < 4; p++) {
                parts.add(new TransitionCounts());
            }
            for (CustomerHistory history : histories) {
                int part = random.nextInt(parts.size());
                if (random.nextInt(20) == 0) {
                    parts.set(part, copy(parts.get(part)));
                }
                parts.get(part).add(history);
            }
            while (parts.size() > 1) {
                TransitionCounts part = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(copy(part));
            }
            assertThat(rows(parts.get(0))).isEqualTo(report(histories));
        }
    }

    @Test
    void aChainOfManyThousandNamesTravelsBetweenMachines() throws Exception {
        String letters = java.util.stream.IntStream.range(0, 6_000)
                .mapToObj(i -> Integer.toString(i, 36).replaceAll("\\d", "_$0_"))
                .collect(Collectors.joining(" "));
        TransitionCounts counts = new TransitionCounts();
        counts.add(Histories.history(letters, new ConditionIndex(List.of())));
        assertThat(rows(copy(counts))).hasSize(6_001 + 3 + 3);
    }

    @Test
    void nothingCountedIsATableWithoutRows() {
        assertThat(report(List.of())).isEmpty();
    }

    @Test
    void theShopsTransitionsAreThePublishedOnes() throws Exception {
        JsonNode expected = expected("ecom/expected.json");
        // Published per customer with duplicates kept: one journey a customer, which never ends.
        List<Row> rows = report(shop(PublicLog.read("ecom/ecom.csv")));
        Map<String, Long> pairs = events(rows);
        assertThat(between(pairs))
                .isEqualTo(30_506)
                .isEqualTo(expected.at("/transitions/total").asLong());
        assertThat(pairs.keySet().stream().filter(pair -> !pair.contains("(")))
                .hasSize(expected.at("/transitions/distinct").asInt());
        for (JsonNode pair : expected.at("/transitions/top")) {
            assertThat(pairs)
                    .containsEntry(
                            pair.get(0).asText() + " > " + pair.get(1).asText(),
                            pair.get(2).asLong());
        }
        expected.get("entry_events")
                .properties()
                .forEach(entry -> assertThat(pairs)
                        .containsEntry(
                                "(start) > " + entry.getKey(), entry.getValue().asLong()));
        expected.get("exit_events")
                .properties()
                .forEach(entry -> assertThat(pairs)
                        .containsEntry(
                                entry.getKey() + " > (open)", entry.getValue().asLong()));
        assertThat(rows.stream().map(Row::to)).doesNotContain("(end)");
    }

    @Test
    void theShopsThirtyDuplicatesAreThirtyTransitionsLess() {
        // Their pairs with themselves fall away: 30,506 - 30.
        Map<String, Long> pairs =
                events(report(shop(PublicLog.read("ecom/ecom.csv").withoutDuplicates())));
        assertThat(between(pairs)).isEqualTo(30_476);
    }

    @Test
    void theFinesAndPatientsTransitionsAreThePublishedOnes() throws Exception {
        for (String log : List.of("traffic_fines", "patients")) {
            JsonNode expected = expected(log + "/expected.json");
            List<Row> rows = report(PublicLog.read(log + "/touchpoints.csv")
                    .histories(
                            "customer_id", "channel", List.of(), oneJourney(), new ConditionIndex(List.of()), last()));
            Map<String, Long> pairs = events(rows);
            assertThat(between(pairs))
                    .isEqualTo(expected.at("/transitions/total").asLong());
            for (JsonNode pair : expected.at("/transitions/top")) {
                assertThat(pairs)
                        .containsEntry(
                                pair.get(0).asText() + " > " + pair.get(1).asText(),
                                pair.get(2).asLong());
            }
        }
    }

    private static List<CustomerHistory> shop(PublicLog log) {
        return log.histories(
                "user_id", "acquisition_channel", List.of(), oneJourney(), new ConditionIndex(List.of()), last());
    }

    private static AsOf last() {
        return new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
    }

    private static JourneyRules oneJourney() {
        JourneyRules rules = Histories.rules();
        return new JourneyRules(rules.sessionGap(), null, List.of(), rules.conversion(), rules.touchpointLimit());
    }

    private static JsonNode expected(String file) throws IOException {
        return new ObjectMapper().readTree(String.join("\n", PublicLog.lines(file)));
    }

    private static Map<String, Long> events(List<Row> rows) {
        return rows.stream()
                .filter(row -> row.level().equals("event"))
                .collect(Collectors.toMap(row -> row.from() + " > " + row.to(), Row::transitions));
    }

    private static long between(Map<String, Long> pairs) {
        return pairs.entrySet().stream()
                .filter(pair -> !pair.getKey().contains("("))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    private static List<Row> report(List<CustomerHistory> histories) {
        TransitionCounts counts = new TransitionQuestion().begin(AS_OF);
        histories.forEach(counts::add);
        return rows(counts);
    }

    private static List<Row> rows(TransitionCounts counts) {
        assertThat(new TransitionQuestion().report(counts)).hasSize(1);
        return TransitionsReport.of(counts).rows();
    }

    /** Every pair of every journey as a line, then grouped. */
    private static List<Row> written(List<CustomerHistory> histories) {
        record Pair(String level, String from, String to, String customer, Long micros) {}
        List<Pair> pairs = new ArrayList<>();
        for (CustomerHistory history : histories) {
            for (Span journey : history.journeys()) {
                for (TransitionLevel level : TransitionLevel.values()) {
                    List<String> names = new ArrayList<>(List.of("(start)"));
                    for (int i = journey.from(); i < journey.to(); i++) {
                        names.add(level.labelOf(history, i));
                    }
                    names.add(journey.isOpen() ? "(open)" : "(end)");
                    for (int i = 1; i < names.size(); i++) {
                        int to = journey.from() + i - 1;
                        Long micros = i == 1 || i == names.size() - 1
                                ? null
                                : (Long) (history.occurredAt(to) - history.occurredAt(to - 1));
                        pairs.add(
                                new Pair(level.label(), names.get(i - 1), names.get(i), history.customerId(), micros));
                    }
                }
            }
        }
        Map<List<String>, List<Pair>> groups =
                pairs.stream().collect(Collectors.groupingBy(pair -> List.of(pair.level, pair.from, pair.to)));
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, group) -> {
            Set<String> customers = new HashSet<>();
            group.forEach(pair -> customers.add(pair.customer));
            long outOf = pairs.stream()
                    .filter(pair -> pair.level.equals(key.get(0)) && pair.from.equals(key.get(1)))
                    .count();
            long[] micros = group.stream()
                    .filter(pair -> pair.micros != null)
                    .mapToLong(pair -> pair.micros)
                    .sorted()
                    .toArray();
            rows.add(new Row(
                    key.get(0),
                    key.get(1),
                    key.get(2),
                    group.size(),
                    customers.size(),
                    (double) group.size() / outOf,
                    type7(micros, 0.5),
                    type7(micros, 0.9)));
        });
        return rows;
    }

    private static Double type7(long[] sorted, double p) {
        if (sorted.length == 0) {
            return null;
        }
        double position = (sorted.length - 1) * p;
        long below = sorted[(int) position];
        long above = sorted[Math.min((int) position + 1, sorted.length - 1)];
        return (below + (position - (int) position) * (above - below)) / 1e6;
    }

    private static TransitionCounts copy(TransitionCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (TransitionCounts) in.readObject();
        }
    }
}
