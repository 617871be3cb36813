package io.parcours.run;

import io.parcours.churn.ChurnCustomersReport;
import io.parcours.churn.ChurnState;
import io.parcours.churn.ChurnStateCounts;
import io.parcours.churn.ChurnStateQuestion;
import io.parcours.churn.RetentionQuestion;
import io.parcours.funnel.FunnelQuestion;
import io.parcours.ingest.QuarantineReport;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.HistoryTotals;
import io.parcours.journey.JourneysReport;
import io.parcours.journey.Question;
import io.parcours.journey.SessionsReport;
import io.parcours.journey.TouchpointsReport;
import io.parcours.map.JourneyMap;
import io.parcours.path.PathQuestion;
import io.parcours.path.TransitionQuestion;
import io.parcours.quality.QualityReport;
import io.parcours.table.ReportTable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Everything a run asks, made from the map: adding a feature to Parcours is adding its question or table here.
 *
 * @param map the map
 * @param conditions every condition of the map, numbered
 * @param questions what is counted over histories
 * @param tables what has rows of its own for each customer
 */
record JourneyPlan(
        JourneyMap map, ConditionIndex conditions, List<Question<?>> questions, List<HistoryTable<?>> tables) {

    private static final int TOTALS = 0;
    private static final int STATES = 1;

    JourneyPlan {
        questions = List.copyOf(questions);
        tables = List.copyOf(tables);
    }

    static JourneyPlan of(JourneyMap map) {
        ConditionIndex conditions = new ConditionIndex(map.conditions());
        List<String> dimensions = map.input().dimensions();
        return new JourneyPlan(
                map,
                conditions,
                List.of(
                        new HistoryTotals.Asked(),
                        new ChurnStateQuestion(map.churn(), conditions),
                        new FunnelQuestion(map.funnels(), conditions, dimensions),
                        new TransitionQuestion(),
                        new PathQuestion(map.journey(), conditions),
                        new RetentionQuestion(map.retention(), map.churn(), conditions)),
                List.of(
                        new TouchpointsReport(dimensions),
                        new SessionsReport(),
                        new JourneysReport(map.journey(), conditions),
                        new ChurnCustomersReport(map.churn(), conditions)));
    }

    /** The tables with rows of their own for each customer. */
    List<ReportTable<?>> rowTables() {
        List<ReportTable<?>> found = new ArrayList<>();
        tables.forEach(table -> found.add(table.table()));
        return found;
    }

    /** All tables a run publishes: those of records, of customers, then of counts. */
    List<ReportTable<?>> allTables() {
        List<ReportTable<?>> all = new ArrayList<>(List.of(QuarantineReport.TABLE, QualityReport.TABLE));
        all.addAll(rowTables());
        Tally nothing = new Tally(questions, new AsOf(Instant.EPOCH, map.zone()));
        nothing.report(questions).forEach(content -> all.add(content.table()));
        return all;
    }

    /** The names of all tables a run publishes. */
    Set<String> tableNames() {
        return allTables().stream().map(ReportTable::name).collect(Collectors.toCollection(TreeSet::new));
    }

    HistoryTotals totals(Tally tally) {
        return tally.of(TOTALS, HistoryTotals.class);
    }

    /** How many customers are in each churn state. */
    Map<String, Long> states(Tally tally) {
        ChurnStateCounts counts = tally.of(STATES, ChurnStateCounts.class);
        Map<String, Long> customers = new LinkedHashMap<>();
        for (ChurnState state : ChurnState.values()) {
            customers.put(state.label(), counts.customers(state));
        }
        return customers;
    }
}
