package io.parcours.map;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads a block whose keys are names of the user's, such as channels or themes. */
final class NamedValues {
    private NamedValues() {}

    /** The values by their names, in the map's order. */
    static Map<String, MapValue> read(MapValue whole) {
        Map<String, MapValue> values = new LinkedHashMap<>();
        whole.mapping().ifPresent(mapping -> mapping.getValue().forEach(entry -> add(entry, whole, values)));
        return values;
    }

    private static void add(NodeTuple entry, MapValue whole, Map<String, MapValue> values) {
        MapValue key = new MapValue(entry.getKeyNode(), whole.path(), whole.problems());
        if (!(entry.getKeyNode() instanceof ScalarNode scalar)
                || scalar.getTag().equals(Tag.NULL)) {
            key.refuse("has a key that is no word");
            return;
        }
        String name = scalar.getValue();
        if (name.isBlank() || name.codePoints().anyMatch(Character::isISOControl)) {
            key.refuse(name.isBlank() ? "has a blank key" : "has a key with a line break or control character in it");
            return;
        }
        String path = whole.path() + "." + Shown.plain(name);
        MapValue value = new MapValue(entry.getValueNode(), path, whole.problems());
        MapValue first = values.putIfAbsent(name, value);
        if (first != null) {
            new MapValue(scalar, path, whole.problems()).refuse("is given twice; first on line " + first.line());
        }
    }
}
