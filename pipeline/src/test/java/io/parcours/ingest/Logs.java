package io.parcours.ingest;

import io.parcours.SparkSessions;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;

/** Small logs for tests: written, resolved, read with and without Spark, judged. */
final class Logs {
    static final Configuration HADOOP = new Configuration(false);

    private Logs() {}

    /** Rules with nothing but defaults. */
    static InputRules rules() {
        return rules(ZoneOffset.UTC, Map.of(), List.of(), TimestampFormat.ISO, CsvRules.DEFAULT);
    }

    static InputRules rules(Map<String, String> columns, List<String> dimensions) {
        return rules(ZoneOffset.UTC, columns, dimensions, TimestampFormat.ISO, CsvRules.DEFAULT);
    }

    static InputRules rules(CsvRules csv) {
        return rules(ZoneOffset.UTC, Map.of(), List.of(), TimestampFormat.ISO, csv);
    }

    static InputRules rules(TimestampFormat format) {
        return rules(ZoneOffset.UTC, Map.of(), List.of(), format, CsvRules.DEFAULT);
    }

    static InputRules rules(
            ZoneId zone, Map<String, String> columns, List<String> dimensions, TimestampFormat format, CsvRules csv) {
        return new InputRules(zone, columns, dimensions, format, csv, null, null, null, InputRules.Duplicates.DROP);
    }

    static InputRules between(String first, String last) {
        return new InputRules(
                ZoneOffset.UTC,
                Map.of(),
                List.of(),
                TimestampFormat.ISO,
                CsvRules.DEFAULT,
                LocalDate.parse(first),
                LocalDate.parse(last),
                null,
                InputRules.Duplicates.DROP);
    }

    static Path write(Path file, String... lines) {
        return write(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    static Path write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            return Files.write(file, bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    static List<InputFile> resolve(Path... paths) {
        return InputFiles.resolve(
                java.util.Arrays.stream(paths).map(Path::toString).toList(), InputFormat.AUTO, HADOOP);
    }

    /** The judged records of files, read without Spark. */
    static List<ParsedRecord> read(InputRules rules, Path... paths) {
        FieldLayout layout = FieldLayout.of(rules);
        RecordParser parser = new RecordParser(rules, layout, OptionalLong.empty());
        List<ParsedRecord> parsed = new ArrayList<>();
        for (InputFile file : resolve(paths)) {
            try (CloseableIterator<SourceRecord> records = RecordReaders.open(file, layout, rules, HADOOP)) {
                records.forEachRemaining(record -> parsed.add(parser.parse(record)));
            }
        }
        return parsed;
    }

    /** The judged records of files, read by Spark. */
    static List<ParsedRecord> readWithSpark(InputRules rules, Path... paths) {
        FieldLayout layout = FieldLayout.of(rules);
        return RecordSource.records(SparkSessions.shared(), resolve(paths), layout, rules)
                .mapPartitions(records -> {
                    RecordParser parser = new RecordParser(rules, layout, OptionalLong.empty());
                    List<ParsedRecord> parsed = new ArrayList<>();
                    records.forEachRemaining(record -> parsed.add(parser.parse(record)));
                    return parsed.iterator();
                })
                .collect();
    }

    static List<Touchpoint> touchpoints(List<ParsedRecord> records) {
        return records.stream()
                .filter(ParsedRecord.Accepted.class::isInstance)
                .map(record -> ((ParsedRecord.Accepted) record).touchpoint())
                .toList();
    }

    static List<ParsedRecord.Rejected> rejected(List<ParsedRecord> records) {
        return records.stream()
                .filter(ParsedRecord.Rejected.class::isInstance)
                .map(ParsedRecord.Rejected.class::cast)
                .toList();
    }

    /** What a touchpoint says, apart from the file it came from. */
    static String content(Touchpoint touchpoint) {
        return String.join(
                "|",
                touchpoint.customerId(),
                Instant.EPOCH
                        .plus(touchpoint.occurredAt(), java.time.temporal.ChronoUnit.MICROS)
                        .toString(),
                touchpoint.event(),
                String.valueOf(touchpoint.channel()),
                String.valueOf(touchpoint.value()),
                touchpoint.eventId(),
                String.valueOf(touchpoint.dimensions()));
    }

    static List<String> contents(List<ParsedRecord> records) {
        return touchpoints(records).stream().map(Logs::content).toList();
    }

    /** Accepted records in short: customer, event and, for rejected ones, the reason. */
    static List<String> outcomes(List<ParsedRecord> records) {
        return records.stream()
                .map(record -> record instanceof ParsedRecord.Accepted accepted
                        ? accepted.touchpoint().customerId() + " "
                                + accepted.touchpoint().event()
                        : ((ParsedRecord.Rejected) record).reason().name())
                .toList();
    }
}
