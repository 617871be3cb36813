package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import io.parcours.table.TableReader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import org.apache.parquet.io.InputFile;

/**
 * What a written table says of itself: everything stands in its files, so that those of another version are told as well.
 *
 * @param name its name
 * @param days the days it was written for
 * @param asOf the one of them that is looked at
 * @param rowCount how many rows it has there
 * @param rowMeaning what a row is; empty where the files do not say
 * @param columns its columns
 */
record WrittenTable(
        String name,
        SortedSet<LocalDate> days,
        LocalDate asOf,
        long rowCount,
        String rowMeaning,
        List<Described> columns) {

    /**
     * A column with its meaning.
     *
     * @param name its name
     * @param type what it holds
     * @param meaning what it means; empty where the files do not say
     */
    record Described(String name, ColumnType type, String meaning) {}

    /**
     * Reads what a table's files say, and none of their rows.
     *
     * @param asOf the day to look at, or null for the latest
     * @throws CommandException when there is no such table, or no result of that day
     * @throws IOException when a file cannot be read
     */
    static WrittenTable read(Results results, String table, LocalDate asOf) throws IOException {
        List<InputFile> files = results.files(table, asOf);
        SortedSet<LocalDate> days = results.days(table);
        long rows = 0;
        String meaning = "";
        List<Described> columns = new ArrayList<>();
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                rows += reader.rowCount();
                if (columns.isEmpty()) {
                    meaning = reader.rowMeaning().orElse("");
                    reader.columns().forEach(column -> columns.add(described(reader, column)));
                }
            }
        }
        return new WrittenTable(table, days, asOf == null ? days.last() : asOf, rows, meaning, List.copyOf(columns));
    }

    private static Described described(TableReader reader, TableColumn column) {
        return new Described(
                column.name(), column.type(), reader.comment(column.name()).orElse(""));
    }
}
