package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.stream.Stream;

/** A table described: a row a column, and for people a heading instead of what is the same in every row. */
final class TableDescription {
    /** The column whose text may be long. */
    static final String PROSE = "meaning";

    private static final List<TableColumn> OF_TABLE = List.of(
            new TableColumn("table", ColumnType.TEXT),
            new TableColumn("a_row_is", ColumnType.TEXT),
            new TableColumn("as_of", ColumnType.DATE),
            new TableColumn("days", ColumnType.TEXTS),
            new TableColumn("row_count", ColumnType.WHOLE));
    private static final List<TableColumn> OF_COLUMN = List.of(
            new TableColumn("column", ColumnType.TEXT),
            new TableColumn("type", ColumnType.TEXT),
            new TableColumn(PROSE, ColumnType.TEXT));

    private final WrittenTable table;

    TableDescription(WrittenTable table) {
        this.table = table;
    }

    /** The columns, beside everything that is known of the table. */
    RowSource rows() {
        return new MadeRows(
                Stream.of(OF_TABLE, OF_COLUMN).flatMap(List::stream).toList(),
                table.columns().stream()
                        .map(column -> List.<Object>of(
                                table.name(),
                                table.rowMeaning(),
                                table.asOf(),
                                days(),
                                table.rowCount(),
                                column.name(),
                                column.type().label(),
                                column.meaning()))
                        .toList());
    }

    /** The columns alone. */
    RowSource columnRows() {
        return new MadeRows(
                OF_COLUMN,
                table.columns().stream()
                        .map(column ->
                                List.<Object>of(column.name(), column.type().label(), column.meaning()))
                        .toList());
    }

    /** What stands above {@link #columnRows}. */
    List<String> heading() {
        return Stream.of(
                        table.rowMeaning().isEmpty()
                                ? table.name()
                                : table.name() + ": a row is " + SafeText.of(table.rowMeaning()),
                        String.format(
                                Locale.ROOT,
                                "%,d %s as of %s; there %s",
                                table.rowCount(),
                                table.rowCount() == 1 ? "row" : "rows",
                                table.asOf(),
                                days(table.days())))
                .toList();
    }

    private static String days(SortedSet<LocalDate> days) {
        return switch (days.size()) {
            case 1 -> "is no other day";
            case 2 -> "are " + days.first() + " and " + days.last();
            default -> String.format(Locale.ROOT, "are %,d days, %s to %s", days.size(), days.first(), days.last());
        };
    }

    private List<String> days() {
        return table.days().stream().map(LocalDate::toString).toList();
    }
}
