package io.parcours.jobs;

import io.parcours.ingest.InputFormat;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.run.RunRequest;
import io.parcours.run.RunSummary;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code parcours run}: the whole pipeline. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Reads a touchpoint log, rebuilds every customer's journey, measures it, and writes Parquet tables.",
            "",
            "Every record has one counted outcome; bad ones stand in the table 'quarantine' with their reason. A rerun"
                    + " for the same day replaces exactly that day's results; a failed run changes nothing."
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failure, 2 command line or map, 3 too many rejected records (nothing published),"
                    + " 4 missing column or nothing to read.",
            "",
            "Example:",
            "  parcours run --map sample-data/journey-map.yaml \\",
            "    --input sample-data/touchpoints.csv --output reports"
        })
final class RunCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @ParentCommand
    private Parcours parcours;

    @Option(names = "--map", required = true, paramLabel = "MAP", description = "The journey map, a YAML file.")
    private Path map;

    @Option(
            names = "--input",
            required = true,
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or globs of the log; any location Hadoop can read.")
    private List<String> inputs;

    @Mixin
    private CustomersOption customers;

    @Option(
            names = "--output",
            required = true,
            paramLabel = "DIR",
            description = "The folder of the tables; made where it is missing.")
    private String output;

    @Option(
            names = "--as-of",
            paramLabel = "T",
            description = "Measure as of this instant: a day (to its end, in the map's zone) or a time."
                    + " Default: the latest accepted touchpoint.")
    private String asOf;

    @Mixin
    private final CostsOption costs = new CostsOption();

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            description =
                    "How the log is written: auto, csv, json, parquet or avro. Default: ${DEFAULT-VALUE}, told by name or"
                            + " content.")
    private InputFormat format;

    @Option(
            names = "--master",
            paramLabel = "MASTER",
            description = "Spark's master. Default: what spark-submit says, else all cores of this machine.")
    private String master;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress progress = new ConsoleProgress(err, terminal(), Clock.systemUTC());
        try {
            JourneyMap journeyMap = costs.applied(JourneyMapReader.read(map), map);
            Instant instant = asOf == null ? null : AsOfOption.parse(asOf, journeyMap.zone());
            RunRequest request = new RunRequest(
                    journeyMap,
                    inputs,
                    customers.paths(journeyMap, map),
                    format,
                    output,
                    instant,
                    Clock.systemUTC().instant());
            parcours.applyVerbosity();
            RunSummary summary = SparkRun.of(request, master, progress);
            progress.close();
            new SummaryPrinter(spec.commandLine().getOut()).print(summary);
            return ExitCode.OK;
        } finally {
            progress.close();
        }
    }

    static ConsoleProgress.Terminal terminal() {
        return Terminal.hasErrors() ? ConsoleProgress.Terminal.ATTACHED : ConsoleProgress.Terminal.DETACHED;
    }
}
