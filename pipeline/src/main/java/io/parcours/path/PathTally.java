package io.parcours.path;

import io.parcours.stats.ClusteredProportion;
import java.io.Serializable;

/** The journeys along one path: those of a customer are one cluster. */
final class PathTally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ClusteredProportion conversions = new ClusteredProportion();
    /** The journeys of the customer at hand. */
    private transient long journeys;

    private transient long converted;

    /** Takes in a journey of the customer at hand. */
    void add(boolean isConverted) {
        journeys++;
        converted += isConverted ? 1 : 0;
    }

    /** Whether journeys were taken in that {@link #closeCustomer} has not closed. */
    boolean hasOpenCustomer() {
        return journeys > 0;
    }

    /** The next journey belongs to another customer. */
    void closeCustomer() {
        conversions.add(converted, journeys);
        journeys = 0;
        converted = 0;
    }

    void merge(PathTally other) {
        conversions.merge(other.conversions);
    }

    ClusteredProportion conversions() {
        return conversions;
    }
}
