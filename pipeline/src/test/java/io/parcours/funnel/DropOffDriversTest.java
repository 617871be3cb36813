package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.stats.AssociationTest;
import io.parcours.stats.CommonOddsRatio;
import io.parcours.stats.FourfoldTable;
import io.parcours.table.Column;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The rows of drop_off_drivers: by hand, and against the rules read word by word. */
class DropOffDriversTest {

    private static LetterFunnel undecidedAfter(LetterFunnel funnel, int minutes) {
        return funnel.with(funnel.cuts().withUndecidedAfter(Duration.ofMinutes(minutes)));
    }

    private static List<DropOffDriversRow> drivers(LetterFunnel funnel, String... histories) {
        return LetterFunnel.rows(funnel.question().report(funnel.count(histories)), DropOffDriversRow.class);
    }

    /** Step, factor and value, then lost with of lost, went on with of went on. */
    private static List<String> counts(List<DropOffDriversRow> rows) {
        return rows.stream()
                .map(row -> "%d %s %s %d/%d %d/%d"
                        .formatted(
                                row.step(),
                                row.factor(),
                                row.value(),
                                row.lost().successes(),
                                row.lost().trials(),
                                row.wentOn().successes(),
                                row.wentOn().trials()))
                .sorted()
                .toList();
    }

    private static String[] times(int lostWith, int lostWithout, int wentOnWith, int wentOnWithout) {
        List<String> histories = new ArrayList<>();
        histories.addAll(Collections.nCopies(lostWith, "X0 A1"));
        histories.addAll(Collections.nCopies(lostWithout, "Y0 A1"));
        histories.addAll(Collections.nCopies(wentOnWith, "X0 A1 B2"));
        histories.addAll(Collections.nCopies(wentOnWithout, "Y0 A1 B2"));
        return histories.toArray(String[]::new);
    }

    @Test
    void the_worked_example_of_the_counting_rules() {
        List<DropOffDriversRow> rows = drivers(LetterFunnel.of("A B").within(60), times(8, 3, 2, 7));

        assertThat(counts(rows))
                .containsExactly(
                        "2 channel (none) 11/11 9/9", "2 preceding_event X 8/11 2/9", "2 preceding_event Y 3/11 7/9");
        DropOffDriversRow row = rows.get(0);
        assertThat(row.value()).isEqualTo("X");
        // 8/11 - 2/9; Newcombe by hand from Wilson's .4343 to .9025 and .0632 to .5474.
        assertThat(row.difference().orElseThrow().value()).isCloseTo(0.50505, within(1e-5));
        assertThat(row.difference().orElseThrow().low()).isCloseTo(0.06739, within(1e-5));
        assertThat(row.difference().orElseThrow().high()).isCloseTo(0.74169, within(1e-5));
        // 8 * 7 / (3 * 2); the variance of its logarithm with one table is 1/8 + 1/3 + 1/2 + 1/7.
        assertThat(row.test().oddsRatio()).isCloseTo(9.33333, within(1e-5));
        assertThat(row.test().oddsRatioLow()).isCloseTo(1.19346, within(1e-5));
        assertThat(row.test().oddsRatioHigh()).isCloseTo(72.99069, within(1e-5));
        // scipy.stats.fisher_exact([[8, 3], [2, 7]]); twice the same p: q is p.
        assertThat(row.test().pValue()).isCloseTo(0.06977851869492735, within(1e-12));
        assertThat(row.test().qValue()).isEqualTo(row.test().pValue());
        assertThat(row.test().test()).isEqualTo("fisher_exact");
        assertThat(row.test().strata()).isEqualTo(1);
    }

    @Test
    void too_few_are_marked_and_not_tested() {
        List<DropOffDriversRow> fewWith = drivers(LetterFunnel.of("A B").within(60), times(8, 3, 1, 7));
        List<DropOffDriversRow> fewWithout = drivers(LetterFunnel.of("A B").within(60), times(8, 3, 7, 6));
        List<DropOffDriversRow> fewLost = drivers(LetterFunnel.of("A B").within(60), times(4, 0, 20, 20));

        for (List<DropOffDriversRow> rows : List.of(fewWith, fewWithout, fewLost)) {
            assertThat(rows).hasSize(3).allSatisfy(row -> {
                assertThat(row.test().isTested()).isFalse();
                assertThat(row.test().qValue()).isNull();
                assertThat(row.test().oddsRatio()).isNull();
                assertThat(row.test().test()).isNull();
            });
        }
        assertThat(drivers(LetterFunnel.of("A B").within(60), times(5, 0, 5, 10))
                        .get(0)
                        .test()
                        .isTested())
                .isTrue();
    }

    @Test
    void units_are_looked_at_where_they_first_came_to_the_step_before() {
        // The chain that counts is A3 B4; the unit first came to A with A1.
        assertThat(counts(drivers(LetterFunnel.of("A B").within(60), "X0 A1/web Y2 A3/app B4")))
                .containsExactly("2 channel web 0/0 1/1", "2 preceding_event X 0/0 1/1");
        // Too late for C from A0; A50 B60 C70 counts, but B10 was there first.
        assertThat(counts(drivers(LetterFunnel.of("A B C").within(60), "A0 X5 B10/web Y20 A50 B60/app C70")))
                .contains("3 channel web 0/0 1/1", "3 preceding_event X 0/0 1/1")
                .doesNotContain("3 preceding_event Y 0/0 1/1");
    }

    @Test
    void touchpoints_that_serve_a_step_are_no_events() {
        assertThat(counts(drivers(LetterFunnel.of("A B C").within(60), "C0 B1 A2 B3")))
                .containsExactly("2 channel (none) 0/0 1/1", "3 channel (none) 1/1 0/0");
    }

    @Test
    void whoever_still_has_time_takes_no_part_even_if_he_went_on() {
        LetterFunnel funnel = LetterFunnel.of("A B").within(60);

        assertThat(drivers(funnel.asOfMinute(59), "A0 B1", "A0")).isEmpty();
        assertThat(drivers(funnel.asOfMinute(100), "A0 B1 A50", "A0 A50")).isEmpty();
        assertThat(counts(drivers(funnel.asOfMinute(110), "A0 B1 A50", "A0 A50")))
                .containsExactly("2 channel (none) 1/1 1/1");
    }

    @Test
    void an_open_session_takes_no_part() {
        LetterFunnel funnel = LetterFunnel.of("A B").per(FunnelRules.Unit.SESSION);

        assertThat(drivers(funnel.asOfMinute(31), "A0 B1")).isEmpty();
        assertThat(counts(drivers(funnel.asOfMinute(32), "A0 B1"))).containsExactly("2 channel (none) 0/0 1/1");
    }

    @Test
    void of_a_customers_units_the_first_that_takes_part_at_a_step_counts() {
        assertThat(counts(drivers(
                        LetterFunnel.of("A B C").per(FunnelRules.Unit.SESSION),
                        "A0/web A100/app B101/app A200/shop B201/shop C202/shop",
                        "A0/app B1/web")))
                .containsExactly(
                        "2 channel app 0/1 1/1",
                        "2 channel web 1/1 0/1",
                        "3 channel app 1/2 0/0",
                        "3 channel web 1/2 0/0");
    }

    @Test
    void events_soon_after_count_among_those_who_are_undecided_then() {
        LetterFunnel funnel = undecidedAfter(LetterFunnel.of("A B").within(60), 10);

        assertThat(counts(drivers(funnel, "A0 X10", "A0 X5 Y11 B20", "A0 X5 B10", "A0 Y11", "A0 Z3 B11")))
                .containsExactly(
                        "2 channel (none) 2/2 3/3", "2 intervening_event X 1/2 1/2", "2 intervening_event Z 0/2 1/2");
        // Nobody is undecided when the window ends, and nobody before as_of is watched for long enough.
        assertThat(counts(drivers(undecidedAfter(LetterFunnel.of("A B").within(10), 10), "A0 X5")))
                .containsExactly("2 channel (none) 1/1 0/0");
        assertThat(counts(drivers(undecidedAfter(LetterFunnel.of("A B").asOfMinute(9), 10), "A0 X5")))
                .containsExactly("2 channel (none) 1/1 0/0");
        assertThat(counts(drivers(undecidedAfter(LetterFunnel.of("A B").asOfMinute(10), 10), "A0 X5")))
                .containsExactly("2 channel (none) 1/1 0/0", "2 intervening_event X 1/1 0/0");
    }

    @Test
    void at_one_instant_steps_may_stand_in_any_order() {
        assertThat(counts(drivers(LetterFunnel.of("A B C").within(60), "X0 B0/web A0/app Y5", "A0 B0 C0")))
                .containsExactly(
                        "2 channel (none) 0/0 1/2",
                        "2 channel app 0/0 1/2",
                        "2 preceding_event X 0/0 1/2",
                        "3 channel (none) 0/1 1/1",
                        "3 channel web 1/1 0/1",
                        "3 intervening_event Y 1/1 0/0",
                        "3 preceding_event X 1/1 0/1");
    }

    @Test
    void a_strict_funnel_and_one_in_any_order_have_arrivals_of_their_own() {
        LetterFunnel strict = LetterFunnel.of("A B C")
                .within(60)
                .with(ChainRules.DEFAULT.withWindow(Duration.ofMinutes(60)).withOrder(ChainRules.Order.STRICT));
        StepArrivals arrivals = arrivals(strict, "A0 X1 B2 A3 B4 C5", 3);
        assertThat(List.of(arrivals.touchpoint(1), arrivals.touchpoint(2), arrivals.touchpoint(3)))
                .containsExactly(0, 4, 5);

        LetterFunnel anyOrder = strict.with(strict.chains().withOrder(ChainRules.Order.UNORDERED));
        StepArrivals unordered = arrivals(anyOrder, "C0 B100 B101 A110 C150", 3);
        assertThat(List.of(unordered.touchpoint(1), unordered.touchpoint(2), unordered.touchpoint(3)))
                .containsExactly(0, 3, 4);
        assertThat(unordered.start(3)).isEqualTo(Histories.asOfMinute(101).micros());
    }

    private static StepArrivals arrivals(LetterFunnel funnel, String letters, int level) {
        CustomerHistory history = funnel.history(letters);
        FunnelPlan plan = FunnelPlan.of(funnel.rules(), funnel.index(), List.of(), funnel.asOf());
        UnitSteps steps = new UnitSteps(plan);
        StepArrivals arrivals = new StepArrivals(plan, steps);
        FunnelProgress progress = new FunnelProgress(
                new int[3], level, new boolean[3], FunnelProgress.Outcome.CONVERTED, 0, FunnelProgress.NEVER);
        FunnelUnit unit = new FunnelUnit(history, plan.units(history).get(0), null, 1, progress);
        ServedFunnels served = new ServedFunnels(List.of(plan));
        served.read(history);
        served.touchpoints(0).moveTo(unit.span());
        steps.begin(unit, served.touchpoints(0));
        arrivals.find(unit);
        return arrivals;
    }

    @Test
    void strata_double() {
        assertThat(IntStream.of(0, 1, 2, 3, 4, 5, 8, 9, 16, 17, 1 << 30, Integer.MAX_VALUE)
                        .map(DriverFactors::stratum))
                .containsExactly(0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 31, 32);
    }

    @Test
    void a_dimension_named_like_a_factor_is_told_apart() {
        DriverFactors factors = new DriverFactors(List.of("size", "channel", "intervening_event", "dimension:size"));

        assertThat(IntStream.range(0, factors.count()).mapToObj(factors::name))
                .containsExactly(
                        "channel",
                        "size",
                        "dimension:channel",
                        "dimension:intervening_event",
                        "dimension:dimension:size",
                        "preceding_event",
                        "intervening_event");
    }

    @Test
    void rows_are_sorted_by_step_then_the_surest_first() {
        List<DropOffDriversRow> rows = drivers(LetterFunnel.of("A B").within(60), times(40, 10, 12, 45));

        assertThat(rows).extracting(DropOffDriversRow::value).containsExactly("X", "Y", "(none)");
        assertThat(rows.get(2).test().isTested()).isFalse();
    }

    @Test
    void the_counts_are_those_of_the_rules_read_word_by_word() {
        for (int seed = 0; seed < 20; seed++) {
            Random random = new Random(seed);
            int window = 5 + random.nextInt(30);
            int undecided = 1 + random.nextInt(8);
            LetterFunnel funnel = undecidedAfter(LetterFunnel.of("A B C"), undecided)
                    .within(window)
                    .asOfMinute(70);
            DriversByDefinition expected = new DriversByDefinition("ABC", window, undecided, 70);
            FunnelCounts counts = funnel.question().begin(funnel.asOf());
            for (int customer = 0; customer < 300; customer++) {
                int[] minutes = random.ints(0, 71)
                        .distinct()
                        .limit(1 + random.nextInt(14))
                        .sorted()
                        .toArray();
                List<Touchpoint> touchpoints = Histories.touchpoints("c" + customer, letters(random, minutes));
                counts.add(funnel.history(touchpoints));
                expected.add(touchpoints, minutes);
            }
            compare(LetterFunnel.rows(funnel.question().report(counts), DropOffDriversRow.class), expected);
        }
    }

    private static String letters(Random random, int[] minutes) {
        return IntStream.of(minutes)
                .mapToObj(minute -> "AABBCXYZ".charAt(random.nextInt(8)) + "" + minute
                        + List.of("", "/web", "/app").get(random.nextInt(3)))
                .collect(Collectors.joining(" "));
    }

    private static void compare(List<DropOffDriversRow> rows, DriversByDefinition expected) {
        assertThat(rows.stream().map(DropOffDriversTest::key)).containsExactlyInAnyOrderElementsOf(expected.rows());
        assertThat(rows).hasSizeGreaterThan(10).anyMatch(row -> row.test().isTested());
        for (DropOffDriversRow row : rows) {
            List<FourfoldTable> strata = expected.strata(key(row));
            assertThat(row.lost().successes())
                    .isEqualTo(strata.stream().mapToLong(FourfoldTable::oneWith).sum());
            assertThat(row.lost().trials())
                    .isEqualTo(strata.stream().mapToLong(FourfoldTable::one).sum());
            assertThat(row.wentOn().successes())
                    .isEqualTo(
                            strata.stream().mapToLong(FourfoldTable::otherWith).sum());
            assertThat(row.wentOn().trials())
                    .isEqualTo(strata.stream().mapToLong(FourfoldTable::other).sum());
            if (row.test().isTested()) {
                assertThat(row.test().pValue())
                        .isCloseTo(AssociationTest.of(strata).orElseThrow().pValue(), within(1e-12));
                // Null where it is infinite.
                assertThat(Optional.ofNullable(row.test().oddsRatio()))
                        .isEqualTo(CommonOddsRatio.of(strata).map(CommonOddsRatio::value));
            }
        }
    }

    private static String key(DropOffDriversRow row) {
        return row.step() + " " + row.factor() + " " + row.value();
    }

    @Test
    void the_columns_hold_what_they_say() {
        DropOffDriversRow row =
                drivers(LetterFunnel.of("A B").within(60), times(8, 3, 2, 7)).get(0);

        assertThat(DropOffDriversReport.TABLE.name()).isEqualTo("drop_off_drivers");
        assertThat(DropOffDriversReport.TABLE.columns().stream().map(Column::name))
                .containsExactly(
                        "funnel",
                        "step",
                        "step_name",
                        "factor",
                        "value",
                        "lost_count",
                        "lost_with_count",
                        "went_on_count",
                        "went_on_with_count",
                        "lost_rate",
                        "went_on_rate",
                        "rate_difference",
                        "rate_difference_low",
                        "rate_difference_high",
                        "odds_ratio",
                        "odds_ratio_low",
                        "odds_ratio_high",
                        "p_value",
                        "q_value",
                        "test",
                        "strata_count",
                        "is_tested");
        assertThat(DropOffDriversReport.TABLE.columns().stream()
                        .limit(11)
                        .map(column -> column.value().apply(row)))
                .containsExactly("A B", 2L, "B", "preceding_event", "X", 11L, 8L, 9L, 2L, 8 / 11.0, 2 / 9.0);
        assertThat(DropOffDriversReport.TABLE.columns().stream()
                        .skip(11)
                        .map(column -> column.value().apply(row)))
                .containsExactly(
                        row.difference().orElseThrow().value(),
                        row.difference().orElseThrow().low(),
                        row.difference().orElseThrow().high(),
                        row.test().oddsRatio(),
                        row.test().oddsRatioLow(),
                        row.test().oddsRatioHigh(),
                        row.test().pValue(),
                        row.test().qValue(),
                        "fisher_exact",
                        1L,
                        true);
    }
}
