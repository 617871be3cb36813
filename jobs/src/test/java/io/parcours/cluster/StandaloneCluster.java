package io.parcours.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spark's own cluster manager on loopback: a master, and workers of one core each that may be killed. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern ADDRESS = Pattern.compile("Starting Spark master at (spark://[0-9.:]+)");
    private static final Pattern REGISTERED = Pattern.compile("Registering worker \\S+");

    /** One machine by two names: between hosts of one name Spark takes a short cut, and makes no copies of tasks. */
    private static final List<String> HOSTS = List.of("127.0.0.1", "localhost");

    private final BuiltJars built;
    private final Path folder;
    private final Launched master;
    private final String address;
    private final Map<Launched, String> hosts = new LinkedHashMap<>();
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
        hosts.keySet().removeIf(worker -> !worker.process().isAlive());
        while (hosts.size() < HOSTS.size()) {
            String name = "worker" + ++started;
            Launched worker = built.spark(
                    name,
                    folder,
                    flags(),
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    freeHost(),
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
                    address);
            hosts.put(worker, freeHost());
        }
        Waiting.until(
                "the registration of all workers",
                // A worker that has to wait for its answer asks again.
                () -> REGISTERED
                                .matcher(master.errors())
                                .results()
                                .map(MatchResult::group)
                                .distinct()
                                .count()
                        == started);
        Waiting.until(
                "the end of what earlier runs left",
                () -> hosts.keySet().stream().noneMatch(Launched::hasDealt));
        return List.copyOf(hosts.keySet());
    }

    @Override
    public void close() {
        hosts.keySet().forEach(Launched::close);
        master.close();
    }

    private String freeHost() {
        return HOSTS.stream()
                .filter(host -> !hosts.containsValue(host))
                .findFirst()
                .orElseThrow();
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
