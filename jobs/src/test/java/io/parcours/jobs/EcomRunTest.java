package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole pipeline on a public web shop log (retentioneering's ecom, Apache-2.0): published figures come out, and the
 * same rows whatever the files, their order and the partitions.
 */
class EcomRunTest {
    private static final String MAP = """
            name: ecom
            input:
              columns: {customer_id: user_id, occurred_at: timestamp, channel: acquisition_channel}
              dimensions: [platform, user_cohort, session_id]
            journey_gap: none
            funnels:
              - name: checkout
                steps: &steps [product_view, add_to_cart, cart, shipping_details, payment_details, purchase]
                breakdown: [channel, platform]
              - {name: half an hour, steps: *steps, window: 30m}
              - {name: a day, steps: *steps, window: 24h}
            """;

    private static final List<String> TABLES = List.of(
            "touchpoints",
            "sessions",
            "journeys",
            "funnel_steps",
            "funnel_customers",
            "drop_offs",
            "funnel_trend",
            "funnel_times",
            "survival",
            "drop_off_drivers",
            "funnel_changes",
            "transitions",
            "paths",
            "churn_customers",
            "survival_tests",
            "lifecycle_flow",
            "churn_model",
            "churn_calibration",
            "churn_drivers",
            "retention_cohorts",
            "quality",
            "quarantine");

    @TempDir
    private static Path folder;

    private static Path map;
    private static Path output;
    private static JsonNode expected;

    @BeforeAll
    static void run() throws IOException {
        Path log = Outcome.publicLog("ecom/ecom.csv");
        expected = new ObjectMapper()
                .readTree(Outcome.publicLog("ecom/expected.json").toFile());
        map = Files.writeString(folder.resolve("map.yaml"), MAP);
        output = folder.resolve("whole");
        Outcome outcome = Outcome.of(
                "run",
                "--map",
                map.toString(),
                "--input",
                log.toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]");
        assertThat(outcome.err()).doesNotContain("rror");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out())
                .contains("31,106 records: 31,076 accepted, 30 duplicates")
                .contains("600 customers, 3,605 sessions, 600 journeys")
                .contains("checkout: 598 > 517 > 429 > 329 > 222 > 114");
    }

    @Test
    void funnels_are_the_published_ones() {
        assertThat(column("funnel_steps", "reached_count", "funnel = checkout and breakdown = all"))
                .containsExactly("598", "517", "429", "329", "222", "114");
        assertThat(column("funnel_steps", "reached_count", "funnel = 'half an hour'"))
                .containsExactly("598", "480", "317", "157", "62", "12");
        assertThat(column("funnel_steps", "reached_count", "funnel = 'a day'"))
                .containsExactly("598", "482", "324", "169", "69", "16");
        assertThat(column("funnel_steps", "open_count", "funnel = checkout and breakdown = all"))
                .containsExactly("598", "522", "489", "441", "390", "328");
    }

    @Test
    void the_second_step_of_the_latest_start_takes_a_median_of_311_seconds() {
        // The published 1,875,507 s take the earliest of the best starts; the contract takes the latest.
        List<String> medians =
                column("funnel_steps", "seconds_from_previous_p50", "funnel = checkout and breakdown = all");
        assertThat(Double.parseDouble(medians.get(1))).isEqualTo(311);
    }

    @Test
    void sessions_are_those_the_log_itself_names() {
        Map<String, String> ours = new HashMap<>();
        List<String> lines =
                lines(Outcome.table("touchpoints", output, "--columns", "customer_id,session_number,session_id"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            String known = ours.putIfAbsent(fields[2], fields[0] + "/" + fields[1]);
            assertThat(known == null || known.equals(fields[0] + "/" + fields[1]))
                    .as(line)
                    .isTrue();
        }
        assertThat(ours).hasSize(3605);
        assertThat(ours.values()).doesNotHaveDuplicates();
    }

    @Test
    void transitions_are_the_published_ones_but_for_dropped_duplicates() {
        Map<String, Long> transitions = new HashMap<>();
        List<String> lines = lines(Outcome.table(
                "transitions",
                output,
                "--columns",
                "from_name,to_name,transition_count",
                "--where",
                "level = event and from_name != '(start)' and to_name != '(end)' and to_name != '(open)'"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            transitions.put(fields[0] + ">" + fields[1], Long.parseLong(fields[2]));
        }
        assertThat(transitions.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(expected.at("/transitions/total").asLong() - 30);
        assertThat(transitions).isEqualTo(neighbours());
    }

    /** Every pair of neighbouring events, read off the table of touchpoints. */
    private static Map<String, Long> neighbours() {
        Map<String, Long> pairs = new HashMap<>();
        String customer = null;
        String event = null;
        List<String> lines = lines(Outcome.table("touchpoints", output, "--columns", "customer_id,event"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",");
            if (fields[0].equals(customer)) {
                pairs.merge(event + ">" + fields[1], 1L, Long::sum);
            }
            customer = fields[0];
            event = fields[1];
        }
        return pairs;
    }

    @Test
    void cohorts_are_the_published_ones_but_for_the_unfinished_month() {
        Map<String, List<String>> cohorts = new LinkedHashMap<>();
        List<String> lines =
                lines(Outcome.table("retention_cohorts", output, "--columns", "cohort,period,retained_count"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            cohorts.computeIfAbsent(fields[0], cohort -> new ArrayList<>()).add(fields[2]);
        }
        JsonNode published = expected.get("monthly_cohorts");
        assertThat(cohorts.keySet()).containsExactly("2024-01", "2024-02", "2024-03", "2024-04", "2024-05", "2024-06");
        cohorts.forEach((cohort, counts) -> {
            JsonNode row = published.get(cohort);
            assertThat(counts).hasSize(row.size());
            for (int period = 0; period < counts.size() - 1; period++) {
                assertThat(counts.get(period)).isEqualTo(row.get(period).asText());
            }
            assertThat(counts.get(counts.size() - 1)).isEmpty();
        });
    }

    @Test
    void the_same_rows_come_of_37_files_in_any_order_and_any_number_of_partitions() throws IOException {
        List<String> lines = new ArrayList<>(Files.readAllLines(Outcome.publicLog("ecom/ecom.csv")));
        String header = lines.remove(0);
        Collections.shuffle(lines, new Random(6));
        Path parts = Files.createDirectories(folder.resolve("parts"));
        for (int part = 0; part < 37; part++) {
            List<String> text = new ArrayList<>(List.of(header));
            for (int i = part; i < lines.size(); i += 37) {
                text.add(lines.get(i));
            }
            Files.write(parts.resolve("part-" + part + ".csv"), text);
        }
        Path other = folder.resolve("parts-out");
        System.setProperty("spark.parcours.partitions", "5");
        try {
            Outcome outcome = Outcome.of(
                    "run",
                    "--map",
                    map.toString(),
                    "--input",
                    parts.toString(),
                    "--output",
                    other.toString(),
                    "--master",
                    "local[3]");
            assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        } finally {
            System.clearProperty("spark.parcours.partitions");
        }
        for (String table : TABLES) {
            if (!table.equals("quality")) {
                assertThat(withoutFiles(Outcome.table(table, other)))
                        .as(table)
                        .isEqualTo(withoutFiles(Outcome.table(table, output)));
            }
        }
    }

    @Test
    void a_rerun_replaces_its_own_day_and_no_other() {
        String before = Outcome.table("funnel_steps", output);
        Outcome outcome = Outcome.of(
                "run",
                "--map",
                map.toString(),
                "--input",
                Outcome.publicLog("ecom/ecom.csv").toString(),
                "--output",
                output.toString(),
                "--as-of",
                "2024-03-31",
                "--master",
                "local[2]");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(Outcome.table("funnel_steps", output)).isEqualTo(before);
        assertThat(Outcome.table("quality", output, "--as-of", "2024-03-31")).contains("after_as_of");
    }

    private static List<String> column(String table, String column, String where) {
        List<String> lines = lines(Outcome.table(table, output, "--columns", column, "--where", where));
        return lines.subList(1, lines.size());
    }

    /** Rows without the column source_file, which names the files and so differs with them. */
    private static List<String> withoutFiles(String csv) {
        List<String> lines = lines(csv);
        int file = Arrays.asList(lines.get(0).split(",")).indexOf("source_file");
        if (file < 0) {
            return lines;
        }
        return lines.stream()
                .map(line -> {
                    List<String> fields = new ArrayList<>(Arrays.asList(line.split(",", -1)));
                    fields.remove(file);
                    return String.join(",", fields);
                })
                .toList();
    }

    private static List<String> lines(String text) {
        return text.lines().toList();
    }
}
