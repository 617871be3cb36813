package io.parcours.jobs;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Predicate;

/** Carries the wanted rows of a source to a printer, and stops as soon as nobody needs more. */
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

    void print(RowSource source) throws IOException {
        if (selection.sorting().isPresent()) {
            printSorted(source);
        } else {
            read(source, this::print);
        }
        printer.finish();
        out.flush();
    }

    private void printSorted(RowSource source) throws IOException {
        FirstRows first = new FirstRows(selection.sorting().orElseThrow().over(selection.columns()), selection.limit());
        read(source, row -> {
            first.add(row);
            return true;
        });
        for (RowValues row : first.sorted()) {
            if (!print(row)) {
                return;
            }
        }
    }

    /** Prints a row and says whether another one is wanted. */
    private boolean print(RowValues row) {
        if (printed >= selection.limit()) {
            return false;
        }
        printer.print(row);
        printed++;
        // Whoever reads may have closed the pipe, as head does; a print writer keeps that to itself.
        boolean isRead = printed % ROWS_BETWEEN_CHECKS != 0 || !out.checkError();
        return isRead && printed < selection.limit();
    }

    private void read(RowSource source, Predicate<RowValues> sink) throws IOException {
        List<String> columns = selection.columns();
        Predicate<RowValues> filter = selection.filter().over(columns);
        source.read(columns, row -> !filter.test(row) || sink.test(row));
    }
}
