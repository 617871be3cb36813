package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class GridFitTest {
    private boolean isCut;

    @Test
    void namesAreBrokenBeforeTextsAreCut() {
        List<TableColumn> columns =
                List.of(text("step_name"), number("reached_count"), number("rate_from_previous_low"));
        assertThat(print(36, columns, List.of(List.of("payment", 486L, 7L)))).isEqualTo("""
                 step_name | reached_ | rate_from_
                           |    count |  previous_
                           |          |        low
                -----------+----------+------------
                 payment   |      486 |          7
                """);
        assertThat(isCut).isFalse();
    }

    @Test
    void longTextsAreCutAndSaySo() {
        String table = print(
                40,
                List.of(text("key"), text("words"), number("n")),
                List.of(List.of("a", "x".repeat(100), 1L), List.of("b", "short", 12_345_678_901L)));
        assertThat(table).isEqualTo("""
                 key | words              |           n
                -----+--------------------+-------------
                 a   | xxxxxxxxxxxxxxxxx… |           1
                 b   | short              | 12345678901
                """);
        assertThat(isCut).isTrue();
    }

    @Test
    void aTableThatIsTooWideIsPartedAndEachPartBeginsWithWhatTellsTheRowsApart() {
        List<TableColumn> columns =
                List.of(text("funnel"), number("step"), number("aaaaaaaa"), number("bbbbbbbb"), number("cccccccc"));
        String table = print(37, columns, List.of(List.of("f", 1L, 1L, 2L, 3L), List.of("f", 2L, 4L, 5L, 6L)));
        assertThat(table).isEqualTo("""
                 funnel | step | aaaaaaaa | bbbbbbbb
                --------+------+----------+----------
                 f      |    1 |        1 |        2
                 f      |    2 |        4 |        5

                 step | cccccccc
                ------+----------
                    1 |        3
                    2 |        6
                """);
    }

    @Test
    void rowsThatNothingShortTellsApartAreNumbered() {
        List<TableColumn> columns = List.of(text("funnel"), number("aaaaaaaa"), number("bbbbbbbb"), number("cccccccc"));
        String table = print(30, columns, List.of(List.of("f", 1L, 2L, 3L), List.of("f", 1L, 2L, 3L)));
        assertThat(table).isEqualTo("""
                 row | funnel | aaaaaaaa
                -----+--------+----------
                   1 | f      |        1
                   2 | f      |        1

                 row | bbbbbbbb | cccccccc
                -----+----------+----------
                   1 |        2 |        3
                   2 |        2 |        3
                """);
    }

    @Test
    void aKeyThatStandsLastIsShown() {
        List<TableColumn> columns = List.of(text("funnel"), number("aaaaaaaa"), number("bbbbbbbb"), number("cccccccc"));
        assertThat(print(30, columns, List.of(List.of("f", 1L, 2L, 3L), List.of("f", 1L, 2L, 6L))))
                .endsWith("""

                 cccccccc
                ----------
                        3
                        6
                """);
    }

    @Test
    void aLongMeaningGoesOnInTheNextLine() {
        assertThat(print(
                        30,
                        List.of(text("column"), text("prose")),
                        List.of(List.of("a", "what it means and more of it"))))
                .isEqualTo("""
                         column | prose
                        --------+---------------------
                         a      | what it means and
                                | more of it
                        """);
        assertThat(isCut).isFalse();
    }

    @Test
    void wideLettersTakeTwoPlaces() {
        assertThat(print(80, List.of(text("名"), text("b")), List.of(List.of("顧客の旅", "x"), List.of("e\u0301", "y"))))
                .isEqualTo("""
                         名       | b
                        ----------+---
                         顧客の旅 | x
                         e\u0301        | y
                        """);
    }

    /** Whatever the table: every line fits, no number is lost, and every column stands in a block. */
    @Test
    void everyLineFitsAndEveryNumberIsWhole() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            List<TableColumn> columns = new ArrayList<>(List.of(text("key")));
            int count = random.nextInt(1, 15);
            for (int index = 0; index < count; index++) {
                columns.add(random.nextBoolean() ? number("count_" + index) : text("text_of_" + index));
            }
            List<List<Object>> rows = new ArrayList<>();
            for (int row = 0; row < 5; row++) {
                List<Object> values = new ArrayList<>(List.of("k" + row));
                for (TableColumn column : columns.subList(1, columns.size())) {
                    values.add(
                            column.type() == ColumnType.WHOLE
                                    ? (Object) random.nextLong()
                                    : "word ".repeat(random.nextInt(1, 20)));
                }
                rows.add(values);
            }
            int width = random.nextInt(60, 200);
            String table = print(width, columns, rows);
            assertThat(table.lines().mapToInt(TextWidth::of).max().orElseThrow())
                    .isLessThanOrEqualTo(width);
            assertThat(rows)
                    .allSatisfy(row -> assertThat(row)
                            .filteredOn(Long.class::isInstance)
                            .allSatisfy(number -> assertThat(table).contains(number.toString())));
        }
    }

    private static TableColumn text(String name) {
        return new TableColumn(name, ColumnType.TEXT);
    }

    private static TableColumn number(String name) {
        return new TableColumn(name, ColumnType.WHOLE);
    }

    private String print(int width, List<TableColumn> columns, List<List<Object>> rows) {
        StringWriter text = new StringWriter();
        isCut = false;
        TableLayout layout = new TableLayout(OptionalInt.of(width), "prose", () -> isCut = true);
        TablePrinter printer = new TablePrinter(columns, layout, new PrintWriter(text));
        rows.forEach(row -> printer.print(row::get));
        printer.finish();
        return text.toString();
    }
}
