package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.churn.CustomerDrafts.Row;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.PublicLog;
import io.parcours.journey.RandomHistories;
import io.parcours.table.Column;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChurnCustomersTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final TouchpointCondition BUY = TouchpointCondition.ofEvents("D");

    @Test
    void everyFigureIsThatOfAPlainReading() {
        Random random = new Random(3);
        for (int round = 0; round < 60; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, round % 2 == 0 ? PARIS : ZoneOffset.UTC);
            TouchpointCondition activity = round % 3 == 0 ? TouchpointCondition.ANY : BUY;
            ChurnRules rules = new ChurnRules(
                    activity, Duration.ofHours(12L << random.nextInt(6)), Duration.ofDays(1 + random.nextInt(100)));
            for (CustomerHistory history : new RandomHistories(round, asOf).next(60)) {
                List<Row> rows = rows(rules, RandomHistories.INDEX, List.of(history), asOf);
                TreeMap<LocalDate, List<Integer>> days = ActivityOracle.days(history, activity, asOf);
                assertThat(rows).hasSize(days.isEmpty() ? 0 : 1);
                if (!days.isEmpty()) {
                    assertPlain(rows.get(0), history, days, rules, asOf);
                }
            }
        }
    }

    @Test
    void aDayThatTheClocksBringBackIsOneDay() {
        // St. John's put its clocks back at 00:01 on 29 October 2006 (02:31 UTC) to 23:01 of the 28th.
        AsOf asOf = new AsOf(Instant.parse("2006-10-31T12:00:00Z"), ZoneId.of("America/St_Johns"));
        ChurnRules rules = new ChurnRules(BUY, Duration.ofDays(1), Duration.ofDays(90));
        Row there = onlyRow(rules, asOf, "2006-10-29T02:29:00Z", "2006-10-29T02:30:30Z", "2006-10-29T02:32:00Z");
        assertThat(there.frequency()).isEqualTo(1);
        assertThat(there.recencyDays()).isEqualTo(1);
        assertThat(there.ageDays()).isEqualTo(3);

        Row back = onlyRow(rules, asOf, "2006-10-29T02:30:30Z", "2006-10-29T02:32:00Z");
        assertThat(back.frequency()).isEqualTo(1);
        assertThat(back.recencyDays()).isEqualTo(1);
        assertThat(back.ageDays()).isEqualTo(3);

        Row further = onlyRow(
                rules,
                asOf,
                "2006-10-29T02:29:00Z",
                "2006-10-29T02:30:30Z",
                "2006-10-29T02:32:00Z",
                "2006-10-30T12:00:00Z");
        assertThat(further.frequency()).isEqualTo(2);
        assertThat(further.recencyDays()).isEqualTo(2);
    }

    @Test
    void nobodyIsActiveAfterTheDayOfAsOf() {
        // As of 23:15 of the 28th, the second time; what came at 00:00:30 of the 29th came before.
        AsOf asOf = new AsOf(Instant.parse("2006-10-29T02:45:00Z"), ZoneId.of("America/St_Johns"));
        ChurnRules rules = new ChurnRules(BUY, Duration.ofDays(1), Duration.ofDays(90));
        Row row = onlyRow(rules, asOf, "2006-10-29T02:30:30Z");

        assertThat(row.ageDays()).isZero();
        ChurnStudyCounts counts = new ChurnStudy(rules, 0, RandomHistories.INDEX).begin(asOf);
        counts.add(history(asOf, "2006-10-29T02:30:30Z"));
        assertThat(counts.buying().purchases().customers()).isEqualTo(1);
    }

    @Test
    void anyNumberOfDaysIsCounted() {
        AsOf asOf = new AsOf(Instant.parse("2025-01-01T00:00:00Z"), ZoneOffset.UTC);
        String[] stamps = IntStream.range(0, 300)
                .mapToObj(day -> Instant.parse("2024-01-01T12:00:00Z")
                        .plus(day, ChronoUnit.DAYS)
                        .toString())
                .toArray(String[]::new);

        assertThat(onlyRow(ChurnRules.DEFAULT, asOf, stamps).frequency()).isEqualTo(299);
    }

    @Test
    void daysAreCutInTheZoneThatIsAskedFor() {
        CustomerDrafts report = drafts(ChurnRules.DEFAULT, RandomHistories.INDEX);
        Instant instant = Instant.parse("2024-03-03T00:00:00Z");
        List<Row> rows = new ArrayList<>();
        // One day in UTC, two in Tokyo.
        for (ZoneId zone : List.of(ZoneOffset.UTC, ZoneId.of("Asia/Tokyo"), ZoneOffset.UTC)) {
            AsOf asOf = new AsOf(instant, zone);
            report.rows(history(asOf, "2024-03-01T10:00:00Z", "2024-03-01T20:00:00Z"), asOf, rows::add);
        }

        assertThat(rows).extracting(Row::frequency).containsExactly(0L, 1L, 0L);
    }

    private static Row onlyRow(ChurnRules rules, AsOf asOf, String... stamps) {
        ConditionIndex index = new ConditionIndex(List.of(rules.activity()));
        List<Touchpoint> purchases =
                Arrays.stream(stamps).map(stamp -> purchase(stamp, 1)).toList();
        CustomerHistory history = new HistoryBuilder(RandomHistories.RULES, index, asOf).build(purchases);
        return rows(rules, index, List.of(history), asOf).get(0);
    }

    private static CustomerHistory history(AsOf asOf, String... stamps) {
        return new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, asOf)
                .build(Arrays.stream(stamps).map(stamp -> purchase(stamp, 1)).toList());
    }

    @Test
    void theStateIsWrittenInSmallLetters() {
        AsOf asOf = Histories.asOfMinute(10);
        CustomerDrafts report = drafts(ChurnRules.DEFAULT, RandomHistories.INDEX);
        Column<Row> state = report.table().columns().get(9);
        List<Object> written = new ArrayList<>();
        CustomerHistory history = Histories.history("A0", RandomHistories.INDEX);
        report.rows(history, asOf, row -> written.add(state.value().apply(row)));

        assertThat(state.name()).isEqualTo("state");
        assertThat(written).containsExactly("new");
        assertThat(Arrays.stream(ChurnState.values()).map(ChurnState::label))
                .containsExactly("new", "current", "at_risk", "dormant", "returned");
    }

    private static void assertPlain(
            Row row, CustomerHistory history, TreeMap<LocalDate, List<Integer>> days, ChurnRules rules, AsOf asOf) {
        LocalDate today = ActivityOracle.dayOf(asOf.micros(), asOf);
        assertThat(row.customerId()).isEqualTo(history.customerId());
        assertThat(row.firstAt())
                .isEqualTo(history.occurredAt(days.firstEntry().getValue().get(0)));
        List<Integer> lastDay = days.lastEntry().getValue();
        assertThat(row.lastAt()).isEqualTo(history.occurredAt(lastDay.get(lastDay.size() - 1)));
        assertThat(row.frequency()).isEqualTo(days.size() - 1);
        assertThat(row.recencyDays()).isEqualTo(ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()));
        assertThat(row.ageDays()).isEqualTo(ChronoUnit.DAYS.between(days.firstKey(), today));
        double period = rules.period().toSeconds();
        assertThat(rules.daysPerPeriod()).isEqualTo(period / 86_400);
        double repeat = 0;
        int activeValues = 0;
        for (Map.Entry<LocalDate, List<Integer>> day : days.entrySet()) {
            for (int i : day.getValue()) {
                activeValues += Double.isNaN(history.value(i)) ? 0 : 1;
                boolean counts = !day.getKey().equals(days.firstKey()) && !Double.isNaN(history.value(i));
                repeat += counts ? history.value(i) : 0;
            }
        }
        if (days.size() == 1 || activeValues == 0) {
            assertThat(row.monetaryMean()).isNaN();
        } else {
            assertThat(row.monetaryMean()).isCloseTo(repeat / (days.size() - 1), within(1e-9));
        }
        double value = 0;
        int values = 0;
        String furthest = null;
        List<String> stages = Arrays.asList("discovery", "consideration", "purchase");
        for (int i = 0; i < history.size(); i++) {
            value += Double.isNaN(history.value(i)) ? 0 : history.value(i);
            values += Double.isNaN(history.value(i)) ? 0 : 1;
            if (stages.indexOf(history.stageName(i)) > stages.indexOf(furthest)) {
                furthest = history.stageName(i);
            }
        }
        if (values == 0) {
            assertThat(row.value()).isNaN();
        } else {
            assertThat(row.value()).isCloseTo(value, within(1e-9));
        }
        assertThat(row.furthestStage()).isEqualTo(furthest);
        assertThat(row.state()).isEqualTo(plainState(history, days, rules, asOf));
    }

    private static ChurnState plainState(
            CustomerHistory history, TreeMap<LocalDate, List<Integer>> byDay, ChurnRules rules, AsOf asOf) {
        List<LocalDate> days = new ArrayList<>(byDay.keySet());
        List<Integer> active =
                byDay.values().stream().flatMap(List::stream).sorted().toList();
        long inactive = rules.inactiveAfter().toSeconds() * 1_000_000;
        LocalDate lastDay = byDay.lastKey();
        long silence = asOf.micros() - history.occurredAt(active.get(active.size() - 1));
        long silentDays = ChronoUnit.DAYS.between(lastDay, ActivityOracle.dayOf(asOf.micros(), asOf));
        List<Long> gaps = new ArrayList<>();
        for (int i = 1; i < days.size(); i++) {
            gaps.add(ChronoUnit.DAYS.between(days.get(i - 1), days.get(i)));
        }
        Function<Double, Double> type7 = p -> {
            List<Long> sorted = gaps.stream().sorted().toList();
            double position = (sorted.size() - 1) * p;
            int below = (int) position;
            int above = Math.min(below + 1, sorted.size() - 1);
            return sorted.get(below) + (position - below) * (sorted.get(above) - sorted.get(below));
        };
        boolean isBack = IntStream.range(1, active.size())
                .anyMatch(i -> history.occurredAt(active.get(i)) - history.occurredAt(active.get(i - 1)) > inactive
                        && asOf.micros() - history.occurredAt(active.get(i)) <= inactive);
        boolean isDormant = silence > inactive;
        boolean isUnusual = gaps.size() < 2
                ? silence > inactive / 2
                : silentDays > 2 * type7.apply(0.5) && silentDays > type7.apply(0.9);
        boolean isYoung = asOf.micros() - history.occurredAt(active.get(0)) <= inactive;
        if (isDormant) {
            return ChurnState.DORMANT;
        } else if (isUnusual) {
            return ChurnState.AT_RISK;
        } else if (isBack) {
            return ChurnState.RETURNED;
        }
        return isYoung ? ChurnState.NEW : ChurnState.CURRENT;
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        AsOf asOf = new AsOf(Instant.parse("2024-03-31T21:59:59.999999Z"), PARIS);
        List<Touchpoint> purchases = List.of(
                purchase("2024-02-29T23:30:00Z", 10),
                purchase("2024-03-01T22:59:00Z", 5),
                purchase("2024-03-04T12:00:00Z", 20),
                purchase("2024-03-15T08:00:00Z", 7.5),
                purchase("2024-03-15T09:00:00Z", 2.5));
        CustomerHistory history =
                new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, asOf).build(purchases);
        ChurnRules rules = new ChurnRules(BUY, Duration.ofDays(7), Duration.ofDays(90));
        assertThat(rows(rules, RandomHistories.INDEX, List.of(history), asOf))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("features")
                .containsExactly(new Row(
                        "c",
                        purchases.get(0).occurredAt(),
                        purchases.get(4).occurredAt(),
                        2,
                        14,
                        30,
                        15.0,
                        45.0,
                        "purchase",
                        ChurnState.AT_RISK,
                        null));
    }

    private static Touchpoint purchase(String stamp, double value) {
        long micros = Instant.parse(stamp).getEpochSecond() * 1_000_000;
        return new Touchpoint("c", micros, stamp, "D", null, value, List.of(), "example");
    }

    @Test
    void theColumnsAreThoseOfTheContract() {
        assertThat(ChurnCustomersReport.TABLE.columns())
                .extracting(Column::name)
                .containsExactly(
                        "customer_id",
                        "first_at",
                        "last_at",
                        "frequency",
                        "recency",
                        "age",
                        "days_since_last",
                        "monetary_mean",
                        "value",
                        "furthest_stage",
                        "state",
                        "p_alive",
                        "expected_next",
                        "expected_value",
                        "churn_probability",
                        "churn_risk",
                        "reasons");
    }

    @Test
    void theCountsOfStatesAreThoseOfTheRowsHoweverTheyAreMerged() {
        Random random = new Random(4);
        ConditionIndex index = RandomHistories.INDEX;
        for (int round = 0; round < 20; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, PARIS);
            List<CustomerHistory> histories = new RandomHistories(round, asOf).next(200);
            ChurnRules rules = new ChurnRules(BUY, Duration.ofDays(7), Duration.ofDays(20));
            ChurnStateQuestion question = new ChurnStateQuestion(rules, index);
            ChurnStateCounts counts = question.begin(asOf);
            ChurnStateCounts others = question.begin(asOf);
            for (CustomerHistory history : histories) {
                (random.nextBoolean() ? counts : others).add(history);
            }
            counts.merge(others);
            Map<ChurnState, Long> rows = rows(rules, index, histories, asOf).stream()
                    .collect(Collectors.groupingBy(Row::state, Collectors.counting()));
            for (ChurnState state : ChurnState.values()) {
                assertThat(counts.customers(state)).isEqualTo(rows.getOrDefault(state, 0L));
            }
            assertThat(counts.activeCustomers() + counts.neverActiveCustomers()).isEqualTo(200);
            assertThat(counts.neverActiveCustomers()).isPositive();
            assertThat(question.report(counts)).isEmpty();
        }
    }

    @Test
    void theDiscShopsCustomersHaveThePublishedFigures() {
        // Fader and Hardie's summary of the CDNOW sample, calibrated to 30 September 1997 in weeks.
        List<String> published = PublicLog.lines("cdnow/expected_bgnbd_per_customer.csv");
        AsOf asOf =
                AsOf.ofMicros(Instant.parse("1997-10-01T00:00:00Z").getEpochSecond() * 1_000_000 - 1, ZoneOffset.UTC);
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        List<CustomerHistory> histories = PublicLog.read("cdnow/touchpoints.csv")
                .histories("customer_id", "channel", List.of(), Histories.rules(), index, asOf);
        Map<Integer, Row> rows = rows(ChurnRules.DEFAULT, index, histories, asOf).stream()
                .collect(Collectors.toMap(row -> Integer.parseInt(row.customerId()), row -> row));
        assertThat(rows).hasSize(2_357).hasSize(published.size() - 1);
        for (String line : published.subList(1, published.size())) {
            double[] fields = Arrays.stream(line.split(","))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            Row row = rows.get((int) fields[0]);
            assertThat(row.frequency()).isEqualTo((long) fields[1]);
            assertThat(row.recencyDays() / 7.0).isCloseTo(fields[2], within(5e-7));
            assertThat(row.ageDays() / 7.0).isCloseTo(fields[3], within(5e-7));
        }
        assertThat(rows.values().stream().mapToLong(Row::frequency).sum()).isEqualTo(2_457);
        assertThat(rows.values().stream().filter(row -> !Double.isNaN(row.monetaryMean())))
                .hasSize(946);
    }

    @Test
    void theShopsDormantCustomersAreThePublishedInactiveOnes() throws Exception {
        JsonNode expected = new ObjectMapper().readTree(String.join("\n", PublicLog.lines("ecom/expected.json")));
        AsOf asOf = new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        List<CustomerHistory> histories = PublicLog.read("ecom/ecom.csv")
                .histories("user_id", "acquisition_channel", List.of(), Histories.rules(), index, asOf);
        assertThat(expected.get("inactive_at_end").size()).isEqualTo(5);
        expected.get("inactive_at_end").properties().forEach(entry -> {
            int days = Integer.parseInt(entry.getKey().replace("d", ""));
            ChurnRules rules = new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(days));
            assertThat(rows(rules, index, histories, asOf))
                    .filteredOn(row -> row.state() == ChurnState.DORMANT)
                    .as(entry.getKey())
                    .hasSize(entry.getValue().asInt());
        });
    }

    private static CustomerDrafts drafts(ChurnRules rules, ConditionIndex index) {
        return new CustomerDrafts(rules, index, new BehaviourFeatures(rules, 0, index));
    }

    private static List<Row> rows(ChurnRules rules, ConditionIndex index, List<CustomerHistory> histories, AsOf asOf) {
        CustomerDrafts report = drafts(rules, index);
        List<Row> rows = new ArrayList<>();
        histories.forEach(history -> report.rows(history, asOf, rows::add));
        return rows;
    }
}
