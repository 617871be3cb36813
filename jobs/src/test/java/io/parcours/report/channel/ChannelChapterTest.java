package io.parcours.report.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.chart.Graphic;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.Prose;
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

class ChannelChapterTest {
    private static final List<String> MIX = List.of(
            "breakdown:text",
            "length:text",
            "channel_class:text",
            "journey_count:whole",
            "journey_share:real",
            "journey_share_low:real",
            "journey_share_high:real",
            "converted_count:whole",
            "conversion_rate:real",
            "conversion_rate_low:real",
            "conversion_rate_high:real",
            "in_progress_count:whole",
            "covered_share:real",
            "containment_rate:real",
            "containment_rate_low:real",
            "containment_rate_high:real");
    private static final List<String> SWITCHES = List.of(
            "breakdown:text",
            "from_channel:text",
            "to_channel:text",
            "switch_count:whole",
            "handover_count:whole",
            "seconds_p50:real",
            "conversion_rate:real",
            "conversion_rate_low:real",
            "conversion_rate_high:real");
    private static final List<String> INVENTORY = List.of(
            "breakdown:text",
            "channel:text",
            "stage:text",
            "event:text",
            "touchpoint_count:whole",
            "customer_share:real",
            "journey_count:whole",
            "conversion_rate:real",
            "conversion_rate_low:real",
            "conversion_rate_high:real");

    @TempDir
    private Path folder;

    @Test
    void a_map_without_channels_has_no_section() {
        assertThat(sections(day(), Language.EN)).isEmpty();
        assertThat(sections(day().table("channel_mix", MIX, List.of()), Language.EN))
                .isEmpty();
    }

    @Test
    void classes_are_compared_at_equal_length_first_and_rest_on_their_journeys() {
        Section section = sections(mix(), Language.EN).get(0);

        assertThat(((Prose) section.blocks().get(0)).text())
                .isEqualTo("At equal length, omnichannel journeys convert more often than single channel ones:"
                        + " 70.0% (60.0% to 78.0%) against 40.0% (35.0% to 45.0%). The two do not cover the same lengths:"
                        + " omnichannel journeys have those of 99.0% of all, single channel ones those of 100.0%.");
        assertThat(section.blocks().get(1)).isInstanceOf(Notice.class);
        Choice choice = (Choice) section.blocks().get(2);
        List<Bar> equal = bars(choice.views().get(0).blocks().get(0));
        assertThat(equal)
                .extracting(Bar::label)
                .containsExactly("single channel (200)", "multichannel (2)", "omnichannel (90)");
        assertThat(equal).extracting(Bar::isFew).containsExactly(false, true, false);
        Bar raw = bars(choice.views().get(1).blocks().get(0)).get(0);
        assertThat(raw.value()).isEqualTo("30.0%");
        assertThat(raw.parts()).extracting(Graphic.Part::ink).containsExactly(Ink.REACHED, Ink.PROGRESS);
        assertThat(raw.parts().get(1).length()).isEqualTo(50.0 / 250);
        assertThat(bars(section.blocks().get(3)))
                .extracting(Bar::label)
                .containsExactly("single channel (75)", "omnichannel (60)");
    }

    /** By hand: 18 to 56 of the few single ones reaches over all others; 30 to 36 and 20 to 26 lie apart. */
    @Test
    void classes_are_said_to_differ_only_where_their_intervals_lie_apart() {
        List<List<Object>> rows = new ArrayList<>(List.of(
                row("all", "single", 200, 0.3, 60, 0, null, 1.0),
                standardised("single", 0.44, 0.18, 0.56, 1.0),
                standardised("crosschannel", 0.33, 0.30, 0.36, 1.0)));

        assertThat(headline(rows))
                .isEqualTo("At equal length, no class is shown to convert more often than another, for their intervals"
                        + " overlap: from 44.0% (18.0% to 56.0%) of single channel journeys to 33.0% (30.0% to 36.0%)"
                        + " of cross-channel ones.");
        rows.add(standardised("omnichannel", 0.23, 0.20, 0.26, 1.0));
        assertThat(headline(rows))
                .isEqualTo("At equal length, cross-channel journeys convert more often than omnichannel ones:"
                        + " 33.0% (30.0% to 36.0%) against 23.0% (20.0% to 26.0%).");
    }

    private String headline(List<List<Object>> rows) {
        Section section =
                sections(day().table("channel_mix", MIX, rows), Language.EN).get(0);
        return ((Prose) section.blocks().get(0)).text();
    }

    private static List<Object> standardised(String channels, double rate, double low, double high, double covered) {
        return Arrays.asList(
                "all",
                "standardised",
                channels,
                200,
                null,
                null,
                null,
                null,
                rate,
                low,
                high,
                null,
                covered,
                null,
                null,
                null);
    }

    @Test
    void a_log_of_one_channel_is_not_compared_with_anything() {
        WrittenDay day = day().table(
                        "channel_mix",
                        MIX,
                        List.of(
                                row("all", "single", 250, 0.3, 75, 50, null, 1.0),
                                row("standardised", "single", 200, 0.3, null, null, 1.0, null)));

        Section section = sections(day, Language.EN).get(0);

        assertThat(section.blocks()).hasSize(1).first().isInstanceOf(Figure.class);
    }

    @Test
    void handovers_are_a_grid_of_the_channels_that_switch_most() {
        List<List<Object>> rows = new ArrayList<>();
        for (int channel = 0; channel < 40; channel++) {
            rows.add(Arrays.asList(
                    "all", "c" + channel, "c" + (channel + 1) % 40, 100 - channel, 50, 60.0, 0.25, 0.2, 0.3));
        }
        rows.add(Arrays.asList("all", "(other)", "(other)", 9999, 9999, null, 0.25, 0.2, 0.3));
        rows.add(Arrays.asList("platform", "x", "y", 5, 5, 60.0, 0.25, 0.2, 0.3));

        Figure figure = (Figure) sections(day().table("channel_switches", SWITCHES, rows), Language.EN)
                .get(0)
                .blocks()
                .get(0);

        Grid grid = (Grid) figure.graphic();
        assertThat(grid.columns()).hasSize(12).contains("c1", "c2").doesNotContain("(other)", "x");
        GridCell cell = grid.rows()
                .get(grid.columns().indexOf("c1"))
                .cells()
                .get(grid.columns().indexOf("c2"));
        assertThat(cell.text()).isEqualTo("50");
        assertThat(cell.title())
                .isEqualTo(
                        "c1 → c2: 50 handovers of 99 switches; after 25.0% (20.0% to 30.0%) of the switches the journey converts");
        assertThat(figure.reading()).contains("12 channels");
        assertThat(figure.numbers().rows()).hasSize(40);
        assertThat(figure.numbers().remark()).contains("40 most frequent of 41");
    }

    @Test
    void the_inventory_lists_the_most_frequent_touchpoints_of_the_whole_log() {
        String hostile = "<script>" + "w".repeat(500);
        List<List<Object>> rows = new ArrayList<>();
        for (int event = 0; event < 30; event++) {
            rows.add(Arrays.asList("all", "web", "(none)", "e" + event, 100 + event, 0.5, 40, 0.5, 0.4, 0.6));
        }
        rows.add(Arrays.asList("all", hostile, hostile, hostile, 900, 0.1, 3, 0.0, 0.0, 0.5));
        rows.add(Arrays.asList("all", "(other)", "(other)", "(other)", 800, null, null, null, null, null));
        rows.add(Arrays.asList("platform", "web", "(none)", "no", 9000, 0.5, 40, 0.5, 0.4, 0.6));

        Section section = sections(day().table("touchpoint_inventory", INVENTORY, rows), Language.FR)
                .get(0);

        Listing listing = (Listing) section.blocks().get(1);
        List<List<String>> shown = listing.numbers().rows().stream()
                .map(row -> row.stream()
                        .map(cell -> cell.isFew() ? cell.text() + "†" : cell.text())
                        .toList())
                .toList();
        assertThat(shown).hasSize(20);
        assertThat(shown.get(0).get(0)).startsWith("<script>").endsWith("…").hasSizeLessThan(80);
        assertThat(shown.get(0).get(6)).isEqualTo("0,0\u00a0%†");
        assertThat(shown.get(1)).containsExactly("(autres)", "(autres)", "(autres)", "800", "–", "–", "–", "–");
        assertThat(shown.get(2).subList(0, 4)).containsExactly("e29", "web", "(aucun)", "129");
        assertThat(listing.numbers().remark()).contains("20").contains("32");
    }

    private WrittenDay mix() {
        return day().table(
                        "channel_mix",
                        MIX,
                        List.of(
                                row("all", "single", 250, 0.3, 75, 50, null, 1.0),
                                row("all", "multichannel", 2, 0.0, 0, 0, null, null),
                                row("all", "omnichannel", 90, 0.667, 60, 10, null, 0.25),
                                row("3-4", "omnichannel", 5, 0.9, 4, 0, null, 0.25),
                                standardised("single", 0.4, 0.35, 0.45, 1.0),
                                row("standardised", "multichannel", 2, 0.9, null, null, 0.4, null),
                                Arrays.asList(
                                        "all",
                                        "standardised",
                                        "omnichannel",
                                        90,
                                        null,
                                        null,
                                        null,
                                        null,
                                        0.7,
                                        0.6,
                                        0.78,
                                        null,
                                        0.99,
                                        null,
                                        null,
                                        null)));
    }

    private static List<Object> row(
            String length,
            String channels,
            int journeys,
            double rate,
            Integer converted,
            Integer inProgress,
            Double covered,
            Double contained) {
        return Arrays.asList(
                "all",
                length,
                channels,
                journeys,
                0.5,
                0.4,
                0.6,
                converted,
                rate,
                0.0,
                1.0,
                inProgress,
                covered,
                contained,
                contained == null ? null : 0.1,
                contained == null ? null : 1.0);
    }

    private WrittenDay day() {
        return new WrittenDay(folder, "2024-03-30");
    }

    private static List<Bar> bars(Block figure) {
        return ((Bars) ((Figure) figure).graphic()).bars();
    }

    private static List<Section> sections(WrittenDay day, Language language) {
        return new ChannelChapter().sections(new ReportContext(new Words(language), day.tables(), Optional.empty(), 0));
    }
}
