package io.parcours.jobs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A notebook as it lies in a file.
 *
 * @param name the file's name
 * @param content its JSON
 */
record Notebook(String name, JsonNode content) {

    static Notebook read(Path file) {
        try {
            return new Notebook(file.getFileName().toString(), new ObjectMapper().readTree(file.toFile()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The files of all notebooks in a folder, by name. */
    static List<Path> files(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ipynb"))
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    List<JsonNode> cells() {
        return list(content.get("cells"));
    }

    /** The source of the cells of a type. */
    List<String> sources(String cellType) {
        return cells().stream()
                .filter(cell -> cell.get("cell_type").asText().equals(cellType))
                .map(cell -> text(cell.get("source")))
                .toList();
    }

    /** What its cells printed. */
    String printed() {
        StringBuilder printed = new StringBuilder();
        for (JsonNode output : outputs("stream")) {
            if (output.get("name").asText().equals("stdout")) {
                printed.append(text(output.get("text")));
            }
        }
        return printed.toString();
    }

    /** What went wrong in its cells, a line each. */
    List<String> errors() {
        return outputs("error").stream()
                .map(error ->
                        error.get("ename").asText() + ": " + error.get("evalue").asText())
                .toList();
    }

    /** How many figures it drew. */
    int figureCount() {
        return data("image/png").size();
    }

    /** The tables it showed, as HTML. */
    List<String> tables() {
        return data("text/html");
    }

    private List<String> data(String kind) {
        return outputs("display_data").stream()
                .map(output -> output.get("data").get(kind))
                .filter(data -> data != null)
                .map(Notebook::text)
                .toList();
    }

    private List<JsonNode> outputs(String type) {
        List<JsonNode> found = new ArrayList<>();
        for (JsonNode cell : cells()) {
            if (cell.has("outputs")) {
                list(cell.get("outputs")).stream()
                        .filter(output -> output.get("output_type").asText().equals(type))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** Notebooks keep a text whole or as its lines. */
    private static String text(JsonNode node) {
        if (node.isTextual()) {
            return node.asText();
        }
        StringBuilder whole = new StringBuilder();
        node.forEach(line -> whole.append(line.asText()));
        return whole.toString();
    }

    private static List<JsonNode> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).toList();
    }
}
