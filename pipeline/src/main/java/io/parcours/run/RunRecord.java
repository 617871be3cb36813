package io.parcours.run;

import io.parcours.ingest.QuarantineReport;
import io.parcours.journey.AsOf;
import io.parcours.quality.QualityReport;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/** What a run gathers on its way; the source of its manifest and its summary. */
final class RunRecord extends PassRecord {
    private final RunRequest request;
    private final RunInputs inputs;
    private final ReadCounts read;
    private final RunTimer timer;
    private boolean isPassed;

    RunRecord(RunRequest request, JourneyPlan plan, RunInputs inputs, AsOf asOf, ReadCounts read, RunTimer timer) {
        super(plan, asOf, timer);
        this.request = request;
        this.inputs = inputs;
        this.read = read;
        this.timer = timer;
    }

    @Override
    void take(PassResult part) {
        isPassed = true;
        super.take(part);
    }

    /** What became of every record; before the pass over histories duplicates still count as accepted. */
    RecordCounts counts() {
        RecordCounts counts = new RecordCounts();
        counts.merge(read.outcomes());
        counts.merge(isPassed ? passed().outcomes() : read.packed());
        return counts;
    }

    /**
     * The law of the run: every record that was read has exactly one outcome, file by file; every rejected one stands in
     * the quarantine if that is written, and every accepted one is in a history or the attributes of one.
     *
     * @throws IllegalStateException when it does not hold, which is an error of this program
     */
    void checkConservation() {
        RecordCounts counts = counts();
        if (counts.total() != read.read()
                || !read.packed().byFile().equals(passed().outcomes().byFile())) {
            throw new IllegalStateException("records were lost or counted twice: " + read.read() + " read, "
                    + counts.total() + " accounted for, " + read.packed().total() + " dealt, "
                    + passed().outcomes().total() + " passed; nothing was published");
        }
        long rejected = counts.count(RecordOutcome.REJECTED);
        boolean isInQuarantine = request.map().tables().contains(QuarantineReport.TABLE.name());
        if (isInQuarantine && rejected != rowsOf(QuarantineReport.TABLE.name())) {
            throw new IllegalStateException(rejected + " records were rejected but the quarantine holds "
                    + rowsOf(QuarantineReport.TABLE.name()) + "; nothing was published");
        }
        long accepted = counts.count(RecordOutcome.ACCEPTED);
        if (accepted != totals().touchpoints() + passed().attributed()) {
            throw new IllegalStateException(accepted + " records were accepted but histories hold "
                    + totals().touchpoints() + " touchpoints and the attributes of "
                    + passed().attributed() + " customers; nothing was published");
        }
    }

    /** The tables that come of counts, with their rows. */
    List<TableContent<?>> reports() {
        List<TableContent<?>> reports = new ArrayList<>(concluded());
        reports.add(QualityReport.of(counts()));
        return reports;
    }

    String manifest() {
        return Manifest.of(this).toText();
    }

    RunSummary summary() {
        return new RunSummary(
                counts(), findings(reports()), tableRows(), request.output(), warnings(), timer.elapsed());
    }

    RunRequest request() {
        return request;
    }

    RunInputs inputs() {
        return inputs;
    }

    ReadCounts read() {
        return read;
    }
}
