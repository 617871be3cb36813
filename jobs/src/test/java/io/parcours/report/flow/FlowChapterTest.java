package io.parcours.report.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FlowChapterTest {
    private static final String STAGES = "name: shop\nstages: [{name: look, events: [a]}, {name: buy, events: [b]}]\n"
            + "funnels:\n  - {name: f, steps: [a, b]}\n";
    private static final List<String> PATHS = List.of(
            "path:texts",
            "journey_count:whole",
            "share:real",
            "converted_count:whole",
            "conversion_rate:real",
            "conversion_rate_low:real",
            "conversion_rate_high:real");
    private static final List<String> TRANSITIONS = List.of(
            "level:text",
            "from_name:text",
            "to_name:text",
            "transition_count:whole",
            "customer_count:whole",
            "share_of_from:real",
            "seconds_p50:real");

    @TempDir
    private Path folder;

    @Test
    void a_day_without_its_tables_has_no_sections() {
        assertThat(sections(day().map(STAGES), Language.EN)).isEmpty();
        assertThat(sections(
                        day().map(STAGES).table("paths", PATHS, List.of()).table("transitions", TRANSITIONS, List.of()),
                        Language.EN))
                .isEmpty();
    }

    @Test
    void paths_are_listed_by_journeys_and_by_conversions_with_small_ones_marked() {
        List<Section> sections = sections(
                day().map(STAGES)
                        .table(
                                "paths",
                                PATHS,
                                List.of(
                                        Arrays.asList(List.of("look"), 60, 0.6, 0, 0.0, 0.0, 0.06),
                                        Arrays.asList(List.of("look", "buy"), 29, 0.29, 29, 1.0, 0.88, 1.0),
                                        Arrays.asList(List.of(), 11, 0.11, 1, 0.0909, 0.0162, 0.3774))),
                Language.EN);

        assertThat(sections).extracting(Section::id).containsExactly("flow", "paths");
        List<View> views = ((Choice) sections.get(1).blocks().get(0)).views();
        assertThat(texts(views.get(0)))
                .containsExactly(
                        List.of("look", "60", "60.0%", "0", "0.0%", "0.0% to 6.0%"),
                        List.of("look › buy", "29", "29.0%", "29", "100.0%†", "88.0% to 100.0%"),
                        List.of("no stage", "11", "11.0%", "1", "9.1%†", "1.6% to 37.7%"));
        assertThat(texts(views.get(1))).extracting(row -> row.get(0)).containsExactly("look › buy", "no stage");
    }

    /** The base of a row is all that leaves it: 30 + 10 from look; (start) of 20 rests on few. */
    @Test
    void transitions_are_shares_of_what_leaves_a_row_in_the_order_of_the_map() {
        List<Section> sections = sections(
                day().map(STAGES)
                        .table(
                                "transitions",
                                TRANSITIONS,
                                List.of(
                                        Arrays.asList("stage", "look", "buy", 30, 25, 0.75, 90.0),
                                        Arrays.asList("stage", "(start)", "look", 20, 20, 1.0, null),
                                        Arrays.asList("stage", "look", "(open)", 10, 9, 0.25, null),
                                        Arrays.asList("stage", "buy", "(end)", 40, 1, 1.0, null))),
                Language.FR);

        Figure figure = (Figure) sections.get(0).blocks().get(1);
        Grid grid = (Grid) figure.graphic();
        assertThat(grid.columns()).containsExactly("look", "buy", "(fin)", "(ouvert)");
        assertThat(grid.rows()).extracting(GridRow::label).containsExactly("(début) (20)", "look (40)", "buy (40)");
        assertThat(grid.rows().get(1).cells())
                .extracting(GridCell::text)
                .containsExactly("", "75,0\u00a0%", "", "25,0\u00a0%");
        assertThat(grid.rows().get(1).cells().get(1).title())
                .isEqualTo("look → buy\u00a0: 30 sur 40, 25 clients, la moitié en "
                        + new Words(Language.FR).duration(90) + " au plus");
        assertThat(grid.rows().get(0).cells().get(0).isFew()).isTrue();
        assertThat(grid.rows().get(1).cells().get(1).isFew()).isFalse();
    }

    @Test
    void of_very_many_events_the_most_frequent_are_shown_and_the_rest_is_named() {
        List<List<Object>> rows = new ArrayList<>();
        for (int event = 0; event < 500; event++) {
            String name = "<b>" + event + "</b>" + "w".repeat(300);
            rows.add(Arrays.asList("event", name, "(end)", 1000 - event, 1, 0.5, null));
            rows.add(Arrays.asList("event", name, name, 1000 - event, 1, 0.5, 1.0));
        }

        List<Section> sections = sections(day().map(STAGES).table("transitions", TRANSITIONS, rows), Language.EN);

        Figure figure = (Figure) sections.get(0).blocks().get(1);
        Grid grid = (Grid) figure.graphic();
        assertThat(grid.rows()).hasSize(12);
        assertThat(grid.rows().get(0).label()).startsWith("<b>0</b>");
        assertThat(grid.columns()).hasSize(13).contains("(end)");
        assertThat(figure.reading()).contains("12 most frequent of 500 events").contains("table transitions");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void sentences_are_whole_in_both_languages(Language language) {
        WrittenDay day = day().map(STAGES)
                .table(
                        "paths",
                        PATHS,
                        List.of(Arrays.asList(List.of("look", "buy"), 1234, 1.0, 600, 0.486, 0.45, 0.52)));

        String told = sections(day, language).toString();

        assertThat(told)
                .contains(language == Language.EN ? "1,234" : "1\u202f234")
                .doesNotContain("{0")
                .doesNotContain("choice")
                .doesNotContain("NaN");
    }

    private WrittenDay day() {
        return new WrittenDay(folder, "2024-03-30");
    }

    private static List<Section> sections(WrittenDay day, Language language) {
        return new FlowChapter().sections(new ReportContext(new Words(language), day.tables(), Optional.empty(), 0));
    }

    private static List<List<String>> texts(View view) {
        return ((Listing) view.blocks().get(0))
                .numbers().rows().stream()
                        .map(row -> row.stream()
                                .map(cell -> cell.isFew() ? cell.text() + "†" : cell.text())
                                .toList())
                        .toList();
    }
}
