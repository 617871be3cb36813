package io.parcours.run;

import io.parcours.map.JourneyMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * What an analysis is asked to do.
 *
 * @param map the journey map whose questions are asked
 * @param mapFile what error lines call the map
 * @param output the folder that holds the tables
 * @param day which of the published results to analyse, by its day; null: the latest
 * @param topics what to ask about; at least one
 * @param startedAt when the analysis was started, for the manifest and the names of its working files
 */
public record AnalysisRequest(
        JourneyMap map, String mapFile, String output, LocalDate day, Set<Topic> topics, Instant startedAt) {

    public AnalysisRequest {
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(mapFile, "mapFile");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(startedAt, "startedAt");
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("an analysis asks about something");
        }
        topics = EnumSet.copyOf(topics);
    }

    Optional<LocalDate> dayIfGiven() {
        return Optional.ofNullable(day);
    }
}
