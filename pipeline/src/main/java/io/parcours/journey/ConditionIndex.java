package io.parcours.journey;

import io.parcours.condition.TouchpointCondition;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every distinct condition the map asks of touchpoints, numbered, so that each is answered once a touchpoint. */
public final class ConditionIndex implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Map<TouchpointCondition, Integer> numbers = new LinkedHashMap<>();

    public ConditionIndex(Collection<TouchpointCondition> conditions) {
        for (TouchpointCondition condition : conditions) {
            numbers.putIfAbsent(condition, numbers.size());
        }
    }

    /**
     * The number of a condition.
     *
     * @throws IllegalArgumentException when the index was not made with it
     */
    public int numberOf(TouchpointCondition condition) {
        Integer number = numbers.get(condition);
        if (number == null) {
            throw new IllegalArgumentException("a condition that was not indexed: " + condition);
        }
        return number;
    }

    /** The conditions in the order of their numbers. */
    public List<TouchpointCondition> conditions() {
        return new ArrayList<>(numbers.keySet());
    }
}
