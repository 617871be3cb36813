package io.parcours.report.churn;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.report.data.ReportTables;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.parquet.io.InputFile;

/**
 * Tables with rows that a test writes, with the columns that docs/tables.md gives them: that page is what the code
 * declares, which another test sees to.
 */
final class DocumentedTables {
    static final LocalDate DAY = LocalDate.of(2024, 3, 31);

    private final Path folder;
    private final List<String> page;
    private final Map<String, Path> files = new HashMap<>();

    DocumentedTables(Path folder) {
        this.folder = folder;
        Path tables = Path.of(System.getProperty("parcours.root", ".."), "docs", "tables.md");
        try {
            this.page = Files.readAllLines(tables);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A row: names of columns, each followed by its value; the others are null. */
    static Map<String, Object> row(Object... namesAndValues) {
        Map<String, Object> row = new HashMap<>();
        for (int place = 0; place < namesAndValues.length; place += 2) {
            row.put((String) namesAndValues[place], namesAndValues[place + 1]);
        }
        return row;
    }

    /** Writes a table. */
    DocumentedTables table(String name, List<Map<String, Object>> rows) {
        Path file = folder.resolve(name + ".parquet");
        List<Column<Map<String, Object>>> columns = columns(name);
        List<String> names = columns.stream().map(Column::name).toList();
        try (TableWriter<Map<String, Object>> writer =
                TableWriter.open(new ReportTable<>(name, "any", columns), TableFiles.output(file))) {
            for (Map<String, Object> row : rows) {
                if (!names.containsAll(row.keySet())) {
                    throw new IllegalArgumentException(name + " has only " + names + ", not " + row.keySet());
                }
                writer.accept(row);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        files.put(name, file);
        return this;
    }

    private List<Column<Map<String, Object>>> columns(String table) {
        List<Column<Map<String, Object>>> columns = new ArrayList<>();
        int line = page.indexOf("## " + table);
        for (line++; line < page.size() && !page.get(line).startsWith("## "); line++) {
            if (page.get(line).startsWith("| `")) {
                String[] cells = page.get(line).split("\\|");
                columns.add(column(cells[1].replace("`", "").strip(), cells[2].strip()));
            }
        }
        return columns;
    }

    private static Column<Map<String, Object>> column(String name, String type) {
        return switch (type) {
            case "text" -> Column.text(name, "any", value(name, String.class));
            case "whole number" -> Column.whole(name, "any", row -> whole(row.get(name)));
            case "real number" -> Column.real(name, "any", row -> real(row.get(name)));
            case "instant" -> Column.instant(name, "any", value(name, Long.class));
            case "list of texts" -> Column.texts(name, "any", row -> texts(row.get(name)));
            default -> throw new IllegalArgumentException("a column of type " + type);
        };
    }

    private static <T> Function<Map<String, Object>, T> value(String name, Class<T> type) {
        return row -> type.cast(row.get(name));
    }

    private static Long whole(Object value) {
        return value == null ? null : ((Number) value).longValue();
    }

    private static Double real(Object value) {
        return value == null ? null : ((Number) value).doubleValue();
    }

    private static List<String> texts(Object value) {
        return value == null ? null : List.of(((String) value).split(","));
    }

    /** The tables as of {@link #DAY} by a map. */
    ReportTables by(String map) {
        ObjectNode manifest = new ObjectMapper().createObjectNode();
        manifest.put("as_of", "2024-03-31T23:59:59.999999Z");
        manifest.putObject("map").put("effective", map);
        return new ReportTables(DAY, manifest.toString(), this::files);
    }

    private List<InputFile> files(String table) {
        return Optional.ofNullable(files.get(table)).map(TableFiles::input).stream()
                .toList();
    }
}
