package io.parcours.journey;

import java.io.Serializable;
import java.util.List;

/**
 * A column of touchpoints by which reports are broken down.
 *
 * @param name {@code channel} or a dimension
 * @param dimension the place of the dimension's values in touchpoints; {@value #CHANNEL} for the channel
 */
public record TouchpointColumn(String name, int dimension) implements Serializable {
    private static final int CHANNEL = -1;

    /**
     * Finds a column by its name among the map's dimensions.
     *
     * @throws IllegalArgumentException when it is neither {@code channel} nor a dimension
     */
    public static TouchpointColumn of(String name, List<String> dimensions) {
        if (name.equals("channel")) {
            return new TouchpointColumn(name, CHANNEL);
        }
        int dimension = dimensions.indexOf(name);
        if (dimension < 0) {
            throw new IllegalArgumentException("neither channel nor a dimension: " + name);
        }
        return new TouchpointColumn(name, dimension);
    }

    /** A touchpoint's value, or null. */
    public String value(CustomerHistory history, int touchpoint) {
        return dimension == CHANNEL ? history.channel(touchpoint) : history.dimension(touchpoint, dimension);
    }
}
