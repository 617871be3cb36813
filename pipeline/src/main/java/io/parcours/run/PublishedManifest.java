package io.parcours.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.parcours.journey.AsOf;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.map.MapException;
import io.parcours.output.OutputException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** The manifest of a published day, as far as an analysis of the day builds on it. */
final class PublishedManifest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root;
    private final String location;
    private final Instant asOf;
    private final JourneyMap map;

    private PublishedManifest(ObjectNode root, String location) {
        this.root = root;
        this.location = location;
        this.asOf = Instant.parse(root.path("as_of").asText());
        this.map = map(root, location);
    }

    /**
     * Reads a manifest.
     *
     * @param location what error lines call it
     * @throws OutputException when it is damaged, or was written by a version that is understood no more
     */
    static PublishedManifest parse(String text, String location) {
        try {
            JsonNode root = JSON.readTree(text);
            if (!(root instanceof ObjectNode object) || !root.path("tables").has("touchpoints")) {
                throw new IllegalArgumentException("it tells of no touchpoints");
            }
            return new PublishedManifest(object, location);
        } catch (JsonProcessingException damaged) {
            throw notUnderstood(location, "it is no JSON", damaged);
        } catch (DateTimeException | IllegalArgumentException foreign) {
            throw notUnderstood(location, foreign.getMessage(), foreign);
        }
    }

    private static JourneyMap map(JsonNode node, String location) {
        try {
            return JourneyMapReader.read(node.path("map").path("effective").asText(), location);
        } catch (MapException foreign) {
            throw notUnderstood(location, foreign.getMessage(), foreign);
        }
    }

    private static OutputException notUnderstood(String location, String why, Exception cause) {
        return new OutputException(
                "cannot understand " + location + " (" + why + "): use parcours run for this day", cause);
    }

    /** The instant that the day's run measured everything as of. */
    Instant asOf() {
        return asOf;
    }

    /** The map of the day's run, by which the log was read. */
    JourneyMap map() {
        return map;
    }

    /** The map whose questions the day's table answers: the run's, or that of the latest analysis that replaced it. */
    JourneyMap mapOf(String table) {
        for (JsonNode analysis : root.path(AnalysisManifest.ANALYSES)) {
            for (JsonNode name : analysis.path("tables")) {
                if (name.asText().equals(table)) {
                    return map(analysis, location);
                }
            }
        }
        return map;
    }

    long rowsOf(String table) {
        return root.path("tables").path(table).asLong();
    }

    /** Customers with more touchpoints than the map's limit. */
    long truncatedCustomers() {
        return root.path("histories").path("truncated_customers").asLong();
    }

    /** The first touchpoint, in microseconds since the epoch, if it is told. */
    OptionalLong firstAt() {
        JsonNode first = root.path("histories").path("first_at");
        return first.isTextual()
                ? OptionalLong.of(new AsOf(Instant.parse(first.asText()), ZoneOffset.UTC).micros())
                : OptionalLong.empty();
    }

    /** How many records the day's run read. */
    long read() {
        return root.path("records").path("read").asLong();
    }

    Map<String, Long> rejectedByReason() {
        Map<String, Long> reasons = new TreeMap<>();
        root.path("records")
                .path("rejected_by_reason")
                .properties()
                .forEach(
                        reason -> reasons.put(reason.getKey(), reason.getValue().asLong()));
        return reasons;
    }

    /** Its content, to write the next one from. */
    ObjectNode copy() {
        return root.deepCopy();
    }
}
