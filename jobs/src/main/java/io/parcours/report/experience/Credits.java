package io.parcours.report.experience;

import io.parcours.report.data.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What models credit names with: the rows of the table with one {@code by}. */
final class Credits {
    private static final String UNATTRIBUTED = "(unattributed)";

    private final Set<String> models = new LinkedHashSet<>();
    private final Map<String, Map<String, Row>> names = new LinkedHashMap<>();

    void add(Row row) {
        models.add(row.text("model"));
        names.computeIfAbsent(row.text("name"), missing -> new LinkedHashMap<>())
                .put(row.text("model"), row);
    }

    /** Whether any model gives any credit. */
    boolean isKnown() {
        return names.keySet().stream().anyMatch(name -> most(name) > 0);
    }

    /** The models that credit something, in the table's order; a model that could not be worked out is left out. */
    List<String> models() {
        return models.stream()
                .filter(model -> names.values().stream()
                        .anyMatch(rows ->
                                rows.containsKey(model) && !rows.get(model).isMissing("credit_share")))
                .toList();
    }

    /** How many names there are. */
    int count() {
        return names.size();
    }

    /** The names with the largest credit in any model, and last what is credited to nothing, where there is such credit. */
    List<String> largest(int count) {
        List<String> largest = new ArrayList<>(names.keySet().stream()
                .filter(name -> !name.equals(UNATTRIBUTED))
                .sorted(Comparator.comparingDouble(name -> -most(name)))
                .limit(count)
                .toList());
        if (most(UNATTRIBUTED) > 0) {
            largest.add(UNATTRIBUTED);
        }
        return largest;
    }

    /** The same without those that no model credits anything. */
    List<String> credited(int count) {
        return largest(count).stream().filter(name -> most(name) > 0).toList();
    }

    /** The row of a name in a model, or null. */
    Row row(String name, String model) {
        return names.getOrDefault(name, Map.of()).get(model);
    }

    private double most(String name) {
        return names.getOrDefault(name, Map.of()).values().stream()
                .mapToDouble(row -> row.isMissing("credit_share") ? 0 : row.number("credit_share"))
                .max()
                .orElse(0);
    }
}
