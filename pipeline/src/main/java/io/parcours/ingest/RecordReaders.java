package io.parcours.ingest;

import java.io.IOException;
import java.util.List;
import org.apache.hadoop.conf.Configuration;

/** Reads the records of files, one after another, without Spark. */
public final class RecordReaders {
    private RecordReaders() {}

    /**
     * The records of a file in its order.
     *
     * @throws InputException where the file cannot be read or lacks a needed column; while iterating, where it is
     *     damaged
     */
    public static CloseableIterator<SourceRecord> open(
            InputFile file, FieldLayout layout, InputRules rules, Configuration hadoop) {
        return open(InputSlice.whole(file), layout, rules, hadoop);
    }

    /** The names of a file's columns, those inside nested records with dots; of JSON those of its first 1,000 records. */
    public static List<String> columns(InputFile file, InputRules rules, Configuration hadoop) {
        return switch (file.format()) {
            case CSV ->
                CsvHeader.read(file, rules.csv(), hadoop).map(CsvHeader::names).orElse(List.of());
            case JSON -> List.copyOf(JsonSample.columns(file, hadoop));
            case AVRO -> AvroColumns.names(AvroRecords.schema(file, hadoop));
            case PARQUET -> ParquetColumns.names(ParquetRecords.schema(file, hadoop));
            case AUTO -> throw new IllegalArgumentException("a resolved file has a format");
        };
    }

    static CloseableIterator<SourceRecord> open(
            InputSlice slice, FieldLayout layout, InputRules rules, Configuration hadoop) {
        try {
            return switch (slice.file().format()) {
                case CSV -> CsvRecords.open(slice, layout, rules.csv(), hadoop);
                case JSON -> JsonRecords.open(slice, layout, hadoop);
                case AVRO -> AvroRecords.open(slice, layout, rules.zone(), hadoop);
                case PARQUET -> ParquetRecords.open(slice.file(), layout, rules.zone(), hadoop);
                case AUTO -> throw new IllegalArgumentException("a resolved file has a format");
            };
        } catch (IOException problem) {
            throw RecordIterator.damaged(slice.file(), problem);
        }
    }
}
