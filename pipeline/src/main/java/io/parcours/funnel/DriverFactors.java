package io.parcours.funnel;

import java.util.List;

/** What may tell why units are lost, by number: the channel, each of the map's dimensions, the two kinds of events. */
final class DriverFactors {
    static final int CHANNEL = 0;
    static final int FIRST_DIMENSION = 1;

    private static final String DIMENSION = "dimension:";
    private static final List<String> OWN_NAMES = List.of("channel", "preceding_event", "intervening_event");

    private final List<String> dimensions;

    DriverFactors(List<String> dimensions) {
        this.dimensions = dimensions;
    }

    int count() {
        return FIRST_DIMENSION + dimensions.size() + 2;
    }

    int precedingEvent() {
        return FIRST_DIMENSION + dimensions.size();
    }

    int interveningEvent() {
        return precedingEvent() + 1;
    }

    /** A factor's name in reports: a dimension's own, unless that could be taken for something else. */
    String name(int factor) {
        if (factor == CHANNEL) {
            return OWN_NAMES.get(0);
        }
        if (factor >= precedingEvent()) {
            return OWN_NAMES.get(1 + factor - precedingEvent());
        }
        String dimension = dimensions.get(factor - FIRST_DIMENSION);
        boolean isPlain = !OWN_NAMES.contains(dimension) && !dimension.startsWith(DIMENSION);
        return isPlain ? dimension : DIMENSION + dimension;
    }

    /** The number of a factor at a step. */
    int column(int step, int factor) {
        return step * count() + factor;
    }

    int stepOf(int column) {
        return column / count();
    }

    int factorOf(int column) {
        return column % count();
    }

    /** The column in which all units are counted among which a column's are: those looked at for the same kind of thing. */
    int columnOfAll(int column) {
        boolean isIntervening = factorOf(column) == interveningEvent();
        return column(stepOf(column), isIntervening ? interveningEvent() : precedingEvent());
    }

    /**
     * The stratum of units with this many other touchpoints: 0, 1, 2, 3 to 4, 5 to 8, 9 to 16 and so on. Who did more has
     * more of everything, so only the like are compared.
     */
    static int stratum(int touchpoints) {
        return touchpoints == 0 ? 0 : Integer.SIZE + 1 - Integer.numberOfLeadingZeros(touchpoints - 1);
    }
}
