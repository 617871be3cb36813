package io.parcours.sample.fitted;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Rows as JSON, an object a line; dots in a column's name are objects within objects where nothing speaks against it. */
final class JsonRows implements RowWriter {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter out;
    private final List<String> names;
    private final int valueColumn;
    private final boolean isNested;

    /** @param valueColumn the column of numbers, negative for none */
    JsonRows(Path file, List<String> names, int valueColumn) throws IOException {
        this.out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
        this.names = names;
        this.valueColumn = valueColumn;
        this.isNested = names.stream()
                .noneMatch(name -> name.isEmpty()
                        || name.startsWith(".")
                        || name.endsWith(".")
                        || name.contains("..")
                        || names.stream().anyMatch(other -> other.startsWith(name + ".")));
    }

    @Override
    public void write(String[] row) throws IOException {
        out.write(JSON.writeValueAsString(object(row)));
        out.write('\n');
    }

    @Override
    public void writeBroken(String[] row, Fault fault) throws IOException {
        String text = JSON.writeValueAsString(object(row));
        out.write(fault == Fault.CUT_SHORT ? text.substring(0, text.length() - 2) : text + "}}");
        out.write('\n');
    }

    private ObjectNode object(String[] row) {
        ObjectNode object = JSON.createObjectNode();
        for (int column = 0; column < row.length; column++) {
            if (row[column] != null) {
                put(object, names.get(column), row[column], column == valueColumn);
            }
        }
        return object;
    }

    private void put(ObjectNode object, String name, String text, boolean isNumber) {
        int dot = isNested ? name.indexOf('.') : -1;
        if (dot > 0) {
            String outer = name.substring(0, dot);
            put(object.withObjectProperty(outer), name.substring(dot + 1), text, isNumber);
        } else if (isNumber && text.matches("-?\\d+(\\.\\d+)?")) {
            object.put(name, new BigDecimal(text));
        } else {
            object.put(name, text);
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
