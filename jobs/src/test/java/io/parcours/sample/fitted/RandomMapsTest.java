package io.parcours.sample.fitted;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.map.JourneyMapReader;
import io.parcours.map.MapException;
import io.parcours.sample.Existing;
import io.parcours.sample.LogFormat;
import io.parcours.sample.SampleRules.Noise;
import io.parcours.sample.SampleSummary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a map says, a log is made of it, and its truth adds up. */
class RandomMapsTest {
    private static final List<String> CONDITIONS = List.of(
            "events: [a, b]",
            "events: [c], channels: [web]",
            "events: [d], where: \"value >= 100\"",
            "events: [e], where: \"kind = 'gold' and value between 5 and 7\"",
            "where: \"event like 'pay%' and channel = 'shop'\"",
            "channels: [app]",
            "events: [f], where: \"cast(kind as number) > 3\"",
            "where: \"lower(kind) = 'x' or plan is null\"",
            "events: [g], where: \"hour(occurred_at) between 9 and 17\"",
            "events: [h], where: \"customer_id = 'nobody'\"");
    private static final List<String> STAMPS =
            List.of("iso", "epoch_seconds", "epoch_millis", "dd/MM/yyyy", "\"dd.MM.yyyy HH:mm\"");
    private static final List<String> GAPS = List.of("none", "30m", "1d", "90d", "30s");

    @TempDir
    private Path folder;

    @Test
    void every_map_that_can_be_read_has_a_log() throws IOException {
        int made = 0;
        for (int seed = 0; seed < 120; seed++) {
            Path map = folder.resolve(seed + ".yaml");
            Files.writeString(map, map(new Random(seed)));
            // Columns with dots and blanks are for text only.
            LogFormat format = LogFormat.values()[Files.readString(map).contains("who.id") ? seed % 2 : seed % 4];
            if (isReadable(map)) {
                Path output = folder.resolve("log-" + seed);
                check(map, output, format, seed);
                made++;
            }
        }
        assertThat(made).isGreaterThan(60);
    }

    private static boolean isReadable(Path map) {
        try {
            JourneyMapReader.read(map);
            return true;
        } catch (MapException refused) {
            return false;
        }
    }

    private static void check(Path map, Path output, LogFormat format, int seed) throws IOException {
        FittedRules rules = new FittedRules(12, seed, OptionalInt.empty(), format, Noise.WITH_NOISE);
        FittedLog log;
        try {
            log = new FittedLog(map, rules, line -> {});
        } catch (IllegalArgumentException unfit) {
            assertThat(unfit).hasMessageStartingWith("no stage and no step of the map can be met");
            return;
        }
        SampleSummary summary = log.writeTo(output, Existing.REFUSED);
        JsonNode records = new ObjectMapper()
                .readTree(output.resolve("truth.json").toFile())
                .get("records");
        long sum = 0;
        for (String outcome : List.of("accepted", "duplicate", "rejected", "filtered")) {
            sum += records.get(outcome).asLong();
        }
        assertThat(sum)
                .as("seed %d", seed)
                .isEqualTo(records.get("read").asLong())
                .isEqualTo(summary.records());
        if (format == LogFormat.JSON) {
            assertThat(Files.readAllLines(summary.log())).hasSize((int) sum);
        }
    }

    private static String map(Random random) {
        StringBuilder map = new StringBuilder("name: random\ninput:\n  dimensions: [kind, score]\n  timestamp_format: ")
                .append(STAMPS.get(random.nextInt(STAMPS.size())))
                .append("\n");
        if (random.nextInt(3) == 0) {
            map.append("  between: [2024-02-01, 2024-02-0")
                    .append(1 + random.nextInt(3))
                    .append("]\n");
        }
        if (random.nextInt(3) == 0) {
            map.append("  columns: {customer_id: who.id, kind: event, value: \"amount of it\"}\n");
        }
        if (random.nextInt(4) == 0) {
            map.append("  where: \"not (event = 'a')\"\n");
        }
        map.append("session_gap: 30s\njourney_gap: ")
                .append(GAPS.get(random.nextInt(GAPS.size())))
                .append("\n");
        boolean hasStages = random.nextInt(4) > 0;
        if (hasStages) {
            map.append("stages:\n");
            for (int stage = 0; stage <= random.nextInt(4); stage++) {
                map.append("  - {name: s")
                        .append(stage)
                        .append(", ")
                        .append(condition(random))
                        .append("}\n");
            }
        }
        map.append("funnels:\n  - name: f\n    steps:\n");
        for (int step = 0; step <= random.nextInt(3); step++) {
            map.append("      - {name: t")
                    .append(step)
                    .append(", ")
                    .append(condition(random))
                    .append("}\n");
        }
        features(random, hasStages, map);
        return map.toString();
    }

    private static void features(Random random, boolean hasStages, StringBuilder map) {
        map.append("customers: {file: who.csv, attributes: [plan]}\n");
        if (random.nextBoolean()) {
            map.append("surveys: {events: [rating], score: ")
                    .append(random.nextBoolean() ? "value" : "score")
                    .append(", scale: [-1, 1], rule: ces, about: ")
                    .append(random.nextBoolean() ? "journey" : "1d")
                    .append("}\n");
        }
        if (random.nextBoolean()) {
            map.append("friction: {contacts: {events: [call]}, thing: kind, stall_after: 10s}\nattribution: {}\n");
        }
        if (hasStages && random.nextBoolean()) {
            map.append("expected: {stages: [{stage: s0, allowed: 10s}]}\n");
        }
        if (random.nextBoolean()) {
            map.append("triggers:\n  - {name: t, when: {")
                    .append(condition(random))
                    .append("}, within: 1h, action: x}\n");
        }
        if (random.nextBoolean()) {
            map.append("segments:\n  - {name: s, where: \"touchpoints > 3 and plan = 'x'\"}\n");
        }
    }

    private static String condition(Random random) {
        return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }
}
