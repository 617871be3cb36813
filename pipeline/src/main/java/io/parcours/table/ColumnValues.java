package io.parcours.table;

import java.util.Arrays;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.Dictionary;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;

/** The values of one column in a batch of rows, as Parquet hands them over: texts as objects, all else as 64 bits. */
final class ColumnValues extends PrimitiveConverter {
    private static final long NAN = Double.doubleToRawLongBits(Double.NaN);

    private final ColumnType type;
    private final boolean[] isNull;
    private final String[] texts;
    private final long[] bits;
    private String[] dictionaryTexts;
    private Binary lastBytes;
    private String lastText;
    private int row;

    ColumnValues(ColumnType type, int capacity) {
        this.type = type;
        this.isNull = new boolean[capacity];
        this.texts = type == ColumnType.TEXT ? new String[capacity] : null;
        this.bits = type == ColumnType.TEXT ? null : new long[capacity];
    }

    /** Takes the next rows of the column, whose values may be missing but never repeat within a row. */
    void read(ColumnReader column, int rows) {
        int present = column.getDescriptor().getMaxDefinitionLevel();
        for (row = 0; row < rows; row++) {
            isNull[row] = column.getCurrentDefinitionLevel() < present;
            if (isNull[row]) {
                clear();
            } else {
                column.writeCurrentValueToConverter();
            }
            column.consume();
        }
    }

    boolean isNull(int index) {
        return isNull[index];
    }

    String text(int index) {
        return texts[index];
    }

    long whole(int index) {
        return bits[index];
    }

    double real(int index) {
        return Double.longBitsToDouble(bits[index]);
    }

    private void clear() {
        if (type == ColumnType.TEXT) {
            texts[row] = null;
        } else {
            bits[row] = type == ColumnType.REAL ? NAN : 0;
        }
    }

    @Override
    public boolean hasDictionarySupport() {
        return type == ColumnType.TEXT;
    }

    @Override
    public void setDictionary(Dictionary dictionary) {
        dictionaryTexts = new String[dictionary.getMaxId() + 1];
        Arrays.setAll(dictionaryTexts, id -> dictionary.decodeToBinary(id).toStringUsingUTF8());
    }

    @Override
    public void addValueFromDictionary(int id) {
        texts[row] = dictionaryTexts[id];
    }

    /** Of a page without a dictionary, where neighbours may still be equal: a customer's rows stand together. */
    @Override
    public void addBinary(Binary value) {
        if (!value.equals(lastBytes)) {
            lastBytes = value.copy();
            lastText = value.toStringUsingUTF8();
        }
        texts[row] = lastText;
    }

    @Override
    public void addLong(long value) {
        bits[row] = value;
    }

    @Override
    public void addInt(int value) {
        bits[row] = value;
    }

    @Override
    public void addDouble(double value) {
        bits[row] = Double.doubleToRawLongBits(value);
    }

    @Override
    public void addBoolean(boolean value) {
        bits[row] = value ? 1 : 0;
    }
}
