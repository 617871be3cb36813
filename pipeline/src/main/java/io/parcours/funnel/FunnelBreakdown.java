package io.parcours.funnel;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;

/**
 * By what a funnel is also counted: the values of one column of touchpoints, or the combinations of several as one.
 *
 * @param columns dimensions, or "channel"; at least one
 */
public record FunnelBreakdown(List<String> columns) implements Serializable {
    private static final String SEPARATOR = "|";

    public FunnelBreakdown {
        columns = List.copyOf(columns);
        if (columns.isEmpty()) {
            throw new IllegalArgumentException("a breakdown by nothing");
        }
    }

    public static FunnelBreakdown of(String... columns) {
        return new FunnelBreakdown(List.of(columns));
    }

    /** Its name in reports: the column's, or those of all joined by a bar. */
    public String name() {
        return joined(columns);
    }

    /**
     * One text for a combination of values. A bar or backslash within a value gets a backslash before it, so that no two
     * combinations read alike; a single value is left as it is.
     */
    static String joined(List<String> values) {
        return values.size() == 1
                ? values.get(0)
                : values.stream()
                        .map(value -> value.replace("\\", "\\\\").replace(SEPARATOR, "\\" + SEPARATOR))
                        .collect(Collectors.joining(SEPARATOR));
    }
}
