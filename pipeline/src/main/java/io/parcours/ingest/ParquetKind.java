package io.parcours.ingest;

import java.util.Optional;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.EnumLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.JsonLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.StringLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.UUIDLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;

/** What a Parquet column holds, as far as a touchpoint can use it. */
enum ParquetKind {
    TEXT,
    UUID,
    INT,
    UNSIGNED_INT,
    LONG,
    UNSIGNED_LONG,
    FLOAT,
    DOUBLE,
    FLAG,
    DECIMAL,
    DATE,
    INSTANT_MILLIS,
    INSTANT_MICROS,
    INSTANT_NANOS,
    LOCAL_MILLIS,
    LOCAL_MICROS,
    LOCAL_NANOS,
    /** The old 12 byte timestamp of Spark, Hive and Impala. */
    INT96;

    /** The kind of a column, or nothing where no touchpoint field can hold such values. */
    static Optional<ParquetKind> of(PrimitiveType type) {
        LogicalTypeAnnotation logical = type.getLogicalTypeAnnotation();
        if (logical instanceof DecimalLogicalTypeAnnotation) {
            return Optional.of(DECIMAL);
        }
        return switch (type.getPrimitiveTypeName()) {
            case BINARY -> isText(logical) ? Optional.of(TEXT) : Optional.empty();
            case FIXED_LEN_BYTE_ARRAY ->
                logical instanceof UUIDLogicalTypeAnnotation ? Optional.of(UUID) : Optional.empty();
            case INT32, INT64 -> ofWhole(type.getPrimitiveTypeName(), logical);
            case FLOAT -> Optional.of(FLOAT);
            case DOUBLE -> Optional.of(DOUBLE);
            case BOOLEAN -> Optional.of(FLAG);
            case INT96 -> Optional.of(INT96);
        };
    }

    private static boolean isText(LogicalTypeAnnotation logical) {
        return logical == null
                || logical instanceof StringLogicalTypeAnnotation
                || logical instanceof EnumLogicalTypeAnnotation
                || logical instanceof JsonLogicalTypeAnnotation;
    }

    private static Optional<ParquetKind> ofWhole(PrimitiveTypeName type, LogicalTypeAnnotation logical) {
        boolean isInt = type == PrimitiveTypeName.INT32;
        if (logical == null) {
            return Optional.of(isInt ? INT : LONG);
        }
        if (logical instanceof IntLogicalTypeAnnotation whole) {
            boolean isWidest = whole.getBitWidth() == (isInt ? 32 : 64);
            return Optional.of(
                    whole.isSigned() || !isWidest ? isInt ? INT : LONG : isInt ? UNSIGNED_INT : UNSIGNED_LONG);
        }
        if (logical instanceof DateLogicalTypeAnnotation) {
            return Optional.of(DATE);
        }
        return logical instanceof TimestampLogicalTypeAnnotation stamp
                ? Optional.of(ofStamp(stamp.getUnit(), stamp.isAdjustedToUTC()))
                : Optional.empty();
    }

    private static ParquetKind ofStamp(TimeUnit unit, boolean isInstant) {
        return switch (unit) {
            case MILLIS -> isInstant ? INSTANT_MILLIS : LOCAL_MILLIS;
            case MICROS -> isInstant ? INSTANT_MICROS : LOCAL_MICROS;
            case NANOS -> isInstant ? INSTANT_NANOS : LOCAL_NANOS;
        };
    }
}
