package io.parcours.ingest;

import java.io.IOException;
import java.time.ZoneId;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.InitContext;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;

/** The records of a Parquet file, read without Spark. */
final class ParquetRecords extends RecordIterator {
    private final InputFile file;
    private final FieldLayout layout;
    private final ParquetColumns columns;
    private final ParquetReader<Group> reader;
    private final ParquetValues values;

    private ParquetRecords(
            InputFile file,
            FieldLayout layout,
            ParquetColumns columns,
            ParquetReader<Group> reader,
            ParquetValues values) {
        super(file);
        this.file = file;
        this.layout = layout;
        this.columns = columns;
        this.reader = reader;
        this.values = values;
    }

    static CloseableIterator<SourceRecord> open(InputFile file, FieldLayout layout, ZoneId zone, Configuration hadoop)
            throws IOException {
        MessageType schema = schema(file, hadoop);
        ParquetColumns columns = ParquetColumns.of(file, layout, schema);
        Projection projection = new Projection(columns.projection(schema));
        ParquetReader<Group> reader =
                ParquetReader.builder(projection, file.path()).withConf(hadoop).build();
        return new ParquetRecords(file, layout, columns, reader, new ParquetValues(new LocalTimes(zone)));
    }

    static MessageType schema(InputFile file, Configuration hadoop) {
        if (FileNames.isCompressed(file.location())) {
            throw new InputException(file.name() + " is a compressed Parquet file, which cannot be read in parts;"
                    + " unpack it first (Parquet compresses inside)");
        }
        try {
            FileStatus status = file.path().getFileSystem(hadoop).getFileStatus(file.path());
            try (ParquetFileReader reader = ParquetFileReader.open(HadoopInputFile.fromStatus(status, hadoop))) {
                return reader.getFileMetaData().getSchema();
            }
        } catch (IOException | RuntimeException problem) {
            throw RecordIterator.damaged(file, problem);
        }
    }

    @Override
    SourceRecord read() throws IOException {
        Group group = reader.read();
        if (group == null) {
            return null;
        }
        Object[] fields = new Object[layout.size()];
        for (ParquetColumn column : columns.columns()) {
            fields[column.field()] = values.at(group, column);
        }
        return SourceRecord.of(file.name(), fields, () -> RenderedRecord.of(layout, fields));
    }

    @Override
    void closeSource() throws IOException {
        reader.close();
    }

    // Parquet's own support for groups takes the projection as text, which loses names with blanks.
    private static final class Projection extends ReadSupport<Group> {
        private final MessageType schema;

        Projection(MessageType schema) {
            this.schema = schema;
        }

        @Override
        public ReadContext init(InitContext context) {
            return new ReadContext(schema);
        }

        // Deprecated, but the one that a subclass must give.
        @Override
        @SuppressWarnings("deprecation")
        public RecordMaterializer<Group> prepareForRead(
                Configuration hadoop, Map<String, String> metadata, MessageType fileSchema, ReadContext context) {
            return new GroupRecordConverter(schema);
        }
    }
}
