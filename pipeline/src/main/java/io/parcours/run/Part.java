package io.parcours.run;

import java.io.Serializable;
import java.util.Locale;

/**
 * Which part of a table a task writes. Attempts write to files of their own; only the files named in the result that
 * Spark accepts are published.
 *
 * @param number the partition's number
 * @param attempt a number that no other attempt of this run has
 */
record Part(int number, long attempt) implements Serializable {

    /** What the name of a file that this attempt writes ends with. */
    String attemptName() {
        return String.format(Locale.ROOT, "_part-%05d-%d.parquet", number, attempt);
    }

    /** The name the file has once the attempt is accepted. */
    String fileName() {
        return String.format(Locale.ROOT, "part-%05d.parquet", number);
    }
}
