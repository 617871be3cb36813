package io.parcours.churn;

import io.parcours.stats.ObservedDays;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The customers of one curve, all of them and apart by the value in each column. */
final class CurveGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ObservedDays all = new ObservedDays();
    private final List<Map<String, ObservedDays>> byValue = new ArrayList<>();

    CurveGroups(int columns) {
        for (int column = 0; column < columns; column++) {
            byValue.add(new HashMap<>());
        }
    }

    /** Counts the customer that the reader found, who has these values. */
    void add(CurveReader found, String[] values) {
        found.count(all);
        for (int column = 0; column < values.length; column++) {
            found.count(byValue.get(column).computeIfAbsent(values[column], value -> new ObservedDays()));
        }
    }

    void merge(CurveGroups other) {
        all.merge(other.all);
        for (int column = 0; column < byValue.size(); column++) {
            Map<String, ObservedDays> groups = byValue.get(column);
            other.byValue
                    .get(column)
                    .forEach((value, days) -> groups.computeIfAbsent(value, first -> new ObservedDays())
                            .merge(days));
        }
    }

    ObservedDays all() {
        return all;
    }

    /** The groups of a column, 0 for the first, by their values in order. */
    Map<String, ObservedDays> of(int column) {
        Map<String, ObservedDays> sorted = new TreeMap<>(Utf8Order.COMPARATOR);
        sorted.putAll(byValue.get(column));
        return sorted;
    }
}
