package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.churn.RetentionReport.Row;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.PublicLog;
import io.parcours.journey.RandomHistories;
import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RetentionTest {
    private static final TouchpointCondition BUY = TouchpointCondition.ofEvents("D");

    @Test
    void everyModeCountAndPeriodIsThatOfAPlainReading() {
        Random random = new Random(5);
        for (RetentionRules rules : allRules()) {
            for (int round = 0; round < 6; round++) {
                ZoneId zone = ZoneId.of(random.nextBoolean() ? "Europe/Paris" : "America/St_Johns");
                AsOf asOf = RandomHistories.randomAsOf(random, zone);
                TouchpointCondition activity = random.nextBoolean() ? TouchpointCondition.ANY : BUY;
                List<CustomerHistory> histories = new RandomHistories(round, asOf).next(50);
                assertThat(report(rules, activity, histories, asOf))
                        .as("%s", rules)
                        .isEqualTo(plain(rules, activity, histories, asOf));
            }
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        Random random = new Random(6);
        for (RetentionRules rules : allRules()) {
            AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of("Europe/Paris"));
            List<CustomerHistory> histories = new RandomHistories(1, asOf).next(150);
            RetentionQuestion question = question(rules, TouchpointCondition.ANY);
            List<RetentionCounts> parts = new ArrayList<>();
            for (int p = 0; p < 4; p++) {
                parts.add(question.begin(asOf));
            }
            histories.forEach(history -> parts.get(random.nextInt(4)).add(history));
            while (parts.size() > 1) {
                RetentionCounts part = parts.remove(random.nextInt(parts.size()));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            assertThat(question.report(parts.get(0)).get(0).rows())
                    .isEqualTo(report(rules, TouchpointCondition.ANY, histories, asOf));
        }
    }

    @Test
    void aBreakdownIsTheReportOfEachValuesCustomersAlone() {
        AsOf asOf = RandomHistories.randomAsOf(new Random(7), ZoneId.of("Europe/Paris"));
        List<CustomerHistory> histories = new RandomHistories(8, asOf).next(120);
        RetentionRules rules = new RetentionRules(
                RetentionRules.Period.MONTH,
                RetentionRules.Mode.CALENDAR,
                RetentionRules.Count.ON_OR_AFTER,
                List.of("channel"));
        Map<String, List<CustomerHistory>> byChannel = new TreeMap<>();
        for (CustomerHistory history : histories) {
            for (int i = 0; i < history.size(); i++) {
                if (history.event(i).equals("D")) {
                    String channel = history.channel(i) == null ? "(none)" : history.channel(i);
                    byChannel.computeIfAbsent(channel, any -> new ArrayList<>()).add(history);
                    break;
                }
            }
        }
        RetentionRules plain = new RetentionRules(rules.period(), rules.mode(), rules.count());
        List<Row> expected = new ArrayList<>(report(plain, BUY, histories, asOf));
        byChannel.forEach((channel, customers) -> report(plain, BUY, customers, asOf)
                .forEach(row -> expected.add(new Row(
                        row.cohort(),
                        row.period(),
                        row.eligible(),
                        row.retained(),
                        row.rate(),
                        row.low(),
                        row.high(),
                        "channel",
                        channel))));
        assertThat(byChannel).hasSize(4);
        RetentionQuestion question = question(rules, BUY);
        RetentionCounts one = question.begin(asOf);
        RetentionCounts other = question.begin(asOf);
        histories.forEach(history -> (history.size() % 2 == 0 ? one : other).add(history));
        other.merge(one);
        assertThat(RetentionReport.of(other).rows()).isEqualTo(expected);
    }

    @Test
    void aMonthIsCompleteJustBeforeTheNextLocalMidnight() {
        // One customer active on 31 January 2024 and on 29 February, Paris time.
        List<String> stamps = List.of("2024-01-31T12:00:00Z", "2024-02-29T12:00:00Z");
        assertThat(oneCustomer(stamps, "2024-02-29T22:59:59.999999Z", RetentionRules.Mode.CALENDAR))
                .containsExactly("2024-01 0 1 1", "2024-01 1 1 1");
        assertThat(oneCustomer(stamps, "2024-02-29T22:59:59.999998Z", RetentionRules.Mode.CALENDAR))
                .containsExactly("2024-01 0 1 1", "2024-01 1 1 null");
    }

    @Test
    void rollingMonthsAreCutFromTheFirstDayItself() {
        // Periods begin on 31 January, 29 February, 31 March: 30 March is still period 1, and over with that day.
        List<String> stamps = List.of("2024-01-31T12:00:00Z", "2024-03-30T12:00:00Z");
        assertThat(oneCustomer(stamps, "2024-03-30T22:59:59.999999Z", RetentionRules.Mode.ROLLING))
                .containsExactly("2024-01 0 1 1", "2024-01 1 1 1");
        assertThat(oneCustomer(stamps, "2024-03-30T12:00:00Z", RetentionRules.Mode.ROLLING))
                .containsExactly("2024-01 0 1 1", "2024-01 1 0 null");
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        AsOf asOf = new AsOf(Instant.parse("2024-03-15T12:00:00Z"), ZoneOffset.UTC);
        List<CustomerHistory> histories = List.of(
                at("2024-01-05T09:00:00Z", "2024-03-02T09:00:00Z"), at("2024-01-20T09:00:00Z", "2024-02-25T09:00:00Z"));
        assertThat(cohorts(RetentionRules.Mode.CALENDAR, RetentionRules.Count.ON, histories, asOf))
                .containsExactly("2024-01 0 2 2", "2024-01 1 2 1", "2024-01 2 2 null");
        assertThat(cohorts(RetentionRules.Mode.CALENDAR, RetentionRules.Count.ON_OR_AFTER, histories, asOf))
                .containsExactly("2024-01 0 2 2", "2024-01 1 2 2", "2024-01 2 2 null");
        for (RetentionRules.Count count : RetentionRules.Count.values()) {
            assertThat(cohorts(RetentionRules.Mode.ROLLING, count, histories, asOf))
                    .containsExactly("2024-01 0 2 2", "2024-01 1 1 1", "2024-01 2 0 null");
        }
    }

    @Test
    void theShopsCohortsAreThePublishedOnesButForTheUnfinishedMonth() throws Exception {
        AsOf asOf = new AsOf(Instant.parse("2024-06-29T22:02:40Z"), ZoneOffset.UTC);
        assertPublished("ecom", "ecom/ecom.csv", "user_id", asOf);
    }

    @Test
    void theFinesPatientsAndDiscShopsCohortsAreThePublishedOnesButForTheUnfinishedMonth() throws Exception {
        assertPublished("traffic_fines", "traffic_fines/touchpoints.csv", "customer_id", atTheEndOf("2012-03-26"));
        assertPublished("patients", "patients/touchpoints.csv", "customer_id", atTheEndOf("2018-05-05"));
        assertPublished("cdnow", "cdnow/touchpoints.csv", "customer_id", atTheEndOf("1998-06-30"));
    }

    private static AsOf atTheEndOf(String date) {
        Instant midnight =
                LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
        return new AsOf(midnight.minus(1, ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    private static void assertPublished(String folder, String log, String customer, AsOf asOf) throws Exception {
        String file = folder + (folder.equals("cdnow") ? "/expected_journey.json" : "/expected.json");
        JsonNode expected = new ObjectMapper()
                .readTree(String.join("\n", PublicLog.lines(file)))
                .get("monthly_cohorts");
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        List<CustomerHistory> histories =
                PublicLog.read(log).histories(customer, "channel", List.of(), Histories.rules(), index, asOf);
        RetentionCounts counts =
                new RetentionQuestion(RetentionRules.DEFAULT, ChurnRules.DEFAULT, index, List.of()).begin(asOf);
        histories.forEach(counts::add);
        Map<String, List<Long>> cohorts = new TreeMap<>();
        for (Row row : RetentionReport.of(counts).rows()) {
            List<Long> periods = cohorts.computeIfAbsent(row.cohort(), cohort -> new ArrayList<>());
            assertThat(row.period()).isEqualTo(periods.size());
            assertThat(row.eligible())
                    .isEqualTo(expected.get(row.cohort()).get(0).asLong());
            periods.add(row.retained());
        }
        LocalDate today = asOf.date();
        boolean isMonthOver = today.equals(today.with(TemporalAdjusters.lastDayOfMonth()))
                && asOf.equals(atTheEndOf(today.toString()));
        Map<String, List<Long>> published = new TreeMap<>();
        expected.properties().forEach(cohort -> {
            List<Long> periods = new ArrayList<>();
            cohort.getValue().forEach(count -> periods.add(count.asLong()));
            if (!isMonthOver) {
                periods.set(periods.size() - 1, null);
            }
            published.put(cohort.getKey(), periods);
        });
        assertThat(cohorts).isEqualTo(published);
    }

    private static List<String> oneCustomer(List<String> stamps, String asOfStamp, RetentionRules.Mode mode) {
        AsOf asOf = new AsOf(Instant.parse(asOfStamp), ZoneId.of("Europe/Paris"));
        CustomerHistory history = at(stamps.toArray(String[]::new));
        return cohorts(mode, RetentionRules.Count.ON, List.of(history), asOf);
    }

    private static CustomerHistory at(String... stamps) {
        long first = Histories.START.getEpochSecond();
        String letters = Arrays.stream(stamps)
                .map(stamp -> "A" + (Instant.parse(stamp).getEpochSecond() - first) / 60)
                .collect(Collectors.joining(" "));
        return Histories.history(letters, RandomHistories.INDEX);
    }

    private static List<String> cohorts(
            RetentionRules.Mode mode, RetentionRules.Count count, List<CustomerHistory> histories, AsOf asOf) {
        RetentionRules rules = new RetentionRules(RetentionRules.Period.MONTH, mode, count);
        return report(rules, TouchpointCondition.ANY, histories, asOf).stream()
                .map(row -> row.cohort() + " " + row.period() + " " + row.eligible() + " " + row.retained())
                .toList();
    }

    private static List<RetentionRules> allRules() {
        List<RetentionRules> all = new ArrayList<>();
        for (RetentionRules.Period period : RetentionRules.Period.values()) {
            for (RetentionRules.Mode mode : RetentionRules.Mode.values()) {
                for (RetentionRules.Count count : RetentionRules.Count.values()) {
                    all.add(new RetentionRules(period, mode, count));
                }
            }
        }
        return all;
    }

    private static RetentionQuestion question(RetentionRules rules, TouchpointCondition activity) {
        ChurnRules churn = new ChurnRules(activity, Duration.ofDays(7), Duration.ofDays(90));
        return new RetentionQuestion(rules, churn, RandomHistories.INDEX, List.of());
    }

    private static List<Row> report(
            RetentionRules rules, TouchpointCondition activity, List<CustomerHistory> histories, AsOf asOf) {
        RetentionCounts counts = question(rules, activity).begin(asOf);
        histories.forEach(counts::add);
        return RetentionReport.of(counts).rows();
    }

    /** The definition read plainly: for each customer the first and last day of every period, one after the other. */
    private static List<Row> plain(
            RetentionRules rules, TouchpointCondition activity, List<CustomerHistory> histories, AsOf asOf) {
        Map<LocalDate, List<TreeMap<LocalDate, List<Integer>>>> cohorts = new TreeMap<>();
        for (CustomerHistory history : histories) {
            TreeMap<LocalDate, List<Integer>> days = ActivityOracle.days(history, activity, asOf);
            if (!days.isEmpty()) {
                cohorts.computeIfAbsent(calendarStart(rules, days.firstKey()), cohort -> new ArrayList<>())
                        .add(days);
            }
        }
        LocalDate today = ActivityOracle.dayOf(asOf.micros(), asOf);
        List<Row> rows = new ArrayList<>();
        cohorts.forEach((cohort, customers) -> {
            for (int k = 0; ; k++) {
                int period = k;
                if (customers.stream()
                        .noneMatch(
                                days -> !begin(rules, days.firstKey(), period).isAfter(today))) {
                    break;
                }
                long eligible = 0;
                long retained = 0;
                for (TreeMap<LocalDate, List<Integer>> days : customers) {
                    LocalDate begin = begin(rules, days.firstKey(), k);
                    LocalDate next = begin(rules, days.firstKey(), k + 1);
                    Instant end = next.atStartOfDay(asOf.zone()).toInstant();
                    if (!end.minus(1, ChronoUnit.MICROS).isAfter(asOf.instant())) {
                        eligible++;
                        boolean isOn =
                                days.keySet().stream().anyMatch(day -> !day.isBefore(begin) && day.isBefore(next));
                        boolean isOnOrAfter = days.keySet().stream().anyMatch(day -> !day.isBefore(begin));
                        retained += (rules.count() == RetentionRules.Count.ON ? isOn : isOnOrAfter) ? 1 : 0;
                    }
                }
                rows.add(row(rules, cohort, k, eligible, retained, customers.size()));
            }
        });
        return rows;
    }

    private static Row row(
            RetentionRules rules, LocalDate cohort, int period, long eligible, long retained, long customers) {
        String name = rules.period() == RetentionRules.Period.MONTH
                ? cohort.toString().substring(0, 7)
                : cohort.toString();
        if (eligible == 0) {
            boolean isCalendar = rules.mode() == RetentionRules.Mode.CALENDAR;
            return new Row(name, period, isCalendar ? customers : 0, null, null, null, null, "all", "all");
        }
        Interval interval = new Proportion(retained, eligible).interval().orElseThrow();
        return new Row(
                name,
                period,
                eligible,
                retained,
                (double) retained / eligible,
                interval.low(),
                interval.high(),
                "all",
                "all");
    }

    private static LocalDate begin(RetentionRules rules, LocalDate first, int period) {
        LocalDate start = rules.mode() == RetentionRules.Mode.ROLLING ? first : calendarStart(rules, first);
        return switch (rules.period()) {
            case DAY -> start.plusDays(period);
            case WEEK -> start.plusWeeks(period);
            case MONTH -> start.plusMonths(period);
        };
    }

    private static LocalDate calendarStart(RetentionRules rules, LocalDate day) {
        return switch (rules.period()) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
            case MONTH -> day.withDayOfMonth(1);
        };
    }
}
