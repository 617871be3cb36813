package io.parcours.jobs;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The {@code parcours} command. */
@Command(
        name = "parcours",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        subcommands = {
            RunCommand.class,
            AnalyzeCommand.class,
            ShowCommand.class,
            ReportCommand.class,
            QueryCommand.class,
            PruneCommand.class,
            CheckCommand.class,
            InitCommand.class,
            SampleCommand.class,
            GenerateCompletion.class
        },
        synopsisSubcommandLabel = "COMMAND",
        description = "Rebuilds every customer's journey from a touchpoint log and measures it: sessions, journeys,"
                + " funnels, drop-offs, churn indicators, in Parquet tables.",
        commandListHeading = "%nCommands:%n",
        footer = {
            "",
            "A first report:",
            "  parcours run --map sample-data/journey-map.yaml \\",
            "    --input sample-data/touchpoints.csv --output reports",
            "  parcours report --output reports",
            "  parcours show funnel_steps --output reports",
            "With a log of your own:",
            "  parcours init --from my-log.csv > my-map.yaml",
            "  parcours check --map my-map.yaml --input my-log.csv",
            "Completion of commands and options in this shell:",
            "  source <(parcours generate-completion)",
            "",
            "Exit codes: 0 done, 1 failure, 2 command line or map, 3 quality gate, 4 input contract."
        })
public final class Parcours implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the engine's log lines, and the stack trace of an error.")
    private boolean verbose;

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        QuickStart.prepare(arguments);
        StandardOutput output = StandardOutput.ofProcess();
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        int result = execute(new PrintWriter(output, true, StandardCharsets.UTF_8), err, arguments);
        output.failure().ifPresent(why -> err.println("parcours: cannot write what was to be printed: " + why));
        int exitCode = output.failure().isPresent() && result == ExitCode.OK ? ExitCode.FAILURE : result;
        if (exitCode != ExitCode.OK || !"cluster".equals(System.getProperty("spark.submit.deployMode"))) {
            System.exit(exitCode);
        }
        // A driver that runs inside the cluster ends by returning: YARN takes any exit for a failure and runs it again.
    }

    /** Runs one command in this process, so that tests call what users call. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        Parcours parcours = new Parcours();
        CommandLine line = new CommandLine(parcours)
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler((exception, command, parsed) -> {
                    if (parcours.verbose) {
                        exception.printStackTrace(command.getErr());
                    }
                    CommandException failure = Failure.of(exception);
                    command.getErr().println("parcours: " + ErrorLine.of(failure));
                    return failure.exitCode();
                })
                .setParameterExceptionHandler((exception, rest) -> {
                    PrintWriter errors = exception.getCommandLine().getErr();
                    errors.println("parcours: " + UsageLine.of(exception));
                    return ExitCode.USAGE;
                });
        // Only show has values that begin with a dash (--sort -value): elsewhere --input must not swallow a mistyped
        // option.
        line.getSubcommands().forEach((name, command) -> {
            if (!name.equals("show")) {
                command.setUnmatchedOptionsAllowedAsOptionParameters(false);
            }
        });
        int exitCode = line.execute(arguments);
        out.flush();
        err.flush();
        return exitCode;
    }

    /** Raises the engine's log level where the user asked to see its lines; to be called before the engine starts. */
    void applyVerbosity() {
        if (verbose) {
            System.setProperty("parcours.log.level", "info");
        }
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(spec.commandLine().getErr());
        return ExitCode.USAGE;
    }
}
