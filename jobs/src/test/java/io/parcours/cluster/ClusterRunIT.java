package io.parcours.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run on two workers publishes what a run on one machine does, also where a worker is killed in its middle; where
 * none is left it fails, and what was published before stays.
 */
class ClusterRunIT {
    private static final int CUSTOMERS = 15_000;

    /** More than a log of this size would get, so that the pass has a middle. */
    private static final int PARTITIONS = 24;

    /** As a very impatient user would set it: a copy of any task, as soon as a core has nothing else to do. */
    private static final Map<String, String> SPECULATION = Map.of(
            "spark.speculation", "true",
            "spark.speculation.interval", "20ms",
            "spark.speculation.quantile", "0.1",
            "spark.speculation.multiplier", "0.1",
            "spark.speculation.minTaskRuntime", "10ms",
            "spark.speculation.efficiency.enabled", "false");

    @TempDir
    private static Path folder;

    private static BuiltJars built;
    private static StandaloneCluster cluster;
    private static Path log;
    private static Path onOneMachine;

    @BeforeAll
    static void publishOnOneMachine() throws IOException, InterruptedException {
        built = BuiltJars.in(folder.resolve("home"));
        log = folder.resolve("log");
        onOneMachine = folder.resolve("one-machine");
        Launched sample = built.parcours(
                logs("sample"),
                "sample",
                "--output",
                log.toString(),
                "--customers",
                String.valueOf(CUSTOMERS),
                "--seed",
                "11",
                "--format",
                "json");
        assertThat(sample.exitCode()).as(sample.errors()).isZero();
        String[] arguments = arguments(onOneMachine, "--master", "local[2]").toArray(String[]::new);
        Launched run = built.parcours(logs("one-machine-run"), arguments);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        cluster = StandaloneCluster.start(built, logs("cluster"));
    }

    @AfterAll
    static void stop() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void two_workers_publish_what_one_machine_does_also_where_slow_tasks_are_copied()
            throws IOException, InterruptedException {
        cluster.twoWorkers();
        Path output = folder.resolve("two-workers");
        Submission run = submitted("copies", output, SPECULATION);
        assertThat(run.driver().exitCode()).as(run.driver().errors()).isZero();
        PublishedRows.assertSame(onOneMachine, output);
        assertThat(executorsOfTasks(run)).hasSize(2);
        assertThat(run.recorded())
                .anyMatch(event -> event.path("Task Info").path("Speculative").asBoolean());
        assertThat(run.driver().errors().lines()).allMatch(line -> line.startsWith("parcours: "));
    }

    @Test
    void so_do_executors_under_a_driver_that_is_its_own_cluster() throws IOException, InterruptedException {
        Path output = folder.resolve("local-cluster");
        Submission run = Submission.of(
                built, "local-cluster[2,1,1024]", logs("local-cluster"), with(Map.of()), arguments(output));
        assertThat(run.driver().exitCode()).as(run.driver().errors()).isZero();
        PublishedRows.assertSame(onOneMachine, output);
        assertThat(executorsOfTasks(run)).hasSize(2);
    }

    @Test
    void a_worker_killed_while_the_log_is_read_changes_no_row() throws IOException, InterruptedException {
        List<Launched> workers = cluster.twoWorkers();
        Path output = folder.resolve("killed-reading");
        // A default of many clusters, under which records of Java could not be sent.
        Map<String, String> settings = Map.of(
                "spark.serializer",
                "org.apache.spark.serializer.KryoSerializer",
                "spark.kryo.registrationRequired",
                "true");
        Submission run = submitted("reading", output, settings);
        Waiting.until(
                "the first dealt part of the log",
                () -> isEnded(run) || oneThatHasDealt(workers).isPresent());
        oneThatHasDealt(workers).ifPresent(Launched::close);
        assertThat(run.driver().exitCode()).as(run.driver().errors()).isZero();
        PublishedRows.assertSame(onOneMachine, output);
        List<JsonNode> recorded = run.recorded();
        // What the dead worker had dealt was dealt again, before the first job, which reads, was over.
        assertThat(first(recorded, is("SparkListenerExecutorRemoved")))
                .isLessThan(first(recorded, is("SparkListenerJobEnd")));
        assertThat(recorded).anyMatch(ClusterRunIT::isLostWithItsExecutor);
    }

    @Test
    void a_worker_killed_while_tables_are_written_changes_no_row() throws IOException, InterruptedException {
        List<Launched> workers = cluster.twoWorkers();
        Path output = folder.resolve("killed-writing");
        Submission run = submitted("writing", output, Map.of());
        Waiting.until("the first accepted file", () -> isEnded(run) || hasAccepted(output));
        oneThatHasDealt(workers).ifPresent(Launched::close);
        assertThat(run.driver().exitCode()).as(run.driver().errors()).isZero();
        PublishedRows.assertSame(onOneMachine, output);
        List<JsonNode> recorded = run.recorded();
        // Reading was over; the pass lost half of the dealt blocks, and could go on only when they were dealt again.
        int lost = first(recorded, is("SparkListenerExecutorRemoved"));
        assertThat(lost).isGreaterThan(first(recorded, is("SparkListenerJobEnd")));
        assertThat(recorded.subList(lost, recorded.size())).anyMatch(ClusterRunIT::isSecondAttemptOfAStage);
    }

    @Test
    void when_both_workers_die_the_run_fails_in_one_line_and_the_former_tables_stay()
            throws IOException, InterruptedException {
        List<Launched> workers = cluster.twoWorkers();
        Path output = folder.resolve("both-killed");
        Folders.copy(onOneMachine, output);
        Submission run = submitted("both", output, Map.of("spark.parcours.executorTimeout", "20s"));
        Waiting.until("the first accepted file", () -> isEnded(run) || hasAccepted(output));
        assertThat(isEnded(run)).as(run.driver().errors()).isFalse();
        workers.forEach(Launched::close);
        assertThat(run.driver().exitCode()).isEqualTo(1);
        assertThat(run.driver().output()).isEmpty();
        assertThat(run.driver().errors().lines().filter(line -> !line.matches("parcours: (?!the cluster).*")))
                .singleElement()
                .asString()
                .matches("parcours: the cluster has had no executor for this run for \\d+ s; nothing was published.*");
        PublishedRows.assertSame(onOneMachine, output);
    }

    private static Submission submitted(String name, Path output, Map<String, String> settings) {
        return Submission.of(built, cluster.address(), logs(name), with(settings), arguments(output));
    }

    private static Map<String, String> with(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("spark.parcours.partitions", String.valueOf(PARTITIONS));
        return all;
    }

    private static List<String> arguments(Path output, String... more) {
        return Stream.concat(
                        Stream.of(
                                "run",
                                "--map",
                                log.resolve("journey-map.yaml").toString(),
                                "--input",
                                log.resolve("touchpoints.json").toString(),
                                "--output",
                                output.toString()),
                        Stream.of(more))
                .toList();
    }

    private static Path logs(String name) {
        try {
            return Files.createDirectories(folder.resolve("logs").resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isEnded(Submission run) {
        return !run.driver().process().isAlive();
    }

    private static Optional<Launched> oneThatHasDealt(List<Launched> workers) {
        return workers.stream().filter(Launched::hasDealt).findFirst();
    }

    /** Whether a task's file was accepted as part of a table that is still to be published. */
    private static boolean hasAccepted(Path output) {
        return Folders.anyBelow(
                output.resolve("_staging"), file -> file.toString().matches(".*/touchpoints/part-.*"));
    }

    private static List<String> executorsOfTasks(Submission run) throws IOException {
        return run.recorded().stream()
                .filter(is("SparkListenerTaskEnd"))
                .map(event -> event.path("Task Info").path("Executor ID").asText())
                .distinct()
                .toList();
    }

    private static Predicate<JsonNode> is(String event) {
        return node -> node.path("Event").asText().equals(event);
    }

    private static boolean isLostWithItsExecutor(JsonNode event) {
        String reason = event.path("Task End Reason").path("Reason").asText();
        return reason.equals("ExecutorLostFailure") || reason.equals("Resubmitted");
    }

    private static boolean isSecondAttemptOfAStage(JsonNode event) {
        return is("SparkListenerStageSubmitted").test(event)
                && event.path("Stage Info").path("Stage Attempt ID").asInt() > 0;
    }

    private static int first(List<JsonNode> events, Predicate<JsonNode> wanted) {
        return IntStream.range(0, events.size())
                .filter(number -> wanted.test(events.get(number)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Spark did not record it"));
    }
}
