package io.parcours.benchmark;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a process says of itself as its last act, and how the harness reads it. */
final class ProcessReport {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final String PHASE = "phase.";
    private static final Map<String, Double> PHASES = new LinkedHashMap<>();

    private ProcessReport() {}

    /** Adds up the seconds of a phase of this process. */
    static synchronized void phase(String name, double seconds) {
        PHASES.merge(name, seconds, Double::sum);
    }

    /** Has this process write its report when it ends, however that comes about. */
    static void writeAtEnd(Path file) {
        long start = System.nanoTime();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> write(file, (System.nanoTime() - start) / 1e9)));
    }

    private static synchronized void write(Path file, double insideSeconds) {
        OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        Properties report = new Properties();
        report.setProperty("inside", Double.toString(insideSeconds));
        report.setProperty("cpu", Double.toString(system.getProcessCpuTime() / 1e9));
        report.setProperty("shuffled", Long.toString(ShuffleMeter.written()));
        report.setProperty("spilled.memory", Long.toString(ShuffleMeter.spilledFromMemory()));
        report.setProperty("spilled.disk", Long.toString(ShuffleMeter.spilledToDisk()));
        PHASES.forEach((name, seconds) -> report.setProperty(PHASE + name, Double.toString(seconds)));
        try (Writer out = Files.newBufferedWriter(file)) {
            if (Files.exists(STATUS)) {
                report.setProperty("peak", Long.toString(peakBytes()));
            }
            report.store(out, null);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static long peakBytes() throws IOException {
        try (Stream<String> lines = Files.lines(STATUS)) {
            String kilobytes = lines.filter(line -> line.startsWith("VmHWM:"))
                    .findFirst()
                    .orElseThrow()
                    .replaceAll("\\D", "");
            return Long.parseLong(kilobytes) * 1024;
        }
    }

    /** Reads the report of a process that took so long. */
    static Measurement read(Path file, double wallSeconds) throws IOException {
        Properties report = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            report.load(in);
        }
        Map<String, Double> phases = new TreeMap<>();
        for (String name : report.stringPropertyNames()) {
            if (name.startsWith(PHASE)) {
                phases.put(name.substring(PHASE.length()), Double.valueOf(report.getProperty(name)));
            }
        }
        String peak = report.getProperty("peak");
        return new Measurement(
                wallSeconds,
                Double.parseDouble(report.getProperty("inside")),
                Double.parseDouble(report.getProperty("cpu")),
                peak == null ? null : Long.valueOf(peak),
                Long.parseLong(report.getProperty("shuffled")),
                Long.parseLong(report.getProperty("spilled.memory")),
                Long.parseLong(report.getProperty("spilled.disk")),
                phases);
    }
}
