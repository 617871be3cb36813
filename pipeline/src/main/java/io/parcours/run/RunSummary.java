package io.parcours.run;

import io.parcours.quality.RecordCounts;
import java.util.List;
import java.util.Map;

/**
 * What a run found, for the few lines a person reads at its end.
 *
 * @param records what became of every record
 * @param findings what its histories showed
 * @param tableRows the written tables and their rows
 * @param output the folder of the tables
 * @param warnings what the user should know
 * @param seconds how long the run took
 */
public record RunSummary(
        RecordCounts records,
        Findings findings,
        Map<String, Long> tableRows,
        String output,
        List<String> warnings,
        double seconds) {}
