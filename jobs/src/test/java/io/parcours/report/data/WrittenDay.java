package io.parcours.report.data;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableFiles;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A day with tables that a test writes itself, in memory but for the files of the tables. */
public final class WrittenDay {
    private final LocalDate day;
    private final Path folder;
    private String map = "name: shop\nfunnels:\n  - {name: f, steps: [a, b]}\n";

    public WrittenDay(Path parent, String day) {
        this.day = LocalDate.parse(day);
        try {
            this.folder = Files.createDirectories(parent.resolve(day));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The map that the day was measured by. */
    public WrittenDay map(String yaml) {
        this.map = yaml;
        return this;
    }

    /** Writes a table: columns as "name:text", "name:whole", "name:real", "name:texts", and rows of such values. */
    public WrittenDay table(String name, List<String> columns, List<List<Object>> rows) {
        List<Column<List<Object>>> declared = new ArrayList<>();
        for (int index = 0; index < columns.size(); index++) {
            declared.add(column(columns.get(index), index));
        }
        ReportTable<List<Object>> table = new ReportTable<>(name, "a row of a test", declared);
        try (TableWriter<List<Object>> writer = TableWriter.open(table, TableFiles.output(file(name)))) {
            rows.forEach(writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return this;
    }

    public ReportTables tables() {
        String manifest = "{\"as_of\":\"" + day + "T23:00:00Z\",\"map\":{\"effective\":\""
                + map.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n")
                + "\"},\"records\":{\"read\":10,\"accepted\":9,\"rejected\":1},\"histories\":{\"customers\":3}}";
        return new ReportTables(
                day, manifest, name -> Files.exists(file(name)) ? List.of(TableFiles.input(file(name))) : List.of());
    }

    private Path file(String table) {
        return folder.resolve(table + ".parquet");
    }

    private static Column<List<Object>> column(String declared, int index) {
        String[] parts = declared.split(":");
        return Map.<String, Column<List<Object>>>of(
                        "text", Column.text(parts[0], "of a test", row -> (String) row.get(index)),
                        "whole", Column.whole(parts[0], "of a test", row -> whole(row.get(index))),
                        "real", Column.real(parts[0], "of a test", row -> (Double) row.get(index)),
                        "texts", Column.texts(parts[0], "of a test", row -> texts(row.get(index))))
                .get(parts[1]);
    }

    private static Long whole(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static List<String> texts(Object value) {
        return value == null
                ? null
                : ((List<?>) value).stream().map(String::valueOf).toList();
    }
}
