package io.parcours.map;

import io.parcours.attribution.CostRules;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Reads where the costs of channels lie. */
final class CostsReader {
    private CostsReader() {}

    static Optional<CostRules> read(MapValue value) {
        MapFields fields = MapFields.of(value, MapKeys.COSTS);
        Map<String, String> columns = new LinkedHashMap<>();
        MapKeys.COST_COLUMNS.keys().forEach(field -> columns.put(field, field));
        fields.section("columns", MapKeys.COST_COLUMNS)
                .all()
                .forEach((field, column) -> column.text().ifPresent(name -> columns.put(field, name)));
        return fields.required("file").flatMap(MapFile::read).map(file -> new CostRules(file, columns));
    }
}
