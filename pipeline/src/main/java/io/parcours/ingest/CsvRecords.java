package io.parcours.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/** The records of a CSV file, or of a part of it whose records are known to be lines. */
final class CsvRecords extends RecordIterator {
    private final String sourceFile;
    private final CsvLines lines;
    private final CsvFields fields;
    private final int columnCount;
    private final String expectation;

    private CsvRecords(InputSlice slice, CsvLines lines, CsvFields fields, int columnCount, CsvRules rules) {
        super(slice.file());
        this.sourceFile = slice.file().name();
        this.lines = lines;
        this.fields = fields;
        this.columnCount = columnCount;
        this.expectation =
                (rules.hasHeader() ? " where the header has " : " where the first record has ") + columnCount;
    }

    static CloseableIterator<SourceRecord> open(
            InputSlice slice, FieldLayout layout, CsvRules rules, Configuration hadoop) throws IOException {
        Optional<CsvHeader> header = CsvHeader.read(slice.file(), rules, hadoop);
        CsvLines lines = lines(slice, rules, hadoop);
        if (header.isEmpty()) {
            return new CsvRecords(slice, lines, null, 0, rules);
        }
        CsvFields fields =
                new CsvFields(delimiter(slice.file(), rules), header.get().columnsOf(slice.file(), layout));
        if (rules.hasHeader() && slice.start() == 0) {
            lines.advance();
        }
        return new CsvRecords(slice, lines, fields, header.get().names().size(), rules);
    }

    static CsvLines lines(InputSlice slice, CsvRules rules, Configuration hadoop) throws IOException {
        TextCharset charset = TextCharset.of(rules.charset());
        InputStream in = InputStreams.open(slice.file().location(), Math.max(0, slice.start() - 1), hadoop);
        return new CsvLines(
                new TextLines(charset.lines(in), slice.start(), slice.end()), charset, delimiter(slice.file(), rules));
    }

    /** A file named .tsv is parted by tabs unless the map names another delimiter than the default. */
    static char delimiter(InputFile file, CsvRules rules) {
        boolean isTabbed = file.extension().equals("tsv") && rules.delimiter() == CsvRules.DEFAULT.delimiter();
        return isTabbed ? '\t' : rules.delimiter();
    }

    @Override
    SourceRecord read() throws IOException {
        if (!lines.advance()) {
            return null;
        }
        String text = lines.text();
        if (lines.problem() != null) {
            return SourceRecord.malformed(sourceFile, lines.problem(), () -> text);
        }
        Object[] values = fields.cut(text);
        int count = fields.count();
        if (count != columnCount) {
            String problem =
                    String.format(Locale.ROOT, "%d %s%s", count, count == 1 ? "column" : "columns", expectation);
            return SourceRecord.malformed(sourceFile, problem, () -> text);
        }
        return SourceRecord.of(sourceFile, values, () -> text);
    }

    @Override
    void closeSource() throws IOException {
        lines.close();
    }
}
