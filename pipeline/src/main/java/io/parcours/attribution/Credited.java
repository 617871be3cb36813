package io.parcours.attribution;

import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.List;

/**
 * What of a touch is credited.
 *
 * @param by what reports call it
 * @param kind where it stands in a touchpoint
 * @param dimension which dimension, or -1
 */
record Credited(String by, Kind kind, int dimension) implements Serializable {

    /** Where a name stands in a touchpoint. */
    enum Kind {
        CHANNEL,
        EVENT,
        DIMENSION
    }

    /**
     * Reads the word of the rules.
     *
     * @param breakdowns what histories know by the number of a dimension
     */
    static Credited of(String by, List<String> breakdowns) {
        if (by.equals("channel")) {
            return new Credited(by, Kind.CHANNEL, -1);
        }
        if (by.equals("event")) {
            return new Credited(by, Kind.EVENT, -1);
        }
        int dimension = breakdowns.indexOf(by);
        if (dimension < 0) {
            throw new IllegalArgumentException("no dimension " + by);
        }
        return new Credited(by, Kind.DIMENSION, dimension);
    }

    /** The name of a touchpoint; never null. */
    String nameOf(CustomerHistory history, int index) {
        return Labels.orNone(
                switch (kind) {
                    case CHANNEL -> history.channel(index);
                    case EVENT -> history.event(index);
                    case DIMENSION -> history.dimension(index, dimension);
                });
    }
}
