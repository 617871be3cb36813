package io.parcours.map;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether two maps make the same touchpoints of a log, whatever else they ask. */
public final class SameReading {
    private static final String NOT_GIVEN = "not given";

    private SameReading() {}

    /**
     * Checks that a map reads a log as another one did: that the time zone and all of {@code input} are the same.
     *
     * @param fileName what error lines call the map
     * @param former the map by which the log was read
     * @throws MapException naming the first key in which they differ
     */
    public static void require(JourneyMap map, String fileName, JourneyMap former) {
        Map<String, String> here = EffectiveMap.reading(map);
        Map<String, String> there = EffectiveMap.reading(former);
        Set<String> keys = new LinkedHashSet<>(here.keySet());
        keys.addAll(there.keySet());
        for (String key : keys) {
            String is = here.getOrDefault(key, NOT_GIVEN);
            String was = there.getOrDefault(key, NOT_GIVEN);
            if (!is.equals(was)) {
                throw new MapException(List.of(new MapProblem(
                        Shown.location(fileName),
                        0,
                        key,
                        "is " + Shown.plain(is) + ", but the touchpoints were read with " + Shown.plain(was)
                                + "; what a touchpoint is follows from it, so use parcours run")));
            }
        }
    }
}
