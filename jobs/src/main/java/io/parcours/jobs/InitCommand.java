package io.parcours.jobs;

import io.parcours.ingest.InputFile;
import io.parcours.ingest.InputFiles;
import io.parcours.ingest.InputFormat;
import io.parcours.map.StarterMap;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code parcours init}: a first map to start from. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a commented journey map to start from: parcours init --from log.csv > map.yaml",
            "With --from it reads the first 10,000 records of a log, guesses the columns, the format of the times and"
                    + " the stages, and lists the events."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "4:there is nothing to read"})
final class InitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files, folders or globs of the log the map is for.")
    private List<String> from = List.of();

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
        out.print(from.isEmpty() ? StarterMap.example() : guessed());
        out.flush();
        return ExitCode.OK;
    }

    private String guessed() {
        Configuration hadoop = new Configuration();
        List<InputFile> files = InputFiles.resolve(from, format, hadoop);
        return StarterMap.from(files, hadoop);
    }
}
