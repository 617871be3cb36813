package io.parcours.report.data;

import io.parcours.table.TableColumn;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;

/** A table of one day, read without Spark. A table that the map did not ask for has no rows. */
public final class WrittenTable {
    /** Tables of groups are far smaller; a log with millions of names must not fill the memory of a report. */
    private static final int MOST_ROWS = 200_000;

    private final String name;
    private final List<InputFile> files;

    WrittenTable(String name, List<InputFile> files) {
        this.name = name;
        this.files = List.copyOf(files);
    }

    String name() {
        return name;
    }

    /** Whether the day has this table, be it without rows. */
    public boolean isThere() {
        return !files.isEmpty();
    }

    /** How many rows it has, as its files say. */
    public long rowCount() {
        long rows = 0;
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                rows += reader.rowCount();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
        return rows;
    }

    /** Hands on every row in the order of the table; without names, with all columns. */
    public void forEach(Consumer<Row> action, String... columns) {
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                List<String> names = columns.length > 0 ? List.of(columns) : names(reader);
                Map<String, Integer> places = new HashMap<>();
                for (String column : names) {
                    places.put(column, places.size());
                }
                requireColumns(reader, names);
                Iterator<TableRow> rows = reader.rows(names);
                while (rows.hasNext()) {
                    action.accept(new Row(name, places, rows.next()));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    /** The rows in the order of the table, at most the first 200,000; without names, with all columns. */
    public List<Row> rows(String... columns) {
        return rows(row -> true, columns);
    }

    /** The rows that are wanted in the order of the table, at most the first 200,000. */
    public List<Row> rows(Predicate<Row> wanted, String... columns) {
        List<Row> rows = new ArrayList<>();
        forEach(
                row -> {
                    if (rows.size() < MOST_ROWS && wanted.test(row)) {
                        rows.add(row);
                    }
                },
                columns);
        return rows;
    }

    /** The first so many of the wanted rows by an order, in that order; reads the table once and keeps no more. */
    public List<Row> first(int count, Comparator<Row> order, Predicate<Row> wanted, String... columns) {
        if (count == 0) {
            return List.of();
        }
        record Placed(Row row, long place) {}
        Comparator<Placed> placed = Comparator.comparing(Placed::row, order).thenComparingLong(Placed::place);
        PriorityQueue<Placed> kept = new PriorityQueue<>(placed.reversed());
        long[] place = {0};
        forEach(
                row -> {
                    if (wanted.test(row)) {
                        kept.add(new Placed(row, place[0]++));
                        if (kept.size() > count) {
                            kept.poll();
                        }
                    }
                },
                columns);
        return kept.stream().sorted(placed).map(Placed::row).toList();
    }

    private static List<String> names(TableReader reader) {
        return reader.columns().stream().map(TableColumn::name).toList();
    }

    private void requireColumns(TableReader reader, List<String> wanted) {
        List<String> there = names(reader);
        for (String column : wanted) {
            if (!there.contains(column)) {
                throw new ReportException("table " + name + " has no column " + column
                        + ": another version wrote it; run again for this day");
            }
        }
    }
}
