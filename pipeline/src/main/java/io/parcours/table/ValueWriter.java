package io.parcours.table;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;

/** Hands the values of one column to Parquet. One instance a column: it may remember what it wrote last. */
interface ValueWriter {

    /** Writes a value that is not null. */
    void write(Object value, RecordConsumer consumer);

    static ValueWriter of(ColumnType type) {
        return switch (type) {
            case TEXT -> new TextWriter();
            case WHOLE, INSTANT -> (value, consumer) -> consumer.addLong((Long) value);
            case REAL -> (value, consumer) -> consumer.addDouble((Double) value);
            case FLAG -> (value, consumer) -> consumer.addBoolean((Boolean) value);
            case DATE -> (value, consumer) -> consumer.addInteger(Math.toIntExact(((LocalDate) value).toEpochDay()));
            case TEXTS -> new TextsWriter();
        };
    }

    /** Keeps the last text's bytes: neighbouring rows often repeat a value, above all the customer's id. */
    final class TextWriter implements ValueWriter {
        private String lastText;
        private Binary lastBytes;

        @Override
        public void write(Object value, RecordConsumer consumer) {
            String text = (String) value;
            if (!text.equals(lastText)) {
                lastText = text;
                lastBytes = Binary.fromConstantByteArray(text.getBytes(StandardCharsets.UTF_8));
            }
            consumer.addBinary(lastBytes);
        }
    }

    /** Writes the list's group, in it one repeated group a text, in that the text unless it is null. */
    final class TextsWriter implements ValueWriter {
        private final TextWriter elements = new TextWriter();

        @Override
        public void write(Object value, RecordConsumer consumer) {
            List<?> texts = (List<?>) value;
            consumer.startGroup();
            if (!texts.isEmpty()) {
                consumer.startField("list", 0);
                texts.forEach(text -> writeElement(text, consumer));
                consumer.endField("list", 0);
            }
            consumer.endGroup();
        }

        private void writeElement(Object text, RecordConsumer consumer) {
            consumer.startGroup();
            if (text != null) {
                consumer.startField("element", 0);
                elements.write(text, consumer);
                consumer.endField("element", 0);
            }
            consumer.endGroup();
        }
    }
}
