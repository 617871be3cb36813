package io.parcours.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;

/** Values of Avro records as the values of a {@link SourceRecord}. */
final class AvroValues {
    private final LocalTimes times;

    AvroValues(LocalTimes times) {
        this.times = times;
    }

    /** The value at a path; null where it, or a record on the way, is missing. */
    Object at(IndexedRecord record, List<String> path) {
        Object value = record;
        Schema schema = record.getSchema();
        for (String name : path) {
            if (!(value instanceof IndexedRecord inner)) {
                return null;
            }
            Schema.Field field = inner.getSchema().getField(name);
            value = inner.get(field.pos());
            schema = field.schema();
        }
        return path.isEmpty() || value == null ? null : simple(value, branch(schema, value));
    }

    private static Schema branch(Schema schema, Object value) {
        return schema.isUnion() ? schema.getTypes().get(GenericData.get().resolveUnion(schema, value)) : schema;
    }

    private Object simple(Object value, Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical == null) {
            return value instanceof Number || value instanceof Boolean ? value : value.toString();
        }
        return switch (logical.getName()) {
            case "timestamp-millis" -> times.instantOfMillis((Long) value);
            case "timestamp-micros" -> times.instant((Long) value);
            case "timestamp-nanos" -> times.instantOfNanos((Long) value);
            case "local-timestamp-millis" -> times.localOfMillis((Long) value);
            case "local-timestamp-micros" -> times.local((Long) value);
            case "local-timestamp-nanos" -> times.localOfNanos((Long) value);
            case "date" -> LocalDate.ofEpochDay((Integer) value);
            case "decimal" -> decimal(value, (LogicalTypes.Decimal) logical);
            default -> value instanceof Number ? value : value.toString();
        };
    }

    private static BigDecimal decimal(Object value, LogicalTypes.Decimal type) {
        byte[] unscaled;
        if (value instanceof GenericFixed fixed) {
            unscaled = fixed.bytes();
        } else {
            ByteBuffer bytes = ((ByteBuffer) value).duplicate();
            unscaled = new byte[bytes.remaining()];
            bytes.get(unscaled);
        }
        return new BigDecimal(new BigInteger(unscaled), type.getScale());
    }
}
