package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The counting rules as cases, all in one log and one map, through the command and the written table. */
class CountingCasesRunTest {
    private static final CountingCaseLog LOG = CountingCaseLog.read();

    @TempDir
    private static Path folder;

    /** The rows of funnel_steps by funnel. */
    private static final Map<String, List<JsonNode>> ROWS = new LinkedHashMap<>();

    @BeforeAll
    static void run() throws IOException {
        Path output = folder.resolve("out");
        Outcome outcome = Outcome.of(
                "run",
                "--map",
                Files.writeString(folder.resolve("map.yaml"), LOG.map(LOG.cases()))
                        .toString(),
                "--input",
                Files.writeString(folder.resolve("log.csv"), LOG.csv()).toString(),
                "--output",
                output.toString(),
                "--as-of",
                CountingCaseLog.AS_OF.toString(),
                "--master",
                "local[2]");
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        Outcome shown = Outcome.of("show", "funnel_steps", "--output", output.toString(), "--format", "json");
        assertThat(shown.exitCode()).as(shown.err()).isZero();
        for (JsonNode row : new ObjectMapper().readTree(shown.out())) {
            ROWS.computeIfAbsent(row.get("funnel").asText(), name -> new ArrayList<>())
                    .add(row);
        }
    }

    @Test
    void every_case_is_counted_as_it_says() {
        Map<String, Object> expected = new LinkedHashMap<>();
        Map<String, Object> found = new LinkedHashMap<>();
        for (Map<String, Object> given : LOG.cases()) {
            String name = given.get("case").toString();
            expected.put(name, expected(given));
            Map<String, Object> answer = answer(ROWS.get(name));
            answer.keySet().retainAll(expected(given).keySet());
            found.put(name, answer);
        }
        assertThat(found).isEqualTo(expected);
    }

    private static Map<String, Object> expected(Map<String, Object> given) {
        Map<String, Object> expected = new TreeMap<>();
        for (String key : List.of("reached", "dropped", "in_progress", "open", "mature", "minutes", "by")) {
            if (given.containsKey(key)) {
                expected.put(key, plain(given.get(key)));
            }
        }
        List<?> none = ((List<?>) given.get("reached")).stream().map(step -> 0).toList();
        expected.putIfAbsent("dropped", plain(none));
        expected.putIfAbsent("in_progress", plain(none));
        return expected;
    }

    private static Map<String, Object> answer(List<JsonNode> rows) {
        List<JsonNode> all = rows.stream()
                .filter(row -> row.get("breakdown").asText().equals("all"))
                .toList();
        Map<String, Object> answer = new TreeMap<>();
        answer.put("reached", column(all, row -> row.get("reached_count")));
        answer.put("dropped", column(all, row -> row.get("dropped_count")));
        answer.put("in_progress", column(all, row -> row.get("in_progress_count")));
        answer.put("open", column(all, row -> row.get("open_count")));
        answer.put("mature", column(all, row -> row.get("mature_reached_count")));
        answer.put("minutes", column(all, row -> {
            JsonNode seconds = row.get("seconds_from_previous_p50");
            return seconds.isNull() ? null : seconds.asDouble() / 60;
        }));
        Map<String, Map<String, List<JsonNode>>> groups = new TreeMap<>();
        rows.stream()
                .filter(row -> !all.contains(row))
                .forEach(row -> groups.computeIfAbsent(row.get("breakdown").asText(), name -> new TreeMap<>())
                        .computeIfAbsent(row.get("breakdown_value").asText(), value -> new ArrayList<>())
                        .add(row));
        Map<String, Object> by = new TreeMap<>();
        groups.forEach((name, values) -> by.put(name, reached(values)));
        answer.put("by", by);
        return answer;
    }

    /** Values that nobody entered with stand in the table for their open counts alone. */
    private static Map<String, Object> reached(Map<String, List<JsonNode>> values) {
        Map<String, Object> reached = new TreeMap<>();
        values.forEach((value, rows) -> {
            if (rows.stream().anyMatch(row -> row.get("reached_count").asLong() > 0)) {
                reached.put(value, column(rows, row -> row.get("reached_count")));
            }
        });
        return reached;
    }

    private static Object column(List<JsonNode> rows, Function<JsonNode, Object> column) {
        List<Object> values = new ArrayList<>();
        rows.forEach(row -> values.add(column.apply(row)));
        return plain(values);
    }

    /** Numbers as they read, whatever their types. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> sorted = new TreeMap<>();
            map.forEach((key, item) -> sorted.put(key.toString(), plain(item)));
            return sorted;
        }
        return Objects.toString(value).replaceAll("\\.0\\b", "");
    }
}
