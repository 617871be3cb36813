package io.parcours.run;

import io.parcours.churn.ChurnModelRow;
import io.parcours.funnel.DropOffsRow;
import io.parcours.funnel.FunnelStepsRow;
import io.parcours.journey.AsOf;
import io.parcours.journey.HistoryTotals;
import io.parcours.table.TableContent;
import java.util.List;
import java.util.Map;

/**
 * What histories showed, as far as they were asked, for the few lines a person reads at the end.
 *
 * @param asOf the instant everything was measured as of
 * @param totals customers, sessions, journeys
 * @param funnelSteps the rows of the table funnel_steps; none where funnels were not asked
 * @param dropOffs the rows of the table drop_offs; likewise
 * @param states how many customers are in each churn state, in the states' order; empty where churn was not asked
 * @param withoutActivity how many customers have no activity touchpoint, so no state
 * @param churnModel the rows of the table churn_model; none where churn was not asked
 * @param tables all tables of counts, with their rows
 */
public record Findings(
        AsOf asOf,
        HistoryTotals totals,
        List<FunnelStepsRow> funnelSteps,
        List<DropOffsRow> dropOffs,
        Map<String, Long> states,
        long withoutActivity,
        List<ChurnModelRow> churnModel,
        List<TableContent<?>> tables) {

    public Findings {
        tables = List.copyOf(tables);
    }

    static Findings of(JourneyPlan plan, AsOf asOf, Tally tally, List<TableContent<?>> reports) {
        return new Findings(
                asOf,
                plan.totals(tally),
                rows(reports, "funnel_steps", FunnelStepsRow.class),
                rows(reports, "drop_offs", DropOffsRow.class),
                plan.states(tally),
                plan.withoutActivity(tally),
                rows(reports, "churn_model", ChurnModelRow.class),
                reports);
    }

    private static <R> List<R> rows(List<TableContent<?>> reports, String table, Class<R> type) {
        return reports.stream()
                .filter(content -> content.table().name().equals(table))
                .flatMap(content -> content.rows().stream())
                .map(type::cast)
                .toList();
    }
}
