package io.parcours.map;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** The values under the keys of one section of the map; keys that do not belong there are noted as problems. */
final class MapFields {
    private final MapSection section;
    private final Map<String, MapValue> values = new LinkedHashMap<>();
    private final MapValue whole;
    private boolean isSound = true;

    private MapFields(MapValue whole, MapSection section) {
        this.whole = whole;
        this.section = section;
    }

    /** The fields of a value that must be keys and values; none, after noting the problem, where it is not. */
    static MapFields of(MapValue whole, MapSection section) {
        return of(whole, section, List.of());
    }

    /** The same for a section that also takes keys of the map's own naming. */
    static MapFields of(MapValue whole, MapSection section, Collection<String> furtherKeys) {
        MapFields fields = new MapFields(whole, section);
        int before = whole.problems().count();
        whole.mapping().ifPresent(mapping -> fields.take(mapping, furtherKeys));
        fields.isSound = whole.problems().count() == before;
        return fields;
    }

    /** The value under a key, if there is one. */
    Optional<MapValue> at(String key) {
        if (!section.keys().contains(key)) {
            throw new IllegalArgumentException("a key the section does not declare: " + key);
        }
        return Optional.ofNullable(values.get(key));
    }

    /** Whether all keys are legal. If not, what seems missing may only be misspelled, and is not worth a problem too. */
    boolean isSound() {
        return isSound;
    }

    /** The value under a key that must be there; its absence is noted. */
    Optional<MapValue> required(String key) {
        Optional<MapValue> value = at(key);
        if (value.isEmpty() && isSound) {
            whole.problems().add(whole.line(), below(key), "is missing");
        }
        return value;
    }

    /** The section under a key; one without any field where it is not given. */
    MapFields section(String key, MapSection below) {
        return at(key).map(value -> of(value, below)).orElseGet(() -> new MapFields(whole, below));
    }

    /** Everything there is, in the map's order. */
    Map<String, MapValue> all() {
        return values;
    }

    /** Notes a problem of the section as a whole. */
    void refuse(String what) {
        whole.refuse(what);
    }

    private void take(MappingNode mapping, Collection<String> furtherKeys) {
        for (NodeTuple entry : mapping.getValue()) {
            MapValue keyValue = new MapValue(entry.getKeyNode(), whole.path(), whole.problems());
            if (!(entry.getKeyNode() instanceof ScalarNode scalar)
                    || scalar.getTag().equals(Tag.NULL)) {
                keyValue.refuse("has a key that is no word");
                continue;
            }
            String key = scalar.getValue();
            String path = below(key);
            MapValue named = new MapValue(scalar, path, whole.problems());
            if (values.containsKey(key)) {
                named.refuse("is given twice; first on line " + values.get(key).line());
            } else if (section.laterKeys().contains(key)) {
                named.refuse("is not available in this version");
            } else if (!section.keys().contains(key) && !furtherKeys.contains(key)) {
                named.refuse("unknown key" + Shown.instead(key, legal(furtherKeys)));
            } else {
                values.put(key, new MapValue(entry.getValueNode(), path, whole.problems()));
            }
        }
    }

    private String below(String key) {
        return whole.path().isEmpty() ? Shown.plain(key) : whole.path() + "." + Shown.plain(key);
    }

    private List<String> legal(Collection<String> furtherKeys) {
        return Stream.concat(section.keys().stream(), furtherKeys.stream())
                .distinct()
                .toList();
    }
}
