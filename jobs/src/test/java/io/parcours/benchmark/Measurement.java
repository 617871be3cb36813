package io.parcours.benchmark;

import java.util.Map;

/**
 * What one process used.
 *
 * @param wallSeconds from before the process was started until it had ended
 * @param insideSeconds from its main method to its end
 * @param cpuSeconds user and system time of all its threads
 * @param peakBytes the most memory it had at once; null where the system does not tell
 * @param shuffledBytes written to Spark's shuffle
 * @param spilledMemoryBytes what Spark spilled, as it lay in memory
 * @param spilledDiskBytes the same, as written to disk
 * @param phases seconds by phase, as the contender itself tells; may be empty
 */
record Measurement(
        double wallSeconds,
        double insideSeconds,
        double cpuSeconds,
        Long peakBytes,
        long shuffledBytes,
        long spilledMemoryBytes,
        long spilledDiskBytes,
        Map<String, Double> phases) {

    Measurement with(Map<String, Double> otherPhases) {
        return new Measurement(
                wallSeconds,
                insideSeconds,
                cpuSeconds,
                peakBytes,
                shuffledBytes,
                spilledMemoryBytes,
                spilledDiskBytes,
                otherPhases);
    }
}
