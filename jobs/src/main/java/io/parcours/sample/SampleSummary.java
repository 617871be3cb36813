package io.parcours.sample;

import java.nio.file.Path;

/**
 * What was generated.
 *
 * @param log the log: a file, or the folder of its files
 * @param map its journey map
 * @param truth its truth file
 * @param fileCount how many files the log has
 * @param records all records in the log
 * @param touchpoints those that are accepted touchpoints
 * @param rejected those that are bad
 * @param customers the customers
 */
public record SampleSummary(
        Path log, Path map, Path truth, int fileCount, long records, long touchpoints, long rejected, long customers) {}
