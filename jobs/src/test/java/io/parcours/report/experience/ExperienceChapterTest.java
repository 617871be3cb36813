package io.parcours.report.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.parcours.report.chart.Dots;
import io.parcours.report.chart.Drawing;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the sections of experience show, against the rows they are made of. */
class ExperienceChapterTest {
    private static final List<String> TABLES = List.of(
            "pain_points",
            "satisfaction",
            "friction",
            "trigger_summary",
            "attribution",
            "conversion_paths",
            "conformance",
            "stage_times",
            "segments");
    private static final List<String> SECTIONS =
            List.of("pain-points", "satisfaction", "friction", "triggers", "attribution", "conformance", "segments");
    private static final String HOSTILE = "</script><img src=x onerror=alert(1)>\"'{0}";

    @TempDir
    Path folder;

    private static Map<String, Object> row(Object... pairs) {
        Map<String, Object> row = new HashMap<>();
        for (int index = 0; index < pairs.length; index += 2) {
            row.put((String) pairs[index], pairs[index + 1]);
        }
        return row;
    }

    private static Map<String, Object> rate(
            Map<String, Object> row, String name, double value, double low, double high) {
        row.put(name, value);
        row.put(name + "_low", low);
        row.put(name + "_high", high);
        return row;
    }

    private ExperienceDay day() {
        return new ExperienceDay(folder);
    }

    @Test
    void tables_that_were_not_asked_for_make_no_section() {
        assertThat(day().sections(new ExperienceChapter(), Language.EN)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void tables_without_rows_are_told_in_words(Language language) {
        ExperienceDay day = day();
        TABLES.forEach(table -> day.table(table, List.of()));

        assertThat(day.sections(new ExperienceChapter(), language))
                .extracting(Section::id)
                .containsExactlyElementsOf(
                        SECTIONS.stream().filter(id -> !id.equals("segments")).toList());
        assertThat(visible(day.page(language))).doesNotContain("NaN", "null", "{0}");
    }

    /** Rows in which every number is missing, or zero: nobody answered, nothing could be worked out. */
    @ParameterizedTest
    @EnumSource
    void rows_without_numbers_do_not_break_it(Language language) {
        for (Object nothing : new Object[] {null, 0.0}) {
            ExperienceDay day = new ExperienceDay(folder.resolve("of-" + nothing));
            TABLES.forEach(table -> day.tableOf(table, type -> nothing(type, "all", nothing)));

            assertThat(visible(day.page(language))).doesNotContain("NaN", "null");
        }
    }

    @ParameterizedTest
    @EnumSource
    void names_of_a_log_are_shown_as_text(Language language) {
        ExperienceDay day = day();
        TABLES.forEach(table -> day.tableOf(table, type -> nothing(type, HOSTILE, 1.0)));

        String page = day.page(language);

        assertThat(page).doesNotContain("<img", "</script><");
        assertThat(Stream.of("pain-points", "friction", "segments").map(id -> ExperienceDay.text(page, id)))
                .allMatch(text -> text.contains("&lt;img src=x"));
    }

    private static Object nothing(String type, String text, Object number) {
        return switch (type) {
            case "text" -> text;
            case "texts" -> List.of(text);
            case "whole" -> number == null ? null : Math.round((Double) number);
            default -> number;
        };
    }

    private static String visible(String page) {
        return page.substring(page.indexOf("<main"), page.indexOf("</main>")).replaceAll("<[^>]*>", " ");
    }

    /** The hand case of docs/satisfaction.md: an NPS of -30 from -80 to 30. */
    @Test
    void a_negative_score_is_drawn_on_its_own_scale() {
        ExperienceDay day = day().table(
                        "satisfaction",
                        List.of(
                                survey("all", "all", 10, -30, -80, 30),
                                survey("stage", "visit", 10, -30, -80, 30),
                                survey("stage", "order", 0, null, null, null)));

        String page = day.page(Language.EN);
        Dots dots = figures(day.sections(new SatisfactionSection(), Language.EN)).stream()
                .map(Figure::graphic)
                .filter(Dots.class::isInstance)
                .map(Dots.class::cast)
                .findFirst()
                .orElseThrow();

        assertThat(ExperienceDay.text(page, "satisfaction"))
                .contains("NPS -30 (-80 to 30) from 10 answers of 9 customers")
                .contains("50.0% (40.0% to 60.0%) of 18 customers answered")
                .contains("0 answers; 9 of 18 customers answered (50.0%)")
                .contains("9 of 18 customers; 40.0% to 60.0%");
        assertThat(dots.left(dots.rows().get(1).dots().get(0))).isEqualTo("35.00%");
        assertThat(dots.rows().get(1).isFew()).isTrue();
        assertThat(dots.rows().get(2).dots()).isEmpty();
    }

    /** A CSAT is a percentage; the month of the report's day, which is over on 30 June, counts as over. */
    @Test
    void a_survey_is_drawn_over_its_periods() {
        ExperienceDay day = day().table(
                        "satisfaction",
                        List.of(
                                csat("all", "all", 90, 0.6),
                                csat("period", "2024-05-01", 20, 0.5),
                                csat("period", "2024-06-01", 70, 0.63)));

        Figure trend = figures(day.sections(new SatisfactionSection(), Language.EN)).stream()
                .filter(figure -> figure.graphic() instanceof Drawing)
                .findFirst()
                .orElseThrow();

        assertThat(trend.title()).isEqualTo("CSAT over time");
        assertThat(trend.numbers().rows())
                .extracting(
                        row -> row.get(0).text(),
                        row -> row.get(1).text(),
                        row -> row.get(1).isFew())
                .containsExactly(tuple("1 May 2024", "50.0%", true), tuple("1 Jun 2024", "63.0%", false));
    }

    private static Map<String, Object> csat(String level, String name, long answers, double part) {
        Map<String, Object> row = row(
                "survey",
                "rating",
                "rule",
                "csat",
                "level",
                level,
                "name",
                name,
                "answer_count",
                answers,
                "customer_count",
                100L,
                "answered_customer_count",
                answers);
        return rate(row, "metric", part, part - 0.1, part + 0.1);
    }

    /** A log may have thousands of names: the page names the first, says how many there are, and stays small. */
    @Test
    void thousands_of_names_leave_the_page_small() {
        List<Map<String, Object>> groups = new ArrayList<>(List.of(survey("all", "all", 10, -30, -80, 30)));
        List<Map<String, Object>> frictions = new ArrayList<>();
        List<Map<String, Object>> segments = new ArrayList<>();
        for (int number = 0; number < 3000; number++) {
            groups.add(survey("touchpoint", "event " + number, 10, -30, -80, 30));
            frictions.add(friction("event " + number, 0.25, 0.5, 0.001));
            segments.add(row("segment", "segment " + number, "customer_count", 10L));
        }
        ExperienceDay day =
                day().table("satisfaction", groups).table("friction", frictions).table("segments", segments);

        String page = day.page(Language.EN);

        assertThat(page.length()).isLessThan(250_000);
        assertThat(ExperienceDay.text(page, "satisfaction")).contains("12 of 3,000 shown, the most frequent");
        assertThat(ExperienceDay.text(page, "friction"))
                .contains("3,000 of 3,000 tested frictions go")
                .contains("12 of 3,000 shown; all are in the table friction.");
        assertThat(ExperienceDay.text(page, "segments")).contains("20 of 3,000 shown");
    }

    private static Map<String, Object> survey(
            String level, String name, long answers, Integer metric, Integer low, Integer high) {
        Map<String, Object> row = row(
                "survey",
                "after",
                "rule",
                "nps",
                "level",
                level,
                "name",
                name,
                "answer_count",
                answers,
                "unanswered_count",
                0L,
                "customer_count",
                18L,
                "answered_customer_count",
                9L,
                "high_count",
                2L,
                "middle_count",
                3L,
                "low_count",
                5L);
        rate(row, "answer_rate", 0.5, 0.4, 0.6);
        if (metric != null) {
            rate(row, "metric", metric, low, high);
            rate(row, "score_mean", 6, 5, 7);
        }
        return row;
    }

    @Test
    void friction_without_a_finding_is_one_sentence_and_the_rest_is_folded() {
        ExperienceDay day = day().table("friction", List.of(friction("search", 0.4, 0.45, 0.2)));

        List<Block> blocks =
                day.sections(new FrictionSection(), Language.EN).get(0).blocks();

        assertThat(blocks).hasSize(3);
        assertThat(blocks.get(0))
                .isEqualTo(new Block.Prose(
                        "The one tested friction does not go with another conversion rate beyond chance (q < 0.05)."));
        assertThat(blocks.get(2)).isInstanceOf(Block.Fold.class);
    }

    @Test
    void a_finding_of_friction_shows_both_rates_and_is_called_an_association() {
        ExperienceDay day = day().table(
                        "friction", List.of(friction("pay", 0.9, 0.7, 0.01), friction("search", 0.25, 0.5, 0.0004)));

        String text = ExperienceDay.text(day.page(Language.EN), "friction");

        assertThat(text)
                .contains("2 of 2 tested frictions go with another conversion rate")
                .contains("These are associations")
                .contains("Conversion with the friction and without it: 1 lower, 1 higher")
                .contains("25.0% instead of 50.0% † 40 customers with, 20 without")
                .contains("q &lt; 0.001");
        assertThat(text.indexOf("search twice in a row")).isLessThan(text.indexOf("pay twice in a row"));
        assertThat(ExperienceDay.text(day.page(Language.FR), "friction")).contains("associations");
    }

    private static Map<String, Object> friction(String place, double with, double without, double q) {
        Map<String, Object> row = row(
                "kind",
                "immediate_repeat",
                "place",
                place,
                "occurrence_count",
                50L,
                "customer_count",
                40L,
                "customer_share",
                0.5,
                "conversion_with_count",
                40L,
                "conversion_without_count",
                20L,
                "conversion_q",
                q,
                "conversion_test",
                "fisher_exact",
                "churn_test",
                "too_few");
        rate(row, "conversion_rate_with", with, with - 0.1, with + 0.1);
        rate(row, "conversion_rate_without", without, without - 0.1, without + 0.1);
        return rate(row, "conversion_odds_ratio", 0.5, 0.2, 0.8);
    }

    @Test
    void pain_points_stand_in_the_order_of_the_table_with_what_speaks_for_them() {
        ExperienceDay day = day().table("friction", List.of(friction("cart", 0.25, 0.5, 0.001)))
                .table(
                        "pain_points",
                        List.of(
                                pain(1, "pain", "cart", 4000.0, List.of("immediate_repeat")),
                                pain(2, "pain", "visit", 400.0, List.of()),
                                pain(3, "delight", "small", null, List.of()),
                                pain(4, "delight", "great", null, List.of())));

        String text = ExperienceDay.text(day.page(Language.EN), "pain-points");

        assertThat(text)
                .contains("Most is at stake at cart: at most 4,000")
                .contains("4,000 the lost: at most 100 immediate repeat – – – – –")
                .contains("100 lost in the funnel checkout, last seen here")
                .contains(
                        "cart twice in a row: 25.0% (15.0% to 35.0%) of 40 convert instead of 50.0% (40.0% to 60.0%) (q 0.001) †")
                .contains("Touchpoints that delight: 2");
        assertThat(text.indexOf("great ✓ delight")).isPositive().isLessThan(text.indexOf("small ✓ delight"));
    }

    /** The lost are an upper bound, an estimate by friction is none. */
    @Test
    void a_headline_says_whether_the_lost_or_friction_make_what_is_at_stake() {
        Map<String, Object> pain = pain(1, "pain", "cart", 800.0, List.of("burst"));
        pain.putAll(row("drop_off_value_at_stake", 400.0, "friction_value_at_stake", 800.0));

        String text =
                ExperienceDay.text(day().table("pain_points", List.of(pain)).page(Language.EN), "pain-points");

        assertThat(text)
                .contains("Most is at stake at cart: an estimated 800")
                .contains("an association, and no upper bound")
                .contains("≈ 800");
    }

    @Test
    void figures_of_few_are_marked_in_the_numbers_too() {
        ExperienceDay day = day().table("friction", List.of(friction("search", 0.25, 0.5, 0.001)))
                .table(
                        "conformance",
                        List.of(deviation("(none)", null, 75, 100), deviation("skipped", "basket", 3, 12)));

        assertThat(marked(day.sections(new FrictionSection(), Language.EN), 0)).containsExactly("50.0%", "0.5");
        assertThat(marked(day.sections(new ConformanceSection(), Language.EN), 0))
                .containsExactly("25.0%");
    }

    private static List<String> marked(List<Section> sections, int figure) {
        return figures(sections).get(figure).numbers().rows().stream()
                .flatMap(List::stream)
                .filter(Numbers.Cell::isFew)
                .map(Numbers.Cell::text)
                .toList();
    }

    @Test
    void a_ratio_of_odds_close_to_nothing_is_not_said_to_be_nothing() {
        Map<String, Object> friction =
                rate(friction("pay", 0.1, 0.9, 0.0001), "conversion_odds_ratio", 0.002, 0.00004, 0.0131);

        String text =
                ExperienceDay.text(day().table("friction", List.of(friction)).page(Language.EN), "friction");

        assertThat(text).contains("0.002").contains("&lt; 0.001 to 0.0131").doesNotContain("0 to 0.013");
    }

    private static Map<String, Object> pain(long rank, String kind, String name, Double value, List<String> kinds) {
        return row(
                "rank",
                rank,
                "kind",
                kind,
                "touchpoint",
                name,
                "funnel",
                "checkout",
                "drop_off_count",
                kind.equals("pain") ? 100L : 0L,
                "friction_kinds",
                kinds,
                "value_at_stake",
                value);
    }

    @Test
    void pending_firings_are_hatched_and_in_no_rate() {
        Map<String, Object> row = row(
                "trigger",
                "cart",
                "action",
                "mail",
                "breakdown",
                "all",
                "breakdown_value",
                "all",
                "firing_count",
                100L,
                "customer_count",
                90L,
                "cancelled_count",
                20L,
                "due_count",
                70L,
                "pending_count",
                10L,
                "mature_count",
                88L,
                "cancelled_converted_count",
                20L,
                "due_converted_count",
                35L);
        rate(row, "cancelled_rate", 0.2, 0.13, 0.3);
        rate(row, "due_conversion_rate", 0.5, 0.4, 0.6);
        ExperienceDay day = day().table("trigger_summary", List.of(row));

        String page = day.page(Language.EN);

        assertThat(page).contains("<span class=\"part ink-progress\" style=\"width:10.00%\" title=\"Pending: 10\">");
        assertThat(ExperienceDay.text(page, "triggers"))
                .contains("cart: 70 are due for mail and 10 pending, of 100 firings.")
                .contains("Of the 88 whose time is over, 20.0% (13.0% to 30.0%) were cancelled")
                .contains("50.0% 40.0% to 60.0%, of 70 due");
    }

    @Test
    void all_models_are_shown_and_what_is_credited_to_nothing_is_kept() {
        List<String> models = List.of("first", "last", "linear", "position", "time_decay", "markov", "shapley");
        List<Map<String, Object>> rows = models.stream()
                .flatMap(model -> Stream.of(
                        credit(model, "web", model.equals("last") ? 0.7 : 0.5),
                        credit(model, "phone", 0),
                        credit(model, "(unattributed)", 0.3)))
                .toList();
        ExperienceDay day = day().table("attribution", rows)
                .table(
                        "conversion_paths",
                        List.of(rate(
                                row(
                                        "by",
                                        "channel",
                                        "path",
                                        List.of("mail", "web"),
                                        "length",
                                        2L,
                                        "conversion_count",
                                        30L,
                                        "non_conversion_count",
                                        10L),
                                "conversion_rate",
                                0.75,
                                0.6,
                                0.86)));

        String text = ExperienceDay.text(day.page(Language.EN), "attribution");

        assertThat(text)
                .contains("credit is no proof of effect")
                .contains("In the numbers only: Shapley value.")
                .contains("50.0% to 70.0%")
                .contains("not attributed")
                .contains("mail → web 30 75.0% (60.0% to 86.0%) convert")
                .contains("10.5 (×2)");
    }

    private static Map<String, Object> credit(String model, String name, double share) {
        Map<String, Object> row = row("by", "channel", "model", model, "name", name, "credit_value", 5.0);
        rate(row, "credit_conversions", 100 * share, 90 * share, 110 * share);
        rate(row, "credit_share", share, 0.9 * share, Math.min(1, 1.1 * share));
        if (name.equals("web")) {
            row.putAll(row("cost", 525.0, "cost_per_conversion", 10.5, "return_on_cost", 2.0));
        }
        return row;
    }

    @Test
    void deviations_stand_beside_the_journeys_that_follow() {
        ExperienceDay day = day().table(
                        "conformance",
                        List.of(
                                deviation("(any)", null, 25, 100),
                                deviation("(none)", null, 75, 100),
                                deviation("(not entered)", null, 7, 107),
                                deviation("skipped", "basket", 25, 50),
                                deviation("moved_back", "visit", 0, 50)))
                .table(
                        "stage_times",
                        List.of(row(
                                "breakdown",
                                "all",
                                "breakdown_value",
                                "all",
                                "stage_number",
                                1L,
                                "stage",
                                "visit",
                                "journey_count",
                                100L,
                                "left_count",
                                60L,
                                "stopped_count",
                                30L,
                                "in_progress_count",
                                10L,
                                "seconds_p50",
                                7200.0)));

        String text = ExperienceDay.text(day.page(Language.EN), "conformance");

        assertThat(text)
                .contains("75.0% (65.0% to 85.0%) of 100 journeys follow the modelled one")
                .contains("7 journeys have no stage of it.")
                .contains("skipped: basket 50.0% (40.0% to 60.0%) 25 of 50")
                .doesNotContain("moved back: visit")
                .contains("60 of 100 went on, median 2 h");
    }

    private static Map<String, Object> deviation(String deviation, String stage, long count, long eligible) {
        Map<String, Object> row = row(
                "breakdown",
                "all",
                "breakdown_value",
                "all",
                "deviation",
                deviation,
                "stage",
                stage,
                "journey_count",
                count,
                "eligible_count",
                eligible,
                "customer_count",
                count);
        double share = count / (double) eligible;
        return rate(row, "journey_share", share, share - 0.1, share + 0.1);
    }

    @Test
    void segments_show_their_size_and_figures() {
        Map<String, Object> regular = rate(
                row("segment", "regular", "customer_count", 25L, "overlap_count", 3L),
                "customer_share",
                0.25,
                0.2,
                0.3);
        rate(regular, "conversion_rate", 0.4, 0.3, 0.5).put("journey_count", 60L);
        Map<String, Object> none =
                rate(row("segment", "(none)", "customer_count", 75L), "customer_share", 0.75, 0.7, 0.8);
        ExperienceDay day = day().table("segments", List.of(regular, none));

        String text = ExperienceDay.text(day.page(Language.FR), "segments");

        assertThat(text)
                .contains("regular 25,0 % † 25 clients")
                .contains("(aucun) 75,0 % 75 clients")
                .contains("40,0 % (30,0 % à 50,0 %) 60 parcours")
                .contains("Un client peut appartenir à plusieurs segments")
                .doesNotContain("Valeur par client Points");
    }

    private static List<Figure> figures(List<Section> sections) {
        return sections.stream()
                .flatMap(section -> blocks(section.blocks()))
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    private static Stream<Block> blocks(List<Block> blocks) {
        return blocks.stream().flatMap(block -> {
            if (block instanceof Block.Choice choice) {
                return choice.views().stream().flatMap(view -> blocks(view.blocks()));
            }
            return block instanceof Block.Fold fold ? blocks(fold.blocks()) : Stream.of(block);
        });
    }
}
