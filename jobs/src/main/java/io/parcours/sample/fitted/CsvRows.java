package io.parcours.sample.fitted;

import io.parcours.ingest.CsvRules;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows as CSV, written as the map says that its files are. */
final class CsvRows implements RowWriter {
    private final BufferedWriter out;
    private final char delimiter;
    private final char decimal;
    private final int valueColumn;

    /** @param valueColumn the column of numbers, negative for none */
    CsvRows(Path file, List<String> names, CsvRules rules, int valueColumn) throws IOException {
        this.delimiter = rules.delimiter();
        this.decimal = rules.decimal();
        this.valueColumn = valueColumn;
        // A writer of its own replaces what the charset cannot say instead of failing.
        this.out = new BufferedWriter(
                new OutputStreamWriter(Files.newOutputStream(file), Charset.forName(rules.charset())), 1 << 16);
        if (rules.hasHeader()) {
            line(names.toArray(String[]::new), names.size(), -1);
            out.write('\n');
        }
    }

    @Override
    public void write(String[] row) throws IOException {
        line(row, row.length, valueColumn);
        out.write('\n');
    }

    @Override
    public void writeBroken(String[] row, Fault fault) throws IOException {
        line(row, fault == Fault.CUT_SHORT ? row.length - 1 : row.length, valueColumn);
        if (fault == Fault.TOO_LONG) {
            out.write(delimiter);
            out.write("1");
            out.write(delimiter);
            out.write("2");
        }
        out.write('\n');
    }

    private void line(String[] row, int count, int numbers) throws IOException {
        for (int column = 0; column < count; column++) {
            if (column > 0) {
                out.write(delimiter);
            }
            if (row[column] != null) {
                out.write(field(column == numbers ? row[column].replace('.', decimal) : row[column]));
            }
        }
    }

    private String field(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == delimiter || c == '"' || c == '\n' || c == '\r') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
