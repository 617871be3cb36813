package io.parcours.sample.fitted;

import java.util.List;

/**
 * A stage of the walk: one of the map's, or where it has none a step of its first funnel.
 *
 * @param name the stage's name
 * @param acts what is done in it, in the order in which it is usually done
 * @param allowed the seconds that the expected journey allows for it, or {@link #NO_LIMIT}
 * @param isSkippable whether the expected journey lets it be skipped
 * @param isRepeatable whether it lets it be come back to; true where nothing is expected
 */
record Level(String name, List<Act> acts, long allowed, boolean isSkippable, boolean isRepeatable) {
    static final long NO_LIMIT = Long.MAX_VALUE;

    Level {
        acts = List.copyOf(acts);
    }

    boolean isLimited() {
        return allowed != NO_LIMIT;
    }
}
