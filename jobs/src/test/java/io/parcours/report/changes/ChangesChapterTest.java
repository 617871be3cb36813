package io.parcours.report.changes;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.data.ReportTables;
import io.parcours.report.data.WrittenDay;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Listing;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Numbers.Head;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChangesChapterTest {
    private static final List<String> TRIGGERS = List.of(
            "trigger:text",
            "breakdown:text",
            "mature_count:whole",
            "cancelled_rate:real",
            "cancelled_rate_low:real",
            "cancelled_rate_high:real",
            "due_count:whole",
            "due_conversion_rate:real",
            "due_conversion_rate_low:real",
            "due_conversion_rate_high:real");

    @TempDir
    private Path folder;

    @Test
    void a_figure_says_what_it_rested_on_then_and_rests_on_now() {
        List<Block> blocks = blocks(Language.EN, cancelled("2024-01-31", 0.1, 20), cancelled("2024-02-29", 0.9, 1200));

        Listing news = listing(blocks);
        assertThat(news.numbers().heads())
                .extracting(Head::text)
                .containsSubsequence("Then", "Now", "Difference", "95% interval", "n then", "n now", "q");
        assertThat(news.numbers().rows())
                .singleElement()
                .satisfies(cells -> assertThat(cells)
                        .extracting(ChangesChapterTest::told)
                        .startsWith("Trigger cancelled in time", "t", "10.0%", "90.0%", "▲ 80.0 points†")
                        .containsSubsequence("20†", "1,200"));
    }

    @Test
    void firings_whose_time_is_over_compare_like_with_like() {
        assertThat(blocks(Language.EN, cancelled("2024-01-31", 0.1, 100), cancelled("2024-02-29", 0.9, 100)))
                .noneMatch(Notice.class::isInstance);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void what_also_moves_with_time_is_told(Language language) {
        assertThat(blocks(language, due("2024-01-31", 0.1), due("2024-02-29", 0.9)))
                .filteredOn(Notice.class::isInstance)
                .extracting(notice -> ((Notice) notice).text())
                .containsExactly(new Words(language).say("changes.time"));
    }

    private static String told(Cell cell) {
        return cell.isFew() ? cell.text() + "†" : cell.text();
    }

    private static Listing listing(List<Block> blocks) {
        return blocks.stream()
                .filter(Listing.class::isInstance)
                .map(Listing.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static List<Block> blocks(Language language, ReportTables before, ReportTables now) {
        ReportContext context = new ReportContext(new Words(language), now, Optional.of(before), 0);
        return new ChangesChapter().sections(context).get(0).blocks();
    }

    private ReportTables cancelled(String day, double rate, int base) {
        return day(day, rate, base, 0.5);
    }

    private ReportTables due(String day, double rate) {
        return day(day, 0.5, 100, rate);
    }

    private ReportTables day(String day, double cancelled, int mature, double due) {
        return new WrittenDay(folder, day)
                .table(
                        "trigger_summary",
                        TRIGGERS,
                        List.of(List.of(
                                "t",
                                "all",
                                mature,
                                cancelled,
                                cancelled - 0.05,
                                cancelled + 0.05,
                                100,
                                due,
                                due - 0.05,
                                due + 0.05)))
                .tables();
    }
}
