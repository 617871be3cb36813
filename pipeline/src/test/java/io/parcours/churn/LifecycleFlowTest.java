package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.churn.LifecycleFlowReport.Row;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.touchpoint.Touchpoint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LifecycleFlowTest {
    private static final TouchpointCondition BUY = TouchpointCondition.ofEvents("D");

    /** Zones, and days around which their clocks change: back over midnight, a day left out, and the usual way. */
    private static final Map<String, String> CHANGES = Map.of(
            "America/St_Johns", "2006-10-29",
            "Pacific/Apia", "2011-12-30",
            "Europe/Paris", "2024-03-31",
            "UTC", "2024-02-29");

    @Test
    void everyFlowIsThatOfStatesReadFromHistoriesCutAtTheEndsOfPeriods() {
        Random random = new Random(11);
        for (int round = 0; round < 24; round++) {
            RetentionRules.Period period = RetentionRules.Period.values()[round % 3];
            ChurnRules rules = new ChurnRules(
                    random.nextBoolean() ? TouchpointCondition.ANY : BUY,
                    Duration.ofDays(7),
                    Duration.ofHours(12 * (1 + random.nextInt(60))));
            String zone = List.of("America/St_Johns", "Pacific/Apia", "Europe/Paris", "UTC")
                    .get(round / 3 % 4);
            LocalDate center = LocalDate.parse(CHANGES.get(zone));
            AsOf asOf = asOf(random, center.plusDays(random.nextInt(40)), ZoneId.of(zone));
            List<CustomerHistory> histories = histories(random, asOf, 12);

            List<Row> rows = flow(rules, period, histories, asOf);
            assertThat(rows).as("%s %s", zone, period).isEqualTo(plain(rules, period, histories, asOf));
            assertThat(rows).isNotEmpty();
        }
    }

    @Test
    void randomHistoriesOfYearsFlowLikeThePlainReadingToo() {
        Random random = new Random(12);
        for (int round = 0; round < 6; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of(round % 2 == 0 ? "Europe/Paris" : "UTC"));
            List<CustomerHistory> histories = new RandomHistories(round, asOf).next(40);
            RetentionRules.Period period = round % 3 == 0 ? RetentionRules.Period.WEEK : RetentionRules.Period.MONTH;
            assertThat(flow(ChurnRules.DEFAULT, period, histories, asOf))
                    .isEqualTo(plain(ChurnRules.DEFAULT, period, histories, asOf));
        }
    }

    @Test
    void whoEndsAPeriodInAStateBeginsTheNextOneInIt() {
        Random random = new Random(13);
        AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of("Europe/Paris"));
        List<CustomerHistory> histories = new RandomHistories(9, asOf).next(300);
        for (RetentionRules.Period period : RetentionRules.Period.values()) {
            List<Row> rows = flow(ChurnRules.DEFAULT, period, histories, asOf);
            for (String rule : List.of("rhythm", "fixed")) {
                Map<String, List<Row>> periods = rows.stream()
                        .filter(row -> row.rule().equals(rule))
                        .collect(Collectors.groupingBy(Row::period, TreeMap::new, Collectors.toList()));
                Map<String, Long> former = Map.of();
                for (List<Row> ofPeriod : periods.values()) {
                    Map<String, Long> begun = count(ofPeriod, Row::from);
                    begun.remove("(none)");
                    assertThat(begun).isEqualTo(former);
                    former = count(ofPeriod, Row::to);
                }
            }
        }
    }

    @Test
    void statesAtTheEndOfTheLastPeriodAreThoseOfCustomersAsOfThen() {
        Random random = new Random(14);
        for (RetentionRules.Period period : RetentionRules.Period.values()) {
            ZoneId zone = ZoneId.of("Europe/Paris");
            LocalDate day = lastDayOver(RandomHistories.randomAsOf(random, zone), period);
            AsOf asOf = new AsOf(endOf(day, zone), zone);
            List<CustomerHistory> histories = new RandomHistories(3, asOf).next(200);
            String name = name(day, period);
            List<Row> last = flow(ChurnRules.DEFAULT, period, histories, asOf).stream()
                    .filter(row -> row.rule().equals("rhythm") && row.period().equals(name))
                    .toList();
            Map<String, Long> customers = new TreeMap<>();
            CustomerDrafts report = PlainDrafts.of(ChurnRules.DEFAULT, RandomHistories.INDEX);
            histories.forEach(history -> report.rows(
                    history, asOf, row -> customers.merge(row.state().label(), 1L, Long::sum)));
            assertThat(count(last, Row::to)).isEqualTo(customers);
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        Random random = new Random(15);
        AsOf asOf = RandomHistories.randomAsOf(random, ZoneOffset.UTC);
        List<CustomerHistory> histories = new RandomHistories(4, asOf).next(200);
        LifecycleQuestion question = question(ChurnRules.DEFAULT, RetentionRules.Period.DAY);
        List<LifecycleCounts> parts = new ArrayList<>();
        for (int part = 0; part < 5; part++) {
            parts.add(question.begin(asOf));
        }
        histories.forEach(history -> parts.get(random.nextInt(4)).add(history));
        while (parts.size() > 1) {
            LifecycleCounts part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        assertThat(LifecycleFlowReport.of(parts.get(0)).rows())
                .isEqualTo(flow(ChurnRules.DEFAULT, RetentionRules.Period.DAY, histories, asOf));
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        AsOf asOf = new AsOf(Instant.parse("2024-05-31T23:59:59.999999Z"), ZoneOffset.UTC);
        List<CustomerHistory> histories = List.of(
                at(
                        asOf,
                        "2024-01-05T00:00:00Z",
                        "2024-01-12T00:00:00Z",
                        "2024-01-19T00:00:00Z",
                        "2024-05-20T00:00:00Z"),
                at(asOf, "2024-02-10T00:00:00Z"));
        assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.MONTH, histories, asOf))
                .extracting(LifecycleFlowTest::text)
                .containsExactly(
                        "rhythm 2024-01 (none) new 1 null",
                        "rhythm 2024-02 (none) new 1 null",
                        "rhythm 2024-02 new at_risk 1 1.0",
                        "rhythm 2024-03 new at_risk 1 1.0",
                        "rhythm 2024-03 at_risk at_risk 1 1.0",
                        "rhythm 2024-04 at_risk at_risk 1 0.5",
                        "rhythm 2024-04 at_risk dormant 1 0.5",
                        "rhythm 2024-05 at_risk dormant 1 1.0",
                        "rhythm 2024-05 dormant returned 1 1.0",
                        "fixed 2024-01 (none) new 1 null",
                        "fixed 2024-02 (none) new 1 null",
                        "fixed 2024-02 new new 1 1.0",
                        "fixed 2024-03 new at_risk 2 1.0",
                        "fixed 2024-04 at_risk at_risk 1 0.5",
                        "fixed 2024-04 at_risk dormant 1 0.5",
                        "fixed 2024-05 at_risk dormant 1 1.0",
                        "fixed 2024-05 dormant returned 1 1.0");
    }

    @Test
    void aPeriodThatIsNotOverAtAsOfIsLeftOut() {
        AsOf asOf = new AsOf(Instant.parse("2024-02-29T23:59:59.999998Z"), ZoneOffset.UTC);
        List<CustomerHistory> histories =
                List.of(at(asOf, "2024-01-31T23:59:59.999999Z"), at(asOf, "2024-02-01T00:00:00Z"));
        assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.MONTH, histories, asOf))
                .extracting(LifecycleFlowTest::text)
                .containsExactly("rhythm 2024-01 (none) new 1 null", "fixed 2024-01 (none) new 1 null");
        assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.MONTH, List.of(), asOf))
                .isEmpty();
    }

    @Test
    void aSingleStampOfLongAgoCostsNoMoreThanTheLatestTwoThousandPeriods() {
        AsOf asOf = new AsOf(Instant.parse("2024-02-29T23:59:59.999999Z"), ZoneOffset.UTC);
        List<CustomerHistory> histories = List.of(
                at(asOf, "1970-01-01T00:00:00Z"),
                // The end of the day before the first of the 2,000.
                at(asOf, "2018-09-07T12:00:00Z"),
                at(asOf, "2018-09-08T12:00:00Z"));
        List<Row> rows = flow(ChurnRules.DEFAULT, RetentionRules.Period.DAY, histories, asOf);
        assertThat(LocalDate.parse("2024-02-29").minusDays(1_999)).isEqualTo("2018-09-09");
        assertThat(rows.stream().map(Row::period).distinct()).hasSize(2_000);
        assertThat(rows.get(0).period()).isEqualTo("2018-09-09");
        assertThat(rows.subList(0, 2))
                .extracting(LifecycleFlowTest::text)
                .containsExactly("rhythm 2018-09-09 new new 2 1.0", "rhythm 2018-09-09 dormant dormant 1 1.0");
        assertThat(rows).allMatch(row -> !row.from().equals("(none)"));
    }

    @Test
    void aCustomerOfEveryDayIsWhatCutHistoriesSay() {
        // Patience changes with nearly every day; the brute force reads the history anew for each.
        Random random = new Random(16);
        AsOf asOf = new AsOf(Instant.parse("2024-02-29T23:59:59.999999Z"), ZoneOffset.UTC);
        List<String> stamps = new ArrayList<>();
        for (int day = 0; day < 500; day += 1 + random.nextInt(1 + day / 50)) {
            stamps.add(Instant.parse("2022-10-01T10:00:00Z")
                    .plus(day, ChronoUnit.DAYS)
                    .toString());
        }
        List<CustomerHistory> histories = List.of(at(asOf, stamps.toArray(String[]::new)));
        ChurnRules rules = new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(8));
        List<Row> rows = flow(rules, RetentionRules.Period.DAY, histories, asOf);
        assertThat(rows).isEqualTo(plain(rules, RetentionRules.Period.DAY, histories, asOf));
        assertThat(rows.stream().map(Row::to).distinct()).hasSize(5);
    }

    @Test
    void aDayThatClocksBringBackPartsAGapAfterwards() {
        // St. John's put its clocks back at 00:01 on 29 October 2006 (02:31 UTC) to 23:01 of the 28th.
        AsOf asOf = new AsOf(Instant.parse("2006-12-10T12:00:00Z"), ZoneId.of("America/St_Johns"));
        CustomerHistory parted = at(
                asOf,
                "2006-10-20T12:00:00Z",
                "2006-10-29T02:30:30Z",
                "2006-10-29T02:32:00Z",
                "2006-10-29T02:33:00Z",
                "2006-11-10T12:00:00Z");
        // Days 20, 28, 29 and 10: gaps 8, 1 and 12, so 16 days are usual. With 9 and 12 it would be 21.
        assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.DAY, List.of(parted), asOf))
                .extracting(LifecycleFlowTest::text)
                .contains("rhythm 2006-11-26 new new 1 1.0", "rhythm 2006-11-27 new at_risk 1 1.0");
        CustomerHistory begunTwice = at(
                asOf, "2006-10-29T02:30:30Z", "2006-10-29T02:32:00Z", "2006-10-31T12:00:00Z", "2006-11-03T12:00:00Z");
        for (CustomerHistory history : List.of(parted, begunTwice)) {
            assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.DAY, List.of(history), asOf))
                    .isEqualTo(plain(ChurnRules.DEFAULT, RetentionRules.Period.DAY, List.of(history), asOf));
        }
    }

    @Test
    void aDayThatTheCalendarLeftOutEndsWithTheOneBefore() {
        // Samoa had no 30 December 2011. Usual are two days of silence: since the 27th there are two up to the 29th.
        AsOf asOf = new AsOf(Instant.parse("2012-01-05T12:00:00Z"), ZoneId.of("Pacific/Apia"));
        CustomerHistory history = at(asOf, "2011-12-25T22:00:00Z", "2011-12-26T22:00:00Z", "2011-12-27T22:00:00Z");
        assertThat(flow(ChurnRules.DEFAULT, RetentionRules.Period.DAY, List.of(history), asOf))
                .extracting(LifecycleFlowTest::text)
                .contains(
                        "rhythm 2011-12-29 new new 1 1.0",
                        "rhythm 2011-12-30 new new 1 1.0",
                        "rhythm 2011-12-31 new at_risk 1 1.0");
    }

    private static Map<String, Long> count(List<Row> rows, Function<Row, String> state) {
        return rows.stream()
                .collect(Collectors.groupingBy(state, TreeMap::new, Collectors.summingLong(Row::customers)));
    }

    private static String text(Row row) {
        return String.join(
                " ", row.rule(), row.period(), row.from(), row.to(), Long.toString(row.customers()), "" + row.share());
    }

    private static LifecycleQuestion question(ChurnRules rules, RetentionRules.Period period) {
        return new LifecycleQuestion(
                rules,
                // Flow is of calendar periods, whatever cohorts are.
                new RetentionRules(period, RetentionRules.Mode.ROLLING, RetentionRules.Count.ON),
                RandomHistories.INDEX);
    }

    private static List<Row> flow(
            ChurnRules rules, RetentionRules.Period period, List<CustomerHistory> histories, AsOf asOf) {
        LifecycleQuestion question = question(rules, period);
        LifecycleCounts counts = question.begin(asOf);
        histories.forEach(counts::add);
        return LifecycleFlowReport.of(counts).rows();
    }

    /** Every history cut at the end of every period and read anew. */
    private static List<Row> plain(
            ChurnRules rules, RetentionRules.Period period, List<CustomerHistory> histories, AsOf asOf) {
        List<Row> rows = new ArrayList<>();
        for (String rule : List.of("rhythm", "fixed")) {
            Map<CustomerHistory, String> former = new LinkedHashMap<>();
            for (LocalDate day : lastDays(period, histories, asOf)) {
                Map<String, Map<String, Long>> pairs = new TreeMap<>(Comparator.comparing(LifecycleFlowTest::order));
                for (CustomerHistory history : histories) {
                    String state = stateAt(rule, rules, history, new AsOf(endOf(day, asOf.zone()), asOf.zone()));
                    if (state != null) {
                        String from = former.getOrDefault(history, "(none)");
                        pairs.computeIfAbsent(
                                        from, any -> new TreeMap<>(Comparator.comparing(LifecycleFlowTest::order)))
                                .merge(state, 1L, Long::sum);
                        former.put(history, state);
                    }
                }
                pairs.forEach((from, states) -> {
                    double all =
                            states.values().stream().mapToLong(Long::longValue).sum();
                    states.forEach((to, customers) -> rows.add(new Row(
                            rule,
                            name(day, period),
                            from,
                            to,
                            customers,
                            from.equals("(none)") ? null : customers / all)));
                });
            }
        }
        return rows;
    }

    private static String stateAt(String rule, ChurnRules rules, CustomerHistory history, AsOf end) {
        List<Touchpoint> known = new ArrayList<>();
        for (int i = 0; i < history.size() && history.occurredAt(i) <= end.micros(); i++) {
            known.add(touchpoint(history.occurredAt(i), history.event(i), i));
        }
        if (known.isEmpty()) {
            return null;
        }
        CustomerHistory cut = new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, end).build(known);
        List<String> states = new ArrayList<>();
        PlainDrafts.of(rules, RandomHistories.INDEX)
                .rows(
                        cut,
                        end,
                        row -> states.add(rule.equals("rhythm") ? row.state().label() : fixed(row, rules, end, cut)));
        return states.isEmpty() ? null : states.get(0);
    }

    /** The states in words of docs/churn.md, with the rule of thumb for everybody. */
    private static String fixed(CustomerDrafts.Row row, ChurnRules rules, AsOf end, CustomerHistory cut) {
        long inactive = rules.inactiveAfter().toNanos() / 1_000;
        long silence = end.micros() - row.lastAt();
        if (silence > inactive) {
            return "dormant";
        }
        if (silence > inactive / 2) {
            return "at_risk";
        }
        long former = row.firstAt();
        long returned = Long.MIN_VALUE;
        for (int i = 0; i < cut.size(); i++) {
            if (cut.match(i).holds(RandomHistories.INDEX.numberOf(rules.activity()))) {
                returned = cut.occurredAt(i) - former > inactive ? cut.occurredAt(i) : returned;
                former = cut.occurredAt(i);
            }
        }
        if (returned != Long.MIN_VALUE && end.micros() - returned <= inactive) {
            return "returned";
        }
        return end.micros() - row.firstAt() <= inactive ? "new" : "current";
    }

    private static int order(String state) {
        return state.equals("(none)")
                ? -1
                : ChurnState.valueOf(state.toUpperCase(Locale.ROOT)).ordinal();
    }

    /** The last days of the periods that are over, from the one of the earliest touchpoint on. */
    private static List<LocalDate> lastDays(RetentionRules.Period period, List<CustomerHistory> histories, AsOf asOf) {
        long first = histories.stream()
                .mapToLong(history -> history.occurredAt(0))
                .min()
                .orElse(asOf.micros());
        List<LocalDate> days = new ArrayList<>();
        LocalDate day = lastDayOf(ActivityOracle.dayOf(first, asOf).minusDays(1), period);
        for (; !endOf(day, asOf.zone()).isAfter(asOf.instant()); day = lastDayOf(day.plusDays(1), period)) {
            days.add(day);
        }
        return days;
    }

    private static LocalDate lastDayOver(AsOf asOf, RetentionRules.Period period) {
        LocalDate day = asOf.date();
        while (!lastDayOf(day, period).equals(day) || endOf(day, asOf.zone()).isAfter(asOf.instant())) {
            day = day.minusDays(1);
        }
        return day;
    }

    private static LocalDate lastDayOf(LocalDate day, RetentionRules.Period period) {
        return switch (period) {
            case DAY -> day;
            case WEEK -> day.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
            case MONTH -> YearMonth.from(day).atEndOfMonth();
        };
    }

    private static String name(LocalDate lastDay, RetentionRules.Period period) {
        return switch (period) {
            case DAY -> lastDay.toString();
            case WEEK -> lastDay.minusDays(6).toString();
            case MONTH -> YearMonth.from(lastDay).toString();
        };
    }

    /** The last microsecond of the day, or of the one before where the zone has no such day. */
    private static Instant endOf(LocalDate day, ZoneId zone) {
        ZonedDateTime end =
                day.atTime(LocalTime.parse("23:59:59.999999")).atZone(zone).withLaterOffsetAtOverlap();
        return end.toLocalDate().equals(day)
                ? end.toInstant()
                : day.plusDays(1).atStartOfDay(zone).toInstant().minus(1, ChronoUnit.MICROS);
    }

    private static AsOf asOf(Random random, LocalDate day, ZoneId zone) {
        return random.nextBoolean()
                ? new AsOf(endOf(day, zone), zone)
                : new AsOf(day.atTime(random.nextInt(24), 30).atZone(zone).toInstant(), zone);
    }

    /** Customers with bursts and silences over some months, often near midnight. */
    private static List<CustomerHistory> histories(Random random, AsOf asOf, int customers) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            List<Touchpoint> touchpoints = new ArrayList<>();
            int usual = 1 + random.nextInt(20);
            Instant instant = asOf.instant().minus(random.nextInt(30 * 24 * 60), ChronoUnit.MINUTES);
            for (int i = 0; i < 1 + random.nextInt(25); i++) {
                touchpoints.add(touchpoint(
                        Instant.EPOCH.until(instant, ChronoUnit.MICROS), random.nextInt(3) == 0 ? "A" : "D", i));
                long minutes = random.nextInt(4) == 0 ? random.nextInt(90) : random.nextInt(usual * 2 * 24 * 60);
                instant = instant.minus(minutes, ChronoUnit.MINUTES);
                if (random.nextInt(4) == 0) {
                    LocalDate day = instant.atZone(asOf.zone()).toLocalDate();
                    instant = endOf(day.minusDays(1), asOf.zone()).minus(random.nextInt(3) * 30L, ChronoUnit.MINUTES);
                }
            }
            touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
            histories.add(new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, asOf).build(touchpoints));
        }
        return histories;
    }

    private static CustomerHistory at(AsOf asOf, String... stamps) {
        List<Touchpoint> touchpoints = Arrays.stream(stamps)
                .map(stamp -> touchpoint(Instant.EPOCH.until(Instant.parse(stamp), ChronoUnit.MICROS), "D", 0))
                .toList();
        return new HistoryBuilder(RandomHistories.RULES, RandomHistories.INDEX, asOf).build(touchpoints);
    }

    private static Touchpoint touchpoint(long occurredAt, String event, int number) {
        return new Touchpoint("c", occurredAt, "%04d".formatted(number), event, null, Double.NaN, List.of(), "log");
    }
}
