package io.parcours.report.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunnelChapterTest {
    private static final String MAP = """
            name: shop
            input: {columns: {customer_id: c, occurred_at: t, event: e}, dimensions: [platform]}
            funnels:
              - {name: checkout, steps: [view, cart, purchase], window: 7d, breakdown: [channel, platform], entry_cohort: week}
            """;

    @TempDir
    private Path folder;

    /** 100 view, 60 put into the cart, 30 buy: 25 lost and 15 under way at the cart, 20 and 10 at the purchase. */
    private FunnelDay checkout(String map) {
        return new FunnelDay(folder, map)
                .step("checkout", 1, "view", 100, 0, 0, 1.0, .963, 1.0)
                .step("checkout", 2, "cart", 60, 25, 15, .6, .502, .691)
                .step("checkout", 3, "purchase", 30, 20, 10, .3, .219, .396);
    }

    private static Told funnels(FunnelDay day) {
        return Told.of(new FunnelChapter().sections(day.context(Language.EN)), "funnels");
    }

    @Test
    void saysHowManyGotThroughHowManyMayAndWhereMostAreLost() {
        assertThat(funnels(checkout(MAP)).prose().get(0))
                .isEqualTo("30.0% of 100 customers reached purchase (21.9% to 39.6%); 25 may still come."
                        + " Most are lost before cart: 25 of the 100 that came to view.");
    }

    @Test
    void saysWhyTheRateOfThoseWhoseTimeIsOverDiffers() {
        FunnelDay day = new FunnelDay(folder, MAP)
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
                        "purchase",
                        "reached_count",
                        30,
                        "dropped_count",
                        50,
                        "in_progress_count",
                        20,
                        "rate_from_first",
                        .3,
                        "rate_from_first_low",
                        .219,
                        "rate_from_first_high",
                        .396,
                        "mature_entered_count",
                        80,
                        "mature_reached_count",
                        28,
                        "mature_rate",
                        .35,
                        "mature_rate_low",
                        .255,
                        "mature_rate_high",
                        .459);

        Told told = funnels(day);

        assertThat(told.prose().get(0))
                .contains("Of the 80 customers whose 7\u00a0d are over, 35.0% did (25.5% to 45.9%)");
        assertThat(told.bars("How far 100 customers came").get(1).detail())
                .isEqualTo("30.0% (21.9% to 39.6%); time over: 35.0%");
    }

    @Test
    void aBarIsAsLongAsTheStepBeforeWasReached() {
        List<Bar> bars = funnels(checkout(MAP)).bars("How far 100 customers came");

        assertThat(bars).extracting(Bar::label).containsExactly("view", "cart", "purchase");
        assertThat(bars).extracting(Bar::value).containsExactly("100", "60", "30");
        assertThat(bars.get(2).parts())
                .extracting(Part::ink, Part::length, Part::title)
                .containsExactly(
                        tuple(Ink.REACHED, .3, "Reached: 30"),
                        tuple(Ink.PROGRESS, .1, "May still come: 10"),
                        tuple(Ink.LOST, .2, "Lost: 20"));
        assertThat(length(bars.get(1))).isCloseTo(1, within(1e-12));
        assertThat(length(bars.get(2))).isCloseTo(.6, within(1e-12));
        assertThat(bars.get(2).interval()).isEqualTo(new Estimate(.3, .219, .396));
    }

    private static double length(Bar bar) {
        return bar.parts().stream().mapToDouble(Part::length).sum();
    }

    @Test
    void fromStepToStepTheBaseIsWhoCameToTheStepBefore() {
        List<Bar> bars = funnels(checkout(MAP)).bars("From step to step");

        assertThat(bars).extracting(Bar::label).containsExactly("cart", "purchase");
        assertThat(bars.get(1).parts().get(0).length()).isCloseTo(.5, within(1e-12));
        assertThat(bars.get(1).detail()).isEqualTo("(21.9% to 39.6%) of\u00a060");
    }

    @Test
    void nobodyIsLostAtAnOptionalStepAndTheNextOneLooksBackPastIt() {
        FunnelDay day = new FunnelDay(folder, """
                name: shop
                funnels:
                  - name: checkout
                    steps: [view, {name: coupon, events: [coupon], optional: true}, purchase]
                """)
                .step("checkout", 1, "view", 100, 0, 0, 1.0, .963, 1.0)
                .step("checkout", 2, "coupon", 40, 0, 0, .4, .309, .498)
                .step("checkout", 3, "purchase", 70, 30, 0, .7, .604, .781);

        Told told = funnels(day);

        assertThat(told.bars("From step to step")).extracting(Bar::detail).allMatch(text -> text.endsWith("100"));
        assertThat(told.prose().get(0)).endsWith("Most are lost before purchase: 30 of the 100 that came to view.");
        assertThat(told.prose().get(1)).contains("Optional: coupon.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "order: strict | The steps follow each other directly, in this order; nothing else lies between.",
                "order: unordered | The steps may come in any order.",
                "entry: first | Only the try that starts at the first view counts.",
                "entry: every | It counts attempts: a customer may make several.",
                "unit: session | There is no time limit but the end of the session.",
                "ties: strict | Touchpoints of one instant never follow each other.",
                "hold: channel | All steps share one channel, and each of its values counts for itself.",
                "window: 30m | From the first to the last no more than 30\u00a0min pass.",
                "order: ordered | There is no time limit, so “lost” means: has not come yet."
            })
    void saysWhatTheFunnelCounts(String rule, String sentence) {
        FunnelDay day =
                checkout("name: shop\nfunnels:\n  - {name: checkout, steps: [view, cart, purchase], " + rule + "}\n");

        assertThat(funnels(day).prose().get(1)).contains(sentence);
    }

    private void value(FunnelDay day, String value, long entered, long reached) {
        for (int step = 1; step <= 3; step++) {
            long count = step == 1 ? entered : reached;
            day.row(
                    "funnel_steps",
                    "funnel",
                    "checkout",
                    "breakdown",
                    "channel",
                    "breakdown_value",
                    value,
                    "step",
                    step,
                    "step_name",
                    "s" + step,
                    "reached_count",
                    count,
                    "dropped_count",
                    step == 2 ? entered - reached : 0,
                    "in_progress_count",
                    0,
                    "rate_from_first",
                    entered == 0 ? null : Double.valueOf((double) count / entered),
                    "rate_from_first_low",
                    entered == 0 ? null : Double.valueOf(0),
                    "rate_from_first_high",
                    entered == 0 ? null : Double.valueOf(.2));
        }
    }

    @Test
    void showsTheMostFrequentValuesOfABreakdownFirstAndSaysHowManyThereAre() {
        FunnelDay day = checkout(MAP);
        for (int number = 1; number <= 15; number++) {
            value(day, "channel" + number, 10L * number, number);
        }
        value(day, "never at the first step", 0, 0);

        Told told = funnels(day);
        Figure figure = told.figure("Who reaches purchase, by channel");

        assertThat(told.choices()).containsExactly("Everybody", "channel");
        assertThat(((Bars) figure.graphic()).bars())
                .hasSize(12)
                .extracting(Bar::label)
                .startsWith("channel15", "channel14")
                .endsWith("channel4");
        assertThat(((Bars) figure.graphic()).bars().get(0).detail()).isEqualTo("(0.0% to 20.0%) of\u00a0150");
        assertThat(figure.numbers().remark()).startsWith("The 12 most frequent of 15 values are shown");
        assertThat(figure.reading())
                .endsWith("The value is that of the first touchpoint that serves step 1. The whole width is 20.0%.");
    }

    @Test
    void marksValuesThatFewEnteredWith() {
        FunnelDay day = checkout(MAP);
        value(day, "thirty", 30, 10);
        value(day, "(none)", 29, 10);

        assertThat(funnels(day).bars("Who reaches purchase, by channel"))
                .extracting(Bar::label, Bar::isFew)
                .containsExactly(tuple("thirty", false), tuple("(none)", true));
    }

    private static void cohort(FunnelDay day, String monday, long entered, Long mature, Double rate) {
        day.row(
                "funnel_trend",
                "funnel",
                "checkout",
                "cohort",
                LocalDate.parse(monday),
                "step",
                3,
                "step_name",
                "purchase",
                "entered_count",
                entered,
                "reached_count",
                3,
                "in_progress_count",
                0,
                "mature_entered_count",
                mature,
                "mature_reached_count",
                2,
                "mature_rate",
                rate,
                "mature_rate_low",
                rate == null ? null : Double.valueOf(rate - .1),
                "mature_rate_high",
                rate == null ? null : Double.valueOf(rate + .1));
    }

    @Test
    void drawsOnlyCohortsWhoseTimeIsOverAndMarksThoseThatAreUnfinished() {
        FunnelDay day = checkout(MAP);
        cohort(day, "2024-03-04", 40, 40L, .7);
        cohort(day, "2024-03-11", 40, 40L, .6);
        cohort(day, "2024-03-18", 40, 35L, .5);
        cohort(day, "2024-03-25", 40, 0L, null);

        Figure trend = funnels(day).figure("Since when: who reaches purchase, by week of entry");

        assertThat(Told.cells(trend.numbers()))
                .extracting(row -> row.get(0) + " " + row.get(5))
                .containsExactly("4 Mar 2024 70.0%", "11 Mar 2024 60.0%", "18 Mar 2024 50.0%");
        assertThat(trend.numbers().rows()).extracting(row -> row.get(5).isFew()).containsExactly(false, false, true);
        assertThat(trend.numbers().remark())
                .contains("latest 3 of 4 cohorts")
                .contains("Of one no entrant’s time is over");
        assertThat(hollow((Drawing) trend.graphic())).isEqualTo(1);
    }

    private static long hollow(Drawing drawing) {
        return drawing.marks().stream()
                .filter(mark -> mark instanceof Drawing.Shape shape && shape.ink() == Ink.PROGRESS)
                .count();
    }

    @Test
    void saysWhyThereIsNoTrend() {
        FunnelDay early = checkout(MAP);
        cohort(early, "2024-03-25", 40, 0L, null);
        assertThat(funnels(early).prose()).anyMatch(text -> text.startsWith("There is no trend yet"));

        FunnelDay endless = checkout(MAP.replace("window: 7d, ", ""));
        cohort(endless, "2024-03-25", 40, null, null);
        assertThat(funnels(endless).prose())
                .anyMatch(text -> text.startsWith("A trend by time of entry needs a window"));
    }

    @Test
    void showsTheLatestOfManyCohorts() {
        FunnelDay day = checkout(MAP);
        for (int week = 0; week < 100; week++) {
            cohort(day, LocalDate.of(2022, 1, 3).plusWeeks(week).toString(), 40, 40L, .5);
        }

        Figure trend = funnels(day).figure("Since when");

        assertThat(trend.numbers().rows()).hasSize(60);
        assertThat(trend.numbers().remark()).contains("The latest 60 of 100 cohorts");
        assertThat(Told.labels(trend.graphic())).contains("14 Nov 2022").hasSizeLessThan(20);
    }

    @Test
    void aFunnelThatNobodyEnteredIsASentence() {
        FunnelDay day = new FunnelDay(folder, MAP)
                .step("checkout", 1, "view", 0, 0, 0, null, null, null)
                .step("checkout", 2, "cart", 0, 0, 0, null, null, null)
                .table("drop_offs");

        List<Section> sections = new FunnelChapter().sections(day.context(Language.EN));

        assertThat(sections).extracting(Section::id).containsExactly("funnels");
        assertThat(Told.of(sections, "funnels").prose().get(0)).isEqualTo("Nobody has entered checkout yet.");
        assertThat(Told.of(sections, "funnels").figures()).isEmpty();
    }

    @Test
    void aFunnelOfOneStepHasNoRatesFromStepToStep() {
        FunnelDay day = new FunnelDay(folder, MAP).step("checkout", 1, "view", 5, 0, 0, 1.0, .566, 1.0);

        assertThat(funnels(day).titles()).containsExactly("How far 5 customers came");
        assertThat(funnels(day).bars("How far").get(0).isFew()).isTrue();
    }

    @Test
    void saysNothingWithoutTheTables() {
        assertThat(new FunnelChapter().sections(new FunnelDay(folder, MAP).context(Language.EN)))
                .isEmpty();
        assertThat(new FunnelChapter()
                        .sections(
                                new FunnelDay(folder, MAP).table("funnel_steps").context(Language.EN)))
                .isEmpty();
    }

    @Test
    void severalFunnelsAreComparedFirstAndNoMoreThanTwentyShown() {
        FunnelDay day = new FunnelDay(folder, MAP);
        for (int number = 1; number <= 25; number++) {
            day.step("f" + number, 1, "a", 100, 0, 0, 1.0, .963, 1.0)
                    .step("f" + number, 2, "b", number, 100 - number, 0, number / 100.0, 0.0, .9);
        }

        Told told = funnels(day);

        assertThat(told.bars("The funnels at a glance")).hasSize(20);
        assertThat(told.choices()).hasSize(20).startsWith("f1", "f2");
        assertThat(told.figure("The funnels at a glance").numbers().remark()).startsWith("20 of 25 funnels are shown");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void namesFromTheLogAreTextInEveryLanguage(Language language) {
        String name = "</script><script>x()</script>\" onload='y()' {0} {1,choice,0#a} %s";
        FunnelDay day = new FunnelDay(folder, "name: shop\nfunnels:\n  - {name: f, steps: [a, b]}\n")
                .step(name, 1, name, 100, 0, 0, 1.0, .963, 1.0)
                .step(name, 2, name, 60, 30, 10, .6, .502, .691)
                .row(
                        "drop_offs",
                        "funnel",
                        name,
                        "step",
                        2,
                        "step_name",
                        name,
                        "next_event",
                        name,
                        "next_channel",
                        name,
                        "dropped_count",
                        30,
                        "share",
                        1.0,
                        "last_event",
                        name);

        String page = day.page(language);

        assertThat(page.contains("<script>x()")).isFalse();
        assertThat(Pattern.compile("<[^>]*\" onload=").matcher(page).find()).isFalse();
        assertThat(page.contains("{0} {1,choice,0#a} %s")).isTrue();
    }

    static Stream<String> files() {
        return Stream.of("funnels", "timing");
    }

    @ParameterizedTest
    @MethodSource("files")
    void bothLanguagesSayTheSameThings(String file) {
        assertThat(Words.read(file, Language.FR).keySet())
                .isEqualTo(Words.read(file, Language.EN).keySet());
    }

    @Test
    void frenchIsFrench() {
        Told told = Told.of(new FunnelChapter().sections(checkout(MAP).context(Language.FR)), "funnels");

        assertThat(told.prose().get(0))
                .startsWith("Sur 100 clients, 30,0\u00a0% ont atteint purchase (21,9\u00a0% à 39,6\u00a0%)\u00a0;")
                .contains("25 peuvent encore venir");
    }
}
