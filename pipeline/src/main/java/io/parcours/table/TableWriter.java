package io.parcours.table;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetFileWriter.Mode;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;

/**
 * Writes rows of a table to one Parquet file, in the order they come. The same rows give the same bytes, but for the
 * order in which a footer lists the encodings of a column, which differs from process to process. A file without rows is valid and has the schema. Not for use by several threads.
 *
 * @param <R> the row
 */
public final class TableWriter<R> implements Consumer<R>, Closeable {
    /** Small, as a task has a file of every table open at once and each holds a row group in memory. */
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private static final int PAGE_BYTES = 1 << 20;

    private final ParquetWriter<R> writer;
    private long rowCount;

    private TableWriter(ParquetWriter<R> writer) {
        this.writer = writer;
    }

    /**
     * Begins the file, replacing one that is there.
     *
     * @throws UncheckedIOException when the file cannot be created
     */
    public static <R> TableWriter<R> open(ReportTable<R> table, OutputFile file) {
        try {
            return new TableWriter<>(new Builder<>(table, file)
                    .withConf(new PlainParquetConfiguration())
                    .withWriteMode(Mode.OVERWRITE)
                    .withCompressionCodec(CompressionCodecName.ZSTD)
                    .withCodecFactory(new PageCodecs())
                    .withRowGroupSize(ROW_GROUP_BYTES)
                    .withPageSize(PAGE_BYTES)
                    .build());
        } catch (IOException failure) {
            throw new UncheckedIOException(
                    "table " + table.name() + " cannot be written to " + file.getPath() + ": " + failure.getMessage(),
                    failure);
        }
    }

    /**
     * Appends a row.
     *
     * @throws UncheckedIOException when the file cannot be written
     */
    @Override
    public void accept(R row) {
        try {
            writer.write(row);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        rowCount++;
    }

    /** The rows accepted so far. */
    public long rowCount() {
        return rowCount;
    }

    /** Completes the file; without it the file is not readable. */
    @Override
    public void close() throws IOException {
        writer.close();
    }

    private static final class Builder<R> extends ParquetWriter.Builder<R, Builder<R>> {
        private final ReportTable<R> table;

        Builder(ReportTable<R> table, OutputFile file) {
            super(file);
            this.table = table;
        }

        @Override
        protected Builder<R> self() {
            return this;
        }

        @Override
        protected WriteSupport<R> getWriteSupport(ParquetConfiguration configuration) {
            return new RowWriteSupport<>(table);
        }

        @Override
        @SuppressWarnings("deprecation") // still abstract in the class above
        protected WriteSupport<R> getWriteSupport(Configuration configuration) {
            throw new UnsupportedOperationException("rows are written without a Hadoop configuration");
        }
    }
}
