package io.parcours.run;

import java.util.List;
import java.util.Map;

/**
 * What an analysis found, for the few lines a person reads at its end.
 *
 * @param findings what the histories showed about the topics asked
 * @param tableRows the tables that were replaced and their rows
 * @param keptTables the other tables of the day, which stayed as they were
 * @param output the folder of the tables
 * @param warnings what the user should know
 * @param seconds how long the analysis took
 */
public record AnalysisSummary(
        Findings findings,
        Map<String, Long> tableRows,
        List<String> keptTables,
        String output,
        List<String> warnings,
        double seconds) {}
