package io.parcours.sample;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.LogicalTypeAnnotation.timestampType;

import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Records as Parquet rows; what is missing is null. */
final class ParquetRecords extends WriteSupport<LogRecord> {
    private static final int CUSTOMER_ID = 0;
    private static final int OCCURRED_AT = 1;
    private static final int EVENT = 2;
    private static final int CHANNEL = 3;
    private static final int VALUE = 4;
    private static final int EVENT_ID = 5;
    private static final int PLATFORM = 6;
    private static final int REGION = 7;
    private static final int CAMPAIGN = 8;

    private final Binary[] events = binaries(LogFields.events());
    private final Binary[] channels = binaries(LogFields.channels());
    private final Binary[] platforms = binaries(LogFields.platforms());
    private final Binary[] regions = binaries(Phrases.REGIONS);
    private final Binary[] campaigns = binaries(Phrases.CAMPAIGNS);
    private final TextLine text = new TextLine();
    private RecordConsumer consumer;

    private static Binary[] binaries(List<String> texts) {
        return texts.stream()
                .map(word -> word == null ? null : Binary.fromString(word))
                .toArray(Binary[]::new);
    }

    private static MessageType schema() {
        Types.MessageTypeBuilder schema = Types.buildMessage();
        for (String name : LogFields.NAMES) {
            switch (name) {
                case "occurred_at" ->
                    schema.optional(PrimitiveTypeName.INT64)
                            .as(timestampType(true, TimeUnit.MICROS))
                            .named(name);
                case "value" -> schema.optional(PrimitiveTypeName.DOUBLE).named(name);
                default ->
                    schema.optional(PrimitiveTypeName.BINARY).as(stringType()).named(name);
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
    public void write(LogRecord record) {
        Fault fault = record.fault();
        consumer.startMessage();
        if (fault != Fault.NO_CUSTOMER) {
            put(
                    CUSTOMER_ID,
                    Binary.fromConstantByteArray(text.customer(record.customer).drain()));
        }
        if (fault != Fault.NO_TIMESTAMP) {
            begin(OCCURRED_AT);
            consumer.addLong(TypedTimes.micros(record));
            end(OCCURRED_AT);
        }
        put(EVENT, fault == Fault.NO_EVENT ? null : events[record.event]);
        put(CHANNEL, channels[record.channel]);
        if (record.cents != CustomerPlan.NO_VALUE) {
            begin(VALUE);
            consumer.addDouble(TypedTimes.amount(record.cents));
            end(VALUE);
        }
        if (record.channel().hasEventIds()) {
            put(EVENT_ID, Binary.fromConstantByteArray(text.eventId(record).drain()));
        }
        put(PLATFORM, platforms[record.device]);
        put(REGION, regions[record.region]);
        put(CAMPAIGN, campaigns[record.campaign]);
        consumer.endMessage();
    }

    private void put(int column, Binary value) {
        if (value != null) {
            begin(column);
            consumer.addBinary(value);
            end(column);
        }
    }

    private void begin(int column) {
        consumer.startField(LogFields.NAMES.get(column), column);
    }

    private void end(int column) {
        consumer.endField(LogFields.NAMES.get(column), column);
    }
}
