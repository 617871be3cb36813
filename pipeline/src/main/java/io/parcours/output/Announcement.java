package io.parcours.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which days a pruning removes. While it stands in the output folder nobody shows these days.
 *
 * @param days the days
 * @param tables of which tables
 */
record Announcement(SortedSet<LocalDate> days, SortedSet<String> tables) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    Announcement {
        days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
        tables = Collections.unmodifiableSortedSet(new TreeSet<>(tables));
        tables.forEach(OutputPaths::table);
    }

    /** That of a pruning which is under way or was cut off. */
    static Optional<Announcement> standing(OutputStore store) {
        return store.read(OutputPaths.PRUNING).map(text -> parse(text, store.child(OutputPaths.PRUNING)));
    }

    /** The days that a pruning is removing; none where none is under way. */
    static Set<LocalDate> days(OutputStore store) {
        return standing(store).<Set<LocalDate>>map(Announcement::days).orElse(Set.of());
    }

    String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        ArrayNode dayNames = root.putArray("days");
        days.forEach(day -> dayNames.add(day.toString()));
        ArrayNode tableNames = root.putArray("tables");
        tables.forEach(tableNames::add);
        return root.toPrettyString() + "\n";
    }

    private static Announcement parse(String text, String location) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("it was written by another version");
            }
            SortedSet<LocalDate> days = new TreeSet<>();
            root.path("days").forEach(day -> days.add(LocalDate.parse(day.asText())));
            SortedSet<String> tables = new TreeSet<>();
            root.path("tables").forEach(table -> tables.add(table.asText()));
            return new Announcement(days, tables);
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new OutputException(
                    "cannot understand " + location + ", which says what a prune was about to remove: delete it, and"
                            + " prune again",
                    e);
        }
    }
}
