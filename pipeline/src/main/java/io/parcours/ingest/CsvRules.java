package io.parcours.ingest;

import java.io.Serializable;

/**
 * How CSV files are written.
 *
 * @param delimiter what parts the fields; default a comma
 * @param hasHeader whether the first line of every file names the columns; default true. Without it columns are named
 *     {@code c1, c2, ...}
 * @param charset the files' encoding; default UTF-8
 * @param decimal the decimal mark of numbers, a point (default) or a comma
 */
public record CsvRules(char delimiter, boolean hasHeader, String charset, char decimal) implements Serializable {
    public static final CsvRules DEFAULT = new CsvRules(',', true, "UTF-8", '.');
}
