package io.parcours.ingest;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * The table of what is known of customers beside their touchpoints, such as plan, region or the birth of the relation.
 *
 * @param file where it lies, below the map's folder; null: the command line names it
 * @param columns {@code customer_id} or an attribute to the table's column; a name not here is its own column
 * @param attributes the attributes in order, at least one; kept as text and usable like dimensions, after which they
 *     come
 */
public record CustomerRules(String file, Map<String, String> columns, List<String> attributes) implements Serializable {

    public CustomerRules {
        columns = Map.copyOf(columns);
        attributes = List.copyOf(attributes);
    }

    /** The table's column of an attribute or of {@code customer_id}. */
    public String column(String name) {
        return columns.getOrDefault(name, name);
    }
}
