package io.parcours.run;

import io.parcours.attribution.AttributionCounts;
import io.parcours.journey.CompletedTable;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;
import java.util.Set;

/** Puts what a pass gave in its place: files and reports among the staged tables, counts and warnings in the record. */
final class PassOutput {
    private final JourneyPlan plan;
    private final StagedTables staged;
    private final DraftFiles drafts;
    private final Set<String> draftNames;
    private final PassRecord record;
    private final RunProgress progress;

    PassOutput(JourneyPlan plan, StagedTables staged, Workers workers, PassRecord record, RunProgress progress) {
        this.plan = plan;
        this.staged = staged;
        this.drafts = new DraftFiles(workers, staged);
        this.draftNames = plan.draftNames();
        this.record = record;
        this.progress = progress;
    }

    /** Takes a part's accepted result. */
    void take(PassResult result) {
        result.files().forEach(this::take);
        record.take(result);
        progress.rows(record.totals().touchpoints(), "touchpoints");
    }

    /** Takes a file that a task wrote. */
    void take(PassResult.WrittenFile file) {
        if (draftNames.contains(file.table())) {
            drafts.take(file);
            return;
        }
        staged.accept(file);
        record.countRows(file.table(), file.rows());
    }

    /** Draws the conclusions from what the pass counted and wrote; gives the tables that are still to be completed. */
    List<CompletedTable<?>> conclude() {
        return record.conclude(drafts).stream()
                .filter(completed -> plan.isWritten(completed.table()))
                .toList();
    }

    /** Completes the drafts by the conclusions. */
    void complete(List<CompletedTable<?>> tables) {
        tables.forEach(table -> drafts.complete(table, this::take));
    }

    /** Writes those of the tables that the map chooses, and those with rows a customer that no part had a row for. */
    void writeReports(List<TableContent<?>> reports) {
        reports.stream().filter(report -> plan.isWritten(report.table())).forEach(this::write);
        for (ReportTable<?> table : plan.rowTables()) {
            if (record.rowsOf(table.name()) == 0) {
                write(new TableContent<>(table, List.of()));
            }
        }
    }

    void write(TableContent<?> content) {
        staged.write(content);
        record.countRows(content.table().name(), content.rows().size());
    }

    /** Tells of conditions that failed on values, of an activity that nobody had, and of costs out of time; the pass is over. */
    void warnOfConditions() {
        warn(RunWarnings.ofConditions(
                plan.conditions().conditions(), plan.labeller().conditions(), record.conditionFailures()));
        warn(RunWarnings.ofActivity(
                record.totals().customers(),
                plan.withoutActivity(record.passed().tally())));
        record.passed()
                .tally()
                .of(AttributionCounts.class)
                .ifPresent(counts -> warn(RunWarnings.ofCosts(counts.costsOutsideTheLog())));
    }

    void warn(List<String> warnings) {
        record.warn(warnings);
        warnings.forEach(progress::warning);
    }
}
