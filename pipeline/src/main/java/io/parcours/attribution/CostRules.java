package io.parcours.attribution;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * Where the costs of channels lie: a CSV file with a header.
 *
 * @param file its path below the map's folder; null: the command line names it
 * @param columns the file's column for {@code channel}, {@code period} and {@code cost}; a name not here is its own column
 * @param costs what was read of it; empty before
 */
public record CostRules(String file, Map<String, String> columns, List<Cost> costs) implements Serializable {

    public CostRules {
        columns = Map.copyOf(columns);
        costs = List.copyOf(costs);
    }

    /** A file that was not read yet. */
    public CostRules(String file, Map<String, String> columns) {
        this(file, columns, List.of());
    }

    /** The file's column of a field. */
    public String column(String field) {
        return columns.getOrDefault(field, field);
    }

    /** The same file, read. */
    public CostRules with(List<Cost> read) {
        return new CostRules(file, columns, read);
    }
}
