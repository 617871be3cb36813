package io.parcours.jobs;

/** Prints rows in one format, as they come. A row may have more values than columns to print; the rest is left out. */
interface RowPrinter {

    /** Prints a row; what stands before the first row is printed already. */
    void print(RowValues row);

    /** Prints what is held back and what stands after the last row. */
    void finish();

    /** How {@code --format} names the formats. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        MARKDOWN
    }
}
