package io.parcours.run;

import io.parcours.ingest.InputFile;
import io.parcours.ingest.QuarantineReport;
import io.parcours.journey.AsOf;
import io.parcours.journey.HistoryTotals;
import io.parcours.quality.QualityReport;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What a run gathers on its way: counts, written rows, warnings; the source of its manifest and its summary. */
final class RunRecord {
    private final RunRequest request;
    private final JourneyPlan plan;
    private final List<InputFile> inputs;
    private final AsOf asOf;
    private final ReadCounts read;
    private final RunTimer timer;
    private final PassResult passed;
    private final Map<String, Long> tableRows = new TreeMap<>();
    private final List<String> warnings = new ArrayList<>();
    private List<TableContent<?>> reports = List.of();
    private boolean isPassed;

    RunRecord(
            RunRequest request, JourneyPlan plan, List<InputFile> inputs, AsOf asOf, ReadCounts read, RunTimer timer) {
        this.request = request;
        this.plan = plan;
        this.inputs = inputs;
        this.asOf = asOf;
        this.read = read;
        this.timer = timer;
        this.passed = new PassResult(
                new Tally(plan.questions(), asOf),
                plan.conditions().conditions().size());
    }

    AsOf asOf() {
        return asOf;
    }

    void take(PassResult part) {
        isPassed = true;
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

    /** How often each condition of the map failed on a value, by its number. */
    long[] conditionFailures() {
        return passed.conditionFailures();
    }

    /** What became of every record; before the pass over histories duplicates still count as accepted. */
    RecordCounts counts() {
        RecordCounts counts = new RecordCounts();
        counts.merge(read.outcomes());
        counts.merge(isPassed ? passed.outcomes() : read.packed());
        return counts;
    }

    /**
     * The law of the run: every record that was read has exactly one outcome, file by file; every rejected one stands in
     * the quarantine, and every accepted one in a history.
     *
     * @throws IllegalStateException when it does not hold, which is an error of this program
     */
    void checkConservation() {
        RecordCounts counts = counts();
        if (counts.total() != read.read()
                || !read.packed().byFile().equals(passed.outcomes().byFile())) {
            throw new IllegalStateException("records were lost or counted twice: " + read.read() + " read, "
                    + counts.total() + " accounted for, " + read.packed().total() + " dealt, "
                    + passed.outcomes().total() + " passed; nothing was published");
        }
        long rejected = counts.count(RecordOutcome.REJECTED);
        if (rejected != rowsOf(QuarantineReport.TABLE.name())) {
            throw new IllegalStateException(rejected + " records were rejected but the quarantine holds "
                    + rowsOf(QuarantineReport.TABLE.name()) + "; nothing was published");
        }
        long accepted = counts.count(RecordOutcome.ACCEPTED);
        if (accepted != totals().touchpoints()) {
            throw new IllegalStateException(accepted + " records were accepted but histories hold "
                    + totals().touchpoints() + " touchpoints; nothing was published");
        }
    }

    HistoryTotals totals() {
        return plan.totals(passed.tally());
    }

    /** The tables that come of counts, with their rows. */
    List<TableContent<?>> reports() {
        if (reports.isEmpty()) {
            reports = new ArrayList<>(passed.tally().report(plan.questions()));
            reports.add(QualityReport.of(counts()));
        }
        return reports;
    }

    String manifest() {
        return Manifest.of(this).toText();
    }

    RunSummary summary() {
        return new RunSummary(
                counts(),
                Findings.of(plan, asOf, passed.tally(), reports()),
                new TreeMap<>(tableRows),
                request.output(),
                List.copyOf(warnings),
                timer.elapsed());
    }

    RunRequest request() {
        return request;
    }

    List<InputFile> inputs() {
        return inputs;
    }

    ReadCounts read() {
        return read;
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
}
