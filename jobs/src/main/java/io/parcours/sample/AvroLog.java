package io.parcours.sample;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaBuilder.FieldAssembler;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** A log as an Avro container file; every field is a union with null. */
final class AvroLog implements LogWriter {
    /** Avro takes a random one by default, and no two files would be equal. */
    private static final byte[] SYNC_MARKER = TextLine.utf8("parcours.sample!");

    private static final int NULL = 0;
    private static final int PRESENT = 1;
    private static final int COMPRESSION_LEVEL = 3;

    private final DataFileWriter<Object> writer;
    private final ByteArrayOutputStream encoded = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(encoded, null);
    private final byte[][] events = bytes(LogFields.events());
    private final byte[][] channels = bytes(LogFields.channels());
    private final byte[][] platforms = bytes(LogFields.platforms());
    private final byte[][] regions = bytes(Phrases.REGIONS);
    private final byte[][] campaigns = bytes(Phrases.CAMPAIGNS);
    private final TextLine text = new TextLine();

    AvroLog(Path file) throws IOException {
        Schema schema = schema();
        writer = new DataFileWriter<>(new GenericDatumWriter<>(schema));
        writer.setCodec(CodecFactory.zstandardCodec(COMPRESSION_LEVEL));
        writer.create(schema, Files.newOutputStream(file), SYNC_MARKER);
    }

    private static byte[][] bytes(List<String> texts) {
        return texts.stream()
                .map(word -> word == null ? null : TextLine.utf8(word))
                .toArray(byte[][]::new);
    }

    private static Schema schema() {
        FieldAssembler<Schema> fields = SchemaBuilder.record("touchpoint").fields();
        for (String name : LogFields.NAMES) {
            Schema type = switch (name) {
                case "occurred_at" -> LogicalTypes.timestampMicros().addToSchema(Schema.create(Schema.Type.LONG));
                case "value" -> Schema.create(Schema.Type.DOUBLE);
                default -> Schema.create(Schema.Type.STRING);
            };
            fields.name(name)
                    .type(Schema.createUnion(Schema.create(Schema.Type.NULL), type))
                    .withDefault(null);
        }
        return fields.endRecord();
    }

    @Override
    public void write(LogRecord record) throws IOException {
        Fault fault = record.fault();
        put(fault == Fault.NO_CUSTOMER ? null : text.customer(record.customer).drain());
        if (fault == Fault.NO_TIMESTAMP) {
            encoder.writeIndex(NULL);
        } else {
            encoder.writeIndex(PRESENT);
            encoder.writeLong(TypedTimes.micros(record));
        }
        put(fault == Fault.NO_EVENT ? null : events[record.event]);
        put(channels[record.channel]);
        if (record.cents == CustomerPlan.NO_VALUE) {
            encoder.writeIndex(NULL);
        } else {
            encoder.writeIndex(PRESENT);
            encoder.writeDouble(TypedTimes.amount(record.cents));
        }
        put(record.channel().hasEventIds() ? text.eventId(record).drain() : null);
        put(platforms[record.device]);
        put(regions[record.region]);
        put(campaigns[record.campaign]);
        encoder.flush();
        writer.appendEncoded(ByteBuffer.wrap(encoded.toByteArray()));
        encoded.reset();
    }

    private void put(byte[] value) throws IOException {
        encoder.writeIndex(value == null ? NULL : PRESENT);
        if (value != null) {
            encoder.writeBytes(value);
        }
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
