package io.parcours.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A started process with all it starts itself; what it prints goes to files.
 *
 * @param process the process
 * @param out what it prints as its result
 * @param err what it prints beside it
 * @param scratch where it and its children keep what they shuffle
 */
record Launched(Process process, Path out, Path err, Path scratch) implements AutoCloseable {
    private static final int LONGEST_MINUTES = 10;

    static Launched start(String name, Path logs, List<String> command, Map<String, String> environment) {
        Path out = logs.resolve(name + ".out");
        Path err = logs.resolve(name + ".err");
        Path scratch = Path.of(Objects.requireNonNull(environment.get("SPARK_LOCAL_DIRS")));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(logs.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(scratch);
            return new Launched(builder.start(), out, err, scratch);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Its exit code, once it has ended. */
    int exitCode() throws InterruptedException {
        if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
            close();
            throw new AssertionError("still running after " + LONGEST_MINUTES + " minutes: " + errors());
        }
        return process.exitValue();
    }

    String output() {
        return text(out);
    }

    String errors() {
        return text(err);
    }

    /** Whether a task of its executors has written all it has dealt to partitions, and nothing has swept that away. */
    boolean hasDealt() {
        return Folders.anyBelow(scratch, file -> file.getFileName().toString().matches("shuffle_.*\\.data"));
    }

    /** Kills it and its children as {@code kill -9} does. */
    @Override
    public void close() {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
        Stream.concat(Stream.of(process.toHandle()), children.stream())
                .forEach(one -> one.onExit().join());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
