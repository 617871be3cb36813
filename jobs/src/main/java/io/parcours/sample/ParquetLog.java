package io.parcours.sample;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;

/** A log with typed columns, written without Hadoop's file systems. */
final class ParquetLog implements LogWriter {
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Path file;
    private final ParquetWriter<LogRecord> writer;

    ParquetLog(Path file) throws IOException {
        this.file = file;
        this.writer = new Builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .withDictionaryEncoding("event_id", false)
                .withDictionaryEncoding("occurred_at", false)
                .build();
    }

    @Override
    public void write(LogRecord record) throws IOException {
        writer.write(record);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        ParquetFooter.settle(file);
    }

    private static final class Builder extends ParquetWriter.Builder<LogRecord, Builder> {
        Builder(OutputFile file) {
            super(file);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // The interface still asks for it.
        protected WriteSupport<LogRecord> getWriteSupport(Configuration configuration) {
            return new ParquetRecords();
        }

        @Override
        protected WriteSupport<LogRecord> getWriteSupport(ParquetConfiguration configuration) {
            return new ParquetRecords();
        }
    }
}
