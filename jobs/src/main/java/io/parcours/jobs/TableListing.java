package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;

/** The tables of an output folder, a row each. */
final class TableListing {
    /** The column whose text may be long. */
    static final String PROSE = "a_row_is";

    private static final List<TableColumn> COLUMNS = List.of(
            new TableColumn("table", ColumnType.TEXT),
            new TableColumn("as_of", ColumnType.DATE),
            new TableColumn("day_count", ColumnType.WHOLE),
            new TableColumn("row_count", ColumnType.WHOLE),
            new TableColumn(PROSE, ColumnType.TEXT));

    private final Results results;
    private final PrintWriter err;

    TableListing(Results results, PrintWriter err) {
        this.results = results;
        this.err = err;
    }

    /**
     * The tables in the order of their names. One that cannot be read has no row count, and a line on stderr says why.
     *
     * @param asOf the day to look at, or null for each table's latest
     * @throws CommandException when there is no table, or none of that day
     */
    RowSource rows(LocalDate asOf) {
        List<List<Object>> rows = new ArrayList<>();
        for (String table : results.tables()) {
            SortedSet<LocalDate> days = results.days(table);
            if (asOf == null || days.contains(asOf)) {
                rows.add(row(table, days, asOf == null ? days.last() : asOf));
            }
        }
        if (rows.isEmpty()) {
            throw results.nothing(asOf);
        }
        return new MadeRows(COLUMNS, rows);
    }

    private List<Object> row(String table, SortedSet<LocalDate> days, LocalDate day) {
        long dayCount = days.size();
        try {
            WrittenTable written = WrittenTable.read(results, table, day);
            return Arrays.asList(table, day, dayCount, written.rowCount(), written.rowMeaning());
        } catch (IOException | IllegalArgumentException | CommandException unreadable) {
            err.println(
                    "parcours: warning: table " + table + " cannot be read: " + SafeText.of(ErrorLine.of(unreadable)));
            return Arrays.asList(table, day, dayCount, null, null);
        }
    }
}
