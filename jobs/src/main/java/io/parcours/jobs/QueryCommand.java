package io.parcours.jobs;

import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code parcours query}: a question in SQL to the written tables. */
@Command(
        name = "query",
        mixinStandardHelpOptions = true,
        description = {
            "Answers a question in Spark's SQL over the tables that a run has written. It starts Spark, which takes some"
                    + " seconds; show prints a single table at once.",
            "",
            "Every table is there under its name, as of one day; TABLE_history has all days, told apart by the column"
                    + " as_of. Times are in UTC. Only queries: nothing can be written, no other file read, no code run."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  parcours query \"select state, count(*) as customers from churn_customers group by state\" \\",
            "    --output reports",
            "  parcours query \"select as_of, reached_count from funnel_steps_history",
            "    where breakdown = 'all' and step = 1 order by as_of\" \\",
            "    --output reports --format csv"
        })
final class QueryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Parcours parcours;

    @Parameters(paramLabel = "SQL", description = "One query: SELECT, WITH, VALUES or FROM.")
    private String sql;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder the run wrote to.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            converter = DayOption.class,
            description = {
                "The results of this day, as 2024-12-31; a table without one is not there. Default: each table's latest."
            })
    private LocalDate asOf;

    @Mixin
    private final PrintOptions print = new PrintOptions();

    @Override
    public Integer call() {
        print.check();
        Results results = Results.open(output, spec.commandLine().getErr());
        if (results.tables().isEmpty()) {
            throw results.nothing(null);
        }
        parcours.applyVerbosity();
        SparkQuery.run(new SqlQuestion(sql, results, asOf), print, spec.commandLine());
        return ExitCode.OK;
    }
}
