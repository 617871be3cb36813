package io.parcours.map;

import io.parcours.journey.JourneyRules;
import java.time.Duration;
import java.util.Optional;

/** Reads where sessions and journeys end. */
final class GapReader {
    private final Duration session;
    private final Duration journey;

    GapReader(MapFields map) {
        session = map.at("session_gap").flatMap(MapWord::duration).orElse(JourneyRules.DEFAULT_SESSION_GAP);
        Optional<MapValue> given = map.at("journey_gap");
        journey = given.isPresent()
                ? MapWord.durationOrNone(given.get(), JourneyRules.DEFAULT_JOURNEY_GAP)
                : JourneyRules.DEFAULT_JOURNEY_GAP;
        // Otherwise a journey could end in the midst of a session.
        if (journey != null && journey.compareTo(session) < 0) {
            given.or(() -> map.at("session_gap"))
                    .ifPresent(value -> value.refuse("a journey cannot end within a session: journey_gap "
                            + MapWord.written(journey) + " is smaller than session_gap " + MapWord.written(session)));
        }
    }

    Duration session() {
        return session;
    }

    /** Null where a journey never ends. */
    Duration journey() {
        return journey;
    }

    /** How many touchpoints of a customer are analysed. */
    static Optional<Integer> limit(MapValue value) {
        return value.wholeNumber()
                .filter(limit -> {
                    boolean isLegal = limit >= 1 && limit <= Integer.MAX_VALUE;
                    if (!isLegal) {
                        value.refuse("is out of range (legal: 1 to " + Integer.MAX_VALUE + ")");
                    }
                    return isLegal;
                })
                .map(Long::intValue);
    }
}
