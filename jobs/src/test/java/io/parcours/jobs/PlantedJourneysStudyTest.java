package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether the tables show what {@code parcours sample --map} has planted at random places, in random sizes. The build looks
 * at one log of each ready map; {@code -Dparcours.study=full} at fifty logs, and prints the study that docs/ready-maps.md
 * quotes. What counts as found was fixed before the first look:
 *
 * <ul>
 *   <li>friction: the planted kind at the planted place has q below 0.05 and lower odds to convert
 *   <li>low_satisfaction, delight, sore_theme: the interval of the mean score lies below (above) the mean of all answers
 *   <li>drop: among the first three pains
 *   <li>deviation: the planted stage has the largest share among the stages of its kind
 *   <li>channel: the interval of the lifecycle's rate of conversion lies on the planted side of the rate of all
 * </ul>
 *
 * Counts of firings and of segments must be met exactly.
 */
class PlantedJourneysStudyTest {
    private static final boolean IS_FULL = "full".equals(System.getProperty("parcours.study"));
    private static final List<String> MAPS =
            List.of("online-shop-with-stores", "contact-centre", "subscription-service", "employee-journey");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    private final Map<String, int[]> found = new TreeMap<>();
    private final int[] otherMoods = new int[2];
    private final int[] otherFriction = new int[2];

    @Test
    void what_was_planted_is_found() throws IOException {
        int logs = IS_FULL ? 50 : MAPS.size();
        for (int log = 0; log < logs; log++) {
            study(MAPS.get(log % MAPS.size()), 1_000 + log);
        }
        if (IS_FULL) {
            System.out.println("planted findings that were found, in " + logs + " logs");
            found.forEach((finding, counts) -> System.out.println(finding + ": " + counts[0] + " of " + counts[1]));
            System.out.println(
                    "other touchpoints whose scores seem lower or higher: " + otherMoods[0] + " of " + otherMoods[1]);
            System.out.println("other places and kinds with friction: " + otherFriction[0] + " of " + otherFriction[1]);
        }
        assertThat(found.get("low_satisfaction")[0]).isGreaterThanOrEqualTo(found.get("low_satisfaction")[1] / 2);
        assertThat(otherMoods[0]).isLessThanOrEqualTo(otherMoods[1] / 5);
    }

    private void study(String map, long seed) throws IOException {
        Path log = folder.resolve(map + seed);
        Path output = folder.resolve(map + seed + "-reports");
        Path mapFile = Path.of(System.getProperty("parcours.root", ".."), "sample-data", "maps", map + ".yaml");
        run(
                "sample",
                "--map",
                mapFile.toString(),
                "--output",
                log.toString(),
                "--customers",
                IS_FULL ? "2000" : "800",
                "--seed",
                Long.toString(seed));
        run(
                "run",
                "--map",
                log.resolve("journey-map.yaml").toString(),
                "--input",
                log.resolve("touchpoints.csv").toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]");
        JsonNode truth = JSON.readTree(log.resolve("truth.json").toFile());
        Tables tables = new Tables(output);
        Map<String, JsonNode> planted = new TreeMap<>();
        truth.path("planted")
                .forEach(finding -> planted.put(finding.path("finding").asText(), finding));
        planted.forEach((name, finding) -> {
            Boolean isFound = isFound(finding, tables);
            if (isFound != null) {
                int[] counts = found.computeIfAbsent(name, key -> new int[2]);
                counts[0] += isFound ? 1 : 0;
                counts[1]++;
            }
        });
        countOthers(planted, tables);
        checkCounts(truth, tables);
    }

    private static void run(String... arguments) {
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    private static Boolean isFound(JsonNode planted, Tables tables) {
        return switch (planted.path("finding").asText()) {
            case "friction" ->
                tables.rows("friction").stream().anyMatch(row -> isPlace(row, planted) && isFriction(row));
            case "low_satisfaction" ->
                mood(tables, "touchpoint", planted.path("event").asText()) < 0;
            case "delight" -> mood(tables, "touchpoint", planted.path("event").asText()) > 0;
            case "sore_theme" -> mood(tables, "theme", planted.path("theme").asText()) < 0;
            case "drop" ->
                tables.rows("pain_points").stream()
                        .limit(3)
                        .anyMatch(row -> row.path("touchpoint").equals(planted.path("event")));
            case "deviation" -> isLargest(planted, tables.rows("conformance"));
            case "channel" -> isOnItsSide(planted, tables.rows("funnel_steps"));
            default -> null;
        };
    }

    private static boolean isPlace(JsonNode row, JsonNode planted) {
        String kind = row.path("kind").asText();
        return row.path("place").equals(planted.path("event"))
                && (kind.contains(planted.path("kind").asText()));
    }

    private static boolean isFriction(JsonNode row) {
        return row.path("conversion_q").isNumber()
                && row.path("conversion_q").asDouble() < 0.05
                && row.path("lost_count").asDouble() > 0;
    }

    /** -1 where a survey with answers there has a lower mean than over all, 1 where a higher one, by its interval. */
    private static int mood(Tables tables, String level, String name) {
        int mood = 0;
        for (JsonNode row : tables.rows("satisfaction")) {
            if (row.path("level").asText().equals(level)
                    && row.path("name").asText().equals(name)) {
                mood = mood == 0 ? mood(tables, row) : mood;
            }
        }
        return mood;
    }

    private static int mood(Tables tables, JsonNode row) {
        double all = tables.rows("satisfaction").stream()
                .filter(other -> other.path("level").asText().equals("all")
                        && other.path("survey").equals(row.path("survey")))
                .mapToDouble(other -> other.path("score_mean").asDouble())
                .findFirst()
                .orElseThrow();
        if (!row.path("score_mean_low").isNumber()) {
            return 0;
        }
        return row.path("score_mean_high").asDouble() < all
                ? -1
                : row.path("score_mean_low").asDouble() > all ? 1 : 0;
    }

    private static boolean isLargest(JsonNode planted, List<JsonNode> conformance) {
        return conformance.stream()
                .filter(row -> row.path("breakdown").asText().equals("all")
                        && row.path("deviation").equals(planted.path("kind"))
                        && row.path("stage").isTextual()
                        && row.path("journey_share").isNumber())
                .max(Comparator.comparingDouble(row -> row.path("journey_share").asDouble()))
                .filter(row -> row.path("stage").equals(planted.path("stage")))
                .isPresent();
    }

    private static Boolean isOnItsSide(JsonNode planted, List<JsonNode> steps) {
        List<JsonNode> last = new ArrayList<>();
        double all = 0;
        for (JsonNode row : steps) {
            boolean isOfFirst = row.path("funnel").equals(steps.get(0).path("funnel"));
            if (isOfFirst && row.path("breakdown").asText().equals("all")) {
                all = row.path("rate_from_first").asDouble();
            } else if (isOfFirst && row.path("breakdown_value").equals(planted.path("channel"))) {
                last.add(row);
            }
        }
        if (last.isEmpty()) {
            return null;
        }
        JsonNode step = last.get(last.size() - 1);
        return planted.path("odds_ratio_to_convert").asDouble() > 1
                ? step.path("rate_from_first_low").asDouble() > all
                : step.path("rate_from_first_high").asDouble() < all;
    }

    private void countOthers(Map<String, JsonNode> planted, Tables tables) {
        for (JsonNode row : tables.rows("satisfaction")) {
            String name = row.path("name").asText();
            boolean isPlanted = planted.values().stream()
                    .anyMatch(finding -> finding.path("event").asText().equals(name));
            if (row.path("level").asText().equals("touchpoint")
                    && !isPlanted
                    && row.path("answer_count").asLong() >= 10) {
                otherMoods[0] += mood(tables, row) == 0 ? 0 : 1;
                otherMoods[1]++;
            }
        }
        JsonNode friction = planted.get("friction");
        for (JsonNode row : tables.rows("friction")) {
            if (row.path("conversion_q").isNumber()
                    && (friction == null || !row.path("place").equals(friction.path("event")))) {
                otherFriction[0] += isFriction(row) ? 1 : 0;
                otherFriction[1]++;
            }
        }
    }

    private static void checkCounts(JsonNode truth, Tables tables) {
        for (JsonNode trigger : truth.path("triggers")) {
            JsonNode row = tables.rows("trigger_summary").stream()
                    .filter(other -> other.path("breakdown").asText().equals("all")
                            && other.path("trigger").equals(trigger.path("trigger")))
                    .findFirst()
                    .orElseThrow();
            for (String state : List.of("cancelled", "due", "pending")) {
                assertThat(row.path(state + "_count").asLong())
                        .isEqualTo(trigger.path(state).asLong());
            }
        }
        for (JsonNode segment : truth.path("segments")) {
            assertThat(tables.rows("segments").stream()
                            .filter(row -> row.path("segment").equals(segment.path("segment")))
                            .mapToLong(row -> row.path("customer_count").asLong()))
                    .containsExactly(segment.path("customers").asLong());
        }
    }

    /** The written tables of a run, by name, as JSON. */
    private static final class Tables {
        private final Path output;
        private final Map<String, List<JsonNode>> read = new TreeMap<>();

        Tables(Path output) {
            this.output = output;
        }

        List<JsonNode> rows(String table) {
            return read.computeIfAbsent(table, this::read);
        }

        private List<JsonNode> read(String table) {
            Outcome shown = Outcome.of("show", table, "--output", output.toString(), "--format", "json");
            if (shown.exitCode() != 0) {
                return List.of();
            }
            try {
                JsonNode rows = JSON.readTree(shown.out());
                return StreamSupport.stream(rows.spliterator(), false).toList();
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
