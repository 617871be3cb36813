package io.parcours.table;

import java.util.Arrays;
import org.apache.parquet.column.values.bitpacking.BytePacker;
import org.apache.parquet.column.values.bitpacking.Packer;

/** Small numbers of one page: the places of its values in a dictionary, its levels, or its flags. */
final class Codes {
    private static final int GROUP = 8;

    private int[] codes = new int[4 * GROUP];
    private int count;

    int count() {
        return count;
    }

    int code(int index) {
        return codes[index];
    }

    void add(int code) {
        if (count == codes.length) {
            codes = Arrays.copyOf(codes, 2 * count);
        }
        codes[count++] = code;
    }

    /** Adds one code several times. */
    void add(int code, int times) {
        int from = count;
        count += times;
        if (count > codes.length) {
            codes = Arrays.copyOf(codes, Math.max(count, 2 * codes.length));
        }
        Arrays.fill(codes, from, count, code);
    }

    void clear() {
        count = 0;
    }

    /** Appends the codes with so many bits each. */
    void writePacked(int width, PageBytes page) {
        writeGroups(0, count, width, page);
    }

    /**
     * Appends the codes as Parquet's hybrid of runs and groups of eight (Encodings.md of the format, RLE = 3): repeats
     * as a run where that is shorter, everything else with so many bits each.
     */
    void writeRuns(int width, PageBytes page) {
        int worthwhile = width == 0 ? 1 : Math.max(GROUP, 32 / width);
        int written = 0;
        int at = 0;
        while (at < count) {
            int end = endOfRepeats(at);
            // What comes before a run fills whole groups; the run's first codes fill the last one up.
            int runStart = at + (written - at & GROUP - 1);
            if (end - runStart >= worthwhile) {
                writeStretch(written, runStart, width, page);
                page.putVariableInt(end - runStart << 1);
                putCode(codes[at], width, page);
                written = end;
            }
            at = end;
        }
        writeStretch(written, count, width, page);
    }

    private int endOfRepeats(int from) {
        int code = codes[from];
        int end = from + 1;
        while (end < count && codes[end] == code) {
            end++;
        }
        return end;
    }

    private static void putCode(int code, int width, PageBytes page) {
        for (int shift = 0; shift < width; shift += Byte.SIZE) {
            page.putByte(code >>> shift);
        }
    }

    private void writeStretch(int from, int to, int width, PageBytes page) {
        if (from < to) {
            page.putVariableInt((to - from + GROUP - 1) / GROUP << 1 | 1);
            writeGroups(from, to, width, page);
        }
    }

    private void writeGroups(int from, int to, int width, PageBytes page) {
        BytePacker packer = Packer.LITTLE_ENDIAN.newBytePacker(width);
        int end = from + (to - from + GROUP - 1) / GROUP * GROUP;
        if (end > codes.length) {
            codes = Arrays.copyOf(codes, end);
        }
        if (end > to) {
            // Only the last group of all is not full.
            Arrays.fill(codes, to, end, 0);
        }
        int position = page.claim((end - from) / GROUP * width);
        for (int group = from; group < end; group += GROUP) {
            packer.pack8Values(codes, group, page.array(), position);
            position += width;
        }
    }
}
