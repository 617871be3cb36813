package io.parcours.map;

import io.parcours.funnel.FunnelBreakdown;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads by what a funnel is also counted: columns and combinations of columns. */
final class BreakdownReader {
    private static final String PURPOSE = "to break down by";

    private final CutColumns columns;

    BreakdownReader(CutColumns columns) {
        this.columns = columns;
    }

    /** One column, or a list of columns and of combinations, each of which is a list again. */
    List<FunnelBreakdown> read(MapValue value) {
        if (!value.isList()) {
            return columns.read(value, PURPOSE).stream()
                    .map(FunnelBreakdown::of)
                    .toList();
        }
        List<MapValue> items = value.items();
        if (items.isEmpty()) {
            value.refuse("is an empty list; leave the key out or name at least one");
        }
        List<FunnelBreakdown> breakdowns = new ArrayList<>();
        Set<Set<String>> taken = new HashSet<>();
        for (MapValue item : items) {
            List<String> names = item.isList() ? combination(item) : column(item);
            if (!names.isEmpty() && item.check(taken.add(Set.copyOf(names)), shown(names) + " is named twice")) {
                breakdowns.add(new FunnelBreakdown(names));
            }
        }
        return breakdowns;
    }

    /** One column, or a list of columns as one combination; nothing where it is neither. */
    List<FunnelBreakdown> readAsOne(MapValue value) {
        List<String> names = columns.read(value, PURPOSE);
        return names.isEmpty() ? List.of() : List.of(new FunnelBreakdown(names));
    }

    private List<String> column(MapValue item) {
        return item.text()
                .filter(name -> columns.isKnown(name, item, PURPOSE))
                .map(List::of)
                .orElse(List.of());
    }

    private List<String> combination(MapValue item) {
        int before = item.problems().count();
        List<String> names = columns.read(item, PURPOSE);
        boolean isLegal = item.problems().count() == before
                && item.check(names.size() > 1, "is a combination of one column; name more, or take the brackets off");
        return isLegal ? names : List.of();
    }

    private static String shown(List<String> names) {
        return names.size() == 1 ? Shown.quoted(names.get(0)) : "the combination of " + Shown.listed(names);
    }
}
