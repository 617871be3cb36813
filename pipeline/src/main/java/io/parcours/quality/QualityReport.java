package io.parcours.quality;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** The table {@code quality}: what became of every record, by file. */
public final class QualityReport {

    /** One count. */
    public record Row(String sourceFile, String outcome, String reason, long recordCount) {}

    public static final Column<Row> SOURCE_FILE =
            Column.text("source_file", "File the records came from, below the inputs' common folder.", Row::sourceFile);
    public static final Column<Row> OUTCOME = Column.text(
            "outcome", "What became of them: accepted, duplicate, rejected, filtered or after_as_of.", Row::outcome);
    public static final Column<Row> REASON = Column.text(
            "reason",
            "Why they were rejected (as in quarantine), filtered (WHERE, WHERE_FAILED, OVER_LIMIT; of a table of customers"
                    + " NO_TOUCHPOINTS) or, of a table of customers, duplicates with other attributes"
                    + " (CONFLICTING_CUSTOMER); null otherwise.",
            Row::reason);
    public static final Column<Row> RECORD_COUNT =
            Column.whole("record_count", "How many records; over all rows, how many were read.", Row::recordCount);

    public static final ReportTable<Row> TABLE =
            new ReportTable<>("quality", "a count of records", List.of(SOURCE_FILE, OUTCOME, REASON, RECORD_COUNT));

    private QualityReport() {}

    /** The table's rows, by file, outcome and reason. */
    public static TableContent<Row> of(RecordCounts counts) {
        return new TableContent<>(
                TABLE,
                counts.ordered().entrySet().stream()
                        .map(entry -> new Row(
                                entry.getKey().sourceFile(),
                                entry.getKey().outcome().label(),
                                entry.getKey().reason(),
                                entry.getValue()))
                        .toList());
    }
}
