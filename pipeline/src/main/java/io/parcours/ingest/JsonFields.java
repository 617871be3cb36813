package io.parcours.ingest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Picks the fields of a layout out of JSON objects. Of a name that comes twice the last value counts. */
final class JsonFields {
    static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    private final Node root = new Node();
    private final int slotCount;
    private Object[] values;
    private boolean[] isLiteral;
    private byte[] json;
    private String problem;

    /** A name in the JSON tree, with the fields that take its value. */
    private static final class Node {
        private final Map<String, Node> children = new HashMap<>();
        private final List<Integer> literal = new ArrayList<>();
        private final List<Integer> nested = new ArrayList<>();

        Node child(String name) {
            return children.computeIfAbsent(name, any -> new Node());
        }

        boolean isWanted() {
            return !literal.isEmpty() || !nested.isEmpty();
        }
    }

    JsonFields(FieldLayout layout) {
        slotCount = layout.size();
        for (int slot = 0; slot < slotCount; slot++) {
            String column = layout.column(slot);
            root.child(column).literal.add(slot);
            if (column.indexOf('.') >= 0) {
                Node node = root;
                for (String name : column.split("\\.", -1)) {
                    node = node.child(name);
                }
                node.nested.add(slot);
            }
        }
    }

    /** The fields of an object as text, or null where these bytes are none; {@link #problem} then says why. */
    Object[] read(byte[] object) throws IOException {
        json = object;
        values = new Object[slotCount];
        isLiteral = new boolean[slotCount];
        problem = null;
        try (JsonParser parser = FACTORY.createParser(object)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                problem = "it is no JSON object";
            } else {
                readObject(parser, root);
                problem = parser.nextToken() == null ? problem : "text stands behind its JSON object";
            }
        } catch (JsonProcessingException fault) {
            problem = "it is no valid JSON: " + OneLine.cut(fault.getOriginalMessage(), 120);
        }
        return problem == null ? values : null;
    }

    String problem() {
        return problem;
    }

    private void readObject(JsonParser parser, Node node) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            Node child = node.children.get(parser.currentName());
            JsonToken token = parser.nextToken();
            if (child == null) {
                parser.skipChildren();
            } else if (token.isStructStart()) {
                readStructure(parser, child, token);
            } else if (child.isWanted()) {
                keep(child, token == JsonToken.VALUE_NULL ? null : parser.getText());
            }
        }
    }

    private void readStructure(JsonParser parser, Node node, JsonToken token) throws IOException {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        if (token == JsonToken.START_OBJECT && !node.children.isEmpty()) {
            readObject(parser, node);
        } else {
            parser.skipChildren();
        }
        if (node.isWanted()) {
            int to = (int) parser.currentLocation().getByteOffset();
            keep(node, new String(json, from, to - from, StandardCharsets.UTF_8));
        }
    }

    private void keep(Node node, String text) {
        if (text != null && hasLoneSurrogate(text)) {
            problem = "it has half a surrogate pair, which is no character";
        }
        for (int slot : node.literal) {
            values[slot] = text;
            isLiteral[slot] = true;
        }
        for (int slot : node.nested) {
            values[slot] = isLiteral[slot] ? values[slot] : text;
        }
    }

    // JSON's escapes can write what UTF-8 cannot; two ids that differ only there would become one when written.
    private static boolean hasLoneSurrogate(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                boolean isPair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!isPair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
