package io.parcours.path;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.journey.StagePath;
import io.parcours.stats.ClusteredProportion;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;

/** How many journeys went each stage path, and how many of them converted. */
public final class PathCounts implements Counts<PathCounts> {
    private static final long serialVersionUID = 1L;

    private final int conversion;
    /** By the path's stages, each written as the char with its position in the lifecycle. */
    private final Map<String, ClusteredProportion> conversions = new HashMap<>();

    PathCounts(int conversion) {
        this.conversion = conversion;
    }

    @Override
    public void add(CustomerHistory history) {
        if (history.journeys().size() == 1) {
            Span journey = history.journeys().get(0);
            proportion(keyOf(history, journey)).add(isConverted(history, journey) ? 1 : 0, 1);
            return;
        }
        Map<String, Tally> tallies = new HashMap<>();
        for (Span journey : history.journeys()) {
            Tally tally = tallies.computeIfAbsent(keyOf(history, journey), path -> new Tally());
            tally.journeys++;
            tally.converted += isConverted(history, journey) ? 1 : 0;
        }
        tallies.forEach((path, tally) -> proportion(path).add(tally.converted, tally.journeys));
    }

    @Override
    public void merge(PathCounts other) {
        other.conversions.forEach((path, proportion) -> proportion(path).merge(proportion));
    }

    Map<String, ClusteredProportion> conversions() {
        return Collections.unmodifiableMap(conversions);
    }

    private ClusteredProportion proportion(String path) {
        return conversions.computeIfAbsent(path, key -> new ClusteredProportion());
    }

    private boolean isConverted(CustomerHistory history, Span journey) {
        for (int i = journey.from(); i < journey.to(); i++) {
            if (history.match(i).holds(conversion)) {
                return true;
            }
        }
        return false;
    }

    private static String keyOf(CustomerHistory history, Span journey) {
        int[] stages = StagePath.of(history, journey);
        char[] key = new char[stages.length];
        for (int i = 0; i < key.length; i++) {
            key[i] = (char) stages[i];
        }
        return new String(key);
    }

    /** One customer's journeys along one path. */
    private static final class Tally {
        private long journeys;
        private long converted;
    }
}
