package io.parcours.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Starts contenders, each in a process of its own with the same heap, the same number of cores and the same collector.
 *
 * @param work the folder that everything is written under
 * @param heap the heap of every process, such as 8g
 * @param cores how many cores every process may use
 */
record Stable(Path work, String heap, int cores) {
    private static final long TOUCHPOINTS_PER_PARTITION = 250_000;

    /** Where a contender writes its answers. */
    Path output(Contender contender) {
        return work.resolve("answers").resolve(contender.label());
    }

    /** Runs a contender over a log; what it wrote before is gone. */
    Measurement run(Contender contender, BenchmarkLog log) throws IOException, InterruptedException {
        return contender == Contender.PARCOURS
                ? runParcours(log.writeMap(work.resolve("journey-map.yaml")), List.of(log.files()))
                : run(contender, values(contender, log));
    }

    /** Runs Parcours alone. */
    Measurement runParcours(Path map, List<Path> inputs) throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("run", "--map", map.toString(), "--input"));
        inputs.forEach(input -> arguments.add(input.toString()));
        Path output = output(Contender.PARCOURS);
        arguments.addAll(List.of("--output", output.toString(), "--master", "local[" + cores + "]"));
        Measurement measurement = run(Contender.PARCOURS, arguments);
        return measurement.with(phases(output));
    }

    private List<String> values(Contender contender, BenchmarkLog log) {
        boolean isDuckdb = contender.label().startsWith("duckdb");
        LogSize size = log.size();
        // One line for all customers, further apart than the log is long and any window wide.
        long spacing = (size.days() + 62) * 86_400_000_000L;
        boolean fitsLong = (double) spacing * (size.customers() + 2) < Long.MAX_VALUE;
        Map<String, String> values = new TreeMap<>();
        values.put("log", isDuckdb ? log.glob() : log.files().toString());
        values.put("output", output(contender).toString());
        values.put("end", size.lastDay().plusDays(1).toString());
        values.put("threads", Integer.toString(cores));
        values.put("temp", temp().toString());
        values.put("memory", heap.replaceAll("(?i)g$", "GiB").replaceAll("(?i)m$", "MiB"));
        values.put("partitions", Long.toString(partitions(size)));
        values.put("spacing", Long.toString(spacing));
        values.put("moment", fitsLong ? "BIGINT" : "HUGEINT");
        return values.entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue())
                .toList();
    }

    /** Whole rounds of tasks, each with what sorts in memory. */
    private long partitions(LogSize size) {
        long rounds = Math.max(1, size.touchpoints() / TOUCHPOINTS_PER_PARTITION / cores);
        return rounds * cores;
    }

    private Path temp() {
        return work.resolve("temp");
    }

    private Measurement run(Contender contender, List<String> arguments) throws IOException, InterruptedException {
        Folders.fresh(output(contender));
        Folders.fresh(temp());
        Path report = work.resolve(contender.label() + ".properties");
        Path lines = work.resolve(contender.label() + ".log");
        Files.deleteIfExists(report);
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of(ContenderProcess.class.getName(), report.toString(), contender.label()));
        command.addAll(arguments);
        long start = System.nanoTime();
        int exitCode = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(lines.toFile())
                .start()
                .waitFor();
        double wallSeconds = (System.nanoTime() - start) / 1e9;
        if (exitCode != 0) {
            throw new IllegalStateException(contender.label() + " ended with " + exitCode + ", see " + lines);
        }
        return ProcessReport.read(report, wallSeconds);
    }

    private List<String> java() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        // What Spark needs opened, as the harness itself was started with.
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(argument -> argument.startsWith("--add-") || argument.startsWith("-XX:+Ignore"))
                .forEach(command::add);
        command.addAll(List.of(
                "-Xmx" + heap,
                "-XX:+UseParallelGC",
                "-XX:ActiveProcessorCount=" + cores,
                "-Djdk.reflect.useDirectMethodHandle=false",
                "-Dio.netty.tryReflectionSetAccessible=true",
                "-Dspark.extraListeners=" + ShuffleMeter.class.getName(),
                "-Dspark.local.dir=" + temp(),
                "-cp",
                System.getProperty("java.class.path")));
        return command;
    }

    /** What the manifest of a run says of its phases. */
    private static Map<String, Double> phases(Path output) throws IOException {
        Map<String, Double> phases = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(output.resolve("_runs"))) {
            for (Path manifest :
                    files.filter(file -> file.endsWith("manifest.json")).toList()) {
                JsonNode seconds =
                        new ObjectMapper().readTree(manifest.toFile()).path("seconds");
                seconds.properties()
                        .forEach(phase -> phases.put(
                                phase.getKey().replaceFirst("^reading .*", "reading"),
                                phase.getValue().asDouble()));
            }
        }
        return phases;
    }
}
