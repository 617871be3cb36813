package io.parcours.sample.fitted;

import java.io.Closeable;
import java.io.IOException;

/** Writes the log row by row. The file is complete once the writer is closed. */
interface RowWriter extends Closeable {

    /** Writes a row as it is: the texts by column, null where nothing stands. */
    void write(String[] row) throws IOException;

    /** Writes a row that breaks off, or has too much behind it. */
    void writeBroken(String[] row, Fault fault) throws IOException;
}
