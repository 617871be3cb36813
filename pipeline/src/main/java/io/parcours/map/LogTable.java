package io.parcours.map;

import io.parcours.ingest.CloseableIterator;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputException;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFormat;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.RecordReaders;
import io.parcours.ingest.SourceRecord;
import io.parcours.ingest.TimestampFormat;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;

/**
 * The columns of a log's first file with their first values, before any map says what they mean.
 *
 * @param csv how its CSV files seem to be written
 * @param columns the columns that all files have
 */
record LogTable(CsvRules csv, List<LogColumn> columns) {
    private static final int RECORDS = 2_000;
    private static final int MOST_FILES = 100;
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
    private static final String WESTERN = "windows-1252";

    LogTable {
        columns = List.copyOf(columns);
    }

    static LogTable read(List<InputFile> files, Configuration hadoop) {
        InputFile first = files.get(0);
        CsvRules csv = first.format() == InputFormat.CSV ? csvOf(first, hadoop) : CsvRules.DEFAULT;
        List<String> all = RecordReaders.columns(first, rules(csv), hadoop);
        Set<String> names = once(all);
        for (InputFile file : files.subList(1, Math.min(files.size(), MOST_FILES))) {
            if (file.format() != InputFormat.JSON) {
                names.retainAll(once(RecordReaders.columns(file, rules(csv), hadoop)));
            }
        }
        names.removeIf(name -> name.isBlank() || name.codePoints().anyMatch(Character::isISOControl));
        if (names.isEmpty() && !all.isEmpty()) {
            throw new InputException(first.name() + " has no column that all files have and a map could name; give the"
                    + " columns names of their own");
        }
        return new LogTable(csv, values(first, csv, List.copyOf(names), hadoop));
    }

    /** The names that stand once; of others it cannot be said which column they mean. */
    private static Set<String> once(List<String> names) {
        Set<String> once = new LinkedHashSet<>(names);
        once.removeIf(name -> Collections.frequency(names, name) > 1);
        return once;
    }

    /** Rules that only say how CSV files are written. */
    private static InputRules rules(CsvRules csv) {
        return new InputRules(
                ZoneReader.UTC,
                Map.of(),
                List.of(),
                TimestampFormat.ISO,
                csv,
                null,
                null,
                null,
                InputRules.Duplicates.DROP);
    }

    private static CsvRules csvOf(InputFile file, Configuration hadoop) {
        char best = ',';
        int most = 0;
        for (char delimiter : DELIMITERS) {
            int count = headerOf(file, new CsvRules(delimiter, true, "UTF-8", '.'), hadoop)
                    .size();
            if (count > most) {
                best = delimiter;
                most = count;
            }
        }
        List<String> header = headerOf(file, new CsvRules(best, true, "UTF-8", '.'), hadoop);
        boolean hasHeader = header.stream().noneMatch(LogTable::looksLikeAValue);
        CsvRules csv = new CsvRules(best, hasHeader, "UTF-8", '.');
        int malformed = malformedCount(file, csv, hadoop);
        CsvRules western = new CsvRules(best, hasHeader, WESTERN, '.');
        return malformed > 0 && malformedCount(file, western, hadoop) < malformed ? western : csv;
    }

    private static List<String> headerOf(InputFile file, CsvRules csv, Configuration hadoop) {
        try {
            return RecordReaders.columns(file, rules(csv), hadoop);
        } catch (InputException notSo) {
            return List.of();
        }
    }

    private static boolean looksLikeAValue(String name) {
        LogColumn column = new LogColumn("", List.of(name), 1);
        return Numbers.isNumber(name) || TimeGuess.formatOf(column).isPresent();
    }

    private static int malformedCount(InputFile file, CsvRules csv, Configuration hadoop) {
        int malformed = 0;
        int count = 0;
        FieldLayout none = new FieldLayout("input", List.of());
        try (CloseableIterator<SourceRecord> records = RecordReaders.open(file, none, rules(csv), hadoop)) {
            while (records.hasNext() && count++ < RECORDS) {
                malformed += records.next().isMalformed() ? 1 : 0;
            }
        }
        return malformed;
    }

    private static List<LogColumn> values(InputFile file, CsvRules csv, List<String> names, Configuration hadoop) {
        FieldLayout layout = new FieldLayout(
                "input",
                names.stream()
                        .map(name -> new FieldLayout.Field(name, name, false))
                        .toList());
        List<List<String>> values = new ArrayList<>();
        names.forEach(name -> values.add(new ArrayList<>()));
        int count = 0;
        try (CloseableIterator<SourceRecord> records = RecordReaders.open(file, layout, rules(csv), hadoop)) {
            while (records.hasNext() && count < RECORDS) {
                SourceRecord record = records.next();
                count += record.isMalformed() ? 0 : 1;
                for (int i = 0; i < names.size(); i++) {
                    String text = text(record.value(i));
                    if (!text.isEmpty()) {
                        values.get(i).add(text);
                    }
                }
            }
        }
        List<LogColumn> columns = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            columns.add(new LogColumn(names.get(i), values.get(i), count));
        }
        return columns;
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal decimal) {
            return decimal.toPlainString();
        }
        if (value == null || value instanceof String || value instanceof Number || value instanceof Boolean) {
            return value == null ? "" : value.toString().strip();
        }
        // Typed sources give days and instants besides; which one does not matter here.
        return "1970-01-01";
    }
}
