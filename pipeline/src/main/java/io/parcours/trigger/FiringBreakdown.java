package io.parcours.trigger;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.TouchpointColumn;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.List;

/**
 * By what firings are counted once more.
 *
 * @param name what reports call it
 * @param column the column of touchpoints that has the value
 * @param place the touchpoint that gives the value
 */
record FiringBreakdown(String name, TouchpointColumn column, Place place) implements Serializable {

    static final FiringBreakdown ENTRY_CHANNEL =
            new FiringBreakdown("entry_channel", TouchpointColumn.of("channel", List.of()), Place.JOURNEY_START);

    /** Which touchpoint. */
    enum Place {
        /** The one that starts the firing. */
        FIRING_START,
        /** The first one of the journey in which it starts. */
        JOURNEY_START
    }

    /** By what the touchpoint has that starts the firing. */
    static FiringBreakdown of(TouchpointColumn column) {
        return new FiringBreakdown(column.name(), column, Place.FIRING_START);
    }

    /** The firing's value; {@link Labels#NONE} where it is missing. */
    String value(CustomerHistory history, Firing firing) {
        int touchpoint =
                place == Place.FIRING_START ? firing.start() : firing.journey().from();
        return Labels.orNone(column.value(history, touchpoint));
    }
}
