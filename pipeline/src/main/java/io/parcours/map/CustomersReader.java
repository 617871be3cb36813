package io.parcours.map;

import io.parcours.ingest.CustomerRules;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads where the table of attributes lies. */
final class CustomersReader {
    private static final String CUSTOMER_ID = "customer_id";

    private CustomersReader() {}

    /** @param attributes the attributes, which other parts of the map know already */
    static CustomerRules read(MapFields fields, List<String> attributes) {
        Map<String, String> columns = new LinkedHashMap<>(Map.of(CUSTOMER_ID, CUSTOMER_ID));
        fields.at("columns")
                .ifPresent(value -> MapFields.of(value, MapKeys.CUSTOMER_COLUMNS, attributes)
                        .all()
                        .forEach((field, column) -> column.text().ifPresent(name -> columns.put(field, name))));
        fields.required("attributes");
        return new CustomerRules(fields.at("file").flatMap(MapFile::read).orElse(null), columns, attributes);
    }
}
