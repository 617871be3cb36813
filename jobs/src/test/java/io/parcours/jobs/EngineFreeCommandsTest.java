package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that need no engine start fast because not one class of it is loaded. */
class EngineFreeCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void checkAndInitLoadNoClassOfSpark() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\nu1,2024-01-01,view\n");
        Path map = Files.writeString(folder.resolve("map.yaml"), "name: s\nfunnels: [{name: f, steps: [view]}]\n");

        assertThat(classesLoadedBy("check", "--map", map.toString(), "--input", log.toString()))
                .anyMatch(line -> line.contains("io.parcours.map.JourneyMapReader"))
                .noneMatch(line -> line.contains("org.apache.spark."));
        assertThat(classesLoadedBy("init", "--from", log.toString()))
                .anyMatch(line -> line.contains("io.parcours.map.StarterMap"))
                .noneMatch(line -> line.contains("org.apache.spark."));
    }

    @Test
    void tablesAreListedAndDescribedWithoutAnyClassOfSpark() throws Exception {
        ShownTables.write(folder, "2024-03-01", ShownTables.HOSTILE);
        for (String[] words : List.of(new String[] {"show"}, new String[] {"show", "--describe", "visits"})) {
            List<String> arguments = new ArrayList<>(List.of(words));
            arguments.addAll(List.of("--output", folder.toString()));
            assertThat(classesLoadedBy(arguments.toArray(String[]::new)))
                    .anyMatch(line -> line.contains("io.parcours.jobs.WrittenTable"))
                    .noneMatch(line -> line.contains("org.apache.spark."));
        }
    }

    @Test
    void aMistakeInAQueryIsToldBeforeSparkStarts() throws Exception {
        ShownTables.write(folder, "2024-03-01", ShownTables.HOSTILE);
        assertThat(classesLoadedBy(ExitCode.USAGE, "query", "selec 1", "--output", folder.toString()))
                .anyMatch(line -> line.contains("io.parcours.jobs.ParsedQuery"))
                .noneMatch(line -> line.contains("org.apache.spark.storage.BlockManager "));
    }

    @Test
    void pruneLoadsNoClassOfSpark() throws Exception {
        Path manifest = folder.resolve("out/_runs/as_of=2024-03-31/manifest.json");
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{}");
        assertThat(classesLoadedBy("prune", "--output", folder.resolve("out").toString(), "--keep", "1"))
                .anyMatch(line -> line.contains("io.parcours.output.Pruning "))
                .noneMatch(line -> line.contains("org.apache.spark."));
    }

    @Test
    void anAnalysisOnOneMachineLoadsNoClassOfSpark() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\nu1,2024-01-01,view\n");
        Path map = Files.writeString(folder.resolve("map.yaml"), "name: s\nfunnels: [{name: f, steps: [view]}]\n");
        String output = folder.resolve("out").toString();
        Outcome run = Outcome.of(
                "run", "--map", map.toString(), "--input", log.toString(), "--output", output, "--master", "local[2]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(classesLoadedBy("analyze", "--map", map.toString(), "--output", output))
                .anyMatch(line -> line.contains("io.parcours.run.AnalysisRun"))
                .noneMatch(line -> line.contains("org.apache.spark."));
    }

    @Test
    void a_report_loads_no_class_of_spark() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\nu1,2024-01-01,view\n");
        Path map = Files.writeString(folder.resolve("map.yaml"), "name: s\nfunnels: [{name: f, steps: [view]}]\n");
        String output = folder.resolve("out").toString();
        Outcome run = Outcome.of(
                "run", "--map", map.toString(), "--input", log.toString(), "--output", output, "--master", "local[2]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(classesLoadedBy("report", "--output", output))
                .anyMatch(line -> line.contains("io.parcours.report.Report "))
                .noneMatch(line -> line.contains("org.apache.spark."));
        assertThat(folder.resolve("out/report-2024-01-01.html")).exists();
    }

    @Test
    void a_run_tells_a_wrong_path_or_a_missing_column_before_spark_starts() throws Exception {
        Path log = Files.writeString(folder.resolve("log.csv"), "customer,occurred_at,event\nu1,2024-01-01,view\n");
        Path map = Files.writeString(folder.resolve("map.yaml"), "name: s\nfunnels: [{name: f, steps: [view]}]\n");
        for (Path input : List.of(log, folder.resolve("nowhere.csv"))) {
            assertThat(classesLoadedBy(
                            ExitCode.INPUT_CONTRACT,
                            "run",
                            "--map",
                            map.toString(),
                            "--input",
                            input.toString(),
                            "--output",
                            folder.resolve("out").toString()))
                    .anyMatch(line -> line.contains("io.parcours.ingest.InputFiles "))
                    .noneMatch(line -> line.contains("org.apache.spark.SparkContext "));
        }
    }

    private List<String> classesLoadedBy(String... arguments) throws IOException, InterruptedException {
        return classesLoadedBy(ExitCode.OK, arguments);
    }

    private List<String> classesLoadedBy(int exitCode, String... arguments) throws IOException, InterruptedException {
        Path loaded = folder.resolve("classes.txt");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty("java.class.path"),
                Parcours.class.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile())
                .start();
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output.txt")))
                .isEqualTo(exitCode);
        try (Stream<String> lines = Files.lines(loaded)) {
            return lines.toList();
        }
    }
}
