package io.parcours.ingest;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.execution.vectorized.WritableColumnVector;
import org.apache.spark.sql.vectorized.ColumnVector;
import org.apache.spark.sql.vectorized.ColumnarBatch;
import org.apache.spark.unsafe.Platform;
import org.apache.spark.unsafe.types.UTF8String;

/** The values of one column of a batch that Spark read. */
final class ScannedColumn {
    private final ParquetColumn column;
    private final List<Integer> positions;
    private final LocalTimes times;
    private final ColumnVector[] vectors;
    private final DecodedTexts decoded = new DecodedTexts();
    private ColumnVector values;

    /**
     * Where a column lies.
     *
     * @param column what is read
     * @param positions its position in a batch, then in each of the records it is nested in
     */
    record Place(ParquetColumn column, List<Integer> positions) implements Serializable {
        Place {
            positions = List.copyOf(positions);
        }
    }

    ScannedColumn(Place place, LocalTimes times) {
        this.column = place.column();
        this.positions = place.positions();
        this.times = times;
        this.vectors = new ColumnVector[positions.size()];
    }

    int field() {
        return column.field();
    }

    void open(ColumnarBatch batch) {
        vectors[0] = batch.column(positions.get(0));
        for (int depth = 1; depth < vectors.length; depth++) {
            vectors[depth] = vectors[depth - 1].getChild(positions.get(depth));
        }
        values = vectors[vectors.length - 1];
        decoded.open(values);
    }

    /** The value in a row of the batch, or null. */
    Object value(int row) {
        for (ColumnVector vector : vectors) {
            // Within a missing record every value is missing, whatever stands there.
            if (vector.isNullAt(row)) {
                return null;
            }
        }
        return switch (column.kind()) {
            case TEXT -> decoded.of(row);
            case INT -> values.getInt(row);
            case LONG, UNSIGNED_INT -> values.getLong(row);
            case UNSIGNED_LONG -> values.getDecimal(row, 20, 0).toJavaBigDecimal();
            case FLOAT -> values.getFloat(row);
            case DOUBLE -> values.getDouble(row);
            case FLAG -> values.getBoolean(row);
            case DECIMAL ->
                values.getDecimal(row, column.precision(), column.scale()).toJavaBigDecimal();
            case DATE -> LocalDate.ofEpochDay(values.getInt(row));
            case INSTANT_MILLIS -> times.instantOfMillis(values.getLong(row));
            case INSTANT_MICROS, INT96 -> times.instant(values.getLong(row));
            case INSTANT_NANOS -> times.instantOfNanos(values.getLong(row));
            case LOCAL_MILLIS -> times.localOfMillis(values.getLong(row));
            case LOCAL_MICROS -> times.local(values.getLong(row));
            case LOCAL_NANOS -> times.localOfNanos(values.getLong(row));
            case UUID -> throw new IllegalStateException("Spark reads no UUID columns");
        };
    }

    /** Texts of a batch. Where the file has a dictionary, each of its texts is decoded at most once a batch. */
    private static final class DecodedTexts {
        /** Larger ones hold texts that seldom repeat, such as ids. */
        private static final int LARGEST_DICTIONARY = 1 << 12;

        private final String[] texts = new String[LARGEST_DICTIONARY];
        private int used;
        private ColumnVector values;
        private WritableColumnVector codes;

        void open(ColumnVector newValues) {
            values = newValues;
            boolean hasDictionary = values instanceof WritableColumnVector writable && writable.hasDictionary();
            codes = hasDictionary ? ((WritableColumnVector) values).getDictionaryIds() : null;
            // The next batch may be of another row group or file, which has a dictionary of its own.
            Arrays.fill(texts, 0, used, null);
            used = 0;
        }

        String of(int row) {
            int code = codes == null ? LARGEST_DICTIONARY : codes.getInt(row);
            if (code >= LARGEST_DICTIONARY) {
                return text(values.getUTF8String(row));
            }
            if (texts[code] == null) {
                texts[code] = text(values.getUTF8String(row));
                used = Math.max(used, code + 1);
            }
            return texts[code];
        }

        private static String text(UTF8String utf8) {
            if (utf8.getBaseObject() instanceof byte[] bytes) {
                int from = (int) (utf8.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET);
                return new String(bytes, from, utf8.numBytes(), StandardCharsets.UTF_8);
            }
            return utf8.toString();
        }
    }
}
