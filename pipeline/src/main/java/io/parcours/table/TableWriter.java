package io.parcours.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.schema.MessageType;

/**
 * Writes rows of a table to one Parquet file, in the order they come. The same rows give the same bytes, but for the
 * order in which a footer lists the encodings of a column, which differs from process to process. A file without rows is valid and has the schema. Not for use by several threads.
 *
 * @param <R> the row
 */
public final class TableWriter<R> implements Consumer<R>, Closeable {
    /** Small, as a task has a file of every table open at once and each holds a row group in memory. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    /** Columns are taken from so many rows at once: enough for the processor to get into its stride. */
    private static final int BATCH_ROWS = 256;

    private final ReportTable<R> table;
    private final ParquetFileWriter file;
    private final PageCodecs codecs = new PageCodecs();
    private final List<ColumnWriter<R>> columns = new ArrayList<>();
    private final List<R> batch = new ArrayList<>(BATCH_ROWS);
    private long rowCount;
    private long rowsOfGroup;
    private boolean isBroken;
    private boolean isClosed;

    private TableWriter(ReportTable<R> table, MessageType schema, ParquetFileWriter file) {
        this.table = table;
        this.file = file;
        PageCompressor compressor = new PageCompressor(codecs);
        for (int i = 0; i < table.columns().size(); i++) {
            columns.add(
                    ColumnWriter.of(table.columns().get(i), schema.getColumns().get(i), compressor));
        }
    }

    /**
     * Begins the file, replacing one that is there.
     *
     * @throws UncheckedIOException when the file cannot be created
     */
    public static <R> TableWriter<R> open(ReportTable<R> table, OutputFile file) {
        MessageType schema = ParquetSchemas.of(table);
        try {
            ParquetFileWriter writer = new ParquetFileWriter(
                    file,
                    schema,
                    Mode.OVERWRITE,
                    ROW_GROUP_BYTES,
                    ParquetWriter.MAX_PADDING_SIZE_DEFAULT,
                    null,
                    ParquetProperties.builder().build());
            writer.start();
            return new TableWriter<>(table, schema, writer);
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "table " + table.name() + " cannot be written to " + file.getPath() + ": " + failure.getMessage(),
                    failure);
        }
    }

    /**
     * Appends a row. Its values are taken later, together with those of further rows: it must not change.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    @Override
    public void accept(R row) {
        batch.add(row);
        rowCount++;
        if (batch.size() >= BATCH_ROWS) {
            try {
                writeBatch();
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }
    }

    private void writeBatch() throws IOException {
        if (isBroken) {
            throw new IllegalStateException("rows of table " + table.name() + " are missing after a failure");
        }
        // Until all columns have the batch.
        isBroken = true;
        long size = 0;
        for (ColumnWriter<R> column : columns) {
            column.write(batch);
            size += column.pages().size();
        }
        rowsOfGroup += batch.size();
        batch.clear();
        if (size >= ROW_GROUP_BYTES) {
            writeRowGroup();
        }
        isBroken = false;
    }

    private void writeRowGroup() throws IOException {
        file.startBlock(rowsOfGroup);
        for (ColumnWriter<R> column : columns) {
            column.pages().writeTo(file);
        }
        file.endBlock();
        rowsOfGroup = 0;
    }

    /** The rows accepted so far. */
    public long rowCount() {
        return rowCount;
    }

    /** Completes the file; without it, or after a failure, the file is not readable. */
    @Override
    public void close() throws IOException {
        if (isClosed) {
            return;
        }
        isClosed = true;
        try (file) {
            if (!isBroken) {
                writeBatch();
                if (rowsOfGroup > 0) {
                    writeRowGroup();
                }
                file.end(FileMetadata.of(table));
            }
        } finally {
            codecs.release();
        }
    }
}
