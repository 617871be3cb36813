package io.parcours.jobs;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A copy of the launcher with the classes under test in a jar, as a user has it who has built the project. */
final class Installation {
    private final Path folder;

    /**
     * What a command printed, and where the JVM took a class from.
     *
     * @param exitCode its exit code
     * @param out its stdout
     * @param err its stderr
     * @param classes a line for each class that was loaded, with its source
     */
    record Started(int exitCode, String out, String err, List<String> classes) {

        boolean tookFromArchive(Class<?> type) {
            return classes.stream()
                    .anyMatch(
                            line -> line.contains(" " + type.getName() + " ") && line.contains("shared objects file"));
        }
    }

    private Installation(Path folder) {
        this.folder = folder;
    }

    static Installation in(Path folder) throws IOException {
        Installation installation = new Installation(folder);
        Path root = Path.of(System.getProperty("parcours.root", ".."));
        Files.createDirectories(folder.resolve("jobs/target/lib"));
        Files.copy(root.resolve("parcours"), folder.resolve("parcours"));
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(installation.jar()))) {
            Set<String> names = new HashSet<>();
            int number = 1000;
            for (String entry : System.getProperty("java.class.path").split(":")) {
                Path path = Path.of(entry);
                if (Files.isDirectory(path) && !path.endsWith("test-classes")) {
                    pack(path, jar, names);
                } else if (Files.isRegularFile(path)) {
                    Files.createSymbolicLink(
                            folder.resolve("jobs/target/lib/" + number++ + "-" + path.getFileName()),
                            path.toAbsolutePath());
                }
            }
        }
        // Java copies times of files to the microsecond only, and the launcher looks closer.
        Files.setLastModifiedTime(
                installation.jar(), FileTime.from(Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS)));
        return installation;
    }

    private static void pack(Path classes, ZipOutputStream jar, Set<String> names) throws IOException {
        try (Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = classes.relativize(file).toString();
                if (names.add(name)) {
                    jar.putNextEntry(new ZipEntry(name));
                    Files.copy(file, (OutputStream) jar);
                }
            }
        }
    }

    Path launcher() {
        return folder.resolve("parcours");
    }

    /** Takes away the links to the jars, which are not ours to delete. */
    void unlink() throws IOException {
        try (Stream<Path> links = Files.list(folder.resolve("jobs/target/lib"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }

    Path jar() {
        return folder.resolve("jobs/target/parcours-jobs.jar");
    }

    Path archives() {
        return folder.resolve("jobs/target/archives");
    }

    /** The archive of a kind that is there, whatever its name says beside. */
    Path archive(String kind) throws IOException {
        try (Stream<Path> files = Files.list(archives())) {
            return files.filter(file -> file.getFileName().toString().startsWith(kind + "-"))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no archive of " + kind));
        }
    }

    /** Runs a command with nothing in its environment but what cron gives a job, this Java, and what is said. */
    Started start(Map<String, String> more, String... arguments) throws IOException, InterruptedException {
        Path loaded = Files.createTempFile(folder, "classes", ".txt");
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        Map<String, String> environment = new HashMap<>(Map.of(
                "PATH",
                "/usr/bin:/bin",
                "JAVA_HOME",
                System.getProperty("java.home"),
                "PARCOURS_BUILD",
                "off",
                "PARCOURS_JAVA_OPTS",
                "-Xlog:class+load:file=" + loaded));
        environment.putAll(more);
        ProcessBuilder builder = new ProcessBuilder(launcher().toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        if (!process.waitFor(5, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new AssertionError("the launcher hangs: " + List.of(arguments));
        }
        return new Started(
                process.exitValue(), Files.readString(out), Files.readString(err), Files.readAllLines(loaded));
    }
}
