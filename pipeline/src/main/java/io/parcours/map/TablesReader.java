package io.parcours.map;

import io.parcours.map.TableChoice.Shape;
import io.parcours.quality.QualityReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads which tables are written. */
final class TablesReader {
    private final MapFields map;

    private TablesReader(MapFields map) {
        this.map = map;
    }

    static TableChoice read(MapFields map) {
        return map.at("tables").map(new TablesReader(map)::choice).orElse(TableChoice.EVERY);
    }

    private TableChoice choice(MapValue value) {
        if (!value.isBlock()) {
            return choice(Shape.ONLY, value);
        }
        return MapFields.of(value, MapKeys.TABLES)
                .required("except")
                .map(except -> choice(Shape.EXCEPT, except))
                .orElse(TableChoice.EVERY);
    }

    private TableChoice choice(Shape shape, MapValue value) {
        Map<String, MapValue> given = ConditionReader.namesInPlace(value);
        List<String> legal = new ArrayList<>();
        given.forEach((name, place) -> {
            if (isAsked(name, place) && isFree(shape, name, place)) {
                legal.add(name);
            }
        });
        return legal.isEmpty() ? TableChoice.EVERY : new TableChoice(shape, legal);
    }

    private boolean isAsked(String name, MapValue place) {
        List<String> asked = List.copyOf(KnownTables.names(key -> map.at(key).isPresent()));
        return asked.contains(name)
                || KnownTables.key(name)
                        .map(key -> place.check(
                                false,
                                "there is no table " + name + " without the key " + key
                                        + ", which this map has not; give it or leave the name out"))
                        .orElseGet(() -> place.check(
                                false, "there is no table " + Shown.quoted(name) + Shown.instead(name, asked)));
    }

    private static boolean isFree(Shape shape, String name, MapValue place) {
        return place.check(
                shape != Shape.EXCEPT || !name.equals(QualityReport.TABLE.name()),
                "quality is always written: without an account of its records nobody could trust a run");
    }
}
