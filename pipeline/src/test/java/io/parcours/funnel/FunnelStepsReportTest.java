package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.table.Column;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The rows of funnel_steps: which there are, in what order, and what each column holds. */
class FunnelStepsReportTest {
    private static final Offset<Double> EXACT = within(1e-12);
    /** Ends of Wilson's interval, to the digits of the hand calculation. */
    private static final Offset<Double> CLOSE = within(1e-6);

    @Test
    void theColumnsAreThoseOfTheContract() {
        assertThat(FunnelStepsReport.TABLE.name()).isEqualTo("funnel_steps");
        assertThat(FunnelStepsReport.TABLE.columns().stream().map(Column::name))
                .containsExactly(
                        "funnel",
                        "breakdown",
                        "breakdown_value",
                        "step",
                        "step_name",
                        "reached_count",
                        "dropped_count",
                        "in_progress_count",
                        "open_count",
                        "rate_from_first",
                        "rate_from_first_low",
                        "rate_from_first_high",
                        "rate_from_previous",
                        "rate_from_previous_low",
                        "rate_from_previous_high",
                        "mature_entered_count",
                        "mature_reached_count",
                        "mature_rate",
                        "mature_rate_low",
                        "mature_rate_high",
                        "seconds_from_previous_p50",
                        "seconds_from_previous_p90",
                        "seconds_from_previous_mean",
                        "seconds_from_first_p50",
                        "seconds_from_first_p90",
                        "seconds_from_first_mean",
                        "interval_basis");
    }

    @Test
    void everyColumnTellsItsOwnPartOfTheRow() {
        FunnelStepsRow row = new FunnelStepsRow(
                "f",
                "channel",
                "web",
                2,
                "cart",
                3,
                4,
                5,
                6,
                new Rate(.1, .2, .3),
                new Rate(.4, .5, .6),
                7L,
                8L,
                new Rate(.7, .8, .9),
                new StepTimes(10., 11., 12.),
                new StepTimes(13., 14., 15.),
                "wilson");

        assertThat(FunnelStepsReport.TABLE.columns().stream()
                        .map(column -> column.value().apply(row)))
                .containsExactly(
                        "f", "channel", "web", 2L, "cart", 3L, 4L, 5L, 6L, .1, .2, .3, .4, .5, .6, 7L, 8L, .7, .8, .9,
                        10., 11., 12., 13., 14., 15., "wilson");
    }

    @Test
    void countsAndRatesOfASmallFunnelByHand() {
        // Reached 4, 2, 1. B also occurs to the customer who came without A.
        List<FunnelStepsRow> rows = LetterFunnel.of("A B C").steps("A0 B10 C40", "A0 B20", "A0", "A0 C5", "B7", "X0");

        assertThat(LetterFunnel.reached(rows)).containsExactly(4, 2, 1);
        assertThat(rows).extracting(FunnelStepsRow::dropped).containsExactly(0L, 2L, 1L);
        assertThat(rows).extracting(FunnelStepsRow::inProgress).containsExactly(0L, 0L, 0L);
        assertThat(rows).extracting(FunnelStepsRow::open).containsExactly(4L, 3L, 2L);
        assertThat(rows).extracting(row -> row.fromFirst().value()).containsExactly(1.0, 0.5, 0.25);
        assertThat(rows).extracting(row -> row.fromPrevious().value()).containsExactly(null, 0.5, 0.5);
        assertThat(rows).extracting(FunnelStepsRow::stepName).containsExactly("A", "B", "C");
        assertThat(rows).extracting(FunnelStepsRow::step).containsExactly(1, 2, 3);
        assertThat(rows).extracting(FunnelStepsRow::intervalBasis).containsOnly("wilson");
    }

    @Test
    void everyRateHasItsWilsonInterval() {
        FunnelStepsRow row = LetterFunnel.of("A B")
                .within(60)
                .steps("A0 B1", "A0", "A0", "A0")
                .get(1);

        // 1 of 4: centre (0.25 + 3.841459 / 8) / (1 + 3.841459 / 4) = 0.372473, half width 0.326885.
        for (Rate rate : List.of(row.fromFirst(), row.fromPrevious(), row.mature())) {
            assertThat(rate.low()).isEqualTo(0.045587, CLOSE);
            assertThat(rate.high()).isEqualTo(0.699358, CLOSE);
        }
    }

    @Test
    void whereUnitsAreSessionsTheIntervalKnowsTheirCustomers() {
        // Sessions, converted of all, by customer: 2 of 2, 2 of 2, 0 of 2, 0 of 2. Hand calculation:
        // ClusteredProportionTest.
        LetterFunnel sessions = LetterFunnel.of("A B").within(5).per(FunnelRules.Unit.SESSION);
        FunnelStepsRow row = sessions.steps("A0 B1 A99 B100", "A0 B1 A99 B100", "A0 A99", "A0 A99")
                .get(1);

        assertThat(row.reached()).isEqualTo(4);
        assertThat(row.intervalBasis()).isEqualTo("wilson_clustered_by_customer");
        for (Rate rate : List.of(row.fromFirst(), row.fromPrevious(), row.mature())) {
            assertThat(rate.value()).isEqualTo(0.5);
            assertThat(rate.low()).isEqualTo(0.090760, CLOSE);
            assertThat(rate.high()).isEqualTo(0.909240, CLOSE);
        }
    }

    @Test
    void theRateFromThePreviousStepClustersTheSessionsThatReachedThat() {
        // As above for C among the sessions with B; sessions without B are no part of that base.
        FunnelStepsRow row = LetterFunnel.of("A B C")
                .per(FunnelRules.Unit.SESSION)
                .steps(
                        "A0 B1 C2 A99 B100 C101 A200",
                        "A0 B1 C2 A99 B100 C101 A200 A300",
                        "A0 B1 A99 B100",
                        "A0 B1 A99 B100 A200")
                .get(2);

        assertThat(row.fromFirst().value()).isEqualTo(1.0 / 3);
        assertThat(row.fromPrevious().value()).isEqualTo(0.5);
        assertThat(row.fromPrevious().low()).isEqualTo(0.090760, CLOSE);
        assertThat(row.fromPrevious().high()).isEqualTo(0.909240, CLOSE);
    }

    @Test
    void theClustersOfABreakdownValueAreItsOwnUnits() {
        LetterFunnel sessions =
                LetterFunnel.of("A B").per(FunnelRules.Unit.SESSION).by("channel");
        List<FunnelStepsRow> rows = sessions.steps(
                "A0/web B1 A99/web B100 A200/app", "A0/web B1 A99/web B100", "A0/web A99/web", "A0/web A99/web");

        FunnelStepsRow web = row(rows, "web", 2);
        assertThat(web.reached()).isEqualTo(4);
        assertThat(web.fromFirst().low()).isEqualTo(0.090760, CLOSE);
        assertThat(row(rows, "app", 1).reached()).isEqualTo(1);
        assertThat(row(rows, "app", 2).fromFirst().value()).isZero();
    }

    @Test
    void whereNobodyEnteredThereAreZeroCountsAndNoRates() {
        List<FunnelStepsRow> rows =
                LetterFunnel.of("A B").within(60).by("channel").steps("X0");

        assertThat(rows).hasSize(2);
        for (FunnelStepsRow row : rows) {
            assertThat(row.breakdown()).isEqualTo("all");
            assertThat(row.breakdownValue()).isEqualTo("all");
            assertThat(List.of(row.reached(), row.dropped(), row.inProgress(), row.open(), row.matureReached()))
                    .containsOnly(0L);
            assertThat(List.of(row.fromFirst(), row.fromPrevious(), row.mature()))
                    .containsOnly(Rate.NONE);
            assertThat(List.of(row.timesFromFirst(), row.timesFromPrevious())).containsOnly(StepTimes.NONE);
        }
    }

    @Test
    void aRateWithoutABaseIsNull() {
        List<FunnelStepsRow> rows = LetterFunnel.of("A B C").steps("A0");

        assertThat(rows.get(1).fromPrevious().value()).isZero();
        assertThat(rows.get(2).fromFirst().value()).isZero();
        assertThat(rows.get(2).fromPrevious()).isEqualTo(Rate.NONE);
    }

    @Test
    void withoutAWindowMatureColumnsAreNull() {
        for (FunnelStepsRow row : LetterFunnel.of("A B").steps("A0 B1")) {
            assertThat(row.matureEntered()).isNull();
            assertThat(row.matureReached()).isNull();
            assertThat(row.mature()).isEqualTo(Rate.NONE);
        }
    }

    @Test
    void matureRatesLeaveOutRecentEntries() {
        // As of 100, entries up to 40 are mature: two units, one of which converted.
        List<FunnelStepsRow> rows =
                LetterFunnel.of("A B").within(60).asOfMinute(100).steps("A0 B10", "A40", "A41", "A90 B95");

        assertThat(rows).extracting(FunnelStepsRow::matureEntered).containsExactly(2L, 2L);
        assertThat(rows).extracting(FunnelStepsRow::matureReached).containsExactly(2L, 1L);
        assertThat(rows).extracting(row -> row.mature().value()).containsExactly(1.0, 0.5);
        assertThat(rows.get(1).dropped()).isEqualTo(1);
        assertThat(rows.get(1).inProgress()).isEqualTo(1);
    }

    @Test
    void stepTimesAreThoseOfTheChainThatCounts() {
        // Minutes to B: 10, 20, 30, 60; R type 7: median 25, 90th percentile 30 + 0.7 x 30 = 51; mean 30.
        FunnelStepsRow row = LetterFunnel.of("A B C")
                .steps("A0 B10 C11", "A0 B20", "A0 B30 B31", "A0 A5 B65")
                .get(1);

        assertThat(row.timesFromPrevious().median()).isEqualTo(25 * 60, EXACT);
        assertThat(row.timesFromPrevious().ninetieth()).isEqualTo(51 * 60, within(1e-9));
        assertThat(row.timesFromPrevious().mean()).isEqualTo(30 * 60, EXACT);
        assertThat(row.timesFromFirst()).isEqualTo(row.timesFromPrevious());
    }

    @Test
    void timesFromTheFirstStepAddUp() {
        List<FunnelStepsRow> rows = LetterFunnel.of("A B C").steps("A0 B10 C25");

        assertThat(rows.get(0).timesFromPrevious()).isEqualTo(StepTimes.NONE);
        assertThat(rows.get(0).timesFromFirst()).isEqualTo(StepTimes.NONE);
        assertThat(rows.get(2).timesFromPrevious()).isEqualTo(new StepTimes(900., 900., 900.));
        assertThat(rows.get(2).timesFromFirst()).isEqualTo(new StepTimes(1500., 1500., 1500.));
    }

    @Test
    void aUnitBelongsToTheValueOfItsFirstEntryWhicheverChainCounts() {
        List<FunnelStepsRow> rows =
                LetterFunnel.of("A B").by("channel").steps("A0/web A5/app B6/app", "A0 A1/app B2/app");

        assertThat(row(rows, "web", 2).reached()).isEqualTo(1);
        assertThat(row(rows, "(none)", 2).reached()).isEqualTo(1);
        assertThat(row(rows, "app", 2).reached()).isZero();
    }

    @Test
    void anOpenCountBelongsToTheValueOfTheFirstTouchpointOfItsStep() {
        List<FunnelStepsRow> rows =
                LetterFunnel.of("A B").by("channel").steps("B0/shop A5/web B6/app B7/web", "B3/web");

        assertThat(row(rows, "shop", 2).open()).isEqualTo(1);
        assertThat(row(rows, "web", 2).open()).isEqualTo(1);
        assertThat(row(rows, "web", 1).open()).isEqualTo(1);
        assertThat(row(rows, "all", 2).open()).isEqualTo(2);
        assertThat(rows).noneMatch(row -> row.breakdownValue().equals("app"));
    }

    @Test
    void rowsFollowTheMapThenUtf8BytesThenSteps() {
        ConditionIndex index = new ConditionIndex(LetterFunnel.of("A B").index().conditions());
        FunnelRules second = LetterFunnel.of("A B").by("platform", "channel").rules("a second");
        FunnelQuestion question = new FunnelQuestion(
                List.of(LetterFunnel.of("A").rules("z first"), second), index, List.of("other", "platform"));
        FunnelCounts counts = question.begin(Histories.asOfMinute(0));
        HistoryBuilder builder = new HistoryBuilder(Histories.rules(), index, Histories.asOfMinute(0));
        // U+FF5E sorts after U+1F600 by UTF-16 units and before it by UTF-8 bytes; Z sorts before a.
        for (String platform : new String[] {"\uFF5E", "\uD83D\uDE00", "a", "Z", null}) {
            counts.add(builder.build(List.of(touchpoint("c" + platform, platform))));
        }

        List<String> order = new ArrayList<>();
        for (FunnelStepsRow row : LetterFunnel.steps(question.report(counts))) {
            order.add(row.funnel() + " " + row.breakdown() + " " + row.breakdownValue() + " " + row.step());
        }
        assertThat(order)
                .containsExactly(
                        "z first all all 1",
                        "a second all all 1",
                        "a second all all 2",
                        "a second platform (none) 1",
                        "a second platform (none) 2",
                        "a second platform Z 1",
                        "a second platform Z 2",
                        "a second platform a 1",
                        "a second platform a 2",
                        "a second platform \uFF5E 1",
                        "a second platform \uFF5E 2",
                        "a second platform \uD83D\uDE00 1",
                        "a second platform \uD83D\uDE00 2",
                        "a second channel web 1",
                        "a second channel web 2");
    }

    @Test
    void theFirstDimensionIsABreakdownToo() {
        LetterFunnel funnel = LetterFunnel.of("A").by("other");
        FunnelQuestion question =
                new FunnelQuestion(List.of(funnel.rules()), funnel.index(), List.of("other", "platform"));
        FunnelCounts counts = question.begin(funnel.asOf());
        counts.add(funnel.history(List.of(touchpoint("c", "phone"))));

        assertThat(row(LetterFunnel.steps(question.report(counts)), "other", 1).reached())
                .isEqualTo(1);
    }

    @Test
    void everyTableIsReportedThoughThereIsNoFunnel() {
        FunnelQuestion question = new FunnelQuestion(List.of(), new ConditionIndex(List.of()), List.of());
        List<TableContent<?>> report = question.report(question.begin(Histories.asOfMinute(0)));

        assertThat(report)
                .extracting(content -> content.table().name())
                .containsExactly(
                        "funnel_steps",
                        "drop_offs",
                        "funnel_trend",
                        "funnel_times",
                        "survival",
                        "drop_off_drivers",
                        "funnel_changes");
        assertThat(report).allSatisfy(content -> assertThat(content.rows()).isEmpty());
    }

    @Test
    void anUnknownBreakdownIsRefused() {
        FunnelQuestion question = LetterFunnel.of("A").by("platform").question();

        assertThatThrownBy(() -> question.begin(Histories.asOfMinute(0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("platform");
    }

    @Test
    void historiesOfAnotherTaskAreReadByTheirOwnAnswers() {
        // Two builders number their answers each for itself: number 0 is A here and X there.
        LetterFunnel funnel = LetterFunnel.of("A B");
        FunnelCounts counts = funnel.question().begin(funnel.asOf());
        for (String letters : new String[] {"A0 B1", "X0 X1", "B0 A1 B2"}) {
            CustomerHistory history = funnel.history(letters);
            counts.add(history);
        }

        assertThat(LetterFunnel.reached(LetterFunnel.steps(funnel.question().report(counts))))
                .containsExactly(2, 2);
    }

    @Test
    void moreThan64ConditionsAndMoreThan32StepsAreCounted() {
        List<FunnelStep> steps = new ArrayList<>();
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int step = 1; step <= 200; step++) {
            String event = "event " + step;
            steps.add(new FunnelStep(event, TouchpointCondition.ofEvents(event)));
            long time = Histories.asOfMinute(step).micros();
            touchpoints.add(new Touchpoint("c", time, "" + step, event, null, Double.NaN, List.of(), "test"));
        }
        ConditionIndex index =
                new ConditionIndex(steps.stream().map(FunnelStep::condition).toList());
        FunnelRules rules = FunnelRules.of("long", steps);
        FunnelQuestion question = new FunnelQuestion(List.of(rules), index, List.of());
        FunnelCounts counts = question.begin(Histories.asOfMinute(300));
        counts.add(new HistoryBuilder(Histories.rules(), index, Histories.asOfMinute(300)).build(touchpoints));

        assertThat(LetterFunnel.reached(LetterFunnel.steps(question.report(counts))))
                .hasSize(200)
                .containsOnly(1);
    }

    private static Touchpoint touchpoint(String customer, String platform) {
        List<String> dimensions = new ArrayList<>();
        dimensions.add("other");
        dimensions.add(platform);
        return new Touchpoint(
                customer, Histories.asOfMinute(0).micros(), "1", "A", "web", Double.NaN, dimensions, "test");
    }

    private static FunnelStepsRow row(List<FunnelStepsRow> rows, String value, int step) {
        return rows.stream()
                .filter(row -> row.breakdownValue().equals(value) && row.step() == step)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aFunnelWithoutStepsOrWithANegativeWindowIsRefused() {
        List<FunnelStep> steps = LetterFunnel.of("A").rules().steps();

        assertThatThrownBy(() -> rules(List.of(), null)).hasMessageContaining("no step");
        assertThatThrownBy(() -> rules(steps, Duration.ofSeconds(-1))).hasMessageContaining("negative");
    }

    private static FunnelRules rules(List<FunnelStep> steps, Duration window) {
        return FunnelRules.of("f", steps).withChains(ChainRules.DEFAULT.withWindow(window));
    }
}
