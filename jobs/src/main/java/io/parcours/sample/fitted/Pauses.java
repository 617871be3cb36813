package io.parcours.sample.fitted;

import io.parcours.friction.FrictionRules;
import io.parcours.map.JourneyMap;
import java.time.Duration;

/** How long people wait between touches, in seconds, so that sessions and journeys part where they should. */
final class Pauses {
    private static final double WITHIN_VISIT = 75;
    private static final double MOST_OF_A_GAP = 0.9;

    private final double sessionGap;
    private final double room;
    private final double betweenVisits;
    private final double betweenJourneys;
    private final double journeyGap;

    Pauses(JourneyMap map, PlayTime time) {
        double length = time.end() - time.start() + 1;
        sessionGap = map.journey().sessionGap().toSeconds();
        room = room(map);
        journeyGap = map.journey().journeyGapIfAny().map(Duration::toSeconds).orElse(0L);
        boolean isEndless = map.journey().journeyGapIfAny().isEmpty();
        betweenVisits = Math.max(1, Math.min(isEndless ? length / 40 : journeyGap / 8, length / 40));
        betweenJourneys = isEndless ? length / 8 : Math.max(journeyGap / 2, length / 25);
    }

    /** The longest pause that surely stays within a journey. */
    static double room(JourneyMap map) {
        return map.journey()
                .journeyGapIfAny()
                .map(gap -> gap.toSeconds() * MOST_OF_A_GAP)
                .orElse(1e9);
    }

    /** The pause above which the map speaks of a stall; 0 where it does not say. */
    static double stall(JourneyMap map) {
        return map.features()
                .friction()
                .flatMap(FrictionRules::stallAfterIfGiven)
                .map(Duration::toSeconds)
                .orElse(0L);
    }

    long withinVisit(Chance chance) {
        return whole(Math.min(chance.around(WITHIN_VISIT, 0.9), sessionGap * MOST_OF_A_GAP));
    }

    long betweenVisits(Chance chance) {
        return bound(Math.max(sessionGap + 1, chance.around(betweenVisits, 0.8)));
    }

    long betweenJourneys(Chance chance) {
        return whole(journeyGap + 1 + chance.around(betweenJourneys, 0.7));
    }

    /** A pause of about this, which stays within the journey. */
    long about(double median, Chance chance) {
        return bound(chance.around(median, 0.5));
    }

    /** The seconds as a pause that stays within the journey. */
    long bound(double seconds) {
        return whole(Math.min(seconds, room));
    }

    private static long whole(double seconds) {
        return Math.max(1, (long) seconds);
    }
}
