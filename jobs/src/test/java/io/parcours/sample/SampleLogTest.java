package io.parcours.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.sample.SampleRules.Noise;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.MessageColumnIO;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SampleLogTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(LogFormat.class)
    void theSameRulesGiveTheSameBytes(LogFormat format) throws IOException {
        SampleRules rules = new SampleRules(300, 5, 90, 20, format, Noise.WITH_NOISE);
        write(rules, "a");
        write(rules, "b");
        assertThat(contents("a")).isEqualTo(contents("b"));
    }

    @Test
    void anotherSeedGivesAnotherLog() throws IOException {
        write(new SampleRules(300, 5, 90, 20, LogFormat.CSV, Noise.WITH_NOISE), "a");
        write(new SampleRules(300, 6, 90, 20, LogFormat.CSV, Noise.WITH_NOISE), "b");
        assertThat(contents("a").get("touchpoints.csv"))
                .isNotEqualTo(contents("b").get("touchpoints.csv"));
    }

    @Test
    void theCommittedSampleIsWhatTheGeneratorWrites() throws IOException {
        write(new SampleRules(950, 7, 90, 20, LogFormat.CSV, Noise.WITH_NOISE), "again");
        Path committed = Path.of(System.getProperty("parcours.root"), "sample-data");
        for (String name : List.of("touchpoints.csv", "journey-map.yaml", "truth.json")) {
            assertThat(folder.resolve("again").resolve(name)).hasSameBinaryContentAs(committed.resolve(name));
        }
    }

    @Test
    void everyFormatHoldsEveryRecord() throws IOException {
        for (LogFormat format : LogFormat.values()) {
            SampleRules rules = new SampleRules(600, 5, 90, 20, format, Noise.WITH_NOISE);
            write(rules, format.extension());
            Path log = folder.resolve(format.extension()).resolve("touchpoints." + format.extension());
            long read = truth(format.extension()).get("records").get("read").asLong();
            assertThat(recordCount(format, log)).as(format.name()).isEqualTo(read);
        }
    }

    @Test
    void whatCustomersDoIsTheSameInEveryFormat() throws IOException {
        List<JsonNode> truths = new ArrayList<>();
        for (LogFormat format : LogFormat.values()) {
            write(new SampleRules(300, 5, 90, 20, format, Noise.WITH_NOISE), format.extension());
            truths.add(truth(format.extension()));
        }
        for (JsonNode truth : truths) {
            assertThat(truth.get("funnels")).isEqualTo(truths.get(0).get("funnels"));
            assertThat(truth.get("value")).isEqualTo(truths.get(0).get("value"));
        }
    }

    @Test
    void parquetAndAvroHoldTheSameValues() throws IOException {
        write(new SampleRules(300, 5, 90, 20, LogFormat.AVRO, Noise.WITH_NOISE), "avro");
        write(new SampleRules(300, 5, 90, 20, LogFormat.PARQUET, Noise.WITH_NOISE), "parquet");
        List<Map<String, String>> inAvro = new ArrayList<>();
        try (DataFileReader<GenericRecord> reader = avro(folder.resolve("avro/touchpoints.avro"))) {
            for (GenericRecord record : reader) {
                Map<String, String> row = new TreeMap<>();
                for (String name : LogFields.NAMES) {
                    if (record.get(name) != null) {
                        row.put(name, record.get(name).toString());
                    }
                }
                inAvro.add(row);
            }
        }
        assertThat(parquetRows(folder.resolve("parquet/touchpoints.parquet"))).isEqualTo(inAvro);
    }

    private static List<Map<String, String>> parquetRows(Path file) throws IOException {
        List<Map<String, String>> rows = new ArrayList<>();
        ParquetReadOptions options =
                ParquetReadOptions.builder(new PlainParquetConfiguration()).build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            MessageColumnIO columns = new ColumnIOFactory().getColumnIO(schema);
            for (PageReadStore pages = reader.readNextRowGroup(); pages != null; pages = reader.readNextRowGroup()) {
                RecordReader<Group> records = columns.getRecordReader(pages, new GroupRecordConverter(schema));
                for (long left = pages.getRowCount(); left > 0; left--) {
                    Group group = records.read();
                    Map<String, String> row = new TreeMap<>();
                    for (String name : LogFields.NAMES) {
                        if (group.getFieldRepetitionCount(name) > 0) {
                            row.put(name, group.getValueToString(schema.getFieldIndex(name), 0));
                        }
                    }
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    @Test
    void typedFormatsHaveTheFaultsThatTypesAllow() throws IOException {
        write(new SampleRules(600, 5, 90, 20, LogFormat.AVRO, Noise.WITH_NOISE), "avro");
        Map<String, Integer> faults = new TreeMap<>();
        long between = new SampleCalendar(90).end() * 1000;
        try (DataFileReader<GenericRecord> reader = avro(folder.resolve("avro/touchpoints.avro"))) {
            for (GenericRecord record : reader) {
                Long micros = (Long) record.get("occurred_at");
                if (record.get("customer_id") == null) {
                    faults.merge("MISSING_CUSTOMER", 1, Integer::sum);
                } else if (record.get("event") == null) {
                    faults.merge("MISSING_EVENT", 1, Integer::sum);
                } else if (micros == null || micros == 0 || micros > between) {
                    faults.merge("BAD_TIMESTAMP", 1, Integer::sum);
                }
            }
        }
        Map<String, Integer> told = new TreeMap<>();
        truth("avro")
                .get("records")
                .get("rejected_by_reason")
                .properties()
                .forEach(reason -> told.put(reason.getKey(), reason.getValue().asInt()));
        assertThat(faults).isEqualTo(told).hasSize(3);
    }

    @Test
    void jsonLinesAreObjectsButForTheMalformed() throws IOException {
        write(new SampleRules(600, 5, 90, 20, LogFormat.JSON, Noise.WITH_NOISE), "json");
        int broken = 0;
        for (String line : Files.readAllLines(folder.resolve("json/touchpoints.json"))) {
            broken += isObject(line) ? 0 : 1;
        }
        assertThat(broken)
                .isPositive()
                .isEqualTo(truth("json")
                        .get("records")
                        .get("rejected_by_reason")
                        .get("MALFORMED")
                        .asInt());
    }

    @Test
    void aCleanLogIsCustomersTouchpointsOnly() throws IOException {
        write(new SampleRules(300, 5, 90, 20, LogFormat.CSV, Noise.CLEAN), "clean");
        JsonNode records = truth("clean").get("records");
        assertThat(records.get("read")).isEqualTo(records.get("accepted"));
        assertThat(records.get("rejected_by_reason").isEmpty()).isTrue();
    }

    @Test
    void theMeanNumberOfTouchpointsIsAboutTheOneAskedFor() throws IOException {
        for (int mean : new int[] {16, 20, 40, 150}) {
            String name = "mean" + mean;
            write(new SampleRules(1500, 5, 90, mean, LogFormat.CSV, Noise.CLEAN), name);
            double touchpoints = truth(name).get("records").get("accepted").asDouble() / 1500;
            assertThat(touchpoints).as(name).isBetween(mean * 0.85, mean * 1.15);
        }
    }

    @Test
    void aLargeLogHasAFileForEveryDayInTheOrderOfTime() throws IOException {
        SampleRules rules = new SampleRules(5000, 5, 90, 410, LogFormat.CSV, Noise.WITH_NOISE);
        SampleSummary summary = write(rules, "large");
        assertThat(summary.fileCount()).isEqualTo(90);
        assertThat(summary.log()).isDirectory();
        long lines = 0;
        String latest = "";
        try (Stream<Path> days = Files.list(summary.log()).sorted()) {
            for (Path day : days.toList()) {
                for (List<String> row : WrittenLog.rows(Files.readString(day))) {
                    boolean isRecord = row.size() == 9 && row.get(1).matches("2024-.*\\dZ");
                    boolean isOrdered = !isRecord || row.get(1).startsWith("2024-02-30") || inOrder(latest, row.get(1));
                    assertThat(isOrdered).as("%s before %s", latest, row).isTrue();
                    latest = isRecord && !row.get(1).startsWith("2024-02-30") ? row.get(1) : latest;
                    lines++;
                }
            }
        }
        assertThat(lines - 90).isEqualTo(summary.records());
    }

    private static boolean inOrder(String before, String after) {
        return sortable(before).compareTo(sortable(after)) <= 0;
    }

    /** With three digits of fraction always. */
    private static String sortable(String stamp) {
        return stamp.endsWith("Z") && !stamp.contains(".") ? stamp.replace("Z", ".000Z") : stamp;
    }

    @Test
    void aFolderWithForeignFilesIsLeftAlone() throws IOException {
        SampleRules rules = new SampleRules(10, 5, 90, 20, LogFormat.CSV, Noise.CLEAN);
        Path foreign = Files.createDirectories(folder.resolve("home")).resolve("thesis.txt");
        Files.writeString(foreign, "mine");
        assertThatThrownBy(() -> write(rules, "home"))
                .isInstanceOf(OccupiedFolderException.class)
                .hasMessageContaining("--overwrite");
        assertThat(contents("home")).containsOnlyKeys("thesis.txt");
        new SampleLog(rules, line -> {}).writeTo(folder.resolve("home"), Existing.WRITTEN_BESIDE);
        assertThat(contents("home"))
                .containsOnlyKeys("thesis.txt", "touchpoints.csv", "journey-map.yaml", "truth.json");
        assertThat(foreign).hasContent("mine");
    }

    @Test
    void aFormerOutputIsReplacedWholly() throws IOException {
        write(new SampleRules(300, 5, 90, 20, LogFormat.CSV, Noise.CLEAN), "out");
        write(new SampleRules(300, 5, 90, 20, LogFormat.JSON, Noise.CLEAN), "out");
        assertThat(contents("out")).containsOnlyKeys("touchpoints.json", "journey-map.yaml", "truth.json");
    }

    @Test
    void whatAKilledRunLeftIsRemoved() throws IOException {
        Path work = Files.createDirectories(folder.resolve("out/.parcours-sample/spill"));
        Files.writeString(work.resolve("slice-3"), "half");
        write(new SampleRules(10, 5, 90, 20, LogFormat.CSV, Noise.CLEAN), "out");
        assertThat(contents("out")).containsOnlyKeys("touchpoints.csv", "journey-map.yaml", "truth.json");
    }

    @Test
    void aFailedRunLeavesTheFormerOutput() throws IOException {
        write(new SampleRules(300, 5, 90, 20, LogFormat.CSV, Noise.CLEAN), "out");
        Map<String, String> before = contents("out");
        // A folder where the log's file belongs cannot be replaced by it: it is not the generator's.
        Files.createDirectories(folder.resolve("out/touchpoints/mine"));
        assertThatThrownBy(() -> new SampleLog(new SampleRules(301, 5, 90, 20, LogFormat.CSV, Noise.CLEAN), line -> {})
                        .writeTo(folder.resolve("out"), Existing.WRITTEN_BESIDE))
                .isInstanceOf(OccupiedFolderException.class);
        assertThat(contents("out")).isEqualTo(before);
    }

    @Test
    void rulesOutsideTheLimitsAreRefused() {
        assertThatThrownBy(() -> new SampleRules(0, 1, 90, 20, LogFormat.CSV, Noise.CLEAN))
                .hasMessage("customers: 0 is not from 1 to 50000000");
        assertThatThrownBy(() -> new SampleRules(1, 1, 89, 20, LogFormat.CSV, Noise.CLEAN))
                .hasMessage("days: 89 is not from 90 to 1825");
        assertThatThrownBy(() -> new SampleRules(1, 1, 90, 501, LogFormat.CSV, Noise.CLEAN))
                .hasMessage("touchpoints per customer: 501 is not from 16 to 500");
    }

    private SampleSummary write(SampleRules rules, String name) throws IOException {
        return new SampleLog(rules, line -> {}).writeTo(folder.resolve(name), Existing.REFUSED);
    }

    private JsonNode truth(String name) throws IOException {
        return JSON.readTree(Files.readString(folder.resolve(name).resolve("truth.json")));
    }

    private Map<String, String> contents(String name) throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder.resolve(name)).filter(Files::isRegularFile)) {
            for (Path file : files.toList()) {
                contents.put(
                        folder.resolve(name).relativize(file).toString(),
                        new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
            }
        }
        return contents;
    }

    private static boolean isObject(String line) {
        try {
            return JSON.readerFor(JsonNode.class)
                    .with(com.fasterxml.jackson.databind.DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .<JsonNode>readValue(line)
                    .isObject();
        } catch (IOException problem) {
            return false;
        }
    }

    private static long recordCount(LogFormat format, Path log) throws IOException {
        switch (format) {
            case CSV:
                return WrittenLog.rows(Files.readString(log)).size() - 1L;
            case JSON:
                return Files.readAllLines(log).size();
            case PARQUET:
                ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                        .build();
                try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(log), options)) {
                    return reader.getRecordCount();
                }
            default:
                long count = 0;
                try (DataFileReader<GenericRecord> reader = avro(log)) {
                    for (GenericRecord record : reader) {
                        count += record == null ? 0 : 1;
                    }
                }
                return count;
        }
    }

    private static DataFileReader<GenericRecord> avro(Path file) throws IOException {
        return new DataFileReader<>(file.toFile(), new GenericDatumReader<>());
    }
}
