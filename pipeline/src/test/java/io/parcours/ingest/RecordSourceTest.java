package io.parcours.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordSourceTest {
    private static final String GOOD = "{\"customer_id\":\"c1\",\"occurred_at\":\"2024-03-01\",\"event\":\"visit\"}";

    @TempDir
    private Path folder;

    @Test
    void oneFileAndThirtySevenInAnyOrderOfLinesAndColumnsGiveTheSameTouchpoints() throws IOException {
        Path log = Path.of(System.getProperty("parcours.data", "../shared/data"), "ecom", "ecom.csv");
        Assumptions.assumeTrue(Files.exists(log), "the public log is not at " + log);
        InputRules rules = Logs.rules(
                Map.of("customer_id", "user_id", "occurred_at", "timestamp", "channel", "acquisition_channel"),
                List.of("platform", "user_cohort", "user_lifecycle"));
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        String[] header = lines.remove(0).split(",");
        Random random = new Random(37);
        Collections.shuffle(lines, random);
        for (int part = 0; part < 37; part++) {
            List<Integer> order = new ArrayList<>(List.of(0, 1, 2, 3, 4, 5, 6, 7));
            Collections.shuffle(order, random);
            StringBuilder text = new StringBuilder(reordered(header, order));
            for (int i = part; i < lines.size(); i += 37) {
                text.append(reordered(lines.get(i).split(",", -1), order));
            }
            Logs.write(folder.resolve("p" + part + ".csv"), text.toString().getBytes(StandardCharsets.UTF_8));
        }
        List<String> whole = Logs.contents(Logs.read(rules, log));
        List<String> parts = Logs.contents(Logs.readWithSpark(rules, folder));
        assertThat(whole).hasSize(31_106);
        assertThat(parts.stream().sorted().toList())
                .isEqualTo(whole.stream().sorted().toList());
    }

    private static String reordered(String[] fields, List<Integer> order) {
        return String.join(",", order.stream().map(i -> fields[i]).toList()) + "\n";
    }

    @Test
    void formatsMayBeMixedAndFilesOfNothingAreNothing() {
        Logs.write(folder.resolve("a.csv"), "customer_id,occurred_at,event", "c2,2024-03-01,visit");
        Logs.write(folder.resolve("b.jsonl"), GOOD, "{");
        Logs.write(folder.resolve("c.csv"), new byte[0]);
        assertThat(Logs.outcomes(Logs.readWithSpark(Logs.rules(), folder)))
                .containsExactlyInAnyOrder("c2 visit", "c1 visit", "MALFORMED");
    }

    @Test
    void aFileWithoutANeededColumnStopsTheRunBeforeAnythingIsCounted() {
        Logs.write(folder.resolve("a.csv"), "customer_id,occurred_at,event", "c2,2024-03-01,visit");
        Logs.write(folder.resolve("b.csv"), "customer_id,occurred_at", "c2,2024-03-01");
        assertThatThrownBy(() -> Logs.readWithSpark(Logs.rules(), folder))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("b.csv has no column event");
    }

    @Test
    void slicesOfATextAreItsLinesWhereverTheyAreCut() throws IOException {
        Random random = new Random(5);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder(random.nextBoolean() ? "\uFEFF" : "");
            for (int i = random.nextInt(40); i >= 0; i--) {
                text.append("x".repeat(random.nextInt(12))).append(random.nextInt(4) == 0 ? "\r\n" : "\n");
            }
            text.append(random.nextBoolean() ? "end" : "");
            byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
            List<String> whole = lines(bytes, 0, Long.MAX_VALUE);
            for (int size = 1; size < bytes.length + 2; size++) {
                List<String> sliced = new ArrayList<>();
                for (int start = 0; start < bytes.length; start += size) {
                    sliced.addAll(lines(bytes, start, start + (long) size));
                }
                assertThat(sliced).isEqualTo(whole);
            }
            String content = text.toString().replace("\uFEFF", "").replace("\r\n", "\n");
            assertThat(String.join("\n", whole))
                    .isEqualTo(content.endsWith("\n") ? content.substring(0, content.length() - 1) : content);
        }
    }

    private static List<String> lines(byte[] text, int start, long end) throws IOException {
        int from = Math.max(0, start - 1);
        java.io.InputStream in = new java.io.ByteArrayInputStream(text, from, text.length - from);
        List<String> found = new ArrayList<>();
        try (TextLines lines = new TextLines(in, start, end)) {
            while (lines.advance()) {
                found.add(new String(
                        lines.bytes(), lines.lineFrom(), lines.lineTo() - lines.lineFrom(), StandardCharsets.UTF_8));
            }
        }
        return found;
    }

    @Test
    void aCsvFileIsCutOnlyIfThatChangesNothing() throws IOException {
        Random random = new Random(9);
        int cuttable = 0;
        for (int round = 0; round < 400; round++) {
            StringBuilder text = new StringBuilder("customer_id,occurred_at,event\n");
            int quotes = random.nextInt(3);
            for (int i = 0; i < 12; i++) {
                text.append("c")
                        .append(i)
                        .append(",2024-03-01,")
                        .append(word(random, quotes))
                        .append('\n');
            }
            InputFile file = Logs.resolve(Logs.write(
                            folder.resolve("r" + round + ".csv"),
                            text.toString().getBytes(StandardCharsets.UTF_8)))
                    .get(0);
            List<InputSlice> slices = InputSlices.cut(file, 20 + random.nextInt(100));
            boolean isCuttable = true;
            for (InputSlice slice : slices) {
                isCuttable &= CsvSplits.isEveryLineARecord(slice, CsvRules.DEFAULT, Logs.HADOOP);
            }
            if (isCuttable) {
                cuttable++;
                assertThat(records(slices)).as(text.toString()).isEqualTo(records(List.of(InputSlice.whole(file))));
            }
        }
        assertThat(cuttable).isBetween(100, 399);
    }

    private static String word(Random random, int quotes) {
        String alphabet = quotes == 0 ? "ab ," : quotes == 1 ? "aabb  ,,\"" : "\"\"\na,";
        StringBuilder word = new StringBuilder(random.nextInt(4) == 0 ? "\"a,\"\"b\"" : "");
        for (int i = random.nextInt(5); i > 0; i--) {
            word.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return word.toString();
    }

    private static List<String> records(List<InputSlice> slices) {
        List<String> records = new ArrayList<>();
        FieldLayout layout = FieldLayout.of(Logs.rules());
        for (InputSlice slice : slices) {
            RecordReaders.open(slice, layout, Logs.rules(), Logs.HADOOP)
                    .forEachRemaining(record -> records.add(record.problem() + "|" + record.rawRecord()));
        }
        return records;
    }

    @Test
    void bigTextsAreReadInSlicesAndGiveEveryRecordOnce() throws IOException {
        int count = 700_000;
        StringBuilder csv = new StringBuilder("event,occurred_at,customer_id\n");
        StringBuilder json = new StringBuilder();
        for (int i = 0; i < count; i++) {
            csv.append("\"visit, again\",2024-03-01 10:00:00+01:00,j").append(i).append('\n');
        }
        for (int i = 0; i < count; i++) {
            json.append(GOOD.replace("c1", "c" + i)).append('\n');
        }
        Path csvFile = Logs.write(folder.resolve("a.csv"), csv.toString().getBytes(StandardCharsets.UTF_8));
        Path jsonFile = Logs.write(folder.resolve("b.jsonl"), json.toString().getBytes(StandardCharsets.UTF_8));
        List<InputFile> files = Logs.resolve(csvFile, jsonFile);
        org.apache.spark.api.java.JavaRDD<SourceRecord> records = RecordSource.records(
                io.parcours.SparkSessions.shared(), files, FieldLayout.of(Logs.rules()), Logs.rules());
        assertThat(records.getNumPartitions()).isGreaterThan(2);
        assertThat(records.map(record -> (String) record.value(FieldLayout.CUSTOMER_ID))
                        .distinct()
                        .count())
                .isEqualTo(2L * count);
        assertThat(records.count()).isEqualTo(2L * count);
    }
}
