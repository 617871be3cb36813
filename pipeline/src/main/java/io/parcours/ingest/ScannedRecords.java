package io.parcours.ingest;

import java.net.URI;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;

/** Spark's internal rows as records. A row lives only until the next one, so every value is copied out of it. */
final class ScannedRecords implements Iterator<SourceRecord> {
    private final Iterator<InternalRow> rows;
    private final FieldLayout layout;
    private final List<ParquetColumn> columns;
    private final Map<String, String> names;
    private final LocalTimes times;
    private final RepeatedTexts[] texts;
    private UTF8String filePath = UTF8String.EMPTY_UTF8;
    private String fileName;

    /**
     * @param names the names of files by location
     */
    ScannedRecords(
            Iterator<InternalRow> rows,
            FieldLayout layout,
            ParquetColumns columns,
            Map<String, String> names,
            InputRules rules) {
        this.rows = rows;
        this.layout = layout;
        this.columns = columns.columns();
        this.names = names;
        this.times = new LocalTimes(rules.zone());
        this.texts = new RepeatedTexts[this.columns.size()];
        boolean[] areRepeating = ParquetScan.areRepeating(columns);
        for (int i = 0; i < texts.length; i++) {
            texts[i] = areRepeating[i] ? new RepeatedTexts() : null;
        }
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public SourceRecord next() {
        InternalRow row = rows.next();
        Object[] values = new Object[layout.size()];
        for (int i = 0; i < columns.size(); i++) {
            if (!row.isNullAt(i)) {
                values[columns.get(i).field()] = value(row, i);
            }
        }
        return SourceRecord.of(
                fileName(row.getUTF8String(columns.size())), values, () -> RenderedRecord.of(layout, values));
    }

    private Object value(InternalRow row, int i) {
        ParquetColumn column = columns.get(i);
        return switch (column.kind()) {
            case TEXT -> text(row.getUTF8String(i), texts[i]);
            case INT -> row.getInt(i);
            case LONG, UNSIGNED_INT -> row.getLong(i);
            case UNSIGNED_LONG -> row.getDecimal(i, 20, 0).toJavaBigDecimal();
            case FLOAT -> row.getFloat(i);
            case DOUBLE -> row.getDouble(i);
            case FLAG -> row.getBoolean(i);
            case DECIMAL ->
                row.getDecimal(i, column.precision(), column.scale()).toJavaBigDecimal();
            case DATE -> LocalDate.ofEpochDay(row.getInt(i));
            case INSTANT_MILLIS -> times.instantOfMillis(row.getLong(i));
            case INSTANT_MICROS, INT96 -> times.instant(row.getLong(i));
            case INSTANT_NANOS -> times.instantOfNanos(row.getLong(i));
            case LOCAL_MILLIS -> times.localOfMillis(row.getLong(i));
            case LOCAL_MICROS -> times.local(row.getLong(i));
            case LOCAL_NANOS -> times.localOfNanos(row.getLong(i));
            case UUID -> throw new IllegalStateException("Spark reads no UUID columns");
        };
    }

    private static String text(UTF8String utf8, RepeatedTexts repeated) {
        return repeated == null ? utf8.toString() : repeated.of(utf8);
    }

    private String fileName(UTF8String path) {
        if (!path.equals(filePath)) {
            filePath = path.clone();
            String location = FileNames.location(new Path(URI.create(path.toString())));
            fileName = names.get(location);
            if (fileName == null) {
                throw new IllegalStateException("Spark read " + location + ", which is none of the input files");
            }
        }
        return fileName;
    }

    /** The strings of values that come again and again. A slot holds one text; another one of its slot replaces it. */
    private static final class RepeatedTexts {
        private static final int SLOTS = 1024;

        private final UTF8String[] keys = new UTF8String[SLOTS];
        private final String[] strings = new String[SLOTS];

        String of(UTF8String utf8) {
            int slot = utf8.hashCode() & (SLOTS - 1);
            if (!utf8.equals(keys[slot])) {
                keys[slot] = utf8.clone();
                strings[slot] = utf8.toString();
            }
            return strings[slot];
        }
    }
}
