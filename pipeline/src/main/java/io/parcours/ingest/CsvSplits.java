package io.parcours.ingest;

import java.io.IOException;
import java.io.InputStream;
import org.apache.hadoop.conf.Configuration;

/**
 * Finds out whether a CSV file may be cut at line ends. It may if every line, read by itself, ends outside quotes: the
 * quotes stand at the end of each line as they do at its beginning, so that reading the file as a whole takes the same
 * lines for records. Each slice can be asked alone; the answer for the file is that all slices agree.
 */
final class CsvSplits {
    private CsvSplits() {}

    /** Whether the bytes that make lines and quotes can be found without decoding the text. */
    static boolean canBeScanned(InputFile file, CsvRules rules) {
        return CsvRecords.delimiter(file, rules) < 0x80
                && TextCharset.of(rules.charset()).areLinesBytes();
    }

    static boolean isEveryLineARecord(InputSlice slice, CsvRules rules, Configuration hadoop) throws IOException {
        InputStream in = InputStreams.open(slice.file().location(), Math.max(0, slice.start() - 1), hadoop);
        CsvQuotes quotes = new CsvQuotes(CsvRecords.delimiter(slice.file(), rules));
        try (TextLines lines = new TextLines(in, slice.start(), slice.end())) {
            while (lines.advance()) {
                if (!endsOutsideQuotes(lines, quotes)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean endsOutsideQuotes(TextLines lines, CsvQuotes quotes) {
        if (lines.isTooLong()) {
            return true;
        }
        byte[] bytes = lines.bytes();
        int to = lines.lineTo();
        int quote = lines.lineFrom();
        while (quote < to && bytes[quote] != '"') {
            quote++;
        }
        if (quote == to) {
            return true;
        }
        quotes.reset();
        for (int i = lines.lineFrom(); i < to; i++) {
            quotes.accept((char) (bytes[i] & 0xFF));
        }
        return quotes.atLineEnd() != CsvQuotes.INSIDE;
    }
}
