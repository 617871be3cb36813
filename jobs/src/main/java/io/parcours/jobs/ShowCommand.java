package io.parcours.jobs;

import io.parcours.table.TableColumn;
import io.parcours.table.TableReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.parquet.io.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parcours show}: prints a written table. Starts no Spark, and for local results loads no class of Hadoop's file systems. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Prints a table that a run has written, in the order it was written unless sorted.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  parcours show funnel_steps --output reports",
            "  parcours show funnel_steps --output reports --where \"breakdown = all\"",
            "  parcours show churn_customers --output reports --sort -value --limit 50",
            "  parcours show transitions --output reports --format csv > transitions.csv"
        })
final class ShowCommand implements Callable<Integer> {
    private static final long ROWS_ON_A_TERMINAL = 20;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "TABLE", description = "The table's name, for instance funnel_steps.")
    private String table;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder the run wrote to.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayOption.class,
            description = "The result of this day, as 2024-12-31. Default: the latest.")
    private LocalDate asOf;

    @Option(
            names = "--columns",
            paramLabel = "COLUMN",
            split = ",",
            description = "Only these columns, in this order, parted by commas. Default: all.")
    private List<String> columnNames = List.of();

    @Option(
            names = "--where",
            paramLabel = "CONDITION",
            description = {
                "Only rows for which it holds: \"col = x\", also with != < <= > >=, or \"col is null\", \"col is not"
                        + " null\"; several joined by and. A value with blanks stands in quotes. Instants without a"
                        + " zone are in UTC. A null meets no comparison."
            })
    private String where;

    @Option(
            names = "--sort",
            paramLabel = "COLUMN",
            description =
                    "Sorts by col, or downwards by -col or \"col desc\"; several parted by commas. Null comes last.")
    private String sort;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "At most so many rows. Default: " + ROWS_ON_A_TERMINAL + " on a terminal, otherwise all.")
    private Long limit;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = {
                "One of table, csv, json, markdown; default table.",
                "table is for people: it rounds numbers to six decimals. The others are exact.",
                "csv: a null is empty, a list is a > b > c, instants are ISO-8601 with Z.",
                "json: one array with an object a row."
            })
    private RowPrinter.Format format;

    @Override
    public Integer call() throws IOException {
        if (limit != null && limit < 0) {
            throw new ParameterException(spec.commandLine(), "--limit is a number of rows, not " + limit);
        }
        List<InputFile> files =
                Results.open(output, spec.commandLine().getErr()).files(table, asOf);
        TableColumns columns = new TableColumns(table, columnsOf(files.get(0)));
        RowSelection selection = new RowSelection(
                shown(columns),
                where == null ? RowFilter.ALL : RowFilterParser.parse(where, columns),
                sort == null ? null : RowOrder.parse(sort, columns),
                mostRows());
        PrintWriter out = spec.commandLine().getOut();
        new RowOutput(selection, format.printer(selection.shown(), out), out).print(files);
        return ExitCode.OK;
    }

    private List<TableColumn> columnsOf(InputFile file) throws IOException {
        try (TableReader reader = TableReader.open(file)) {
            return reader.columns();
        }
    }

    private List<TableColumn> shown(TableColumns columns) {
        return columnNames.isEmpty()
                ? columns.columns()
                : columnNames.stream()
                        .map(String::strip)
                        .distinct()
                        .map(columns::named)
                        .toList();
    }

    private long mostRows() {
        if (limit != null) {
            return limit;
        }
        return Terminal.isAttached() ? ROWS_ON_A_TERMINAL : Long.MAX_VALUE;
    }
}
