package io.parcours.map;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Whether two maps make the same touchpoints of a log, whatever else they ask. */
public final class SameReading {
    private static final String NOT_GIVEN = "not given";

    private SameReading() {}

    /**
     * Checks that a map reads a log as another one did: that the time zone, all of {@code input} and the attributes of
     * customers are the same.
     *
     * @param fileName what error lines call the map
     * @param former the map by which the log was read
     * @throws MapException naming the first key in which they differ
     */
    public static void require(JourneyMap map, String fileName, JourneyMap former) {
        Map<String, String> here = reading(map);
        Map<String, String> there = reading(former);
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

    /** What decides which records become touchpoints, and what these and their customers' records say. */
    private static Map<String, String> reading(JourneyMap map) {
        Map<String, String> keys = new LinkedHashMap<>(EffectiveMap.reading(map));
        map.features().customers().ifPresent(customers -> {
            keys.put("customers.file", customers.file() == null ? NOT_GIVEN : EffectiveMap.quoted(customers.file()));
            keys.put("customers.attributes", EffectiveMap.list(customers.attributes()));
            keys.put(
                    "customers.columns",
                    Stream.concat(Stream.of("customer_id"), customers.attributes().stream())
                            .map(name -> name + ": " + EffectiveMap.quoted(customers.column(name)))
                            .collect(Collectors.joining(", ", "{", "}")));
        });
        return keys;
    }
}
