package io.parcours.ingest;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.List;

/** The rejected records. */
public final class QuarantineReport {
    private static final Column<ParsedRecord.Rejected> REASON = Column.text(
            "reason",
            "Why it was rejected: MALFORMED, MISSING_CUSTOMER, MISSING_EVENT, BAD_TIMESTAMP, BAD_VALUE"
                    + " or BAD_SCORE; the first that applies. Never null.",
            rejected -> rejected.reason().name());
    private static final Column<ParsedRecord.Rejected> DETAIL = Column.text(
            "detail", "What exactly is wrong, in at most 200 characters. Never null.", ParsedRecord.Rejected::detail);
    private static final Column<ParsedRecord.Rejected> RAW_RECORD = Column.text(
            "raw_record",
            "The record as it stood in the file; for Parquet and Avro the fields read, as JSON. Cut after 10,000"
                    + " characters, marked by an ellipsis. Never null.",
            ParsedRecord.Rejected::rawRecord);
    private static final Column<ParsedRecord.Rejected> SOURCE_FILE = Column.text(
            "source_file",
            "The file it came from, below the deepest folder that all inputs share. Never null.",
            ParsedRecord.Rejected::sourceFile);

    public static final ReportTable<ParsedRecord.Rejected> TABLE =
            new ReportTable<>("quarantine", "a rejected record", List.of(REASON, DETAIL, RAW_RECORD, SOURCE_FILE));

    private QuarantineReport() {}
}
