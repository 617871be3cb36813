package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.FunnelCuts.CohortPeriod;
import io.parcours.journey.AsOf;
import io.parcours.journey.Histories;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of funnel_trend. Minute 0 is the midnight with which Monday, 1 January 2024 begins; a day has 1,440. */
class FunnelTrendTest {

    @Test
    void unitsCountUnderTheDayOfTheirEntry() {
        List<FunnelTrendRow> rows = trend(
                LetterFunnel.of("A B").within(60).asOfMinute(2_900),
                "A0 B5",
                "A1439 B1440",
                "A10",
                "A1440 B1500",
                "A2890");

        // 2 of 3: Wilson's interval is .20766 to .93851, by hand (2 + z²/2) / (3 + z²) -/+ z / (3 + z²) * sqrt(2/3 +
        // z²/4).
        assertThat(rows)
                .extracting(FunnelTrendTest::shown)
                .containsExactly(
                        "2024-01-01 1 A entered 3 reached 3 dropped 0 open 0 mature 3/3",
                        "2024-01-01 2 B entered 3 reached 2 dropped 1 open 0 mature 2/3",
                        "2024-01-02 1 A entered 1 reached 1 dropped 0 open 0 mature 1/1",
                        "2024-01-02 2 B entered 1 reached 1 dropped 0 open 0 mature 1/1",
                        "2024-01-03 1 A entered 1 reached 1 dropped 0 open 0 mature 0/0",
                        "2024-01-03 2 B entered 1 reached 0 dropped 0 open 1 mature 0/0");
        assertThat(rows.get(1).mature().value()).isEqualTo(2 / 3.0);
        assertThat(rows.get(1).mature().low()).isBetween(.20765, .20766);
        assertThat(rows.get(1).mature().high()).isBetween(.93850, .93852);
        assertThat(rows.get(5).mature()).isEqualTo(Rate.NONE);
        assertThat(rows.get(1).intervalBasis()).isEqualTo("wilson");
    }

    @Test
    void weeksBeginOnMondayAndMonthsOnTheirFirst() {
        // Minute 10,079 is the last of Sunday, the 7th; 44,640 the first of February, a Thursday.
        String[] histories = {"A0", "A10079", "A10080", "A44639", "A44640"};

        assertThat(trend(LetterFunnel.of("A").with(FunnelCuts.DEFAULT.withEntryCohort(CohortPeriod.WEEK)), histories))
                .extracting(row -> row.cohort() + " " + row.entered())
                .containsExactly("2024-01-01 2", "2024-01-08 1", "2024-01-29 2");
        assertThat(trend(LetterFunnel.of("A").with(FunnelCuts.DEFAULT.withEntryCohort(CohortPeriod.MONTH)), histories))
                .extracting(row -> row.cohort() + " " + row.entered())
                .containsExactly("2024-01-01 4", "2024-02-01 1");
    }

    @Test
    void daysAreThoseOfTheMapsZone() {
        LetterFunnel funnel = LetterFunnel.of("A");
        AsOf inNewYork = new AsOf(funnel.asOf().instant(), ZoneId.of("America/New_York"));
        FunnelCounts counts = funnel.question().begin(inNewYork);
        // Five hours behind: minute 299 is still the last of 31 December there.
        counts.add(funnel.history(Histories.touchpoints("c1", "A299")));
        counts.add(funnel.history(Histories.touchpoints("c2", "A300")));

        assertThat(LetterFunnel.rows(funnel.question().report(counts), FunnelTrendRow.class))
                .extracting(row -> row.cohort().toString())
                .containsExactly("2023-12-31", "2024-01-01");
    }

    @Test
    void withoutAWindowNothingIsMature() {
        FunnelTrendRow row = trend(LetterFunnel.of("A"), "A0").get(0);

        assertThat(row.matureEntered()).isNull();
        assertThat(row.matureReached()).isNull();
        assertThat(row.mature()).isEqualTo(Rate.NONE);
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void theCohortsSumToTheFunnel(FunnelRules.Unit unit) {
        LetterFunnel funnel = LetterFunnel.of("A B C").within(700).per(unit).asOfMinute(9_000);
        Random random = new Random(3);
        String[] histories = IntStream.range(0, 200)
                .mapToObj(customer -> random.ints(1 + random.nextInt(40), 0, 9_001)
                        .sorted()
                        .mapToObj(minute -> "ABCD".charAt(random.nextInt(4)) + String.valueOf(minute))
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
        List<FunnelTrendRow> trend = trend(funnel, histories);

        assertThat(trend.stream().map(FunnelTrendRow::cohort).distinct()).hasSizeGreaterThan(5);
        for (FunnelStepsRow step : funnel.steps(histories)) {
            assertThat(sum(trend, step, FunnelTrendRow::reached)).isEqualTo(step.reached());
            assertThat(sum(trend, step, FunnelTrendRow::dropped)).isEqualTo(step.dropped());
            assertThat(sum(trend, step, FunnelTrendRow::inProgress)).isEqualTo(step.inProgress());
            assertThat(sum(trend, step, FunnelTrendRow::matureEntered)).isEqualTo(step.matureEntered());
            assertThat(sum(trend, step, FunnelTrendRow::matureReached)).isEqualTo(step.matureReached());
        }
    }

    private static long sum(List<FunnelTrendRow> trend, FunnelStepsRow step, ToLongFunction<FunnelTrendRow> count) {
        return trend.stream()
                .filter(row -> row.step() == step.step())
                .mapToLong(count)
                .sum();
    }

    private static List<FunnelTrendRow> trend(LetterFunnel funnel, String... histories) {
        return LetterFunnel.rows(funnel.question().report(funnel.count(histories)), FunnelTrendRow.class);
    }

    private static String shown(FunnelTrendRow row) {
        return "%s %d %s entered %d reached %d dropped %d open %d mature %d/%d"
                .formatted(
                        row.cohort(),
                        row.step(),
                        row.stepName(),
                        row.entered(),
                        row.reached(),
                        row.dropped(),
                        row.inProgress(),
                        row.matureReached(),
                        row.matureEntered());
    }
}
