package io.parcours.report.overview;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.data.ReportTables;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Link;
import io.parcours.report.page.Block.Links;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.PageLinks;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import io.parcours.table.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OverviewChapterTest {
    private static final String DAY = "2024-03-30";
    private static final String MAP =
            "name: shop\\nstages: [{name: look, events: [a]}, {name: buy, events: [b]}]\\nfunnels:\\n  - {name: f, steps: [a, b]}\\n";
    private static final List<String> STEPS = List.of(
            "funnel:text",
            "breakdown:text",
            "step:whole",
            "step_name:text",
            "reached_count:whole",
            "dropped_count:whole",
            "in_progress_count:whole",
            "open_count:whole",
            "rate_from_first:real",
            "rate_from_first_low:real",
            "rate_from_first_high:real");

    @TempDir
    private Path folder;

    @Test
    void a_run_without_records_is_told_without_figures() {
        ReportTables tables = tables("\"histories\":{}");

        List<Section> sections = sections(tables, Language.EN);

        assertThat(sections).extracting(Section::id).containsExactly("overview");
        assertThat(sections.get(0).blocks()).noneMatch(Figure.class::isInstance).noneMatch(Links.class::isInstance);
    }

    @Test
    void records_are_shown_by_outcome_and_rejected_ones_by_reason() {
        day().table(
                        "quality",
                        List.of("source_file:text", "outcome:text", "reason:text", "record_count:whole"),
                        List.of(
                                Arrays.asList("one.csv", "accepted", null, 900),
                                Arrays.asList("one.csv", "rejected", "MALFORMED", 20),
                                Arrays.asList("two.csv", "rejected", "MALFORMED", 10),
                                Arrays.asList("two.csv", "rejected", "BAD_VALUE", 40),
                                Arrays.asList("two.csv", "filtered", "WHERE", 30)));

        List<Figure> figures =
                figures(sections(tables("\"histories\":{}"), Language.EN).get(0));

        assertThat(figures.get(0).title()).isEqualTo("90.0% of 1,000 records were accepted");
        assertThat(((Bars) figures.get(0).graphic()).legend())
                .extracting(Legend::text)
                .containsExactly(
                        "Accepted: 900 (90.0%)",
                        "Duplicate: 0 (0.0%)", "Rejected: 70 (7.0%)", "Filtered: 30 (3.0%)", "After as_of: 0 (0.0%)");
        assertThat(figures.get(1).numbers().rows())
                .extracting(row -> row.stream().map(Cell::text).toList())
                .containsExactly(List.of("No valid value (BAD_VALUE)", "40"), List.of("Malformed (MALFORMED)", "30"));
    }

    /** 52 of 100 reached b; 30 were lost there, 18 may come. Two rows of drop-offs, worth 200 and 100: 300. */
    @Test
    void findings_say_what_the_tables_hold_and_lead_where_there_is_a_section() {
        funnel();
        customers();
        day().table(
                        "drop_offs",
                        List.of(
                                "funnel:text",
                                "step:whole",
                                "value_at_stake:real",
                                "value_at_stake_low:real",
                                "value_at_stake_high:real"),
                        List.of(
                                List.of("f", 2, 200.0, 180.0, 220.0),
                                List.of("f", 2, 100.0, 90.0, 110.0),
                                List.of("lifecycle", 2, 7.0, 7.0, 7.0)))
                .table(
                        "pain_points",
                        List.of(
                                "rank:whole",
                                "kind:text",
                                "touchpoint:text",
                                "funnel:text",
                                "drop_off_count:whole",
                                "friction_customer_count:whole",
                                "value_at_stake:real"),
                        List.of(
                                Arrays.asList(1, "pain", "<b>a</b>", "f", 30, null, 300.0),
                                Arrays.asList(2, "pain", "c", null, 0, 5, null)));

        List<Section> sections = sections(tables("\"histories\":{\"customers\":5}"), Language.EN);
        List<Link> links = links(PageLinks.among(List.of(sections.get(0), section("funnels"), section("at-risk"))));

        assertThat(links)
                .extracting(Link::text)
                .containsExactly(
                        "52.0% (42.3% to 61.5%) of the 100 that entered f reached b; 18 more may still come.",
                        "30 were lost in f before b, more than at any other step of it, worth at most 300 (270 to 330).",
                        "2 of 3 customers with activity who are not dormant (66.7%) have a high risk of leaving; 2 more are dormant.",
                        "The first pain point is <b>a</b>: 30 lost in f were last seen there.");
        assertThat(links.get(0).target().section()).isEqualTo("funnels");
        assertThat(links.get(1).target().section()).isEqualTo("funnels");
        assertThat(links.get(2).target().title()).isEqualTo("Title of at-risk");
        assertThat(links.get(3).target()).isNull();
    }

    @ParameterizedTest
    @CsvSource({"0, low, true", "1, low, false", "0, high, false"})
    void the_risk_is_a_finding_where_a_model_tells_customers_apart(
            double ruleOfThumb, String otherRisk, boolean isFinding) {
        day().table(
                        "churn_customers",
                        List.of("furthest_stage:text", "state:text", "churn_risk:text"),
                        List.of(
                                List.of("look", "new", "high"),
                                List.of("look", "current", otherRisk),
                                List.of("look", "dormant", "high")))
                .table(
                        "churn_model",
                        List.of("name:text", "estimate:real"),
                        List.of(List.of("rule_of_thumb_used", ruleOfThumb)));

        List<Section> sections = sections(tables("\"histories\":{\"customers\":3}"), Language.EN);

        assertThat(links(sections).stream().anyMatch(link -> link.text().contains("high risk")))
                .isEqualTo(isFinding);
    }

    @Test
    void stages_tell_who_touched_them_and_where_customers_are() {
        funnel();
        customers();

        Section stages =
                sections(tables("\"histories\":{\"customers\":5}"), Language.EN).get(1);

        assertThat(stages.id()).isEqualTo("stages");
        List<Figure> figures = figures(stages);
        assertThat(texts(figures.get(0)))
                .containsExactly(
                        List.of("look", "5", "5", "100.0%†", "56.6% to 100.0%"),
                        List.of("buy", "4", "2", "40.0%†", "11.8% to 76.9%"));
        assertThat(texts(figures.get(1)))
                .containsExactly(
                        List.of("look", "3", "60.0%", "1", "0", "0", "1", "1"),
                        List.of("buy", "1", "20.0%", "0", "0", "0", "0", "1"),
                        List.of("(no stage)", "1", "20.0%", "0", "1", "0", "0", "0"));
    }

    @Test
    void warnings_and_customers_over_the_limit_are_told() {
        ReportTables tables = tables(
                "\"histories\":{\"truncated_customers\":1,\"customers\":2},\"warnings\":[\"w1\",\"w2\",\"w3\",\"w4\",\"w5\",\"w6\"]");

        assertThat(sections(tables, Language.EN).get(0).blocks())
                .filteredOn(Notice.class::isInstance)
                .extracting(notice -> ((Notice) notice).text())
                .hasSize(6)
                .contains("1 customer has more touchpoints than the map’s limit; the later ones were left out.")
                .contains("The run warned: w1.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentences_are_whole_in_both_languages(Language language) {
        funnel();
        customers();
        ReportTables tables = tables(
                "\"histories\":{\"customers\":1234},\"inputs\":[{\"name\":\"a.csv\",\"bytes\":1890000}],\"warnings\":[\"w\"]");

        String told = sections(tables, language).toString();

        assertThat(told)
                .contains(language == Language.EN ? "1,234" : "1\u202f234")
                .contains(language == Language.EN ? "1.9 MB" : "1,9\u00a0Mo")
                .doesNotContain("{0")
                .doesNotContain("choice")
                .doesNotContain("NaN");
    }

    private void funnel() {
        day().table(
                        "funnel_steps",
                        STEPS,
                        List.of(
                                Arrays.asList("f", "all", 1, "a", 100, 0, 0, 100, 1.0, 0.963, 1.0),
                                Arrays.asList("f", "all", 2, "b", 52, 30, 18, 60, 0.52, 0.423, 0.615),
                                Arrays.asList("f", "channel", 2, "b", 1, 99, 0, 60, 0.01, 0.0, 0.1),
                                Arrays.asList("lifecycle", "all", 1, "look", 5, 0, 0, 5, 1.0, 0.566, 1.0),
                                Arrays.asList("lifecycle", "all", 2, "buy", 2, 3, 0, 4, 0.4, 0.118, 0.769)));
    }

    private void customers() {
        day().table(
                        "churn_customers",
                        List.of("furthest_stage:text", "state:text", "churn_risk:text"),
                        List.of(
                                Arrays.asList("look", "new", "high"),
                                Arrays.asList("look", "at_risk", "high"),
                                Arrays.asList("look", "dormant", "high"),
                                Arrays.asList("buy", "dormant", "high"),
                                Arrays.asList(null, "current", "low")));
    }

    private WrittenDay day() {
        return new WrittenDay(folder, DAY);
    }

    private ReportTables tables(String rest) {
        String manifest = "{\"as_of\":\"2024-03-30T23:00:00Z\",\"map\":{\"effective\":\"" + MAP + "\"}," + rest + "}";
        return new ReportTables(LocalDate.parse(DAY), manifest, name -> {
            Path file = folder.resolve(DAY).resolve(name + ".parquet");
            return Files.exists(file) ? List.of(TableFiles.input(file)) : List.of();
        });
    }

    private static List<Section> sections(ReportTables tables, Language language) {
        return new OverviewChapter().sections(new ReportContext(new Words(language), tables, Optional.empty(), 0));
    }

    private static Section section(String id) {
        return new Section(id, "Title of " + id, "", List.of());
    }

    private static List<Link> links(List<Section> sections) {
        return sections.get(0).blocks().stream()
                .filter(Links.class::isInstance)
                .flatMap(block -> ((Links) block).links().stream())
                .toList();
    }

    private static List<Figure> figures(Section section) {
        return section.blocks().stream()
                .filter(Figure.class::isInstance)
                .map(Figure.class::cast)
                .toList();
    }

    private static List<List<String>> texts(Figure figure) {
        return figure.numbers().rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.isFew() ? cell.text() + "†" : cell.text())
                        .toList())
                .toList();
    }
}
