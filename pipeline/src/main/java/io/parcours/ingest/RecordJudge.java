package io.parcours.ingest;

/** Decides what becomes of records of one kind. One judge serves one task; it is not safe to share between threads. */
public interface RecordJudge {

    /** What becomes of the record. */
    ParsedRecord parse(SourceRecord record);
}
