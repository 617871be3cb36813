package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How rows are printed: what {@code show} and {@code query} have in common. */
final class PrintOptions {
    private static final long ROWS_ON_A_TERMINAL = 20;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many rows. Default: " + ROWS_ON_A_TERMINAL
                    + " of a table on a terminal, otherwise all.")
    private Long limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = {
                "One of table, csv, json, markdown; default table.",
                "table is for people: it rounds numbers to six decimals. The others are exact.",
                "csv: a null is empty, a path is a > b > c, other lists a, b, c; instants are ISO-8601 with Z.",
                "json: one array with an object a row."
            })
    private RowPrinter.Format format;

    @Option(
            names = "--width",
            paramLabel = "COLUMNS",
            description = {
                "With --format table: fits so many letters a line, by cutting texts and parting the table; 0: as wide as"
                        + " it is. Default: the terminal's width, and 0 where the output goes elsewhere."
            })
    private Integer width;

    @Option(
            names = "--for-spreadsheet",
            description = {
                "With --format csv: a text that a spreadsheet would take for a formula is preceded by an apostrophe, and a"
                        + " mark at the start says UTF-8. A log is strangers' text: use it for what you open in a"
                        + " spreadsheet."
            })
    private boolean isForSpreadsheet;

    /** Refuses what does not go together. */
    void check() {
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is a number of rows, not " + limit);
        }
        if (width != null && width < 0) {
            throw new ParameterException(spec.commandLine(), "--width is a number of letters, not " + width);
        }
        if (isForSpreadsheet && format != RowPrinter.Format.CSV) {
            throw new ParameterException(spec.commandLine(), "--for-spreadsheet goes with --format csv");
        }
    }

    /** True where a heading may stand above the rows. */
    boolean isForPeople() {
        return format == RowPrinter.Format.TABLE || format == RowPrinter.Format.MARKDOWN;
    }

    /** A line of ours as the format shows it. */
    String asText(String line) {
        return format == RowPrinter.Format.MARKDOWN ? MarkdownPrinter.escaped(line) : line;
    }

    /** At most so many rows of something long. */
    long mostRows() {
        return limit == null && Terminal.hasOutput() ? ROWS_ON_A_TERMINAL : mostRowsOfAList();
    }

    /** At most so many rows of a list that is never long. */
    long mostRowsOfAList() {
        return limit == null ? Long.MAX_VALUE : limit;
    }

    /** Prints rows with these columns. */
    RowPrinter printer(List<TableColumn> columns) {
        return printer(columns, null);
    }

    /**
     * Prints rows with these columns.
     *
     * @param prose the column whose texts are wrapped rather than cut where they are too wide
     */
    RowPrinter printer(List<TableColumn> columns, String prose) {
        PrintWriter out = spec.commandLine().getOut();
        return switch (format) {
            case TABLE -> new TablePrinter(columns, new TableLayout(fittedWidth(), prose, this::tellCut), out);
            case CSV -> new CsvPrinter(columns, csvText(), out);
            case JSON -> new JsonPrinter(columns, out);
            case MARKDOWN -> new MarkdownPrinter(columns, out);
        };
    }

    private OptionalInt fittedWidth() {
        if (width == null) {
            return Terminal.outputWidth();
        }
        return width == 0 ? OptionalInt.empty() : OptionalInt.of(width);
    }

    private CsvText csvText() {
        if (isForSpreadsheet) {
            return CsvText.FOR_SPREADSHEET;
        }
        return Terminal.hasOutput() ? CsvText.ON_TERMINAL : CsvText.EXACT;
    }

    /** Says that there are more rows than were printed, where a terminal made it so few. */
    void tellMore(long printed) {
        if (limit == null) {
            spec.commandLine()
                    .getErr()
                    .println("parcours: these are the first " + printed + " rows; --limit N prints more");
        }
    }

    private void tellCut() {
        spec.commandLine()
                .getErr()
                .println("parcours: texts are cut to fit; whole: --width 0, fewer --columns, or --format csv");
    }
}
