package io.parcours.conformance;

import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * The journeys with one value of a breakdown.
 *
 * @param breakdown the breakdown's name
 * @param value its value
 * @param tally what was counted
 */
record JourneyGroup(String breakdown, String value, GroupTally tally) {

    /** All journeys together, then the breakdowns as in the map, their values by UTF-8 bytes. */
    static List<JourneyGroup> of(ConformanceCounts counts) {
        List<JourneyGroup> groups = new ArrayList<>(List.of(new JourneyGroup(Labels.ALL, Labels.ALL, counts.all())));
        for (int i = 0; i < counts.plan().breakdowns().size(); i++) {
            String breakdown = counts.plan().breakdowns().get(i).name();
            for (String value : counts.values(i)) {
                groups.add(new JourneyGroup(breakdown, value, counts.of(i, value)));
            }
        }
        return groups;
    }
}
