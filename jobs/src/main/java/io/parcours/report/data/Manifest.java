package io.parcours.report.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.map.MapException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/** What the run of a day says of itself. */
public final class Manifest {
    private final JsonNode root;
    private final LocalDate day;
    private final Instant asOf;
    private final JourneyMap map;

    private Manifest(JsonNode root, LocalDate day) {
        this.root = root;
        this.day = day;
        this.asOf = Instant.parse(root.path("as_of").asText());
        this.map = map(root, day);
    }

    static Manifest parse(String text, LocalDate day) {
        try {
            return new Manifest(new ObjectMapper().readTree(text), day);
        } catch (JsonProcessingException | DateTimeException foreign) {
            throw notUnderstood(day);
        }
    }

    private static JourneyMap map(JsonNode node, LocalDate day) {
        try {
            return JourneyMapReader.read(node.path("map").path("effective").asText(), "the manifest");
        } catch (MapException foreign) {
            throw notUnderstood(day);
        }
    }

    private static ReportException notUnderstood(LocalDate day) {
        return new ReportException("cannot understand the manifest of " + day + ": run again for this day");
    }

    /** The instant that everything was measured as of. */
    public Instant asOf() {
        return asOf;
    }

    /** The journey map that the day's run measured by. */
    public JourneyMap map() {
        return map;
    }

    /** The map whose questions a table answers: the run's, or that of the latest analysis that replaced the table. */
    public JourneyMap mapOf(String table) {
        for (JsonNode analysis : root.path("analyses")) {
            for (JsonNode name : analysis.path("tables")) {
                if (name.asText().equals(table)) {
                    return map(analysis, day);
                }
            }
        }
        return map;
    }

    /** Whether both days were measured by the same map, so that what differs does not come from the rules. */
    public boolean isMeasuredAs(Manifest other) {
        return map.equals(other.map) && root.path("analyses").equals(other.root.path("analyses"));
    }

    /** How many records had an outcome: read, accepted, duplicate, rejected, filtered or after_as_of. */
    public long records(String outcome) {
        return root.path("records").path(outcome).asLong();
    }

    /** A count that the histories gave: customers, sessions, journeys; 0 where it is not told. */
    public long histories(String count) {
        return root.path("histories").path(count).asLong();
    }

    /** The first touchpoint, if there is one. */
    public Optional<Instant> firstAt() {
        JsonNode first = root.path("histories").path("first_at");
        return first.isTextual() ? Optional.of(Instant.parse(first.asText())) : Optional.empty();
    }

    /** Any other part of it. */
    public JsonNode root() {
        return root;
    }
}
