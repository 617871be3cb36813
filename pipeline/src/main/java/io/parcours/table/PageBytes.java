package io.parcours.table;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.apache.parquet.bytes.BytesInput;

/** Bytes that grow while a page or a dictionary is filled; numbers little end first, as Parquet has them. */
final class PageBytes {
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final int LARGEST = Integer.MAX_VALUE - 8;

    private byte[] bytes = new byte[256];
    private int size;

    int size() {
        return size;
    }

    /** Forgets what lies at or behind this position. */
    void cutAt(int position) {
        size = position;
    }

    /** Makes room for further bytes and gives the position of the first of them. */
    int claim(int further) {
        int position = size;
        if (further > bytes.length - position) {
            grow((long) position + further);
        }
        size = position + further;
        return position;
    }

    private void grow(long needed) {
        if (needed > LARGEST) {
            throw new IllegalArgumentException("a page would have more than 2 GiB");
        }
        bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, Math.max(needed, 2L * bytes.length)));
    }

    void putByte(int value) {
        int position = claim(1);
        bytes[position] = (byte) value;
    }

    void putInt(int value) {
        setInt(claim(Integer.BYTES), value);
    }

    void putLong(long value) {
        int position = claim(Long.BYTES);
        LONGS.set(bytes, position, value);
    }

    /** Appends the bytes after their number. */
    void putWithSize(byte[] values) {
        int position = claim(Math.addExact(Integer.BYTES, values.length));
        INTS.set(bytes, position, values.length);
        System.arraycopy(values, 0, bytes, position + Integer.BYTES, values.length);
    }

    void put(PageBytes other, int from, int to) {
        int position = claim(to - from);
        System.arraycopy(other.bytes, from, bytes, position, to - from);
    }

    /** Base 128, seven bits a byte, the lowest first. */
    void putVariableInt(int value) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            putByte(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        putByte(rest);
    }

    void setInt(int position, int value) {
        INTS.set(bytes, position, value);
    }

    int intAt(int position) {
        return (int) INTS.get(bytes, position);
    }

    /** The bytes themselves, valid until more are claimed. */
    byte[] array() {
        return bytes;
    }

    byte[] copy(int from, int to) {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** All bytes, valid until they change. */
    BytesInput view() {
        return BytesInput.from(bytes, 0, size);
    }
}
