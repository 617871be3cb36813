package io.parcours.funnel;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * One unit of one customer, and the funnel whose progress is asked for.
 *
 * @param rules the funnel
 * @param index has every condition of the funnel
 * @param dimensions the names of the history's dimensions
 * @param asOf what it is measured as of
 * @param history built with that index
 * @param span the touchpoints of the unit
 */
record AskedUnit(
        FunnelRules rules,
        ConditionIndex index,
        List<String> dimensions,
        AsOf asOf,
        CustomerHistory history,
        Span span) {

    /** The value a touchpoint has in these columns, null where any of them is missing. */
    String valueOrNull(List<String> columns, int touchpoint) {
        List<String> values = values(columns, touchpoint);
        return values.contains(null) ? null : FunnelBreakdown.joined(values);
    }

    /** The value a touchpoint has in these columns, {@code (none)} standing for each that is missing. */
    String value(List<String> columns, int touchpoint) {
        return FunnelBreakdown.joined(values(columns, touchpoint).stream()
                .map(value -> Objects.requireNonNullElse(value, "(none)"))
                .toList());
    }

    private List<String> values(List<String> columns, int touchpoint) {
        List<String> values = new ArrayList<>();
        for (String column : columns) {
            values.add(
                    column.equals("channel")
                            ? history.channel(touchpoint)
                            : history.dimension(touchpoint, dimensions.indexOf(column)));
        }
        return values;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = span.from(); i < span.to(); i++) {
            long second = Math.floorDiv(history.occurredAt(i), 1_000_000L) % 86_400;
            text.append(history.event(i)).append(second / 60);
            if (second % 60 != 0) {
                text.append(':').append(second % 60);
            }
            text.append('/').append(history.channel(i));
            for (int dimension = 0; dimension < dimensions.size(); dimension++) {
                text.append('/').append(history.dimension(i, dimension));
            }
            text.append(' ');
        }
        return text + "as of " + asOf.instant() + ", open " + span.isOpen() + ", on " + rules;
    }
}
