package io.parcours.ingest;

import java.io.Serializable;

/**
 * A part of a file that is read by itself: the records that start in a range of bytes.
 *
 * @param file the file
 * @param start the first byte
 * @param end the byte after the last; Long.MAX_VALUE reads to the file's end
 */
record InputSlice(InputFile file, long start, long end) implements Serializable {

    static InputSlice whole(InputFile file) {
        return new InputSlice(file, 0, Long.MAX_VALUE);
    }

    long size() {
        return Math.min(end, file.length()) - start;
    }
}
