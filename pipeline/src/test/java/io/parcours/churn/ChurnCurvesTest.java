package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.PublicLog;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.SurvivalReport;
import io.parcours.journey.SurvivalRow;
import io.parcours.stats.Interval;
import io.parcours.stats.ObservedDays;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChurnCurvesTest {
    private static final TouchpointCondition BUY = TouchpointCondition.ofEvents("buy");
    private static final TouchpointCondition CANCEL = TouchpointCondition.ofEvents("cancel");
    private static final AsOf MARCH = new AsOf(Instant.parse("2024-03-31T23:59:59.999999Z"), ZoneOffset.UTC);
    private static final double DAY = 86_400;

    @Test
    void theExampleOfTheDocumentationHolds() {
        List<TableContent<?>> tables = report(
                rules(BUY, Duration.ofDays(30), null, "channel"),
                BUY,
                List.of(
                        history(MARCH, "web", "buy 2024-01-01", "buy 2024-01-11", "buy 2024-01-21", "buy 2024-03-20"),
                        history(MARCH, "web", "buy 2024-02-10"),
                        history(MARCH, "app", "buy 2024-03-01", "buy 2024-03-15"),
                        history(MARCH, "app", "buy 2024-03-26")),
                MARCH);

        assertThat(survival(tables).stream().filter(row -> row.group().equals("all")))
                .extracting(ChurnCurvesTest::text)
                .containsExactly(
                        "churn:second_conversion all 0 4 0 1.000 0.000",
                        "churn:second_conversion all 10 3 1 0.667 0.272",
                        "churn:second_conversion all 14 2 1 0.333 0.272",
                        "churn:inactivity all 0 4 0 1.000 0.000",
                        "churn:inactivity all 30 3 1 0.667 0.272",
                        "churn:inactivity all 50 1 1 0.000 0.000");
        assertThat(survival(tables).stream().filter(row -> row.group().equals("channel=web")))
                .extracting(ChurnCurvesTest::text)
                .containsExactly(
                        "churn:second_conversion channel=web 0 2 0 1.000 0.000",
                        "churn:second_conversion channel=web 10 2 1 0.500 0.354",
                        "churn:inactivity channel=web 0 2 0 1.000 0.000",
                        "churn:inactivity channel=web 30 2 1 0.500 0.354",
                        "churn:inactivity channel=web 50 1 1 0.000 0.000");
        // Day 10: 2 of 3 at risk are of the web, variance 2/9. Day 14: 1 of 2, 1/4. (1 - 7/6)^2 / (17/36) = 1/17.
        List<SurvivalTestsReport.Row> tests = tests(tables).subList(0, 3);
        assertThat(tests)
                .extracting(SurvivalTestsReport.Row::group)
                .containsExactly("all", "channel=app", "channel=web");
        assertThat(tests).extracting(SurvivalTestsReport.Row::customers).containsExactly(4L, 2L, 2L);
        assertThat(tests).extracting(SurvivalTestsReport.Row::observed).containsExactly(2L, 1L, 1L);
        assertThat(tests.get(1).expected()).isCloseTo(5 / 6.0, within(1e-15));
        assertThat(tests.get(2).expected()).isCloseTo(7 / 6.0, within(1e-15));
        assertThat(tests).allSatisfy(row -> {
            assertThat(row.test().statistic()).isCloseTo(1 / 17.0, within(1e-12));
            assertThat(row.pValue()).isCloseTo(.8084, within(5e-5));
        });
        assertThat(tests).extracting(row -> row.qValue() == null).containsExactly(true, false, false);
        // Inactivity: nobody of the app has the event; on day 30 one of three at risk is of the app, on day 50 none.
        assertThat(tests(tables).get(4).expected()).isCloseTo(1 / 3.0, within(1e-15));
    }

    @Test
    void everyCurveIsThatOfAPlainReading() {
        Random random = new Random(31);
        TouchpointCondition conversion = TouchpointCondition.ofEvents("D");
        TouchpointCondition ends = TouchpointCondition.ofEvents("E");
        for (int round = 0; round < 40; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of(round % 2 == 0 ? "Europe/Paris" : "Asia/Tokyo"));
            TouchpointCondition activity = round % 3 == 0 ? TouchpointCondition.ANY : TouchpointCondition.ofEvents("C");
            ChurnRules rules = rules(activity, Duration.ofHours(1 + random.nextInt(3_000)), ends, "channel");
            ConditionIndex index = new ConditionIndex(List.of(activity, conversion, ends));
            List<CustomerHistory> histories = rebuilt(new RandomHistories(round, asOf).next(60), index, asOf);

            CurveQuestion question = new CurveQuestion(rules, conversion, index, List.of());
            CurveCounts counts = question.begin(asOf);
            histories.forEach(counts::add);
            assertThat(survival(question.report(counts)))
                    .isEqualTo(plain(rules, conversion, ends, index, histories, asOf));
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() {
        Random random = new Random(32);
        AsOf asOf = RandomHistories.randomAsOf(random, ZoneId.of("Europe/Paris"));
        List<CustomerHistory> histories = new RandomHistories(7, asOf).next(300);
        ChurnRules rules = rules(TouchpointCondition.ANY, Duration.ofDays(20), null, "channel");
        CurveQuestion question =
                new CurveQuestion(rules, TouchpointCondition.ofEvents("D"), RandomHistories.INDEX, List.of());
        CurveCounts whole = question.begin(asOf);
        List<CurveCounts> parts = new ArrayList<>();
        for (int part = 0; part < 4; part++) {
            parts.add(question.begin(asOf));
        }
        for (CustomerHistory history : histories) {
            whole.add(history);
            parts.get(random.nextInt(3)).add(history);
        }
        while (parts.size() > 1) {
            CurveCounts part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        assertThat(survival(question.report(parts.get(0)))).isEqualTo(survival(question.report(whole)));
        assertThat(tests(question.report(parts.get(0)))).isEqualTo(tests(question.report(whole)));
    }

    @Test
    void anEventIsKnownOnceItsDayHasComeAndStaysWhereItIs() {
        // 36 hours of silence are over at noon of the 2nd, rounded up to two days: known on the 3rd.
        ChurnRules rules = rules(BUY, Duration.ofHours(36), null);
        List<String> days = new ArrayList<>();
        for (String now : List.of(
                "2024-01-02T11:00:00Z", "2024-01-02T13:00:00Z", "2024-01-03T00:00:00Z", "2024-01-09T00:00:00Z")) {
            AsOf asOf = new AsOf(Instant.parse(now), ZoneOffset.UTC);
            List<SurvivalRow> rows =
                    survival(report(rules, BUY, List.of(history(asOf, "web", "buy 2024-01-01")), asOf));
            days.add(text(rows.get(rows.size() - 1)));
        }
        assertThat(days)
                .containsExactly(
                        "churn:inactivity all 0 1 0 1.000 0.000",
                        "churn:inactivity all 0 1 0 1.000 0.000",
                        "churn:inactivity all 2 1 1 0.000 0.000",
                        "churn:inactivity all 2 1 1 0.000 0.000");
    }

    @Test
    void whoConvertsWithoutActivityIsOnThatCurveAloneAndHasNoValue() {
        List<TableContent<?>> tables = report(
                rules(CANCEL, Duration.ofDays(30), CANCEL, "channel"),
                BUY,
                List.of(history(MARCH, "web", "buy 2024-01-01")),
                MARCH);
        assertThat(survival(tables))
                .extracting(row -> row.curve() + " " + row.group())
                .containsExactly("churn:second_conversion all", "churn:second_conversion channel=(none)");
        assertThat(tests(tables)).hasSize(2).allMatch(row -> row.test() == null && row.qValue() == null);
    }

    @Test
    void whatEndedBeforeTheFirstActivityEndsNothing() {
        List<TableContent<?>> tables = report(
                rules(BUY, Duration.ofDays(400), CANCEL),
                BUY,
                List.of(
                        history(
                                MARCH,
                                "web",
                                "cancel 2024-01-01",
                                "buy 2024-02-01",
                                "buy 2024-02-03",
                                "cancel 2024-02-06"),
                        history(MARCH, "web", "cancel 2024-03-01", "buy 2024-03-01")),
                MARCH);
        assertThat(survival(tables).stream().filter(row -> row.curve().equals("churn:end")))
                .extracting(ChurnCurvesTest::text)
                .containsExactly("churn:end all 0 2 1 0.500 0.354", "churn:end all 5 1 1 0.000 0.000");
    }

    @Test
    void aDayThatClocksBringBackIsOneDay() {
        // St. John's went from 00:01 on 29 October 2006 back to 23:01 of the 28th: 29th, 28th, 28th, 30th.
        AsOf asOf = new AsOf(Instant.parse("2006-10-31T12:00:00Z"), ZoneId.of("America/St_Johns"));
        CustomerHistory history = history(
                asOf,
                "web",
                "buy 2006-10-29T02:30:30Z",
                "buy 2006-10-29T02:32:00Z",
                "buy 2006-10-29T02:33:00Z",
                "buy 2006-10-30T12:00:00Z");
        assertThat(survival(report(rules(BUY, Duration.ofDays(30), null), BUY, List.of(history), asOf)))
                .extracting(ChurnCurvesTest::text)
                .contains("churn:second_conversion all 1 1 1 0.000 0.000");
        // Silent for 33 hours from the second 28th on; the last day before is the 29th, and time zero the 28th.
        assertThat(survival(report(rules(BUY, Duration.ofHours(30), null), BUY, List.of(history), asOf)))
                .extracting(ChurnCurvesTest::text)
                .contains("churn:inactivity all 3 1 1 0.000 0.000");
        AsOf before = new AsOf(Instant.parse("2006-10-29T02:32:00Z"), ZoneId.of("America/St_Johns"));
        // As of the 28th, when a touchpoint of the 29th is known already.
        assertThat(survival(report(
                        rules(BUY, Duration.ofDays(30), null),
                        BUY,
                        List.of(history(before, "web", "buy 2006-10-29T02:30:30Z")),
                        before)))
                .extracting(ChurnCurvesTest::text)
                .containsExactly(
                        "churn:second_conversion all 0 1 0 1.000 0.000", "churn:inactivity all 0 1 0 1.000 0.000");
    }

    @Test
    void aColumnThatIsNoneIsRefused() {
        assertThatThrownBy(() -> report(rules(BUY, Duration.ofDays(1), null, "colour"), BUY, List.of(), MARCH))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("colour");
    }

    @Test
    void theDiscShopsCustomersBuyAgainAsPublished() {
        AsOf asOf = new AsOf(Instant.parse("1998-06-30T23:59:59.999999Z"), ZoneOffset.UTC);
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));
        List<CustomerHistory> histories = PublicLog.read("cdnow/touchpoints.csv")
                .histories("customer_id", "", List.of(), RandomHistories.RULES, index, asOf);
        CurveQuestion question = new CurveQuestion(ChurnRules.DEFAULT, TouchpointCondition.ANY, index, List.of());
        CurveCounts counts = question.begin(asOf);
        histories.forEach(counts::add);
        List<SurvivalRow> rows = survival(question.report(counts)).stream()
                .filter(row -> row.curve().equals("churn:second_conversion"))
                .toList();

        assertThat(rows.get(0).point().atRisk()).isEqualTo(2_357);
        assertThat(rows.stream().mapToLong(row -> row.point().events()).sum()).isEqualTo(1_139);
        SurvivalRow last = rows.get(rows.size() - 1);
        assertThat(last.point().seconds()).isLessThanOrEqualTo(532 * DAY);
        assertThat(last.point().survival()).isCloseTo(.510379, within(5e-7));
    }

    @Test
    void telcoCustomersCancelAsRsSurvivalSays() throws IOException {
        List<String> lines = PublicLog.lines("telco/Telco-Customer-Churn.csv");
        List<String> header = List.of(lines.get(0).strip().split(","));
        List<CustomerHistory> histories = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.strip().split(",");
            // A month of tenure is taken for 30 days; who stays was last seen at as_of.
            long days = 30L * Integer.parseInt(fields[header.indexOf("tenure")]);
            String start = "start " + MARCH.date().minusDays(days);
            histories.add(
                    fields[header.indexOf("Churn")].equals("Yes")
                            ? history(MARCH, "web", start, "cancel " + MARCH.date())
                            : history(MARCH, "web", start));
        }
        List<SurvivalRow> rows =
                survival(report(rules(TouchpointCondition.ANY, Duration.ofDays(90), CANCEL), BUY, histories, MARCH))
                        .stream()
                        .filter(row -> row.curve().equals("churn:end"))
                        .toList();
        assertCurve(expected("telco/expected_km.json").path("all").path("table"), rows, 30 * DAY);
    }

    @Test
    void waltonsFliesEndAsRsSurvivalSaysInEachGroup() throws IOException {
        List<CustomerHistory> histories = new ArrayList<>();
        List<String> lines = PublicLog.lines("waltons/waltons_dataset.csv");
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.strip().split(",");
            String start = "start " + MARCH.date().minusDays((long) Double.parseDouble(fields[0]));
            histories.add(
                    Double.parseDouble(fields[1]) == 1
                            ? history(MARCH, fields[2], start, "cancel " + MARCH.date())
                            : history(MARCH, fields[2], start));
        }
        List<TableContent<?>> tables =
                report(rules(TouchpointCondition.ANY, Duration.ofDays(90), CANCEL, "channel"), BUY, histories, MARCH);
        for (String group : List.of("control", "miR-137")) {
            assertCurve(
                    expected("waltons/expected_km_by_group.json").path(group).path("table"),
                    survival(tables).stream()
                            .filter(row -> row.curve().equals("churn:end")
                                    && row.group().equals("channel=" + group))
                            .toList(),
                    DAY);
        }
        List<SurvivalTestsReport.Row> tests = tests(tables).stream()
                .filter(row -> row.curve().equals("churn:end"))
                .toList();
        assertThat(tests)
                .hasSize(3)
                .allSatisfy(row -> assertThat(row.test().statistic()).isCloseTo(122, within(.5)));
        assertThat(tests.get(1).observed()).isEqualTo(122);
        assertThat(tests.get(2).observed()).isEqualTo(34);
    }

    private static void assertCurve(JsonNode expected, List<SurvivalRow> rows, double unit) {
        List<SurvivalRow> curve =
                rows.stream().filter(row -> row.point().events() > 0).toList();
        assertThat(expected.size()).isEqualTo(curve.size()).isPositive();
        for (int i = 0; i < curve.size(); i++) {
            JsonNode row = expected.get(i);
            assertThat(curve.get(i).point().seconds()).isEqualTo(row.get(0).asDouble() * unit);
            assertThat(curve.get(i).point().atRisk()).isEqualTo(row.get(1).asLong());
            assertThat(curve.get(i).point().events()).isEqualTo(row.get(2).asLong());
            assertThat(curve.get(i).point().survival()).isCloseTo(row.get(3).asDouble(), within(1e-8));
            assertThat(curve.get(i).point().standardError())
                    .isCloseTo(row.get(4).asDouble(), within(1e-8));
            Interval interval = curve.get(i).point().interval();
            assertThat(interval == null).isEqualTo(row.get(5).isNull());
            if (interval != null) {
                assertThat(interval.low()).isCloseTo(row.get(5).asDouble(), within(1e-8));
                assertThat(interval.high()).isCloseTo(row.get(6).asDouble(), within(1e-8));
            }
        }
    }

    private static JsonNode expected(String file) throws IOException {
        return new ObjectMapper().readTree(String.join("\n", PublicLog.lines(file)));
    }

    /** The sentences of docs/churn.md, word by word. */
    private static List<SurvivalRow> plain(
            ChurnRules rules,
            TouchpointCondition conversion,
            TouchpointCondition ends,
            ConditionIndex index,
            List<CustomerHistory> histories,
            AsOf asOf) {
        Map<String, Map<String, ObservedDays>> curves = new LinkedHashMap<>();
        for (CustomerHistory history : histories) {
            List<Integer> active = touchpoints(history, rules.activity(), index);
            String value = active.isEmpty() || history.channel(active.get(0)) == null
                    ? "(none)"
                    : history.channel(active.get(0));
            TreeSet<LocalDate> converted = days(history, touchpoints(history, conversion, index), asOf);
            LocalDate second = converted.isEmpty() ? null : converted.higher(converted.first());
            observe(curves, "churn:second_conversion", value, converted, second, asOf);

            TreeSet<LocalDate> activeDays = days(history, active, asOf);
            observe(curves, "churn:inactivity", value, activeDays, silent(rules, history, active, asOf), asOf);

            TreeSet<LocalDate> ended = days(history, touchpoints(history, ends, index), asOf);
            LocalDate end = activeDays.isEmpty() ? null : ended.ceiling(activeDays.first());
            observe(curves, "churn:end", value, activeDays, end, asOf);
        }
        List<SurvivalRow> rows = new ArrayList<>();
        Stream.of("churn:second_conversion", "churn:inactivity", "churn:end")
                .filter(curves::containsKey)
                .forEach(curve -> curves.get(curve)
                        .forEach((group, days) -> rows.addAll(SurvivalReport.rows(curve, group, days))));
        return rows;
    }

    private static LocalDate silent(ChurnRules rules, CustomerHistory history, List<Integer> active, AsOf asOf) {
        for (int i = 0; i < active.size(); i++) {
            long at = history.occurredAt(active.get(i));
            long next = i + 1 < active.size() ? history.occurredAt(active.get(i + 1)) : asOf.micros();
            if (Duration.of(next - at, ChronoUnit.MICROS).compareTo(rules.inactiveAfter()) > 0) {
                long hours = rules.inactiveAfter().toHours();
                return ActivityOracle.dayOf(at, asOf).plusDays(hours / 24 + (hours % 24 > 0 ? 1 : 0));
            }
        }
        return null;
    }

    private static void observe(
            Map<String, Map<String, ObservedDays>> curves,
            String curve,
            String value,
            TreeSet<LocalDate> days,
            LocalDate event,
            AsOf asOf) {
        if (days.isEmpty()) {
            return;
        }
        for (String group : List.of("all", "channel=" + value)) {
            ObservedDays observed = curves.computeIfAbsent(curve, any -> new TreeMap<>())
                    .computeIfAbsent(group, any -> new ObservedDays());
            if (event != null && !event.isAfter(asOf.date())) {
                observed.addEvent((int) ChronoUnit.DAYS.between(days.first(), event));
            } else {
                observed.addCensoring((int) ChronoUnit.DAYS.between(days.first(), asOf.date()));
            }
        }
    }

    private static List<Integer> touchpoints(
            CustomerHistory history, TouchpointCondition condition, ConditionIndex index) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(index.numberOf(condition))) {
                found.add(i);
            }
        }
        return found;
    }

    private static TreeSet<LocalDate> days(CustomerHistory history, List<Integer> touchpoints, AsOf asOf) {
        TreeSet<LocalDate> days = new TreeSet<>();
        touchpoints.forEach(i -> days.add(ActivityOracle.dayOf(history.occurredAt(i), asOf)));
        return days;
    }

    private static List<CustomerHistory> rebuilt(List<CustomerHistory> histories, ConditionIndex index, AsOf asOf) {
        return histories.stream()
                .map(history -> {
                    List<Touchpoint> touchpoints = new ArrayList<>();
                    for (int i = 0; i < history.size(); i++) {
                        touchpoints.add(touchpoint(history.occurredAt(i), history.event(i), history.channel(i), i));
                    }
                    return new HistoryBuilder(RandomHistories.RULES, index, asOf).build(touchpoints);
                })
                .toList();
    }

    private static ChurnRules rules(
            TouchpointCondition activity, Duration inactiveAfter, TouchpointCondition ends, String... breakdown) {
        ChurnRules defaults = new ChurnRules(activity, Duration.ofDays(7), inactiveAfter);
        return new ChurnRules(
                activity,
                defaults.period(),
                inactiveAfter,
                defaults.buying(),
                new CurveRules(ends, List.of(breakdown)),
                defaults.signals());
    }

    private static ConditionIndex index() {
        return new ConditionIndex(List.of(TouchpointCondition.ANY, BUY, CANCEL));
    }

    private static List<TableContent<?>> report(
            ChurnRules rules, TouchpointCondition conversion, List<CustomerHistory> histories, AsOf asOf) {
        CurveQuestion question = new CurveQuestion(rules, conversion, index(), List.of());
        CurveCounts counts = question.begin(asOf);
        histories.forEach(counts::add);
        return question.report(counts);
    }

    private static List<SurvivalRow> survival(List<TableContent<?>> tables) {
        return tables.get(0).rows().stream().map(SurvivalRow.class::cast).toList();
    }

    private static List<SurvivalTestsReport.Row> tests(List<TableContent<?>> tables) {
        return tables.get(1).rows().stream()
                .map(SurvivalTestsReport.Row.class::cast)
                .toList();
    }

    /** Curve, group, day, at risk, events, survival, standard error. */
    private static String text(SurvivalRow row) {
        return String.format(
                Locale.ROOT,
                "%s %s %.0f %d %d %.3f %.3f",
                row.curve(),
                row.group(),
                row.point().seconds() / DAY,
                row.point().atRisk(),
                row.point().events(),
                row.point().survival(),
                row.point().standardError());
    }

    /** Events with their days, at midnight UTC, or instants. */
    private static CustomerHistory history(AsOf asOf, String channel, String... events) {
        List<Touchpoint> touchpoints = Arrays.stream(events)
                .map(event -> event.split(" "))
                .map(parts -> touchpoint(
                        Instant.EPOCH.until(
                                Instant.parse(parts[1].contains("T") ? parts[1] : parts[1] + "T00:00:00Z"),
                                ChronoUnit.MICROS),
                        parts[0],
                        channel,
                        0))
                .toList();
        return new HistoryBuilder(RandomHistories.RULES, index(), asOf).build(touchpoints);
    }

    private static Touchpoint touchpoint(long occurredAt, String event, String channel, int number) {
        return new Touchpoint("c", occurredAt, "%04d".formatted(number), event, channel, Double.NaN, List.of(), "log");
    }
}
