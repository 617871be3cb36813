package io.parcours.sample.fitted;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericRecord;

/** Rows as an Avro container file; every field is a union with null. */
final class AvroRows implements RowWriter {
    /** Avro takes a random one by default, and no two files would be equal. */
    private static final byte[] SYNC_MARKER = "parcours.fitted!".getBytes(StandardCharsets.US_ASCII);

    private static final int COMPRESSION_LEVEL = 3;

    private final Schema schema;
    private final TypedTexts types;
    private final DataFileWriter<GenericRecord> writer;

    AvroRows(Path file, Columns columns, PlayTime time) throws IOException {
        types = new TypedTexts(columns, time);
        schema = schema(columns.names());
        writer = new DataFileWriter<>(new GenericDatumWriter<>(schema));
        writer.setCodec(CodecFactory.zstandardCodec(COMPRESSION_LEVEL));
        writer.create(schema, Files.newOutputStream(file), SYNC_MARKER);
    }

    private Schema schema(List<String> names) {
        FieldAssembler<Schema> fields = SchemaBuilder.record("touchpoint").fields();
        for (int column = 0; column < names.size(); column++) {
            Schema type = switch (types.of(column)) {
                case INSTANT -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
                case WHOLE -> Schema.create(Schema.Type.LONG);
                case NUMBER -> Schema.create(Schema.Type.DOUBLE);
                case TEXT -> Schema.create(Schema.Type.STRING);
            };
            fields.name(names.get(column))
                    .type(Schema.createUnion(Schema.create(Schema.Type.NULL), type))
                    .withDefault(null);
        }
        return fields.endRecord();
    }

    @Override
    public void write(String[] row) throws IOException {
        GenericRecord record = new GenericData.Record(schema);
        for (int column = 0; column < row.length; column++) {
            if (row[column] != null) {
                record.put(column, value(row[column], column));
            }
        }
        writer.append(record);
    }

    private Object value(String text, int column) {
        return switch (types.of(column)) {
            case INSTANT -> TypedTexts.micros(text);
            case WHOLE -> Long.parseLong(text);
            case NUMBER -> Double.parseDouble(text);
            case TEXT -> text;
        };
    }

    @Override
    public void writeBroken(String[] row, Fault fault) {
        throw new IllegalArgumentException("typed records do not break off");
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
