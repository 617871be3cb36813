package io.parcours.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spark's own cluster manager on loopback: a master, and workers of one core each that may be killed. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://[0-9.:]+)");
    private static final Pattern REGISTERED = Pattern.compile("Registering worker ");

    private final BuiltJars built;
    private final Path folder;
    private final Launched master;
    private final String address;
    private final List<Launched> workers = new ArrayList<>();
    private int started;

    private StandaloneCluster(BuiltJars built, Path folder) {
        this.built = built;
        this.folder = folder;
        this.master = built.spark(
                "master",
                folder,
                flags("-Dspark.master.rest.enabled=false"),
                "org.apache.spark.deploy.master.Master",
                "--host",
                "127.0.0.1",
                "--port",
                "0",
                "--webui-port",
                "0");
        Waiting.until(
                "the master's start", () -> ADDRESS.matcher(master.errors()).find());
        Matcher found = ADDRESS.matcher(master.errors());
        found.find();
        this.address = found.group(1);
    }

    static StandaloneCluster start(BuiltJars built, Path folder) {
        return new StandaloneCluster(built, folder);
    }

    /** What is given to {@code --master}. */
    String address() {
        return address;
    }

    /** Brings the cluster to two workers that hold nothing of earlier runs, and gives them. */
    List<Launched> twoWorkers() {
        workers.removeIf(worker -> !worker.process().isAlive());
        while (workers.size() < 2) {
            String name = "worker" + ++started;
            workers.add(built.spark(
                    name,
                    folder,
                    flags(),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "0",
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    folder.resolve(name + "-work").toString(),
                    address));
        }
        Waiting.until(
                "the registration of all workers",
                () -> REGISTERED.matcher(master.errors()).results().count() == started);
        Waiting.until(
                "the end of what earlier runs left", () -> workers.stream().noneMatch(Launched::hasDealt));
        return List.copyOf(workers);
    }

    @Override
    public void close() {
        workers.forEach(Launched::close);
        master.close();
    }

    /** Little memory, and the lines that tell where the master listens and who came. */
    private List<String> flags(String... more) {
        List<String> flags = new ArrayList<>(List.of("-Xmx256m", "-Dlog4j2.configurationFile=" + talkative()));
        flags.addAll(List.of(more));
        return flags;
    }

    private Path talkative() {
        Path file = folder.resolve("talkative.properties");
        try {
            if (!Files.exists(file)) {
                String silent = Files.readString(built.home().resolve("conf/log4j2.properties"));
                Files.writeString(file, silent.replaceAll("rootLogger.level = .*", "rootLogger.level = info"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
