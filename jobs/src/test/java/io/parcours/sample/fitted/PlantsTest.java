package io.parcours.sample.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.sample.Existing;
import io.parcours.sample.LogFormat;
import io.parcours.sample.SampleRules.Noise;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is planted is in the log, at other places and of other sizes with every seed. */
class PlantsTest {
    @TempDir
    private Path folder;

    @Test
    void planted_shares_are_met_and_places_differ() throws IOException {
        Set<String> places = new HashSet<>();
        for (int seed = 1; seed <= 6; seed++) {
            JsonNode truth = truth(seed);
            for (JsonNode finding : truth.get("planted")) {
                switch (finding.get("finding").asText()) {
                    case "drop" -> {
                        places.add(finding.get("event").asText());
                        near(finding, "journeys_there", "journeys_lost");
                    }
                    case "friction" -> near(finding, "journeys_there", "journeys_with_it");
                    case "low_satisfaction" ->
                        assertThat(mean(truth, finding.get("event").asText())).isLessThan(overall(truth) - 0.08);
                    case "persuasion" ->
                        assertThat(finding.get("incremental_conversions").asLong())
                                .isPositive();
                    default -> {}
                }
            }
        }
        assertThat(places).hasSizeGreaterThan(2);
    }

    private JsonNode truth(int seed) throws IOException {
        Path map = Path.of(System.getProperty("parcours.root", ".."), "sample-data/maps/online-shop-with-stores.yaml");
        Path output = folder.resolve("log-" + seed);
        FittedRules rules = new FittedRules(1500, seed, OptionalInt.empty(), LogFormat.CSV, Noise.CLEAN);
        new FittedLog(map, rules, line -> {}).writeTo(output, Existing.REFUSED);
        return new ObjectMapper().readTree(output.resolve("truth.json").toFile());
    }

    /** A binomial count lies within five of its deviations from what was planted; a few more fall out at the log's end. */
    private static void near(JsonNode finding, String all, String some) {
        double count = finding.get(all).asDouble();
        double share = finding.get("share").asDouble();
        double deviation = 5 * Math.sqrt(share * (1 - share) / count) + 0.01;
        assertThat(count).isGreaterThan(20);
        assertThat(finding.get(some).asDouble() / count).isBetween(share - deviation, share + deviation);
    }

    private static double mean(JsonNode truth, String event) {
        for (JsonNode one : truth.get("satisfaction_by_event")) {
            if (one.get("event").asText().equals(event)) {
                return one.get("satisfaction_mean").asDouble();
            }
        }
        throw new AssertionError("no answer is about " + event);
    }

    private static double overall(JsonNode truth) {
        double sum = 0;
        double count = 0;
        for (JsonNode one : truth.get("satisfaction_by_event")) {
            sum += one.get("answers").asDouble() * one.get("satisfaction_mean").asDouble();
            count += one.get("answers").asDouble();
        }
        return sum / count;
    }
}
