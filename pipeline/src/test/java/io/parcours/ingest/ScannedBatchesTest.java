package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files larger than a batch: what Spark's batches give equals what the plain reader gives record by record. */
class ScannedBatchesTest {
    @TempDir
    private Path folder;

    @Test
    void batches_of_all_row_groups_dictionaries_and_nested_records_are_the_files_records() throws IOException {
        MessageType schema = MessageTypeParser.parseMessageType("message m { optional binary file_path (STRING);"
                + " optional binary occurred_at (STRING); optional binary event (STRING); optional double value;"
                + " optional group a { optional binary few (STRING); optional group b { optional binary many (STRING);"
                + " optional int64 number; } } }");
        Random random = new Random(8);
        List<Path> files = new ArrayList<>();
        for (int file = 0; file < 3; file++) {
            List<Group> rows = new ArrayList<>();
            for (int i = 0; i < 9_000 + random.nextInt(4_000); i++) {
                rows.add(randomRow(schema, random, file));
            }
            files.add(write(schema, "f" + file + ".parquet", rows));
        }
        InputRules rules = Logs.rules(
                ZoneOffset.UTC,
                Map.of("customer_id", "file_path"),
                List.of("a.few", "a.b.many", "a.b.number"),
                TimestampFormat.ISO,
                CsvRules.DEFAULT);
        Path[] all = files.toArray(Path[]::new);
        List<ParsedRecord> scanned = Logs.readWithSpark(rules, all);
        assertThat(counted(scanned)).isEqualTo(counted(Logs.read(rules, all)));
        assertThat(Logs.touchpoints(scanned)).hasSizeGreaterThan(20_000);
    }

    @Test
    void more_columns_than_spark_makes_code_for_are_read() throws IOException {
        List<String> names = IntStream.range(0, 300).mapToObj(i -> "d" + i).toList();
        MessageType schema = MessageTypeParser.parseMessageType(
                "message m { required binary customer_id (STRING); required binary occurred_at (STRING);"
                        + " required binary event (STRING); "
                        + names.stream()
                                .map(name -> "optional binary " + name + " (STRING); ")
                                .collect(Collectors.joining())
                        + "}");
        Group row = new SimpleGroup(schema);
        row.append("customer_id", "c").append("occurred_at", "2024-03-01").append("event", "e");
        names.forEach(name -> row.append(name, "value of " + name));
        InputRules rules = Logs.rules(ZoneOffset.UTC, Map.of(), names, TimestampFormat.ISO, CsvRules.DEFAULT);
        List<ParsedRecord> scanned = Logs.readWithSpark(rules, write(schema, "wide.parquet", List.of(row)));
        assertThat(Logs.touchpoints(scanned).get(0).dimensions())
                .isEqualTo(names.stream().map(name -> "value of " + name).toList());
    }

    private static Group randomRow(MessageType schema, Random random, int file) {
        SimpleGroup row = new SimpleGroup(schema);
        if (random.nextInt(50) > 0) {
            // Few ids in one file, more than a dictionary is remembered for in the others.
            row.append("file_path", "customer " + random.nextInt(file == 0 ? 100 : 20_000));
        }
        row.append("occurred_at", "2024-03-01T10:00:00." + (100 + random.nextInt(900)) + "Z");
        row.append("event", file + " event " + random.nextInt(12));
        if (random.nextBoolean()) {
            row.append("value", random.nextInt(100) / 4.0);
        }
        if (random.nextInt(3) > 0) {
            Group a = row.addGroup("a");
            if (random.nextBoolean()) {
                a.append("few", "few " + random.nextInt(5));
            }
            if (random.nextBoolean()) {
                Group b = a.addGroup("b");
                if (random.nextBoolean()) {
                    b.append("many", "many " + random.nextInt(100_000));
                }
                if (random.nextBoolean()) {
                    b.append("number", random.nextLong());
                }
            }
        }
        return row;
    }

    /** Records in no order, with how often each comes: comparing lists in any order takes long for so many. */
    private static Map<ParsedRecord, Long> counted(List<ParsedRecord> records) {
        return records.stream().collect(Collectors.groupingBy(record -> record, Collectors.counting()));
    }

    private Path write(MessageType schema, String name, List<Group> rows) throws IOException {
        Path file = folder.resolve(name);
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
                .withType(schema)
                .withConf(Logs.HADOOP)
                .withRowGroupSize(200_000L)
                .withPageSize(20_000)
                .build()) {
            for (Group row : rows) {
                writer.write(row);
            }
        }
        return file;
    }
}
