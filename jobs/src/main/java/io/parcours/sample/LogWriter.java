package io.parcours.sample;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;

/** Writes a file of the log. The file is complete once the writer is closed. */
interface LogWriter extends Closeable {

    void write(LogRecord record) throws IOException;

    static LogWriter open(LogFormat format, Path file) throws IOException {
        return switch (format) {
            case CSV -> new TextLog(file, new CsvLines());
            case JSON -> new TextLog(file, new JsonLines());
            case PARQUET -> new ParquetLog(file);
            case AVRO -> new AvroLog(file);
        };
    }
}
