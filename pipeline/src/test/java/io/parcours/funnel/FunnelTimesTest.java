package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.SurvivalRow;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rows of funnel_times and survival, and the values in drop_offs, by hand. */
class FunnelTimesTest {

    @Test
    void everyPairOfStepsHasItsHistogram() {
        // Seconds from A to B: 0, 60, 60, 300; from B to C: 60 and 0; from A to C: 120 and 60.
        List<FunnelTimesRow> rows = times(LetterFunnel.of("A B C"), "A0 B0", "A0 B1 C2", "A0 B1 C1", "A0 B5");

        assertThat(rows)
                .filteredOn(row -> row.units() > 0)
                .containsExactly(
                        new FunnelTimesRow("A B C", 1L, 2, "A", "B", 0, 1, 1, .25),
                        new FunnelTimesRow("A B C", 1L, 2, "A", "B", 50, 100, 2, .5),
                        new FunnelTimesRow("A B C", 1L, 2, "A", "B", 200, 500, 1, .25),
                        new FunnelTimesRow("A B C", 2L, 3, "B", "C", 0, 1, 1, .5),
                        new FunnelTimesRow("A B C", 2L, 3, "B", "C", 50, 100, 1, .5),
                        new FunnelTimesRow("A B C", 1L, 3, "A", "C", 50, 100, 1, .5),
                        new FunnelTimesRow("A B C", 1L, 3, "A", "C", 100, 200, 1, .5));
        // Without a gap: 0 1 2 5 10 20 50 100 200, then 0 to 50, then two.
        assertThat(rows).hasSize(9 + 7 + 2);
        for (int i = 1; i < 9; i++) {
            assertThat(rows.get(i).secondsFrom()).isEqualTo(rows.get(i - 1).secondsTo());
        }
    }

    @Test
    void aTimeAtABoundIsInTheLongerBar() {
        SpanLedger spans = new SpanLedger();
        int account = spans.open(1);
        for (long micros : new long[] {0, 999_999, 1_000_000, 1_999_999, 2_000_000, Long.MAX_VALUE}) {
            spans.enter(micros);
            spans.post(account);
        }
        assertThat(spans.durations(account).histogram(new long[] {0, 1_000_000, 2_000_000}))
                .containsExactly(2, 2, 2);
    }

    @Test
    void barsSumToTheUnitsThatReachedTheStep() {
        String[] histories = {"A0 B3 C9", "A0 B90000", "A0 B1 C80000", "A5", "B0 A1 B2 C2"};
        List<FunnelTimesRow> rows = times(LetterFunnel.of("A B C"), histories);
        for (FunnelStepsRow step : LetterFunnel.of("A B C").steps(histories)) {
            for (long from = 1; from < step.step(); from++) {
                long first = from;
                assertThat(rows.stream()
                                .filter(row -> row.toStep() == step.step() && row.fromStep() == first)
                                .mapToLong(FunnelTimesRow::units)
                                .sum())
                        .isEqualTo(step.reached());
            }
        }
    }

    @Test
    void afterAnOptionalStepTheTimeCountsFromTheStepReachedBefore() {
        LetterFunnel letters = LetterFunnel.of("A B C");
        List<FunnelStep> steps = new ArrayList<>(letters.rules().steps());
        steps.set(1, steps.get(1).optional());
        FunnelQuestion question = new FunnelQuestion(List.of(FunnelRules.of("f", steps)), letters.index(), List.of());
        FunnelCounts counts = question.begin(letters.asOf());
        counts.add(letters.history("A0 B1 C3"));

        assertThat(LetterFunnel.rows(question.report(counts), FunnelTimesRow.class))
                .extracting(row -> row.fromStep() + " " + row.fromStepName() + " to " + row.toStep())
                .containsExactly("1 A to 2", "null (step reached before) to 3", "1 A to 3");
    }

    @Test
    void whoHasNotConvertedIsCensoredAtAsOfOrTheEndOfTheWindow() {
        // As of minute 100 with 60 minutes: converted after 10 and 40, watched for 60 from minute 0, for 30 from minute
        // 70.
        LetterFunnel funnel = LetterFunnel.of("A B").within(60).asOfMinute(100);
        FunnelPlan plan = FunnelPlan.of(funnel.rules(), funnel.index(), List.of(), funnel.asOf());
        SpanLedger spans = new SpanLedger();
        ConversionTimes times = new ConversionTimes(plan, spans);
        times.add(unit(funnel, "A0 B10", 10));
        times.add(unit(funnel, "A0 B40", 40));
        times.add(unit(funnel, "A0", -1));
        times.add(unit(funnel, "A70", -1));

        List<SurvivalRow> rows = times.rows();
        assertThat(rows).extracting(SurvivalRow::curve).containsOnly("funnel:A B");
        assertThat(rows).extracting(SurvivalRow::group).containsOnly("all");
        assertThat(rows).extracting(row -> row.point().seconds()).containsExactly(0.0, 600.0, 2_400.0);
        assertThat(rows).extracting(row -> row.point().atRisk()).containsExactly(4L, 4L, 2L);
        assertThat(rows).extracting(row -> row.point().survival()).containsExactly(1.0, .75, .375);
    }

    private static FunnelUnit unit(LetterFunnel funnel, String letters, long minutes) {
        CustomerHistory history = funnel.history(letters);
        Outcome outcome = minutes < 0 ? Outcome.DROPPED : Outcome.CONVERTED;
        FunnelProgress progress = new FunnelProgress(
                new int[] {0, minutes < 0 ? -1 : 1},
                minutes < 0 ? 1 : 2,
                new boolean[2],
                outcome,
                0,
                minutes < 0 ? FunnelProgress.NEVER : minutes * 60_000_000);
        return new FunnelUnit(history, history.journeys().get(0), null, 1, progress);
    }

    @Test
    void whatIsAtStakeIsTheLostTimesTheMeanConversion() {
        // Conversions of 10, 20 and 30, and one without a value; 3 lost to X and 1 to Y at step 2.
        LetterFunnel funnel = LetterFunnel.of("A B");
        FunnelCounts counts = funnel.question().begin(funnel.asOf());
        for (double value : new double[] {10, 20, 30, Double.NaN}) {
            counts.add(valued(funnel, "A0 B1", value));
        }
        for (String lost : List.of("A0 Y1", "A0 X1", "A0 X1", "A0 X1")) {
            counts.add(valued(funnel, lost, 1_000));
        }
        List<DropOffsRow> rows = LetterFunnel.dropOffs(funnel.question().report(counts));

        assertThat(rows).extracting(row -> row.nextEvent() + row.rank()).containsExactly("X1", "Y2");
        assertThat(rows.get(0).atStake().perConversion()).isEqualTo(20);
        assertThat(rows.get(0).atStake().value()).isEqualTo(60);
        // 3 * (20 -/+ 4.302653 * 10 / sqrt(3)).
        assertThat(rows.get(0).atStake().low()).isBetween(-14.5245, -14.5241);
        assertThat(rows.get(0).atStake().high()).isBetween(134.5241, 134.5245);
        assertThat(rows.get(1).atStake().value()).isEqualTo(20);
    }

    @Test
    void whereNothingHasAValueTheRankGoesByTheLost() {
        List<DropOffsRow> rows = LetterFunnel.of("A B C").dropOffs("A0 X1", "A0 B1 Y2", "A0 B1 Y2", "A0 B1 Z2");

        assertThat(rows)
                .extracting(row -> row.step() + row.nextEvent() + row.rank())
                .containsExactly("2X2", "3Y1", "3Z3");
        assertThat(rows).extracting(DropOffsRow::atStake).containsOnly(AtStake.NONE);
    }

    /** The last touchpoint has the value. */
    private static CustomerHistory valued(LetterFunnel funnel, String letters, double value) {
        List<Touchpoint> touchpoints = new ArrayList<>(Histories.touchpoints("c", letters));
        Touchpoint last = touchpoints.remove(touchpoints.size() - 1);
        touchpoints.add(new Touchpoint(
                last.customerId(),
                last.occurredAt(),
                last.eventId(),
                last.event(),
                last.channel(),
                value,
                last.dimensions(),
                last.sourceFile()));
        return funnel.history(touchpoints);
    }

    private static List<FunnelTimesRow> times(LetterFunnel funnel, String... histories) {
        return LetterFunnel.rows(funnel.question().report(funnel.count(histories)), FunnelTimesRow.class);
    }
}
