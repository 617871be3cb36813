package io.parcours.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;

/** Hands the values that Parquet reads from one column on as the Java values of {@link TableRow}. */
final class ValueConverter extends PrimitiveConverter {
    private final ColumnType type;
    private final Consumer<Object> sink;
    private String[] texts;

    private ValueConverter(ColumnType type, Consumer<Object> sink) {
        this.type = type;
        this.sink = sink;
    }

    static Converter of(ColumnType type, Consumer<Object> sink) {
        return switch (type) {
            case TEXTS -> new ListConverter(ColumnType.TEXT, sink);
            case INSTANTS -> new ListConverter(ColumnType.INSTANT, sink);
            default -> new ValueConverter(type, sink);
        };
    }

    @Override
    public void addBinary(Binary value) {
        sink.accept(value.toStringUsingUTF8());
    }

    @Override
    public void addLong(long value) {
        sink.accept(value);
    }

    @Override
    public void addDouble(double value) {
        sink.accept(value);
    }

    @Override
    public void addBoolean(boolean value) {
        sink.accept(value);
    }

    @Override
    public void addInt(int value) {
        sink.accept(LocalDate.ofEpochDay(value));
    }

    @Override
    public boolean hasDictionarySupport() {
        return type == ColumnType.TEXT;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        texts = new String[dictionary.getMaxId() + 1];
        for (int id = 0; id < texts.length; id++) {
            texts[id] = dictionary.decodeToBinary(id).toStringUsingUTF8();
        }
    }

    @Override
    public void addValueFromDictionary(int id) {
        sink.accept(texts[id]);
    }

    /** The list's group; its only field is the repeated group that holds one element. */
    private static final class ListConverter extends GroupConverter {
        private final Consumer<Object> sink;
        private final ElementConverter element;
        private List<Object> elements;

        ListConverter(ColumnType elementType, Consumer<Object> sink) {
            this.sink = sink;
            this.element = new ElementConverter(elementType, value -> elements.add(value));
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return element;
        }

        @Override
        public void start() {
            elements = new ArrayList<>();
        }

        @Override
        public void end() {
            sink.accept(Collections.unmodifiableList(elements));
        }
    }

    private static final class ElementConverter extends GroupConverter {
        private final Consumer<Object> elements;
        private final Converter value;
        private Object current;

        ElementConverter(ColumnType type, Consumer<Object> elements) {
            this.elements = elements;
            this.value = ValueConverter.of(type, read -> current = read);
        }

        @Override
        public Converter getConverter(int fieldIndex) {
            return value;
        }

        @Override
        public void start() {
            current = null;
        }

        @Override
        public void end() {
            elements.accept(current);
        }
    }
}
