package io.parcours.funnel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The touchpoints of a unit by the value they have, each list beside everything that breaks chains. */
final class ValueRuns {
    private final ServingTouchpoints unit;
    private final String[] values;
    private final Map<String, List<Integer>> byValue = new HashMap<>();
    /** The positions of what breaks chains, whatever its value. */
    private final List<Integer> breaking = new ArrayList<>();

    /**
     * Parts a unit.
     *
     * @param values by position: the value, null where the touchpoint serves no step or has none
     */
    ValueRuns(ServingTouchpoints unit, String[] values) {
        this.unit = unit;
        this.values = values;
        for (int position = 0; position < values.length; position++) {
            if (values[position] != null) {
                byValue.computeIfAbsent(values[position], value -> new ArrayList<>())
                        .add(position);
            }
            if (unit.exclusions(position).length > 0) {
                breaking.add(position);
            }
        }
    }

    /** Fills another object with the touchpoints that serve steps with this value, and with all that break chains. */
    void take(String value, ServingTouchpoints part) {
        part.beginPartOf(unit);
        int next = 0;
        for (int position : byValue.get(value)) {
            while (next < breaking.size() && breaking.get(next) < position) {
                addBreaking(breaking.get(next++), value, part);
            }
            part.addPart(unit, position, true);
        }
        while (next < breaking.size()) {
            addBreaking(breaking.get(next++), value, part);
        }
    }

    private void addBreaking(int position, String value, ServingTouchpoints part) {
        if (!value.equals(values[position])) {
            part.addPart(unit, position, false);
        }
    }
}
