package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.HistoryTotals;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What an analysis gathers on its way: counts, written rows, warnings; the source of its part of the manifest. */
final class AnalysisRecord {
    private final AnalysisRequest request;
    private final JourneyPlan plan;
    private final AsOf asOf;
    private final RunTimer timer;
    private final String sparkVersion;
    private final PassResult passed;
    private final Map<String, Long> tableRows = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();

    AnalysisRecord(
            AnalysisRequest request, JourneyPlan plan, AsOf asOf, RunTimer timer, Optional<String> sparkVersion) {
        this.request = request;
        this.plan = plan;
        this.asOf = asOf;
        this.timer = timer;
        this.sparkVersion = sparkVersion.orElse(null);
        this.passed = new PassResult(
                new Tally(plan.questions(), asOf),
                plan.conditions().conditions().size());
    }

    AnalysisRequest request() {
        return request;
    }

    void take(PassResult part) {
        passed.merge(part);
    }

    void warn(List<String> more) {
        warnings.addAll(more);
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

    List<String> warnings() {
        return List.copyOf(warnings);
    }

    Map<String, Double> phases() {
        return timer.phases();
    }

    Optional<String> sparkVersion() {
        return Optional.ofNullable(sparkVersion);
    }

    /** How often each condition of the plan failed on a value, by its number. */
    long[] conditionFailures() {
        return passed.conditionFailures();
    }

    HistoryTotals totals() {
        return plan.totals(passed.tally());
    }

    /** The tables that come of counts, with their rows. */
    List<TableContent<?>> reports() {
        return passed.tally().report(plan.questions());
    }

    Findings findings(List<TableContent<?>> reports) {
        return Findings.of(plan, asOf, passed.tally(), reports);
    }
}
