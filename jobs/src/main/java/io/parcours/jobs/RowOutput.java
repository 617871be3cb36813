package io.parcours.jobs;

import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import org.apache.parquet.io.InputFile;

/** Carries the wanted rows of a table's files to a printer, and stops as soon as nobody needs more. */
final class RowOutput {
    private static final int ROWS_BETWEEN_CHECKS = 1_000;

    private final RowSelection selection;
    private final RowPrinter printer;
    private final PrintWriter out;
    private long printed;

    RowOutput(RowSelection selection, RowPrinter printer, PrintWriter out) {
        this.selection = selection;
        this.printer = printer;
        this.out = out;
    }

    void print(List<InputFile> files) throws IOException {
        if (selection.sorting().isPresent()) {
            printSorted(files);
        } else {
            read(files, this::print);
        }
        printer.finish();
        out.flush();
    }

    private void printSorted(List<InputFile> files) throws IOException {
        FirstRows first = new FirstRows(selection.sorting().orElseThrow().over(selection.columns()), selection.limit());
        read(files, row -> {
            first.add(row);
            return true;
        });
        for (TableRow row : first.sorted()) {
            if (!print(row)) {
                return;
            }
        }
    }

    /** Prints a row and says whether another one is wanted. */
    private boolean print(TableRow row) {
        if (printed >= selection.limit()) {
            return false;
        }
        printer.print(row);
        printed++;
        // Whoever reads may have closed the pipe, as head does; a print writer keeps that to itself.
        boolean isRead = printed % ROWS_BETWEEN_CHECKS != 0 || !out.checkError();
        return isRead && printed < selection.limit();
    }

    /** Reads until a row is refused. */
    private void read(List<InputFile> files, Predicate<TableRow> sink) throws IOException {
        List<String> columns = selection.columns();
        Predicate<TableRow> filter = selection.filter().over(columns);
        for (InputFile file : files) {
            try (TableReader reader = TableReader.open(file)) {
                Iterator<TableRow> rows = reader.rows(columns);
                while (rows.hasNext()) {
                    TableRow row = rows.next();
                    if (filter.test(row) && !sink.test(row)) {
                        return;
                    }
                }
            }
        }
    }
}
