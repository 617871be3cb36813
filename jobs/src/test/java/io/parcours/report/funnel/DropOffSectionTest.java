package io.parcours.report.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.words.Language;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DropOffSectionTest {
    private static final String MAP = """
            name: shop
            funnels:
              - name: checkout
                steps: [view, cart, purchase]
                window: 7d
                compare: {before: [2024-01-01, 2024-01-31], after: [2024-02-01, 2024-02-29]}
              - {name: visits, steps: [view, cart], unit: session}
            """;

    @TempDir
    private Path folder;

    private FunnelDay day() {
        return new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 100, 0, 0, 1.0, .963, 1.0)
                .step("checkout", 2, "cart", 60, 25, 15, .6, .502, .691)
                .step("checkout", 3, "purchase", 20, 35, 5, .2, .133, .289)
                .step("visits", 1, "view", 300, 0, 0, 1.0, .987, 1.0)
                .step("visits", 2, "cart", 80, 220, 0, .267, .22, .32)
                .table("drop_offs");
    }

    private static void next(FunnelDay day, String funnel, int step, String event, long count, Double each) {
        day.row(
                "drop_offs",
                "funnel",
                funnel,
                "step",
                step,
                "step_name",
                "s",
                "next_event",
                event,
                "next_channel",
                event.startsWith("(") ? event : "web",
                "dropped_count",
                count,
                "share",
                count / 35.0,
                "last_event",
                "home",
                "median_seconds_since_step",
                90.0,
                "value_at_stake",
                each == null ? null : Double.valueOf(count * each),
                "value_at_stake_low",
                each == null ? null : Double.valueOf(count * (each - 1)),
                "value_at_stake_high",
                each == null ? null : Double.valueOf(count * (each + 1)));
    }

    private static Told told(FunnelDay day) {
        return Told.of(new FunnelChapter().sections(day.context(Language.EN)), "drop-offs");
    }

    /** Sums by hand: 25 x 10; (30 + 5) x 10, interval 35 x 9 to 35 x 11. */
    @Test
    void ranksPointsByWhatIsAtStakeAndThoseWithoutAValueByCount() {
        FunnelDay day = day();
        next(day, "checkout", 2, "home", 25, 10.0);
        next(day, "checkout", 3, "help", 30, 10.0);
        next(day, "checkout", 3, "(nothing)", 5, 10.0);
        next(day, "visits", 2, "home", 220, null);

        Told told = told(day);

        assertThat(told.bars("What the drop-off points cost at most"))
                .extracting(Bar::label, Bar::value, Bar::detail)
                .containsExactly(
                        tuple("checkout: before purchase", "at most 350", "(315 to 385); 35 customers lost"),
                        tuple("checkout: before cart", "at most 250", "(225 to 275); 25 customers lost"));
        assertThat(told.bars("Where most are lost"))
                .extracting(Bar::label, Bar::value)
                .containsExactly(tuple("visits: before cart", "220"));
        assertThat(told.choices())
                .containsExactly("checkout: before purchase", "checkout: before cart", "visits: before cart");
        assertThat(told.prose()).contains("35 customers of the 60 that came to cart were lost before purchase.");
    }

    @Test
    void saysWhatTheLostDidNextTheMostFrequentFirst() {
        FunnelDay day = day();
        next(day, "checkout", 3, "(nothing)", 5, 10.0);
        next(day, "checkout", 3, "help", 30, 10.0);

        assertThat(told(day).bars("What the lost did next (35 customers)"))
                .extracting(Bar::label, Bar::detail)
                .containsExactly(
                        tuple("help · web", "30, after 1.5\u00a0min"),
                        tuple("nothing any more", "5, silent for 1.5\u00a0min"));
    }

    @Test
    void cutsALongListOfNextEventsAndSaysSo() {
        FunnelDay day = day();
        for (int number = 0; number < 35; number++) {
            next(day, "checkout", 3, "e" + number, 1, 10.0);
        }

        Figure figure = told(day).figure("What the lost did next (35 customers)");

        assertThat(figure.numbers().rows()).hasSize(10);
        assertThat(figure.numbers().remark()).startsWith("The 10 most frequent of 35 are shown; all are in drop_offs.");
    }

    private static void driver(FunnelDay day, String value, Double ratio, Double q) {
        day.row(
                "drop_off_drivers",
                "funnel",
                "checkout",
                "step",
                3,
                "factor",
                "preceding_event",
                "value",
                value,
                "lost_count",
                35,
                "lost_with_count",
                10,
                "went_on_count",
                20,
                "went_on_with_count",
                2,
                "lost_rate",
                10 / 35.0,
                "went_on_rate",
                .1,
                "odds_ratio",
                ratio,
                "odds_ratio_low",
                ratio == null ? null : Double.valueOf(ratio / 2),
                "odds_ratio_high",
                ratio == null ? null : Double.valueOf(ratio * 2),
                "q_value",
                q,
                "is_tested",
                q != null);
    }

    @Test
    void listsAssociationsThatAreUnlikelyToBeChanceTheSurestFirst() {
        FunnelDay day = day();
        driver(day, "ad", 3.0, .04);
        driver(day, "search", 5.0, .00001);
        driver(day, "infinite", null, .01);
        driver(day, "chance", 9.0, .06);
        driver(day, "too few", 99.0, null);

        Figure figure = told(day).figure("What goes with being lost here: 3 of 4 tested");

        assertThat(Told.labels(figure.graphic()))
                .contains("before it: search", "5 (2.5 to 10)", "before it: infinite", "only the lost")
                .noneMatch(text -> text.contains("chance") || text.contains("too few"));
        assertThat(Told.cells(figure.numbers()))
                .containsExactly(
                        List.of(
                                "before it",
                                "search",
                                "28.6% (10 of 35)",
                                "10.0% (2 of 20)",
                                "5",
                                "2.5 to 10",
                                "< 0.0001"),
                        List.of("before it", "infinite", "28.6% (10 of 35)", "10.0% (2 of 20)", "∞", "–", "0.01"),
                        List.of("before it", "ad", "28.6% (10 of 35)", "10.0% (2 of 20)", "3", "1.5 to 6", "0.04"));
        assertThat(figure.reading()).contains("associations, not causes");
    }

    @Test
    void saysThatNothingWasFoundOrCouldBeTested() {
        FunnelDay day = day();
        driver(day, "chance", 9.0, .06);

        List<String> prose = told(day).prose();

        assertThat(prose)
                .anyMatch(text ->
                        text.startsWith("Nothing was found that goes with being lost here: of 1 thing that was tested"))
                .anyMatch(text -> text.startsWith("What goes with being lost here cannot be tested"));
    }

    private static void change(FunnelDay day, String part, Integer step, Double contribution) {
        day.row(
                "funnel_changes",
                "funnel",
                "checkout",
                "part",
                part,
                "step",
                step,
                "before_count",
                100,
                "after_count",
                120,
                "before_rate",
                .3,
                "after_rate",
                .2,
                "contribution",
                contribution,
                "contribution_low",
                contribution == null ? null : Double.valueOf(contribution - .05),
                "contribution_high",
                contribution == null ? null : Double.valueOf(contribution + .05),
                "share_of_change",
                1.0);
    }

    @Test
    void saysByHowManyPointsTheRateChangedAndWhetherThatMayBeChance() {
        FunnelDay day = day();
        change(day, "total", null, -.1);
        change(day, "step", 2, -.0801);
        change(day, "step", 3, -.0199);

        Told told = told(day);

        assertThat(told.prose())
                .contains(
                        "checkout: 30.0% of 100 reached the last step before, 20.0% of 120 after: -10 points (-15 to -5)."
                                + " Compared are those who entered 1 Jan 2024 to 31 Jan 2024 and 1 Feb 2024 to 29 Feb 2024."
                                + " The interval lies below 0: the rate fell.");
        assertThat(Told.labels(told.figure("checkout: which part made how much of the change")
                        .graphic()))
                .contains("the whole change", "cart", "-8 (-13 to -3)", "purchase", "-2 (-7 to +3)");
    }

    @Test
    void aChangeWhoseIntervalHoldsNothingMayBeChanceAndOneWithoutEntrantsIsNone() {
        FunnelDay unsure = day();
        change(unsure, "total", null, -.04);
        assertThat(told(unsure).prose()).anyMatch(text -> text.endsWith("The interval holds 0: this may be chance."));

        FunnelDay nobody = day();
        change(nobody, "total", null, null);
        assertThat(told(nobody).prose()).anyMatch(text -> text.startsWith("checkout: nothing to compare."));
        assertThat(told(nobody).titles()).noneMatch(title -> title.contains("which part"));
    }

    @Test
    void whereNobodyIsLostItSaysSo() {
        FunnelDay day = new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 3, 0, 0, 1.0, .4, 1.0)
                .step("checkout", 2, "cart", 3, 0, 0, 1.0, .4, 1.0)
                .table("drop_offs");

        assertThat(told(day).prose()).containsExactly("Nobody has been lost at any step.");
    }

    @Test
    void sumsCountNoMoreThanTheFirstTenPointsInFull() {
        FunnelDay day = new FunnelDay(folder, MAP).table("drop_offs");
        day.step("long", 1, "s1", 1000, 0, 0, 1.0, .9, 1.0);
        for (int step = 2; step <= 80; step++) {
            day.step("long", step, "s" + step, 1000 - 10L * step, 10, 0, .5, .4, .6);
        }

        Told told = told(day);

        assertThat(told.bars("Where most are lost")).hasSize(12);
        assertThat(told.figure("Where most are lost").numbers().rows()).hasSize(60);
        assertThat(told.figure("Where most are lost").numbers().remark())
                .startsWith("The figure shows the first 12 of 79 points, the table 60;");
        assertThat(told.choices()).hasSize(10);
    }
}
