package io.parcours.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The lines of a text that start in a range of bytes. A line ends with a line feed, which a carriage return may precede.
 * A line longer than {@link #LONGEST} is told, not kept whole, so that no input can fill the memory.
 */
final class TextLines implements Closeable {
    /** The longest line and the longest record, in bytes. */
    static final int LONGEST = 1 << 20;

    private static final int CHUNK = 1 << 16;

    private final InputStream in;
    private final long end;
    private byte[] buffer = new byte[CHUNK];
    private long bufferPosition;
    private int byteOrderMark;
    private int from;
    private int filled;
    private int lineFrom;
    private int lineTo;
    private boolean isTooLong;

    /**
     * @param in the text from position {@code max(0, start - 1)} on
     * @param start the first byte of the range; unless it is 0 the line that reaches into the range is skipped
     * @param end the byte after the range; lines that start in the range are read to their own end
     */
    TextLines(InputStream in, long start, long end) throws IOException {
        this.in = in;
        this.end = end;
        this.bufferPosition = Math.max(0, start - 1);
        if (start > 0) {
            advance();
        } else {
            skipByteOrderMark();
        }
    }

    private void skipByteOrderMark() throws IOException {
        while (filled < 3 && fill()) {
            continue;
        }
        boolean isMarked =
                filled >= 3 && buffer[0] == (byte) 0xEF && buffer[1] == (byte) 0xBB && buffer[2] == (byte) 0xBF;
        byteOrderMark = isMarked ? 3 : 0;
        from = byteOrderMark;
    }

    /** Moves to the next line; false where there is none in the range. */
    boolean advance() throws IOException {
        // A byte order mark belongs to the first line, which starts before it.
        boolean isFirst = bufferPosition == 0 && from <= byteOrderMark;
        if (isFirst ? end <= 0 : bufferPosition + from >= end) {
            return false;
        }
        isTooLong = false;
        int searched = from;
        while (true) {
            int lineFeed = indexOfLineFeed(searched);
            if (lineFeed >= 0) {
                lineFrom = from;
                endLine(lineFeed);
                from = lineFeed + 1;
                return true;
            }
            searched = filled - from;
            if (searched > LONGEST + 1) {
                return skipRestOfLine();
            }
            boolean isMore = fill();
            searched += from;
            if (!isMore) {
                lineFrom = from;
                endLine(filled);
                boolean isLine = filled > from;
                from = filled;
                return isLine;
            }
        }
    }

    private void endLine(int end) {
        lineTo = end > lineFrom && buffer[end - 1] == '\r' ? end - 1 : end;
        isTooLong = lineTo - lineFrom > LONGEST;
    }

    /** Keeps the line's beginning, which the quarantine shows, and skips to the next line. */
    private boolean skipRestOfLine() throws IOException {
        isTooLong = true;
        byte[] beginning = Arrays.copyOfRange(buffer, from, from + SourceRecord.LONGEST_RAW * 2);
        int lineFeed = -1;
        boolean isMore = true;
        while (isMore && lineFeed < 0) {
            from = filled;
            isMore = fill();
            lineFeed = indexOfLineFeed(from);
        }
        from = lineFeed < 0 ? filled : lineFeed + 1;
        keepBefore(beginning);
        return true;
    }

    private void keepBefore(byte[] beginning) {
        byte[] rest = Arrays.copyOfRange(buffer, from, filled);
        bufferPosition += from - (long) beginning.length;
        buffer = new byte[Math.max(CHUNK, beginning.length + rest.length)];
        System.arraycopy(beginning, 0, buffer, 0, beginning.length);
        System.arraycopy(rest, 0, buffer, beginning.length, rest.length);
        lineFrom = 0;
        lineTo = beginning.length;
        from = beginning.length;
        filled = from + rest.length;
    }

    private int indexOfLineFeed(int start) {
        byte[] bytes = buffer;
        for (int i = start; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        if (from > 0) {
            System.arraycopy(buffer, from, buffer, 0, filled - from);
            bufferPosition += from;
            filled -= from;
            from = 0;
        }
        if (filled == buffer.length) {
            buffer = Arrays.copyOf(buffer, buffer.length * 2);
        }
        int count = in.read(buffer, filled, buffer.length - filled);
        filled += Math.max(0, count);
        return count >= 0;
    }

    /** Where the line lies: its bytes are those from {@link #lineFrom} to before {@link #lineTo}, until the next advance. */
    byte[] bytes() {
        return buffer;
    }

    int lineFrom() {
        return lineFrom;
    }

    int lineTo() {
        return lineTo;
    }

    /** Whether the line is longer than {@link #LONGEST}; only its beginning is at hand then. */
    boolean isTooLong() {
        return isTooLong;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
