package io.parcours.jobs;

import static java.nio.file.StandardWatchEventKinds.ENTRY_CREATE;
import static java.nio.file.StandardWatchEventKinds.ENTRY_DELETE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.jobs.Installation.Started;
import io.parcours.run.JourneyRun;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher's archives of classes make starts faster, and nothing else: whatever is wrong with them is not seen. */
class LauncherArchiveTest {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Map<String, String> PLAIN = Map.of();

    @TempDir
    private static Path folder;

    private static Installation installation;
    private static Path quick;
    private static Path saved;

    @BeforeAll
    static void makeArchivesAfterOneMakerWasKilled() throws Exception {
        installation = Installation.in(folder.resolve("parcours"));
        Files.createDirectories(installation.archives());
        assertThat(installation.start(PLAIN, "--version").exitCode()).isZero();
        await(() -> !makingFolders().isEmpty() && !rehearsals().isEmpty());
        rehearsals().forEach(LauncherArchiveTest::kill);
        assertThat(makingFolders()).isNotEmpty();
        assertThat(installation.start(Map.of("PARCOURS_ARCHIVE", "off"), "--version"))
                .satisfies(LauncherArchiveTest::isSound);
        for (Path left : makingFolders()) {
            Files.setLastModifiedTime(left, FileTime.from(Instant.EPOCH));
        }

        Started first = installation.start(PLAIN, "--version");
        isSound(first);
        assertThat(first.tookFromArchive(Parcours.class)).isFalse();
        await(() -> isThere("engine") && isThere("quick") && makingFolders().isEmpty());
        quick = installation.archive("quick");
        saved = folder.resolve("saved");
        Files.copy(quick, saved, StandardCopyOption.COPY_ATTRIBUTES);
        // Whoever finds no archive now leaves the making to this one, which is never done.
        String key = quick.getFileName().toString().replaceAll("^quick-|\\.\\d+$", "");
        Files.createDirectory(installation.archives().resolve("making-" + key + ".fake"));
    }

    @AfterAll
    static void unlink() throws IOException {
        installation.unlink();
    }

    @AfterEach
    void putBack() throws IOException {
        Files.deleteIfExists(quick);
        Files.copy(saved, quick, StandardCopyOption.COPY_ATTRIBUTES);
    }

    @Test
    void commands_take_their_classes_from_the_archive_of_their_kind() throws Exception {
        Started version = installation.start(PLAIN, "--version");
        isSound(version);
        assertThat(version.tookFromArchive(Parcours.class)).isTrue();

        Path log = Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\na,2024-01-01,view\n");
        Path map = Files.writeString(folder.resolve("map.yaml"), "name: s\nfunnels: [{name: f, steps: [view]}]\n");
        Started run = installation.start(
                PLAIN,
                "run",
                "--map",
                map.toString(),
                "--input",
                log.toString(),
                "--output",
                folder.resolve("out").toString());
        assertThat(run.exitCode()).as(run.err()).isZero();
        assertThat(run.err().lines()).allMatch(line -> line.startsWith("parcours: "));
        assertThat(run.tookFromArchive(JourneyRun.class)).isTrue();
    }

    @Test
    void an_archive_that_was_cut_off_damaged_or_emptied_is_not_seen() throws Exception {
        long size = Files.size(quick);
        makeWritable(quick);
        try (FileChannel channel = FileChannel.open(quick, StandardOpenOption.WRITE)) {
            channel.truncate(size / 3);
        }
        beOfTheBuild(quick);
        Started cut = installation.start(PLAIN, "--version");
        isSound(cut);
        assertThat(cut.tookFromArchive(Parcours.class)).isFalse();

        putBack();
        makeWritable(quick);
        byte[] bytes = Files.readAllBytes(quick);
        for (int i = bytes.length / 2; i < bytes.length / 2 + 4096; i++) {
            bytes[i] ^= 0x55;
        }
        Files.write(quick, bytes);
        beOfTheBuild(quick);
        isSound(installation.start(PLAIN, "--version"));

        Files.write(quick, new byte[bytes.length]);
        beOfTheBuild(quick);
        isSound(installation.start(PLAIN, "--version"));
    }

    @Test
    void an_archive_of_another_build_is_not_used() throws Exception {
        FileTime built = Files.getLastModifiedTime(installation.jar());
        try {
            // Older or newer: a release unpacked over another one keeps the time of its build.
            for (Duration away : List.of(Duration.ofHours(-1), Duration.ofHours(1))) {
                Files.setLastModifiedTime(
                        installation.jar(), FileTime.from(built.toInstant().plus(away)));
                Started started = installation.start(PLAIN, "--version");
                isSound(started);
                assertThat(started.tookFromArchive(Parcours.class)).isFalse();
            }
        } finally {
            Files.setLastModifiedTime(installation.jar(), built);
        }
    }

    @Test
    void archives_can_be_turned_off_and_give_way_to_the_users_own() throws Exception {
        Started off = installation.start(Map.of("PARCOURS_ARCHIVE", "off"), "--version");
        isSound(off);
        assertThat(off.tookFromArchive(Parcours.class)).isFalse();
        isSound(installation.start(Map.of("JAVA_OPTS", "", "PARCOURS_JAVA_OPTS", "-Xshare:auto"), "--version"));
        isSound(installation.start(Map.of("PARCOURS_HEAP", "40g"), "--version"));
    }

    @Test
    void where_the_build_cannot_be_written_archives_lie_in_the_users_cache() throws Exception {
        Path cache = Files.createDirectories(folder.resolve("cache/parcours"));
        Path aside = folder.resolve("archives-aside");
        Files.move(installation.archives(), aside);
        // A file in the place of the folder: nothing can be written there, whoever the tests run as.
        Files.createFile(installation.archives());
        try {
            isSound(installation.start(PLAIN, "--version"));
            Files.copy(saved, cache.resolve(quick.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            Started started = installation.start(
                    Map.of("XDG_CACHE_HOME", cache.getParent().toString()), "--version");
            isSound(started);
            assertThat(started.tookFromArchive(Parcours.class)).isTrue();
        } finally {
            Files.delete(installation.archives());
            Files.move(aside, installation.archives());
        }
    }

    @Test
    void a_java_that_can_make_no_archive_is_not_asked_again_that_day() throws Exception {
        Files.delete(quick);
        String name = quick.getFileName().toString();
        Path none = installation.archives().resolve(name.substring(0, name.lastIndexOf('.')) + ".0");
        Files.createFile(none);
        beOfTheBuild(none);
        try {
            isSound(installation.start(PLAIN, "--version"));
        } finally {
            Files.delete(none);
        }
    }

    private static void isSound(Started started) {
        assertThat(started.err()).isEmpty();
        assertThat(started.exitCode()).isZero();
        assertThat(started.out()).startsWith("parcours ");
    }

    private static void makeWritable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, Set.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE));
    }

    private static void beOfTheBuild(Path file) throws IOException {
        Files.setLastModifiedTime(file, Files.getLastModifiedTime(installation.jar()));
    }

    private static boolean isThere(String kind) {
        return !inArchives(kind + "-").isEmpty();
    }

    private static List<Path> makingFolders() {
        return inArchives("making-");
    }

    private static List<Path> inArchives(String prefix) {
        try (Stream<Path> files = Files.list(installation.archives())) {
            return files.filter(file -> file.getFileName().toString().startsWith(prefix))
                    .toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The launcher that makes archives of this installation, once it has started a JVM, and that JVM. */
    private static List<ProcessHandle> rehearsals() {
        String launcher = installation.launcher().toString();
        // The command line of the JVM itself is too long to be told.
        return ProcessHandle.allProcesses()
                .filter(process ->
                        process.info().arguments().stream().flatMap(Stream::of).anyMatch(launcher::equals))
                .flatMap(maker -> maker.children()
                        .filter(child -> child.info()
                                .command()
                                .filter(command -> command.endsWith("/java"))
                                .isPresent())
                        .flatMap(jvm -> Stream.of(maker, jvm)))
                .toList();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Looks again whenever something happens among the archives, or a while has passed. */
    private static void await(BooleanSupplier condition) throws IOException, InterruptedException {
        Instant deadline = Instant.now().plus(PATIENCE);
        try (WatchService watch = folder.getFileSystem().newWatchService()) {
            installation.archives().register(watch, ENTRY_CREATE, ENTRY_DELETE);
            while (!condition.getAsBoolean()) {
                assertThat(Instant.now()).isBefore(deadline);
                var key = watch.poll(200, TimeUnit.MILLISECONDS);
                if (key != null) {
                    key.pollEvents();
                    key.reset();
                }
            }
        }
    }
}
