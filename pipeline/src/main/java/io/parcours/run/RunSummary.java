package io.parcours.run;

import io.parcours.funnel.DropOffsRow;
import io.parcours.funnel.FunnelStepsRow;
import io.parcours.journey.AsOf;
import io.parcours.journey.HistoryTotals;
import io.parcours.quality.RecordCounts;
import java.util.List;
import java.util.Map;

/**
 * What a run found, for the few lines a person reads at its end.
 *
 * @param asOf the instant everything was measured as of
 * @param records what became of every record
 * @param totals customers, sessions, journeys
 * @param funnelSteps the rows of the table funnel_steps
 * @param dropOffs the rows of the table drop_offs
 * @param states how many customers are in each churn state, in the states' order
 * @param tableRows the written tables and their rows
 * @param output the folder of the tables
 * @param warnings what the user should know
 * @param seconds how long the run took
 */
public record RunSummary(
        AsOf asOf,
        RecordCounts records,
        HistoryTotals totals,
        List<FunnelStepsRow> funnelSteps,
        List<DropOffsRow> dropOffs,
        Map<String, Long> states,
        Map<String, Long> tableRows,
        String output,
        List<String> warnings,
        double seconds) {}
