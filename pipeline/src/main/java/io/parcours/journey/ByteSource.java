package io.parcours.journey;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link ByteSink} wrote, from any position. */
final class ByteSource {
    /** Whole longs, the highest byte first, as {@link ByteSink} writes them. */
    static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private final byte[] bytes;
    private int position;

    ByteSource(byte[] bytes) {
        this.bytes = bytes;
    }

    int position() {
        return position;
    }

    void moveTo(int newPosition) {
        position = newPosition;
    }

    /** All bytes there are; not to be changed. */
    byte[] bytes() {
        return bytes;
    }

    void skip(int count) {
        position += count;
    }

    long takeLong() {
        long value = (long) LONGS.get(bytes, position);
        position += Long.BYTES;
        return value;
    }

    int takeCount() {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            byte next = bytes[position++];
            value |= (next & 0x7F) << shift;
            if (next >= 0) {
                return value;
            }
        }
    }

    String takeText() {
        int length = takeCount();
        String text = new String(bytes, position, length, StandardCharsets.UTF_8);
        position += length;
        return text;
    }

    void skipText() {
        int length = takeCount();
        position += length;
    }

    /** Whether the run of bytes at one position equals that at a position of another source, or of this one. */
    boolean hasSameBytes(int at, ByteSource other, int otherAt) {
        moveTo(at);
        int length = takeCount();
        int from = position;
        other.moveTo(otherAt);
        int otherLength = other.takeCount();
        int otherFrom = other.position;
        return Arrays.equals(bytes, from, from + length, other.bytes, otherFrom, otherFrom + otherLength);
    }
}
