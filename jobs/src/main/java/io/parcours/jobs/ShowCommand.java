package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code parcours show}: prints a written table, describes it, or lists them all. Starts no Spark.
 */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description =
                "Prints a table that a run has written, in the order it was written unless sorted. Without a table:"
                        + " lists them.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  parcours show --output reports",
            "  parcours show --describe funnel_steps --output reports",
            "  parcours show funnel_steps --output reports",
            "  parcours show funnel_steps --output reports --where \"breakdown = all\"",
            "  parcours show churn_customers --output reports --sort -value --limit 50",
            "  parcours show transitions --output reports --format csv > transitions.csv"
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "TABLE",
            description = "The table's name, for instance funnel_steps. Without it: the tables, with what a row is.")
    private String table;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder the run wrote to.")
    private String output;

    @Option(
            names = "--describe",
            description = "Instead of the table's rows its columns: their types, and what they mean.")
    private boolean isDescribed;

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

    @Mixin
    private final PrintOptions print = new PrintOptions();

    @Override
    public Integer call() throws IOException {
        print.check();
        if (isDescribed && table == null) {
            throw new ParameterException(spec.commandLine(), "--describe needs the name of a table");
        }
        Results results = Results.open(output, spec.commandLine().getErr());
        if (table == null) {
            TableListing listing = new TableListing(results, spec.commandLine().getErr());
            print("the list of tables", listing.rows(asOf), print.mostRowsOfAList(), TableListing.PROSE);
        } else if (isDescribed) {
            describe(new TableDescription(WrittenTable.read(results, table, asOf)));
        } else {
            print("table " + table, FileRows.of(results.files(table, asOf)), print.mostRows(), null);
        }
        return ExitCode.OK;
    }

    private void describe(TableDescription description) throws IOException {
        boolean hasHeading = print.isForPeople();
        if (hasHeading) {
            PrintWriter out = spec.commandLine().getOut();
            description.heading().forEach(line -> out.print(print.asText(line) + "\n"));
            out.print("\n");
        }
        print(
                "the description",
                hasHeading ? description.columnRows() : description.rows(),
                print.mostRowsOfAList(),
                TableDescription.PROSE);
    }

    private void print(String name, RowSource source, long mostRows, String prose) throws IOException {
        TableColumns columns = new TableColumns(name, source.columns());
        RowSelection selection = new RowSelection(
                shown(columns),
                where == null ? RowFilter.ALL : RowFilterParser.parse(where, columns),
                sort == null ? null : RowOrder.parse(sort, columns),
                mostRows);
        PrintWriter out = spec.commandLine().getOut();
        new RowOutput(selection, print.printer(selection.shown(), prose), out).print(source);
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
}
