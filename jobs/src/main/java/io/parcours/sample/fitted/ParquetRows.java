package io.parcours.sample.fitted;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import io.parcours.sample.ParquetFooter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Rows as a Parquet file of optional columns. */
final class ParquetRows implements RowWriter {
    private static final long ROW_GROUP_BYTES = 32L << 20;

    private final Path file;
    private final ParquetWriter<String[]> writer;

    ParquetRows(Path file, Columns columns, PlayTime time) throws IOException {
        this.file = file;
        this.writer = new Builder(new LocalOutputFile(file), columns.names(), new TypedTexts(columns, time))
                .withConf(new PlainParquetConfiguration())
                .withCompressionCodec(CompressionCodecName.ZSTD)
                .withRowGroupSize(ROW_GROUP_BYTES)
                .build();
    }

    @Override
    public void write(String[] row) throws IOException {
        writer.write(row);
    }

    @Override
    public void writeBroken(String[] row, Fault fault) {
        throw new IllegalArgumentException("typed records do not break off");
    }

    @Override
    public void close() throws IOException {
        writer.close();
        ParquetFooter.settle(file);
    }

    private static final class Builder extends ParquetWriter.Builder<String[], Builder> {
        private final List<String> names;
        private final TypedTexts types;

        Builder(OutputFile file, List<String> names, TypedTexts types) {
            super(file);
            this.names = names;
            this.types = types;
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        @SuppressWarnings("deprecation") // The interface still asks for it.
        protected WriteSupport<String[]> getWriteSupport(Configuration configuration) {
            return new Rows(names, types);
        }

        @Override
        protected WriteSupport<String[]> getWriteSupport(ParquetConfiguration configuration) {
            return new Rows(names, types);
        }
    }

    private static final class Rows extends WriteSupport<String[]> {
        private final List<String> names;
        private final TypedTexts types;
        private RecordConsumer consumer;

        Rows(List<String> names, TypedTexts types) {
            this.names = names;
            this.types = types;
        }

        private MessageType schema() {
            Types.MessageTypeBuilder schema = Types.buildMessage();
            for (int column = 0; column < names.size(); column++) {
                String name = names.get(column);
                switch (types.of(column)) {
                    case INSTANT ->
                        schema.optional(PrimitiveTypeName.INT64)
                                .as(timestampType(true, TimeUnit.MICROS))
                                .named(name);
                    case WHOLE -> schema.optional(PrimitiveTypeName.INT64).named(name);
                    case NUMBER -> schema.optional(PrimitiveTypeName.DOUBLE).named(name);
                    case TEXT ->
                        schema.optional(PrimitiveTypeName.BINARY)
                                .as(stringType())
                                .named(name);
                }
            }
            return schema.named("touchpoint");
        }

        @Override
        @SuppressWarnings("deprecation") // The interface still asks for it.
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema(), Map.of());
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema(), Map.of());
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            consumer = recordConsumer;
        }

        @Override
        public void write(String[] row) {
            consumer.startMessage();
            for (int column = 0; column < row.length; column++) {
                if (row[column] != null) {
                    consumer.startField(names.get(column), column);
                    put(row[column], column);
                    consumer.endField(names.get(column), column);
                }
            }
            consumer.endMessage();
        }

        private void put(String text, int column) {
            switch (types.of(column)) {
                case INSTANT -> consumer.addLong(TypedTexts.micros(text));
                case WHOLE -> consumer.addLong(Long.parseLong(text));
                case NUMBER -> consumer.addDouble(Double.parseDouble(text));
                case TEXT -> consumer.addBinary(Binary.fromString(text));
            }
        }
    }
}
