package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The golden run: what the command makes of the committed sample log is what the log's generator knows of it, which it
 * worked out apart from the pipeline.
 */
class SampleTruthTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private static Path output;

    private static JsonNode truth;
    private static String summary;

    @BeforeAll
    static void run() throws IOException {
        Path sample = Path.of(System.getProperty("parcours.root", ".."), "sample-data");
        truth = JSON.readTree(sample.resolve("truth.json").toFile());
        Outcome outcome = Outcome.of(
                "run",
                "--map",
                sample.resolve("journey-map.yaml").toString(),
                "--input",
                sample.resolve("touchpoints.csv").toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        summary = outcome.out();
    }

    @Test
    void every_record_has_the_outcome_that_was_planted() throws IOException {
        Map<String, Long> outcomes = new TreeMap<>();
        Map<String, Long> reasons = new TreeMap<>();
        for (JsonNode row : rows("quality")) {
            outcomes.merge(row.get("outcome").asText(), row.get("record_count").asLong(), Long::sum);
            if (row.get("outcome").asText().equals("rejected")) {
                reasons.merge(
                        row.get("reason").asText(), row.get("record_count").asLong(), Long::sum);
            }
        }
        JsonNode records = truth.get("records");
        for (String outcome : List.of("accepted", "duplicate", "rejected", "filtered", "after_as_of")) {
            assertThat(outcomes.getOrDefault(outcome, 0L))
                    .as(outcome)
                    .isEqualTo(records.get(outcome).asLong());
        }
        assertThat(outcomes.values().stream().mapToLong(Long::longValue).sum())
                .isEqualTo(records.get("read").asLong());
        assertThat(reasons).isEqualTo(longs(records.get("rejected_by_reason")));
        assertThat(rows("quarantine")).hasSize(records.get("rejected").asInt());
        assertThat(rows("touchpoints")).hasSize(records.get("accepted").asInt());
    }

    @Test
    void sessions_journeys_stages_and_values_are_the_planned_ones() throws IOException {
        assertThat(rows("sessions")).hasSize(truth.get("sessions").asInt());
        List<JsonNode> journeys = rows("journeys");
        assertThat(journeys).hasSize(truth.get("journeys").asInt());
        assertThat(journeys.stream().filter(row -> row.get("is_open").asBoolean()))
                .hasSize(truth.get("open_journeys").asInt());
        assertThat(journeys.stream().filter(row -> row.get("is_converted").asBoolean()))
                .hasSize(truth.get("converted_journeys").asInt());
        BigDecimal value = BigDecimal.ZERO;
        for (JsonNode row : rows("touchpoints")) {
            if (!row.get("value").isNull()) {
                value = value.add(new BigDecimal(row.get("value").asText()));
            }
        }
        assertThat(value).isEqualByComparingTo(truth.get("value").asText());
        Map<String, Long> furthest = new TreeMap<>();
        for (JsonNode row : rows("churn_customers")) {
            furthest.merge(
                    row.get("furthest_stage").isNull()
                            ? "(none)"
                            : row.get("furthest_stage").asText(),
                    1L,
                    Long::sum);
        }
        furthest.putIfAbsent("(none)", 0L);
        assertThat(furthest).isEqualTo(longs(truth.get("customers_by_furthest_stage")));
    }

    @Test
    void funnels_have_the_planned_counts_for_all_units_and_every_breakdown() throws IOException {
        Map<String, List<JsonNode>> steps = new HashMap<>();
        for (JsonNode row : rows("funnel_steps")) {
            String key = row.get("funnel").asText() + "/" + row.get("breakdown").asText() + "/"
                    + row.get("breakdown_value").asText();
            steps.computeIfAbsent(key, k -> new ArrayList<>()).add(row);
        }
        Set<String> checked = new HashSet<>();
        for (JsonNode funnel : truth.get("funnels")) {
            String name = funnel.get("funnel").asText();
            checked.add(name + "/all/all");
            compare(steps.get(name + "/all/all"), funnel);
            funnel.get("by")
                    .properties()
                    .forEach(breakdown -> breakdown.getValue().properties().forEach(value -> {
                        String key = name + "/" + breakdown.getKey() + "/" + value.getKey();
                        checked.add(key);
                        compare(steps.get(key), value.getValue());
                    }));
        }
        // Values that nobody entered with stand in the table for their open counts alone.
        steps.keySet().removeAll(checked);
        steps.values().forEach(rows -> assertThat(counts(rows, "reached_count")).containsOnly(0L));
        assertThat(checked).hasSizeGreaterThan(12);
    }

    @Test
    void the_lost_did_next_what_they_were_planned_to() throws IOException {
        Map<List<String>, Long> expected = new HashMap<>();
        for (JsonNode row : truth.get("drop_offs")) {
            expected.put(
                    List.of(
                            row.get("step").asText(),
                            row.get("next_event").asText(),
                            row.get("next_channel").asText()),
                    row.get("dropped_count").asLong());
        }
        Map<List<String>, Long> found = new HashMap<>();
        for (JsonNode row : rows("drop_offs")) {
            if (row.get("funnel").asText().equals("checkout")) {
                found.put(
                        List.of(
                                row.get("step").asText(),
                                row.get("next_event").asText(),
                                row.get("next_channel").asText()),
                        row.get("dropped_count").asLong());
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void transitions_are_the_planned_ones_at_every_level() throws IOException {
        Map<List<String>, Long> found = new HashMap<>();
        for (JsonNode row : rows("transitions")) {
            found.put(
                    List.of(
                            row.get("level").asText(),
                            row.get("from_name").asText(),
                            row.get("to_name").asText()),
                    row.get("transition_count").asLong());
        }
        Map<List<String>, Long> expected = new HashMap<>();
        truth.get("transitions").properties().forEach(level -> {
            for (JsonNode pair : level.getValue().get("pairs")) {
                expected.put(
                        List.of(
                                level.getKey(),
                                pair.get(0).asText(),
                                pair.get(1).asText()),
                        pair.get(2).asLong());
            }
        });
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void planted_customers_are_found_in_their_state() throws IOException {
        JsonNode planted = truth.get("planted_churn");
        int divisor = planted.get("divisor").asInt();
        Map<Integer, String> stateOf = new HashMap<>();
        Map<String, Long> expected = new TreeMap<>();
        planted.get("states").properties().forEach(state -> {
            state.getValue().get("remainders").forEach(remainder -> stateOf.put(remainder.asInt(), state.getKey()));
            expected.put(state.getKey(), state.getValue().get("customers").asLong());
        });
        Map<String, Long> found = new TreeMap<>();
        for (JsonNode row : rows("churn_customers")) {
            int number = Integer.parseInt(row.get("customer_id").asText().replaceAll("\\D", ""));
            String state = stateOf.get(number % divisor);
            if (state != null) {
                assertThat(row.get("state").asText())
                        .as(row.get("customer_id").asText())
                        .isEqualTo(state);
                found.merge(state, 1L, Long::sum);
            }
        }
        assertThat(found).isEqualTo(expected);
    }

    @Test
    void cohorts_hold_the_planned_customers_and_the_unfinished_month_is_null() throws IOException {
        Map<String, JsonNode> cohorts = new HashMap<>();
        truth.get("retention_cohorts")
                .forEach(cohort -> cohorts.put(cohort.get("cohort").asText().substring(0, 7), cohort));
        String lastMonth = "2024-03";
        for (JsonNode row : rows("retention_cohorts")) {
            JsonNode cohort = cohorts.get(row.get("cohort").asText());
            int period = row.get("period").asInt();
            assertThat(row.get("eligible_count").asLong())
                    .isEqualTo(cohort.get("customers").asLong());
            boolean isUnfinished = java.time.YearMonth.parse(row.get("cohort").asText())
                    .plusMonths(period)
                    .toString()
                    .equals(lastMonth);
            if (isUnfinished) {
                assertThat(row.get("retained_count").isNull()).isTrue();
            } else {
                assertThat(row.get("retained_count").asLong())
                        .isEqualTo(cohort.get("active").get(period).asLong());
            }
        }
    }

    @Test
    void the_summary_tells_the_story_on_one_screen() {
        assertThat(summary.lines().count()).isBetween(8L, 20L);
        assertThat(summary)
                .contains("rejected (")
                .contains("checkout: ")
                .contains("at risk")
                .contains("abandoned_cart: ")
                .contains("go as expected so far")
                .contains("parcours report");
    }

    private static void compare(List<JsonNode> rows, JsonNode expected) {
        for (String count : List.of("reached_count", "dropped_count", "in_progress_count", "open_count")) {
            if (expected.has(count)) {
                assertThat(counts(rows, count)).as(count).isEqualTo(list(expected.get(count)));
            }
        }
        if (expected.has("mature_reached_count")) {
            assertThat(counts(rows, "mature_reached_count")).isEqualTo(list(expected.get("mature_reached_count")));
            assertThat(rows.get(0).get("mature_entered_count").asLong())
                    .isEqualTo(expected.get("mature_entered_count").asLong());
        }
    }

    private static List<Long> counts(List<JsonNode> rows, String column) {
        return rows.stream().map(row -> row.get(column).asLong()).toList();
    }

    private static List<Long> list(JsonNode array) {
        List<Long> values = new ArrayList<>();
        array.forEach(value -> values.add(value.asLong()));
        return values;
    }

    private static Map<String, Long> longs(JsonNode object) {
        Map<String, Long> values = new TreeMap<>();
        object.properties()
                .forEach(field -> values.put(field.getKey(), field.getValue().asLong()));
        return values;
    }

    private static List<JsonNode> rows(String table) throws IOException {
        Outcome outcome = Outcome.of("show", table, "--output", output.toString(), "--format", "json");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        List<JsonNode> rows = new ArrayList<>();
        JSON.readTree(outcome.out()).forEach(rows::add);
        return rows;
    }
}
