package io.parcours.path;

import io.parcours.journey.Conversions;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.journey.StagePath;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many journeys went each stage path, and how many of them converted. */
public final class PathCounts implements Counts<PathCounts> {
    private static final long serialVersionUID = 1L;

    private final Conversions conversions;
    /** By the path's stages, each written as the char with its position in the lifecycle. */
    private final Map<String, PathTally> tallies = new HashMap<>();
    /** The tallies with journeys of the customer at hand; empty between customers. */
    private final List<PathTally> openTallies = new ArrayList<>();

    PathCounts(Conversions conversions) {
        this.conversions = conversions;
    }

    @Override
    public void add(CustomerHistory history) {
        List<Span> journeys = history.journeys();
        for (int i = 0; i < journeys.size(); i++) {
            PathTally tally = tally(StagePath.codeOf(history, journeys.get(i)));
            if (!tally.hasOpenCustomer()) {
                openTallies.add(tally);
            }
            tally.add(conversions.isConverted(history, journeys.get(i)));
        }
        openTallies.forEach(PathTally::closeCustomer);
        openTallies.clear();
    }

    @Override
    public void merge(PathCounts other) {
        other.tallies.forEach((path, tally) -> tally(path).merge(tally));
    }

    /** By path. */
    Map<String, PathTally> tallies() {
        return Collections.unmodifiableMap(tallies);
    }

    private PathTally tally(String path) {
        PathTally known = tallies.get(path);
        return known == null ? tallies.computeIfAbsent(path, key -> new PathTally()) : known;
    }
}
