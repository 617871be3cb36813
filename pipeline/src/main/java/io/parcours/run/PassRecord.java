package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CompletedTable;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryTotals;
import io.parcours.journey.Study;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What a run and an analysis both gather on their way: what the pass counted, written rows, warnings, times. */
abstract sealed class PassRecord permits RunRecord, AnalysisRecord {
    private final JourneyPlan plan;
    private final AsOf asOf;
    private final RunTimer timer;
    private final PassResult passed;
    private final Map<String, Long> tableRows = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private List<TableContent<?>> concluded = List.of();

    PassRecord(JourneyPlan plan, AsOf asOf, RunTimer timer) {
        this.plan = plan;
        this.asOf = asOf;
        this.timer = timer;
        this.passed = new PassResult(new Tally(plan.questions(), asOf), plan.conditionCount());
    }

    AsOf asOf() {
        return asOf;
    }

    /** What is asked about. */
    Set<Topic> topics() {
        return plan.topics();
    }

    /** Takes in what the pass over a part of the histories counted. */
    void take(PassResult part) {
        passed.merge(part);
    }

    PassResult passed() {
        return passed;
    }

    void warn(List<String> more) {
        warnings.addAll(more);
    }

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    void countRows(String table, long rows) {
        tableRows.merge(table, rows, Long::sum);
    }

    long rowsOf(String table) {
        return tableRows.getOrDefault(table, 0L);
    }

    Map<String, Long> tableRows() {
        return new TreeMap<>(tableRows);
    }

    Map<String, Double> phases() {
        return timer.phases();
    }

    /** How often each condition of the plan failed on a value, by its number, those on customers last. */
    long[] conditionFailures() {
        return passed.conditionFailures();
    }

    HistoryTotals totals() {
        return plan.totals(passed.tally());
    }

    /**
     * Draws the conclusions from what the pass counted.
     *
     * @return the tables with rows a customer that are to be completed
     */
    List<CompletedTable<?>> conclude(Drafts drafts) {
        Study.Conclusion conclusion = passed.tally().conclude(plan.questions(), drafts);
        concluded = Insights.joined(plan.map(), plan.topics(), conclusion.tables());
        return conclusion.completed();
    }

    /** The tables that come of what the pass counted, with their rows; none before {@link #conclude}. */
    List<TableContent<?>> concluded() {
        return concluded;
    }

    Findings findings(List<TableContent<?>> reports) {
        return Findings.of(plan, asOf, passed.tally(), reports);
    }
}
