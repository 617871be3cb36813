package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The sample's reports as of two days, made once for all tests that only read them. */
final class SampleTwice {
    /** The earlier of the two days; the later one is the default, 2024-03-30. */
    static final String EARLIER = "2024-02-29";

    private static Path output;

    private SampleTwice() {}

    static synchronized Path output() {
        if (output == null) {
            output = temporaryFolder();
            run("--as-of", EARLIER);
            run();
        }
        return output;
    }

    /** The folder that the project lies in. */
    static Path root() {
        return Path.of(System.getProperty("parcours.root", ".."));
    }

    private static void run(String... more) {
        Path sample = root().resolve("sample-data");
        List<String> arguments = new ArrayList<>(List.of("run", "--master", "local[2]"));
        arguments.addAll(List.of("--map", sample.resolve("journey-map.yaml").toString()));
        arguments.addAll(List.of("--input", sample.resolve("touchpoints.csv").toString()));
        arguments.addAll(List.of("--output", output.toString()));
        arguments.addAll(List.of(more));
        Outcome outcome = Outcome.of(arguments.toArray(String[]::new));
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
    }

    private static Path temporaryFolder() {
        try {
            Path folder = Files.createTempDirectory("parcours-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException left) {
            // What is left lies in the folder for temporary files.
        }
    }
}
