package io.parcours.ingest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;

/**
 * The columns of a CSV file.
 *
 * @param names their names, without surrounding blanks
 */
record CsvHeader(List<String> names) {

    /** Reads the header, or counts the first record where the files have none; nothing where the file has no record. */
    static Optional<CsvHeader> read(InputFile file, CsvRules rules, Configuration hadoop) {
        try (CsvLines lines = CsvRecords.lines(InputSlice.whole(file), rules, hadoop)) {
            boolean isFound = lines.advance();
            while (isFound && lines.problem() != null && !rules.hasHeader()) {
                isFound = lines.advance();
            }
            if (!isFound) {
                return Optional.empty();
            }
            if (lines.problem() != null) {
                throw new InputException("the header of " + file.name() + " cannot be read: " + lines.problem()
                        + "; check the file and csv: charset");
            }
            return Optional.of(of(lines, CsvRecords.delimiter(file, rules), rules.hasHeader()));
        } catch (IOException problem) {
            throw new InputException("cannot read " + file.location() + ": " + OneLine.of(problem), problem);
        }
    }

    private static CsvHeader of(CsvLines lines, char delimiter, boolean isNamed) {
        CsvFields counter = new CsvFields(delimiter, new int[0]);
        counter.cut(lines.text());
        int count = counter.count();
        List<String> names = new ArrayList<>();
        if (isNamed) {
            int[] all = IntStream.range(0, count).toArray();
            for (String name : new CsvFields(delimiter, all).cut(lines.text())) {
                names.add(name.strip());
            }
        } else {
            for (int i = 1; i <= count; i++) {
                names.add("c" + i);
            }
        }
        return new CsvHeader(names);
    }

    /** The column of each field of the layout, -1 where it has none. */
    int[] columnsOf(InputFile file, FieldLayout layout) {
        ColumnLookup.check(file, layout, names);
        return layout.fields().stream()
                .mapToInt(field -> names.indexOf(field.column()))
                .toArray();
    }
}
