package io.parcours.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A run that was submitted, with Spark's own record of what happened to its tasks and executors.
 *
 * @param driver the driver's process
 * @param events the folder of Spark's event log
 */
record Submission(Launched driver, Path events) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Submits a command in client mode, as {@code spark-submit} does. */
    static Submission of(
            BuiltJars built, String master, Path logs, Map<String, String> settings, List<String> command) {
        Path events = logs.resolve("events");
        List<String> arguments = new ArrayList<>(List.of("--master", master, "--deploy-mode", "client"));
        Map<String, String> common = Map.ofEntries(
                Map.entry("spark.driver.host", "127.0.0.1"),
                Map.entry("spark.driver.bindAddress", "127.0.0.1"),
                Map.entry("spark.ui.enabled", "false"),
                Map.entry("spark.executor.memory", "768m"),
                // Both executors, before anything begins.
                Map.entry("spark.cores.max", "2"),
                Map.entry("spark.scheduler.minRegisteredResourcesRatio", "1.0"),
                Map.entry("spark.scheduler.maxRegisteredResourcesWaitingTime", "3min"),
                // Another zone and locale than the driver's, as on machines that nobody set up alike.
                Map.entry(
                        "spark.executor.extraJavaOptions",
                        "-Duser.timezone=Asia/Kolkata -Duser.language=ar -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"),
                Map.entry("spark.eventLog.enabled", "true"),
                Map.entry("spark.eventLog.dir", events.toUri().toString()),
                Map.entry("spark.eventLog.compress", "false"),
                Map.entry("spark.eventLog.rolling.enabled", "false"));
        Stream.of(common, settings)
                .flatMap(some -> some.entrySet().stream())
                .forEach(setting -> arguments.addAll(List.of("--conf", setting.getKey() + "=" + setting.getValue())));
        arguments.addAll(
                List.of("--class", "io.parcours.jobs.Parcours", built.jar().toString()));
        arguments.addAll(command);
        try {
            Files.createDirectories(events);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Submission(
                built.spark(
                        "driver",
                        logs,
                        List.of("-Xmx768m"),
                        "org.apache.spark.deploy.SparkSubmit",
                        arguments.toArray(String[]::new)),
                events);
    }

    /** What Spark recorded, in the order it happened; to be asked when the run is over. */
    List<JsonNode> recorded() throws IOException {
        List<JsonNode> recorded = new ArrayList<>();
        try (Stream<Path> files = Files.list(events)) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("."))
                    .toList()) {
                for (String line : Files.readAllLines(file)) {
                    recorded.add(JSON.readTree(line));
                }
            }
        }
        return recorded;
    }
}
