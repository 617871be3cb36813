package io.parcours.cluster;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * What the build has made, laid out as Spark wants it, and processes started from it alone: nothing of the class path of
 * the tests reaches them.
 *
 * @param root the project's folder
 * @param home the folder Spark is to take for its own: {@code jars} and {@code conf} below it
 */
record BuiltJars(Path root, Path home) {
    /** What Spark opens of the JDK: the build gives this process the same. */
    private static final List<String> OPENED = ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
            .filter(flag -> flag.startsWith("--add-opens") || flag.startsWith("-XX:+Ignore"))
            .toList();

    /** Lays a Spark home out in a folder. */
    static BuiltJars in(Path home) {
        Path root = Path.of(System.getProperty("parcours.root", "..")).toAbsolutePath();
        BuiltJars built = new BuiltJars(root, home);
        Assumptions.assumeTrue(
                Files.exists(built.jar()),
                "skipped: nothing is built; mvn -P cluster verify builds before it runs these tests");
        try {
            Files.createDirectories(home.resolve("conf"));
            Files.createSymbolicLink(home.resolve("jars"), root.resolve("jobs/target/lib"));
            Files.copy(
                    root.resolve("jobs/src/main/resources/log4j2.properties"), home.resolve("conf/log4j2.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return built;
    }

    /** The one jar that is submitted. */
    Path jar() {
        return root.resolve("jobs/target/parcours-jobs.jar");
    }

    /** The command without a cluster, as the launcher starts it. */
    Launched parcours(Path logs, String... arguments) {
        String classPath = jar() + File.pathSeparator + home.resolve("jars") + "/*";
        return java("parcours", logs, classPath, List.of("-Xmx1g"), "io.parcours.jobs.Parcours", arguments);
    }

    /** A program of Spark's own. */
    Launched spark(String name, Path logs, List<String> flags, String mainClass, String... arguments) {
        String classPath = home.resolve("conf") + File.pathSeparator + home.resolve("jars") + "/*";
        return java(name, logs, classPath, flags, mainClass, arguments);
    }

    private Launched java(
            String name, Path logs, String classPath, List<String> flags, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OPENED);
        // These processes live for seconds: most of their time would go into compiling what they run once.
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-Duser.timezone=America/Bahia_Banderas", "-Duser.language=tr", "-Duser.country=TR"));
        command.addAll(flags);
        command.addAll(List.of("-cp", classPath, mainClass));
        command.addAll(List.of(arguments));
        Map<String, String> environment = Map.of(
                "SPARK_HOME",
                home.toString(),
                "SPARK_SCALA_VERSION",
                "2.13",
                "SPARK_LOCAL_IP",
                "127.0.0.1",
                "SPARK_LOCAL_DIRS",
                logs.resolve(name + "-local").toString());
        return Launched.start(name, logs, command, environment);
    }
}
