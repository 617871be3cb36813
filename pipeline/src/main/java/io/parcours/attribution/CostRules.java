package io.parcours.attribution;

import java.io.Serializable;
import java.util.Map;

/**
 * Where the costs of channels lie: a CSV file with a header.
 *
 * @param file its path below the map's folder
 * @param columns the file's column for {@code channel}, {@code period} and {@code cost}; a name not here is its own column
 */
public record CostRules(String file, Map<String, String> columns) implements Serializable {

    public CostRules {
        columns = Map.copyOf(columns);
    }

    /** The file's column of a field. */
    public String column(String field) {
        return columns.getOrDefault(field, field);
    }
}
