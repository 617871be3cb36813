package io.parcours.jobs;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.Cost;
import io.parcours.attribution.CostRules;
import io.parcours.ingest.CheckedFiles;
import io.parcours.ingest.CustomerFiles;
import io.parcours.ingest.CustomerRules;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputContract;
import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFiles;
import io.parcours.ingest.InputFormat;
import io.parcours.ingest.RecordReaders;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import io.parcours.map.LogSample;
import io.parcours.map.MapException;
import io.parcours.map.MapSummary;
import io.parcours.touchpoint.Plural;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parcours check}: tells everything that is wrong with a map, or what it means. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = {
            "Checks a journey map and says what it means; writes nothing.",
            "With --input also: the columns, what becomes of the first 10,000 records, which events and channels the"
                    + " map and the log do not share, and the tables of customers and costs."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the map is sound, and fits the log",
            "2:the map is wrong; every problem is a line on stderr",
            "4:a column is missing, or there is nothing to read"
        })
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--map", required = true, paramLabel = "FILE", description = "The journey map.")
    private Path file;

    @Option(
            names = "--input",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or globs of a log to hold the map against.")
    private List<String> input = List.of();

    @Mixin
    private CustomersOption customers;

    @Mixin
    private final CostsOption costs = new CostsOption();

    @Option(
            names = "--format",
            defaultValue = "auto",
            paramLabel = "FORMAT",
            description = "How the log is written: auto, csv, json, parquet or avro. Default: ${DEFAULT-VALUE}, told by"
                    + " name or content.")
    private InputFormat format;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter errors = spec.commandLine().getErr();
        try {
            JourneyMap map = JourneyMapReader.read(file);
            MapSummary.of(map).forEach(out::println);
            costs.requireUse(map, file);
            List<String> table = input.isEmpty() && !customers.isGiven() ? List.of() : customers.paths(map, file);
            List<InputFile> log = input.isEmpty() ? List.of() : InputFiles.resolve(input, format, new Configuration());
            if (!log.isEmpty()) {
                checkLog(map, log, out, errors);
            }
            if (!table.isEmpty()) {
                checkCustomers(map, table, log, out);
            }
            if (!log.isEmpty() || costs.isGiven()) {
                checkCosts(costs.applied(map, file), out);
            }
            return ExitCode.OK;
        } catch (MapException wrong) {
            wrong.problems().forEach(errors::println);
            return ExitCode.USAGE;
        }
    }

    private static void checkCustomers(JourneyMap map, List<String> table, List<InputFile> log, PrintWriter out) {
        CustomerRules rules = map.features().customers().orElseThrow();
        CheckedFiles files = CustomerFiles.check(table, rules, log, map.input(), new Configuration());
        int count = files.files().size();
        out.println();
        out.println(LogFindings.line(
                "customers",
                (count == 1 ? "1 file" : count + " files") + " with the attributes "
                        + String.join(", ", rules.attributes())));
    }

    private static void checkCosts(JourneyMap map, PrintWriter out) {
        List<Cost> read = map.features()
                .attribution()
                .flatMap(AttributionRules::costsIfGiven)
                .map(CostRules::costs)
                .orElse(List.of());
        if (!read.isEmpty()) {
            long channels = read.stream().map(Cost::channel).distinct().count();
            out.println();
            out.println(LogFindings.line(
                    "costs",
                    Plural.of(read.size(), "record", "records") + " of " + Plural.of(channels, "channel", "channels")));
        }
    }

    private static void checkLog(JourneyMap map, List<InputFile> files, PrintWriter out, PrintWriter errors) {
        Configuration hadoop = new Configuration();
        InputContract.check(files, FieldLayout.of(map.input()), map.input(), hadoop);
        List<String> columns = RecordReaders.columns(files.get(0), map.input(), hadoop);
        LogSample sample = LogSample.of(files, map.input(), hadoop);
        LogFindings findings = new LogFindings(map, sample);
        out.println();
        findings.found(files.size(), columns).forEach(out::println);
        findings.warnings().forEach(warning -> errors.println("parcours: warning: " + warning));
    }
}
