package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.SparkSessions;
import io.parcours.ingest.CustomerRules;
import io.parcours.ingest.InputException;
import io.parcours.ingest.InputFormat;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.table.TableColumn;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import io.parcours.touchpoint.Utf8Order;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that joins a table of customers, from files to published tables. */
class CustomersRunTest {
    private static final String MAP = """
            name: any
            input: {dimensions: [device]}
            funnels: [{name: f, steps: [view, buy]}]
            quality: {max_rejected_share: 0.5}
            """;
    private static final CustomerRules CUSTOMERS =
            new CustomerRules(null, Map.of("customer_id", "id", "plan", "Tariff"), List.of("plan", "since"));

    @TempDir
    private Path folder;

    private final SparkSession spark = SparkSessions.shared();

    @Test
    void every_touchpoint_has_the_attributes_of_its_customer_however_the_files_are_cut() throws IOException {
        Random random = new Random(5);
        List<String> log = log(random);
        List<String> table = table(random);
        Path logs = Files.createDirectories(folder.resolve("logs"));
        write(logs.resolve("log.csv"), "customer_id,occurred_at,event,device", log);
        List<Path> whole = List.of(write(folder.resolve("whole/customers.csv"), "id,Tariff,since", table));
        Map<String, List<Map<String, Object>>> first =
                run("first", logs, whole, "touchpoints", "quality", "quarantine");

        Map<String, List<String>> expected = firstByValue(table);
        assertThat(first.get("touchpoints")).hasSize(log.size()).allSatisfy(row -> {
            List<String> attributes = expected.getOrDefault((String) row.get("customer_id"), List.of("", ""));
            assertThat(row.get("plan")).isEqualTo(emptyToNull(attributes.get(0)));
            assertThat(row.get("since")).isEqualTo(emptyToNull(attributes.get(1)));
        });
        assertThat(counts(first.get("quality"), "customers.csv")).isEqualTo(expectedCounts(log, table));
        assertThat(first.get("quarantine"))
                .allMatch(row -> row.get("source_file").equals("customers.csv"));

        // In other files and another order the tables are the same but for the names of files.
        Collections.shuffle(table, random);
        List<Path> parts = new ArrayList<>();
        for (int part = 0; part < 3; part++) {
            List<String> own = table.subList(part * table.size() / 3, (part + 1) * table.size() / 3);
            parts.add(write(folder.resolve("parts/" + part + ".csv"), "id,Tariff,since", own));
        }
        Map<String, List<Map<String, Object>>> other = run("other", logs, parts, "touchpoints", "quality");
        assertThat(other.get("touchpoints")).isEqualTo(first.get("touchpoints"));
        Map<String, Long> sums = new TreeMap<>();
        for (int part = 0; part < 3; part++) {
            counts(other.get("quality"), part + ".csv").forEach((key, count) -> sums.merge(key, count, Long::sum));
        }
        assertThat(sums).isEqualTo(expectedCounts(log, table));

        // A Parquet table of the same says the same, and a file of it may share the name of one of the log.
        Path parquet = folder.resolve("parquet");
        spark.read()
                .option("header", "true")
                .csv(whole.get(0).toString())
                .coalesce(1)
                .write()
                .mode(SaveMode.Overwrite)
                .parquet(parquet.toString());
        assertThat(run("third", logs, List.of(parquet), "touchpoints").get("touchpoints"))
                .isEqualTo(first.get("touchpoints"));
    }

    @Test
    void a_name_that_the_log_has_too_is_told_apart() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        write(
                logs.resolve("a.csv"),
                "customer_id,occurred_at,event,device",
                List.of("x,2024-01-01,view,", "x,2024-01-02,buy,"));
        Path table = write(folder.resolve("table/a.csv"), "id,Tariff,since", List.of("x,pro,2020", "y,free,2021"));
        List<Map<String, Object>> quality =
                run("out", logs, List.of(table), "quality").get("quality");
        assertThat(counts(quality, "a.csv")).isEqualTo(Map.of("accepted null", 2L));
        assertThat(counts(quality, "customers/a.csv"))
                .isEqualTo(Map.of("accepted null", 1L, "filtered NO_TOUCHPOINTS", 1L));
        String manifest = Files.readString(folder.resolve("out/_runs/as_of=2024-01-02/manifest.json"));
        assertThat(manifest).contains("\"name\" : \"customers/a.csv\"", "\"holds\" : \"customers\"", "\"read\" : 4");
    }

    @Test
    void a_table_without_a_column_of_the_map_is_refused_before_anything_is_read() throws IOException {
        Path logs = Files.createDirectories(folder.resolve("logs"));
        write(logs.resolve("a.csv"), "customer_id,occurred_at,event,device", List.of("x,2024-01-01,view,"));
        Path table = write(folder.resolve("b.csv"), "id,since", List.of("x,2020"));
        assertThatThrownBy(() -> run("out", logs, List.of(table), "quality"))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("Tariff");
    }

    private static List<String> log(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            lines.add("c" + random.nextInt(60) + ",2024-01-" + (10 + random.nextInt(20)) + "T00:00:" + (10 + i % 50)
                    + "," + (random.nextBoolean() ? "view" : "buy") + ",d" + i);
        }
        return lines;
    }

    /** Some customers twice, some with other attributes, some unknown to the log, some lines without a customer. */
    private static List<String> table(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            String id = random.nextInt(9) == 0 ? "" : "c" + random.nextInt(90);
            lines.add(id + "," + List.of("", "free", "pro").get(random.nextInt(3)) + ",202" + random.nextInt(2));
        }
        return lines;
    }

    private static Map<String, List<String>> firstByValue(List<String> table) {
        Comparator<String> order =
                Comparator.comparing(CustomersRunTest::emptyToNull, Comparator.nullsLast(Utf8Order.COMPARATOR));
        Map<String, List<String>> first = new TreeMap<>();
        for (String line : table) {
            String[] fields = line.split(",", -1);
            List<String> attributes = List.of(fields[1], fields[2]);
            first.merge(fields[0], attributes, (one, two) -> {
                int byPlan = order.compare(one.get(0), two.get(0));
                return (byPlan != 0 ? byPlan : order.compare(one.get(1), two.get(1))) <= 0 ? one : two;
            });
        }
        return first;
    }

    private static Map<String, Long> expectedCounts(List<String> log, List<String> table) {
        List<String> known = log.stream().map(line -> line.split(",")[0]).toList();
        Map<String, List<String>> first = firstByValue(table);
        Map<String, Long> counts = new TreeMap<>();
        List<String> met = new ArrayList<>();
        // Those that agree with the one that counts come first, so that exactly one of them is accepted.
        List<String> ordered = new ArrayList<>(table);
        ordered.sort(Comparator.comparing(line -> !agrees(line, first)));
        for (String line : ordered) {
            String id = line.split(",", -1)[0];
            if (id.isEmpty()) {
                counts.merge("rejected MISSING_CUSTOMER", 1L, Long::sum);
            } else if (!known.contains(id)) {
                counts.merge("filtered NO_TOUCHPOINTS", 1L, Long::sum);
            } else if (!agrees(line, first)) {
                counts.merge("duplicate CONFLICTING_CUSTOMER", 1L, Long::sum);
            } else {
                counts.merge(met.contains(id) ? "duplicate null" : "accepted null", 1L, Long::sum);
                met.add(id);
            }
        }
        assertThat(counts).hasSize(5);
        return counts;
    }

    private static boolean agrees(String line, Map<String, List<String>> first) {
        String[] fields = line.split(",", -1);
        return first.get(fields[0]).equals(List.of(fields[1], fields[2]));
    }

    private static String emptyToNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static Map<String, Long> counts(List<Map<String, Object>> quality, String file) {
        Map<String, Long> counts = new TreeMap<>();
        quality.stream()
                .filter(row -> row.get("source_file").equals(file))
                .forEach(row ->
                        counts.put(row.get("outcome") + " " + row.get("reason"), (Long) row.get("record_count")));
        return counts;
    }

    private Map<String, List<Map<String, Object>>> run(String name, Path logs, List<Path> customers, String... tables) {
        JourneyMap map = Maps.with(JourneyMapReader.read(MAP, "any.yaml"), CUSTOMERS);
        Path output = folder.resolve(name);
        RunRequest request = new RunRequest(
                map,
                List.of(logs.toString()),
                customers.stream().map(Path::toString).toList(),
                InputFormat.AUTO,
                output.toString(),
                null,
                Instant.EPOCH);
        new JourneyRun(spark, RunProgress.SILENT).run(request, JourneyRun.inputs(request, new Configuration()));
        Map<String, List<Map<String, Object>>> rows = new TreeMap<>();
        for (String table : tables) {
            rows.put(table, read(output.resolve(table)));
        }
        return rows;
    }

    private static List<Map<String, Object>> read(Path table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        try (Stream<Path> files = Files.walk(table)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".parquet"))
                    .sorted()
                    .toList()) {
                try (TableReader reader = TableReader.open(TableFiles.input(file))) {
                    List<String> columns =
                            reader.columns().stream().map(TableColumn::name).toList();
                    for (Iterator<TableRow> all = reader.rows(columns); all.hasNext(); ) {
                        TableRow row = all.next();
                        Map<String, Object> values = new LinkedHashMap<>();
                        for (int column = 0; column < columns.size(); column++) {
                            values.put(columns.get(column), row.value(column));
                        }
                        rows.add(values);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    private static Path write(Path file, String header, List<String> lines) throws IOException {
        Files.createDirectories(file.getParent());
        List<String> all = new ArrayList<>(List.of(header));
        all.addAll(lines);
        return Files.write(file, all);
    }
}
