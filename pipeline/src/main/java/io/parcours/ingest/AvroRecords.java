package io.parcours.ingest;

import java.io.IOException;
import java.time.ZoneId;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;

/** The records of an Avro file, or of the blocks of it that start in a range of bytes. */
final class AvroRecords extends RecordIterator {
    private final InputSlice slice;
    private final FieldLayout layout;
    private final DataFileStream<GenericRecord> stream;
    private final AvroColumns columns;
    private final AvroValues values;
    private GenericRecord reused;

    private AvroRecords(
            InputSlice slice,
            FieldLayout layout,
            DataFileStream<GenericRecord> stream,
            AvroColumns columns,
            AvroValues values) {
        super(slice.file());
        this.slice = slice;
        this.layout = layout;
        this.stream = stream;
        this.columns = columns;
        this.values = values;
    }

    static CloseableIterator<SourceRecord> open(InputSlice slice, FieldLayout layout, ZoneId zone, Configuration hadoop)
            throws IOException {
        GenericDatumReader<GenericRecord> datums = new GenericDatumReader<>();
        DataFileStream<GenericRecord> stream = stream(slice.file(), datums, hadoop);
        try {
            AvroColumns columns = new AvroColumns(slice.file(), layout, stream.getSchema());
            datums.setExpected(columns.projection());
            if (slice.start() > 0 && stream instanceof DataFileReader<GenericRecord> reader) {
                reader.sync(slice.start());
            }
            return new AvroRecords(slice, layout, stream, columns, new AvroValues(new LocalTimes(zone)));
        } catch (IOException | RuntimeException problem) {
            stream.close();
            throw problem;
        }
    }

    static Schema schema(InputFile file, Configuration hadoop) {
        try (DataFileStream<GenericRecord> stream = stream(file, new GenericDatumReader<>(), hadoop)) {
            return stream.getSchema();
        } catch (IOException | AvroRuntimeException problem) {
            throw RecordIterator.damaged(file, problem);
        }
    }

    private static DataFileStream<GenericRecord> stream(
            InputFile file, GenericDatumReader<GenericRecord> datums, Configuration hadoop) throws IOException {
        if (FileNames.isCompressed(file.location())) {
            return new DataFileStream<>(InputStreams.open(file.location(), hadoop), datums);
        }
        AvroInput input = new AvroInput(file.path().getFileSystem(hadoop).open(file.path()), file.length());
        return new DataFileReader<>(input, datums);
    }

    @Override
    SourceRecord read() throws IOException {
        boolean isPast = slice.end() != Long.MAX_VALUE
                && stream instanceof DataFileReader<GenericRecord> reader
                && reader.pastSync(slice.end());
        if (isPast || !stream.hasNext()) {
            return null;
        }
        reused = stream.next(reused);
        Object[] fields = new Object[layout.size()];
        for (int field = 0; field < fields.length; field++) {
            fields[field] = values.at(reused, columns.paths().get(field));
        }
        return SourceRecord.of(slice.file().name(), fields, () -> RenderedRecord.of(layout, fields));
    }

    @Override
    void closeSource() throws IOException {
        stream.close();
    }
}
