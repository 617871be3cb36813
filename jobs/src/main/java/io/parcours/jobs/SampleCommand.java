package io.parcours.jobs;

import io.parcours.sample.Existing;
import io.parcours.sample.LogFormat;
import io.parcours.sample.OccupiedFolderException;
import io.parcours.sample.SampleLog;
import io.parcours.sample.SampleRules;
import io.parcours.sample.SampleRules.Noise;
import io.parcours.sample.SampleSummary;
import io.parcours.sample.fitted.FittedLog;
import io.parcours.sample.fitted.FittedRules;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parcours sample}: a log to try everything on. */
@Command(
        name = "sample",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = {
            "Generates a touchpoint log with its journey map and the truth about it.",
            "The same options give the same bytes on every machine. The log has planted drop-offs, planted churners,"
                    + " duplicates, ties, bots and bad records; truth.json says what a right analysis must find.",
            "With --map the log is made for your own journey map instead of the shop's: its stages are walked through,"
                    + " its surveys answered, and findings are planted at random places."
        },
        footer = {
            "",
            "Example:",
            "  parcours sample --output shop --customers 1000 --seed 7",
            "  parcours run --map shop/journey-map.yaml \\",
            "    --input shop/touchpoints.csv --output reports",
            "  parcours sample --map my-map.yaml --output mine --customers 2000"
        })
final class SampleCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder to write into.")
    private Path output;

    @Option(
            names = "--map",
            paramLabel = "MAP",
            description = "A journey map to make the log for; it is copied beside the log, with the tables it names.")
    private Path map;

    @Option(
            names = "--customers",
            required = true,
            paramLabel = "N",
            description = "How many customers, 1 to 50000000. From about 250 on every kind of bad record occurs.")
    private int customers;

    @Option(
            names = "--seed",
            defaultValue = "1",
            paramLabel = "S",
            description = "Any number; another seed gives another log. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--days",
            paramLabel = "N",
            description = "Length of the log, from 2024-01-01 on, 90 to 1825. Default: " + SampleRules.DEFAULT_DAYS
                    + ". With --map from 1 on, and by default what the map's between says, else 180.")
    private Integer days;

    @Option(
            names = "--touchpoints-per-customer",
            paramLabel = "N",
            description = "About how many on average, 16 to 500. Default: "
                    + SampleRules.DEFAULT_TOUCHPOINTS_PER_CUSTOMER + ". Not with --map.")
    private Integer touchpointsPerCustomer;

    @Option(
            names = "--format",
            defaultValue = "csv",
            paramLabel = "FORMAT",
            description = "csv, json, parquet or avro. Default: ${DEFAULT-VALUE}. Large logs have one file a day.")
    private LogFormat format;

    @Option(names = "--clean", description = "No duplicates, no bad records, no bots.")
    private boolean isClean;

    @Option(
            names = "--overwrite",
            description = "Write into a folder that holds other files too, replacing a log, map and truth file there."
                    + " A former output of this command is replaced without asking.")
    private boolean overwrites;

    @Override
    public Integer call() {
        Consumer<String> progress = spec.commandLine().getErr()::println;
        Existing existing = overwrites ? Existing.WRITTEN_BESIDE : Existing.REFUSED;
        try {
            print(
                    map == null ? write(progress, existing) : writeFitted(progress, existing),
                    spec.commandLine().getOut());
            return ExitCode.OK;
        } catch (OccupiedFolderException | IllegalArgumentException problem) {
            throw new CommandException(ExitCode.USAGE, problem.getMessage(), problem);
        } catch (IOException problem) {
            throw new CommandException(ExitCode.FAILURE, cannotWrite(problem), problem);
        }
    }

    private SampleSummary write(Consumer<String> progress, Existing existing) throws IOException {
        SampleRules rules = new SampleRules(
                customers,
                seed,
                Optional.ofNullable(days).orElse(SampleRules.DEFAULT_DAYS),
                Optional.ofNullable(touchpointsPerCustomer).orElse(SampleRules.DEFAULT_TOUCHPOINTS_PER_CUSTOMER),
                format,
                noise());
        return new SampleLog(rules, progress).writeTo(output, existing);
    }

    private SampleSummary writeFitted(Consumer<String> progress, Existing existing) throws IOException {
        if (touchpointsPerCustomer != null) {
            throw new IllegalArgumentException(
                    "--touchpoints-per-customer goes without --map: how much customers do follows from the map");
        }
        OptionalInt length = days == null ? OptionalInt.empty() : OptionalInt.of(days);
        FittedLog log = new FittedLog(map, new FittedRules(customers, seed, length, format, noise()), progress);
        log.notes().forEach(progress);
        return log.writeTo(output, existing);
    }

    private Noise noise() {
        return isClean ? Noise.CLEAN : Noise.WITH_NOISE;
    }

    private String cannotWrite(IOException problem) {
        if (problem instanceof AccessDeniedException) {
            return "cannot write the sample into " + output + ": permission denied";
        }
        String reason = problem instanceof FileSystemException file && file.getReason() != null
                ? file.getReason()
                : problem.getClass().getSimpleName() + " " + problem.getMessage();
        return "cannot write the sample into " + output + ": " + reason;
    }

    private static void print(SampleSummary summary, PrintWriter out) {
        out.printf(
                Locale.ROOT,
                "%,d records: %,d touchpoints of %,d customers, %,d bad records; the others are duplicates and bots%n",
                summary.records(),
                summary.touchpoints(),
                summary.customers(),
                summary.rejected());
        String files = summary.fileCount() == 1 ? "" : " (" + summary.fileCount() + " files)";
        out.println("log    " + summary.log() + files);
        out.println("map    " + summary.map());
        out.println("truth  " + summary.truth());
        out.println("next:  " + Invocation.name() + " run --map " + summary.map() + " --input " + summary.log()
                + " --output reports");
    }
}
