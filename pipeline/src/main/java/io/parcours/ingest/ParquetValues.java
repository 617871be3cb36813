package io.parcours.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** Values of Parquet records as the values of a {@link SourceRecord}. */
final class ParquetValues {
    private static final long JULIAN_EPOCH = 2_440_588;
    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final LocalTimes times;

    ParquetValues(LocalTimes times) {
        this.times = times;
    }

    /** The value of a column; null where it, or a record on the way, is missing. */
    Object at(Group record, ParquetColumn column) {
        Group group = record;
        int last = column.path().size() - 1;
        for (int i = 0; i <= last; i++) {
            int index = group.getType().getFieldIndex(column.path().get(i));
            if (group.getFieldRepetitionCount(index) == 0) {
                return null;
            }
            if (i == last) {
                return simple(group, index, column);
            }
            group = group.getGroup(index, 0);
        }
        return null;
    }

    private Object simple(Group group, int index, ParquetColumn column) {
        return switch (column.kind()) {
            case TEXT -> group.getBinary(index, 0).toStringUsingUTF8();
            case UUID -> uuid(group.getBinary(index, 0).toByteBuffer());
            case INT -> group.getInteger(index, 0);
            case UNSIGNED_INT -> Integer.toUnsignedLong(group.getInteger(index, 0));
            case LONG -> group.getLong(index, 0);
            case UNSIGNED_LONG -> new BigDecimal(Long.toUnsignedString(group.getLong(index, 0)));
            case FLOAT -> group.getFloat(index, 0);
            case DOUBLE -> group.getDouble(index, 0);
            case FLAG -> group.getBoolean(index, 0);
            case DECIMAL -> new BigDecimal(unscaled(group, index), column.scale());
            case DATE -> LocalDate.ofEpochDay(group.getInteger(index, 0));
            case INT96 -> int96(group.getInt96(index, 0).toByteBuffer());
            default -> stamp(group.getLong(index, 0), column.kind());
        };
    }

    private TypedInstant stamp(long number, ParquetKind kind) {
        return switch (kind) {
            case INSTANT_MILLIS -> times.instantOfMillis(number);
            case INSTANT_MICROS -> times.instant(number);
            case INSTANT_NANOS -> times.instantOfNanos(number);
            case LOCAL_MILLIS -> times.localOfMillis(number);
            case LOCAL_MICROS -> times.local(number);
            case LOCAL_NANOS -> times.localOfNanos(number);
            default -> throw new IllegalArgumentException(kind + " is no stamp");
        };
    }

    private static BigInteger unscaled(Group group, int index) {
        PrimitiveTypeName type =
                group.getType().getType(index).asPrimitiveType().getPrimitiveTypeName();
        return switch (type) {
            case INT32 -> BigInteger.valueOf(group.getInteger(index, 0));
            case INT64 -> BigInteger.valueOf(group.getLong(index, 0));
            default -> new BigInteger(group.getBinary(index, 0).getBytes());
        };
    }

    private TypedInstant int96(ByteBuffer bytes) {
        ByteBuffer little = bytes.order(ByteOrder.LITTLE_ENDIAN);
        long nanosOfDay = little.getLong(little.position());
        long day = little.getInt(little.position() + 8);
        long micros = (day - JULIAN_EPOCH) * MICROS_PER_DAY + Math.floorDiv(nanosOfDay, 1000);
        return new TypedInstant(micros, Math.floorMod(nanosOfDay, 1000) != 0);
    }

    private static String uuid(ByteBuffer bytes) {
        return new UUID(bytes.getLong(bytes.position()), bytes.getLong(bytes.position() + 8)).toString();
    }
}
