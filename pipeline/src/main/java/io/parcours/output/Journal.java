package io.parcours.output;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a publication is about to do, or has done.
 *
 * @param run the run whose staging folder holds the new tables
 * @param asOf the day whose partitions it replaces
 * @param tables the tables it publishes, each with the names of all its files
 * @param removed the tables that lose their partition of this day, because the run no longer writes them
 * @param kept the tables of this day that stay as an earlier publication left them, each with the names of its files
 */
record Journal(
        RunId run,
        LocalDate asOf,
        SortedMap<String, List<String>> tables,
        List<String> removed,
        SortedMap<String, List<String>> kept) {
    private static final int VERSION = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    Journal {
        tables = checked(tables);
        removed = removed.stream().map(OutputPaths::table).toList();
        kept = checked(kept);
    }

    /** All tables of the day once the publication is over, each with the names of its files. */
    SortedMap<String, List<String>> all() {
        SortedMap<String, List<String>> all = new TreeMap<>(kept);
        all.putAll(tables);
        return all;
    }

    String toJson() {
        ObjectNode root = JSON.createObjectNode();
        root.put("version", VERSION);
        root.put("run", run.value());
        root.put("as_of", asOf.toString());
        tables.forEach((table, files) -> put(root.withObjectProperty("tables").putArray(table), files));
        put(root.putArray("removed"), removed);
        kept.forEach((table, files) -> put(root.withObjectProperty("kept").putArray(table), files));
        return root.toPrettyString() + "\n";
    }

    /** Reads a journal; a damaged or foreign one is an error, since acting on a guess would delete partitions. */
    static Journal parse(String text, String location) {
        try {
            JsonNode root = JSON.readTree(text);
            if (root.path("version").asInt() != VERSION) {
                throw new IllegalArgumentException("it was written by another version");
            }
            return new Journal(
                    new RunId(root.path("run").asText()),
                    LocalDate.parse(root.path("as_of").asText()),
                    files(root.path("tables")),
                    texts(root.path("removed")),
                    files(root.path("kept")));
        } catch (JsonProcessingException | DateTimeException | IllegalArgumentException e) {
            throw new OutputException(
                    "cannot understand " + location + " (" + firstLine(e)
                            + "): look at the tables of its day, delete the file, and run that day again",
                    e);
        }
    }

    private static String firstLine(Exception e) {
        return e instanceof JsonProcessingException ? "no JSON" : e.getMessage();
    }

    private static SortedMap<String, List<String>> checked(SortedMap<String, List<String>> tables) {
        SortedMap<String, List<String>> copy = new TreeMap<>();
        tables.forEach((table, files) -> copy.put(
                OutputPaths.table(table),
                files.stream().map(OutputPaths::checked).toList()));
        return Collections.unmodifiableSortedMap(copy);
    }

    private static SortedMap<String, List<String>> files(JsonNode tables) {
        SortedMap<String, List<String>> files = new TreeMap<>();
        tables.properties().forEach(table -> files.put(table.getKey(), texts(table.getValue())));
        return files;
    }

    private static void put(ArrayNode array, Collection<String> texts) {
        texts.forEach(array::add);
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
