package io.parcours.churn;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** Counts written with seven bits a byte, the lowest first: mostly one byte each. */
final class CompactCounts {
    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    private CompactCounts() {}

    /** Writes a count, at least 0. */
    static void write(ObjectOutputStream out, long count) throws IOException {
        long rest = count;
        while (rest >= MORE) {
            out.writeByte((int) (rest & MORE - 1 | MORE));
            rest >>>= BITS;
        }
        out.writeByte((int) rest);
    }

    static long read(ObjectInputStream in) throws IOException {
        long count = 0;
        int shift = 0;
        int next = in.readUnsignedByte();
        while (next >= MORE) {
            count |= (long) (next & MORE - 1) << shift;
            shift += BITS;
            next = in.readUnsignedByte();
        }
        return count | (long) next << shift;
    }
}
