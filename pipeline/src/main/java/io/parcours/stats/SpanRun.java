package io.parcours.stats;

/**
 * A part of the spans of one account, in rising order, as {@link SpanPage} packed them.
 *
 * @param packed the bytes of the whole page
 * @param from where the run begins in them
 * @param to where it ends
 * @param unit the unit of its spans in microseconds
 */
record SpanRun(byte[] packed, int from, int to, long unit) {

    int length() {
        return to - from;
    }

    /** Before the smallest span. */
    Cursor cursor() {
        return new Cursor(this);
    }

    /** Walks the distinct spans in rising order. */
    static final class Cursor implements SpanCursor {
        private final byte[] packed;
        private final int end;
        private final long unit;
        private int position;
        private long distance;
        private long occurrences;

        private Cursor(SpanRun run) {
            packed = run.packed;
            position = run.from;
            end = run.to;
            unit = run.unit;
        }

        @Override
        public boolean next() {
            if (position == end) {
                return false;
            }
            long head = number();
            distance += head >>> 1;
            occurrences = (head & 1) == 0 ? 1 : number();
            return true;
        }

        @Override
        public long span() {
            return distance * unit;
        }

        @Override
        public long occurrences() {
            return occurrences;
        }

        private long number() {
            byte next = packed[position++];
            if (next >= 0) {
                return next;
            }
            long number = next & 0x7F;
            int shift = 7;
            do {
                next = packed[position++];
                number |= (next & 0x7FL) << shift;
                shift += 7;
            } while (next < 0);
            return number;
        }
    }
}
