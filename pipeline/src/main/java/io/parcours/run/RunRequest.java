package io.parcours.run;

import io.parcours.ingest.InputFormat;
import io.parcours.map.JourneyMap;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a run is asked to do.
 *
 * @param map the journey map
 * @param inputs files, globs or folders, anywhere Hadoop can read
 * @param customers likewise the table of customers, where the map joins one; else empty
 * @param format how the inputs are written; the format of customers is told file by file
 * @param output the folder that holds the tables
 * @param asOf the instant that everything is measured as of; null: the latest accepted touchpoint
 * @param startedAt when the run was started, for the manifest and the names of its working files
 */
public record RunRequest(
        JourneyMap map,
        List<String> inputs,
        List<String> customers,
        InputFormat format,
        String output,
        Instant asOf,
        Instant startedAt) {

    public RunRequest {
        inputs = List.copyOf(inputs);
        customers = List.copyOf(customers);
        Objects.requireNonNull(map, "map");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(output, "output");
        Objects.requireNonNull(startedAt, "startedAt");
    }

    Optional<Instant> asOfIfGiven() {
        return Optional.ofNullable(asOf);
    }
}
