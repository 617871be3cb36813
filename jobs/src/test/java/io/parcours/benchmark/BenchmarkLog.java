package io.parcours.benchmark;

import io.parcours.sample.Existing;
import io.parcours.sample.LogFormat;
import io.parcours.sample.SampleLog;
import io.parcours.sample.SampleRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A generated log on disk.
 *
 * @param size what it holds
 * @param files the Parquet file, or the folder of them
 */
record BenchmarkLog(LogSize size, Path files) {

    /** Takes the log that lies in the work folder, or generates it. */
    static BenchmarkLog prepare(LogSize size, Path work, Consumer<String> progress) throws IOException {
        Path folder = work.resolve(size.folderName());
        // The generator writes the truth last: where it is, the log is whole.
        if (!Files.exists(folder.resolve("truth.json"))) {
            progress.accept("generating " + folder);
            SampleRules rules = new SampleRules(
                    size.customers(),
                    size.seed(),
                    size.days(),
                    size.touchpointsPerCustomer(),
                    LogFormat.PARQUET,
                    SampleRules.Noise.WITH_NOISE);
            new SampleLog(rules, progress).writeTo(folder, Existing.REFUSED);
        }
        Path single = folder.resolve("touchpoints.parquet");
        return new BenchmarkLog(size, Files.exists(single) ? single : folder.resolve("touchpoints"));
    }

    /** The files as DuckDB is told of them. */
    String glob() {
        return Files.isDirectory(files) ? files + "/*.parquet" : files.toString();
    }

    /** Writes the benchmark's journey map for this log. */
    Path writeMap(Path file) throws IOException {
        String template = SqlScript.Template.text("journey-map.yaml");
        return Files.writeString(
                file,
                SqlScript.Template.fill(
                        template, Map.of("last_day", size.lastDay().toString())));
    }
}
