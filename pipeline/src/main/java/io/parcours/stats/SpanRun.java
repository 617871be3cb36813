package io.parcours.stats;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Time spans in rising order, packed: for every distinct span its distance from the one before, then how often it
 * occurs. Whole seconds are kept as seconds and whole milliseconds as milliseconds, so that the many repeats of a log
 * with coarse stamps cost next to nothing. Immutable.
 */
final class SpanRun implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long[] UNITS = {1_000_000, 1_000, 1};

    private final byte[] packed;
    private final long unit;

    private SpanRun(byte[] packed, long unit) {
        this.packed = packed;
        this.unit = unit;
    }

    /** The first {@code size} spans of the array, which are sorted. */
    static SpanRun ofSorted(long[] spans, int size) {
        Packer packer = new Packer(size * 2L, commonUnit(spans, size));
        int from = 0;
        for (int i = 1; i <= size; i++) {
            if (i == size || spans[i] != spans[from]) {
                packer.put(spans[from], i - from);
                from = i;
            }
        }
        return packer.pack();
    }

    /** The spans of both. */
    static SpanRun merged(SpanRun one, SpanRun other) {
        Packer packer = new Packer((long) one.packed.length + other.packed.length, Math.min(one.unit, other.unit));
        Cursor left = one.cursor();
        Cursor right = other.cursor();
        left.next();
        right.next();
        while (left.isValid() || right.isValid()) {
            if (!right.isValid() || (left.isValid() && left.span() < right.span())) {
                packer.put(left.span(), left.occurrences());
                left.next();
            } else if (!left.isValid() || right.span() < left.span()) {
                packer.put(right.span(), right.occurrences());
                right.next();
            } else {
                packer.put(left.span(), left.occurrences() + right.occurrences());
                left.next();
                right.next();
            }
        }
        return packer.pack();
    }

    /** How many bytes it takes. */
    int length() {
        return packed.length;
    }

    /** Before the smallest span. */
    Cursor cursor() {
        return new Cursor();
    }

    private static long commonUnit(long[] spans, int size) {
        for (long unit : UNITS) {
            int i = 0;
            while (i < size && spans[i] % unit == 0) {
                i++;
            }
            if (i == size) {
                return unit;
            }
        }
        return 1;
    }

    /** Walks the distinct spans in rising order. */
    final class Cursor {
        private int position;
        private long span;
        private long occurrences;

        /** Moves on to the next distinct span; past the last one the cursor is no longer valid. */
        void next() {
            if (position == packed.length) {
                occurrences = 0;
                return;
            }
            long head = number();
            span += (head >>> 1) * unit;
            occurrences = (head & 1) == 0 ? 1 : number();
        }

        boolean isValid() {
            return occurrences > 0;
        }

        long span() {
            return span;
        }

        long occurrences() {
            return occurrences;
        }

        private long number() {
            long number = 0;
            int shift = 0;
            byte next;
            do {
                next = packed[position++];
                number |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            return number;
        }
    }

    /** Packs distinct spans given in rising order. */
    private static final class Packer {
        private static final int LARGEST = Integer.MAX_VALUE - 64;
        private static final int LONGEST_ENTRY = 20;

        private final long unit;
        private byte[] bytes;
        private int size;
        private long last;

        Packer(long expectedBytes, long unit) {
            this.bytes = new byte[(int) Math.min(LARGEST, expectedBytes + LONGEST_ENTRY)];
            this.unit = unit;
        }

        void put(long span, long occurrences) {
            if (bytes.length - size < LONGEST_ENTRY) {
                if (bytes.length == LARGEST) {
                    throw new IllegalStateException("more time spans under one name than memory can hold");
                }
                bytes = Arrays.copyOf(bytes, (int) Math.min(LARGEST, bytes.length * 3L / 2 + LONGEST_ENTRY));
            }
            long distance = (span - last) / unit;
            last = span;
            number(distance << 1 | (occurrences == 1 ? 0 : 1));
            if (occurrences > 1) {
                number(occurrences);
            }
        }

        SpanRun pack() {
            return new SpanRun(Arrays.copyOf(bytes, size), unit);
        }

        private void number(long number) {
            long rest = number;
            while ((rest & ~0x7FL) != 0) {
                bytes[size++] = (byte) (rest & 0x7F | 0x80);
                rest >>>= 7;
            }
            bytes[size++] = (byte) rest;
        }
    }
}
