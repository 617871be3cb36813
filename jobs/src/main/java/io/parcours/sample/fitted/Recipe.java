package io.parcours.sample.fitted;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * A way to make a touch that meets a condition.
 *
 * @param event its event
 * @param channels where it may happen; empty: anywhere
 * @param dimensions what must stand in dimensions of the log, by their numbers; null: nothing may stand there
 * @param value the value it must have, NaN for none; empty: any
 */
record Recipe(String event, List<String> channels, Map<Integer, String> dimensions, OptionalDouble value) {

    Recipe {
        channels = List.copyOf(channels);
        dimensions = Collections.unmodifiableMap(new LinkedHashMap<>(dimensions));
    }

    /** Whether nothing but event and channel matters. */
    boolean isPlain() {
        return dimensions.isEmpty() && value.isEmpty();
    }
}
