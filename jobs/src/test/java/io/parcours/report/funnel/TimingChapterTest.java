package io.parcours.report.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Tile;
import io.parcours.report.page.Block.Tiles;
import io.parcours.report.page.Numbers;
import io.parcours.report.words.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimingChapterTest {
    private static final String MAP = """
            name: shop
            funnels:
              - {name: checkout, steps: [view, cart, purchase], window: 1d}
            """;

    @TempDir
    private Path folder;

    private FunnelDay day() {
        return new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 100, 0, 0, 1.0, .963, 1.0)
                .row(
                        "funnel_steps",
                        "funnel",
                        "checkout",
                        "breakdown",
                        "all",
                        "breakdown_value",
                        "all",
                        "step",
                        2,
                        "step_name",
                        "cart",
                        "reached_count",
                        60,
                        "seconds_from_previous_p50",
                        90.0,
                        "seconds_from_previous_p90",
                        7200.0,
                        "seconds_from_previous_mean",
                        300.0,
                        "seconds_from_first_p50",
                        90.0,
                        "seconds_from_first_p90",
                        7200.0)
                .row(
                        "funnel_steps",
                        "funnel",
                        "checkout",
                        "breakdown",
                        "all",
                        "breakdown_value",
                        "all",
                        "step",
                        3,
                        "step_name",
                        "purchase",
                        "reached_count",
                        20,
                        "seconds_from_previous_p50",
                        30.0,
                        "seconds_from_previous_p90",
                        60.0,
                        "seconds_from_previous_mean",
                        40.0,
                        "seconds_from_first_p50",
                        600.0,
                        "seconds_from_first_p90",
                        10800.0);
    }

    private static void curve(FunnelDay day, double time, long atRisk, long events, double survival) {
        boolean isCertain = survival == 1;
        day.row(
                "survival",
                "curve",
                "funnel:checkout",
                "group",
                "all",
                "time",
                time,
                "at_risk",
                atRisk,
                "events",
                events,
                "survival",
                survival,
                "low",
                isCertain ? null : Double.valueOf(survival - .05),
                "high",
                isCertain ? null : Double.valueOf(survival + .04));
    }

    private static Told told(FunnelDay day) {
        return Told.of(new TimingChapter().sections(day.context(Language.EN)), "time-to-convert");
    }

    @Test
    void saysHowLongHalfOfThemTook() {
        assertThat(told(day()).prose())
                .containsExactly(
                        "Half of the 20 customers that reached purchase took at most 10\u00a0min from step 1 of the"
                                + " try that counts, nine in ten at most 3\u00a0h.");
    }

    /** At 10 minutes the row of 300 s holds, at an hour that of 3,000 s; ends of the intervals change places. */
    @Test
    void readsTheCurveAtRoundTimesAsThePartThatHasConverted() {
        FunnelDay day = day();
        curve(day, 0, 100, 0, 1);
        curve(day, 300, 100, 10, .9);
        curve(day, 3000, 85, 8, .8);
        curve(day, 90_000, 20, 1, .75);

        Told told = told(day);

        List<Tile> tiles = told.blocks().stream()
                .filter(Tiles.class::isInstance)
                .flatMap(block -> ((Tiles) block).tiles().stream())
                .toList();
        assertThat(tiles)
                .containsExactly(
                        new Tile("converted within 10\u00a0min of the first entry", "10.0%", "6.0% to 15.0%"),
                        new Tile("converted within 1\u00a0h of the first entry", "20.0%", "16.0% to 25.0%"),
                        new Tile("converted within 6\u00a0h of the first entry", "20.0%", "16.0% to 25.0%"),
                        new Tile("converted within 1\u00a0d of the first entry", "20.0%", "16.0% to 25.0%"));
        Figure figure = told.figure("How many have reached purchase by when");
        assertThat(Told.cells(figure.numbers()))
                .containsExactly(
                        List.of("0\u00a0s", "0.0%", "–", "100"),
                        List.of("5\u00a0min", "10.0%", "6.0% to 15.0%", "100"),
                        List.of("50\u00a0min", "20.0%", "16.0% to 25.0%", "85"),
                        List.of("1\u00a0d", "25.0%", "21.0% to 30.0%", "20"));
        assertThat(Told.labels(figure.graphic()))
                .contains("1\u00a0min", "10\u00a0min", "1\u00a0h", "1\u00a0d", "85", "20");
    }

    @Test
    void aLongCurveIsDrawnByTheStepsThatCanBeSeen() {
        FunnelDay day = day();
        curve(day, 0, 10_000, 0, 1);
        for (int row = 1; row <= 5000; row++) {
            curve(day, 10 * row, 10_001 - row, 1, 1 - row / 10_000.0);
        }

        Figure figure = told(day).figure("How many have reached");

        assertThat(figure.numbers().rows()).hasSizeLessThan(30);
        assertThat(((Drawing) figure.graphic()).marks().toString()).hasSizeLessThan(30_000);
        assertThat(Told.cells(figure.numbers()).get(figure.numbers().rows().size() - 1))
                .contains("50.0%");
    }

    @Test
    void aCurveWithoutAnEventIsNotDrawn() {
        FunnelDay day = day();
        curve(day, 0, 100, 0, 1);

        assertThat(told(day).titles()).isEmpty();
    }

    @Test
    void listsTheTimesOfEachStepAndMarksThoseOfFew() {
        Numbers numbers = told(day()).listings().get(0).numbers();

        assertThat(Told.cells(numbers))
                .containsExactly(
                        List.of("cart", "60", "1.5\u00a0min", "2\u00a0h", "5\u00a0min", "1.5\u00a0min", "2\u00a0h"),
                        List.of("purchase", "20", "30\u00a0s", "1\u00a0min", "40\u00a0s", "10\u00a0min", "3\u00a0h"));
        assertThat(numbers.rows()).extracting(row -> row.get(2).isFew()).containsExactly(false, true);
    }

    private static void bar(FunnelDay day, Integer from, int to, long begin, long end, long count, double share) {
        day.row(
                "funnel_times",
                "funnel",
                "checkout",
                "from_step",
                from,
                "to_step",
                to,
                "from_step_name",
                "x",
                "to_step_name",
                "y",
                "seconds_from",
                begin,
                "seconds_to",
                end,
                "unit_count",
                count,
                "share",
                share);
    }

    @Test
    void showsTheWholeWayFirstThenEachStepFromTheOneBefore() {
        FunnelDay day = day();
        bar(day, 1, 2, 50, 100, 45, .75);
        bar(day, 1, 2, 100, 200, 15, .25);
        bar(day, 2, 3, 20, 50, 20, 1);
        bar(day, 1, 3, 500, 1000, 20, 1);

        Told told = told(day);

        assertThat(told.choices()).containsExactly("view → purchase", "view → cart", "cart → purchase");
        assertThat(told.bars("How the times are spread: view → cart"))
                .extracting(Bar::label, Bar::value, Bar::detail)
                .containsExactly(
                        tuple("50\u00a0s to 1.7\u00a0min", "75.0%", "45"),
                        tuple("1.7\u00a0min to 3.3\u00a0min", "25.0%", "15"));
    }

    @Test
    void namesTheStepBeforeWhereItIsNotAlwaysTheSame() {
        FunnelDay day = day();
        bar(day, null, 3, 20, 50, 20, 1);

        assertThat(told(day).titles()).containsExactly("How the times are spread: step before → purchase");
    }

    @Test
    void saysThatNobodyHasConverted() {
        FunnelDay day = new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 100, 0, 0, 1.0, .963, 1.0)
                .step("checkout", 2, "cart", 0, 90, 10, .0, .0, .037);

        assertThat(told(day).prose()).containsExactly("Of 100 customers nobody has reached cart yet.");
    }

    @Test
    void saysNothingOfFunnelsThatNobodyEntered() {
        FunnelDay day = new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 0, 0, 0, null, null, null)
                .step("checkout", 2, "cart", 0, 0, 0, null, null, null);

        assertThat(new TimingChapter().sections(day.context(Language.EN))).isEmpty();
    }
}
