package io.parcours.jobs;

import io.parcours.table.TableColumn;
import io.parcours.table.TableRow;
import java.io.PrintWriter;
import java.util.List;

/** Prints rows in one format, as they come. A row may have more values than columns to print; the rest is left out. */
interface RowPrinter {

    /** Prints a row; what stands before the first row is printed already. */
    void print(TableRow row);

    /** Prints what is held back and what stands after the last row. */
    void finish();

    /** How {@code --format} names the formats. */
    enum Format {
        TABLE,
        CSV,
        JSON,
        MARKDOWN;

        RowPrinter printer(List<TableColumn> columns, PrintWriter out) {
            return switch (this) {
                case TABLE -> new TablePrinter(columns, out);
                case CSV -> new CsvPrinter(columns, out);
                case JSON -> new JsonPrinter(columns, out);
                case MARKDOWN -> new MarkdownPrinter(columns, out);
            };
        }
    }
}
