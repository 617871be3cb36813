package io.parcours.output;

import static io.parcours.output.Folders.DAY;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;

/** A process of its own that publishes; Hadoop is not on its class path. */
final class PublishingProcess {
    static final Set<String> TABLES =
            Set.of("churn_customers", "drop_offs", "funnel_steps", "journeys", "paths", "sessions", "transitions");

    private PublishingProcess() {}

    static Process start(String... arguments) throws IOException {
        String classPath = Stream.of(
                        PublishingProcess.class,
                        Publication.class,
                        ObjectMapper.class,
                        JsonFactory.class,
                        JsonCreator.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .distinct()
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-Xmx64m",
                                "-XX:TieredStopAtLevel=1",
                                "-cp",
                                classPath,
                                PublishingProcess.class.getName()),
                        Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Arguments: the folder, then {@code once} or the number of the first of endlessly many publications. */
    public static void main(String[] arguments) throws IOException {
        OutputStore store = OutputStore.open(arguments[0], new NoHadoop());
        if (arguments[1].equals("once")) {
            race(store);
        } else {
            publishForEver(store, Integer.parseInt(arguments[1]));
        }
    }

    /** A class with a name, since linking a lambda would load {@code Configuration}. */
    private static final class NoHadoop implements Supplier<Configuration> {
        @Override
        public Configuration get() {
            throw new AssertionError("a local folder needs no configuration of Hadoop");
        }
    }

    /** Says each number when it is published. */
    private static void publishForEver(OutputStore store, int first) {
        for (int number = first; ; number++) {
            Folders.publish(store, number, DAY, TABLES, Integer.toString(number));
            System.out.println(number);
        }
    }

    /** Waits for a line, tries to begin, says how it went, and holds what it got until a second line. */
    private static void race(OutputStore store) throws IOException {
        System.out.println("ready");
        awaitLine();
        try (Publication publication = Publication.begin(store, Folders.run(1))) {
            publication.staging("paths");
            System.out.println("holds");
            awaitLine();
        } catch (OutputBusyException e) {
            System.out.println("busy");
        }
    }

    private static void awaitLine() throws IOException {
        int next = System.in.read();
        while (next >= 0 && next != '\n') {
            next = System.in.read();
        }
    }
}
