package io.parcours.output;

import static io.parcours.output.Folders.DAY;
import static io.parcours.output.Folders.DAY_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.output.MortalStore.Fate;
import io.parcours.output.MortalStore.Moves;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A folder with three published days, a day of which there is only a failed run, and files of others. The latest day stays.
 */
class PruningTest {
    private static final LocalDate OLDER = LocalDate.of(2024, 2, 29);
    private static final LocalDate FAILED = LocalDate.of(2024, 1, 1);
    private static final Set<String> KNOWN = Set.of("journeys", "paths", "sessions");
    private static final Map<String, String> OF_OTHERS = Map.of(
            "notes/readme.txt", "not ours",
            "exports/as_of=2024-02-29/part-00000.parquet", "a table of somebody else",
            "Exports/as_of=2024-02-29/part-00000.parquet", "no name of a table",
            "paths/readme.txt", "beside the partitions",
            "paths/as_of=today/part-00000.parquet", "no day",
            "_runs/as_of=someday/manifest.json", "no day",
            "_runs/readme.txt", "beside the runs",
            "readme.txt", "at the top");

    @TempDir
    Path temporary;

    private final SortedMap<String, String> before = before();
    private final SortedMap<String, String> after = after();
    private int folders;

    @ParameterizedTest
    @ValueSource(strings = {"LOCAL", "STORED", "MEMORY"})
    void theLatestDaysStayAndWhatIsOfOthers(String kind) {
        OutputStore store = open(kind, before);
        Pruning.Outcome planned = Pruning.plan(store, KNOWN, 1);
        assertThat(Folders.tree(store)).isEqualTo(before);
        Pruning.Outcome outcome = Pruning.prune(store, KNOWN, 1);
        assertThat(outcome).isEqualTo(planned);
        assertThat(outcome.kept()).containsExactly(DAY);
        assertThat(outcome.old())
                .containsExactly(
                        new Pruning.OldDay(FAILED, List.of(), bytes("as_of=2024-01-01")),
                        new Pruning.OldDay(OLDER, List.of("journeys", "visits"), bytes("s/as_of=2024-02-29")),
                        new Pruning.OldDay(DAY_BEFORE, List.of("journeys", "paths"), bytes("as_of=2024-03-30")));
        assertThat(Folders.tree(store)).isEqualTo(after);
        assertThat(store.exists(OutputPaths.STAGING)).isFalse();
        assertThat(Pruning.prune(store, KNOWN, 1).old()).isEmpty();
        assertThat(Folders.tree(store)).isEqualTo(after);
    }

    /** What the files below folders of this day take; the export of somebody else has the day, but is not asked for. */
    private long bytes(String day) {
        return before.entrySet().stream()
                .filter(file -> file.getKey().contains(day) && !OF_OTHERS.containsKey(file.getKey()))
                .mapToLong(file -> file.getValue().length())
                .sum();
    }

    @Test
    void aDayCountsByItsManifestOrByAPartitionOfAnyTable() {
        OutputStore store = new MemoryStore();
        store.write("_runs/as_of=2024-03-01/manifest.json", "a run that chose no tables");
        store.write("paths/as_of=2024-03-02/part-00000.parquet", "runs were deleted by hand");
        store.write("_runs/as_of=2024-03-03/failed/manifest.json", "nothing was published");
        store.write("journeys/as_of=2024-03-04/part-00000.parquet", "x");
        assertThat(days(Pruning.plan(store, KNOWN, 3))).isEmpty();
        assertThat(days(Pruning.plan(store, KNOWN, 2))).containsExactly(LocalDate.of(2024, 3, 1));
        assertThat(days(Pruning.plan(store, KNOWN, 1)))
                .containsExactly(LocalDate.of(2024, 3, 1), LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 3));
        assertThat(Pruning.plan(store, KNOWN, 2).kept())
                .containsExactly(LocalDate.of(2024, 3, 2), LocalDate.of(2024, 3, 4));
        assertThat(Pruning.plan(new MemoryStore(), KNOWN, 1).kept()).isEmpty();
        assertThatThrownBy(() -> Pruning.plan(store, KNOWN, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "LOCAL, IN_ONE_STEP, DIES",
        "STORED, IN_ONE_STEP, DIES",
        "MEMORY, IN_ONE_STEP, GOES_ON",
        "MEMORY, FILE_BY_FILE, DIES",
        "MEMORY, FILE_BY_FILE, GOES_ON"
    })
    void cutOffAfterAnyStepNobodySeesHalfADayAndTheNextCommandGoesOn(String kind, Moves moves, Fate fate) {
        List<Boolean> isPruned = new ArrayList<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore store = open(kind, before);
            MortalStore mortal = new MortalStore(store, moves, fate, steps);
            hasFailed = hasFailed(mortal, () -> Pruning.prune(mortal, KNOWN, 1));
            assertDaysAreWholeOrGone(store);
            assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
            SortedMap<String, String> seen = Folders.withoutStaging(Folders.tree(store));
            assertThat(seen).as("after %d steps", steps).isIn(before, after);
            isPruned.add(seen.equals(after));
            Publication.begin(store, Folders.run(9)).close();
            assertThat(Folders.tree(store)).isEqualTo(seen);
            Pruning.prune(store, KNOWN, 1);
            assertThat(Folders.tree(store)).isEqualTo(after);
            assertThat(store.exists(OutputPaths.STAGING)).isFalse();
        }
        assertThat(isPruned).isSorted().startsWith(false).endsWith(true);
        assertThat(isPruned.indexOf(true))
                .as("the announcement comes before the last step")
                .isLessThan(isPruned.size() - 5);
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesOnMayBeCutOffAnywhereToo(Moves moves) {
        int cutOffs = 0;
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore dead = open("MEMORY", before);
            MortalStore mortal = new MortalStore(dead, moves, Fate.DIES, steps);
            hasFailed = hasFailed(mortal, () -> Pruning.prune(mortal, KNOWN, 1));
            boolean isAnnounced = dead.exists(OutputPaths.PRUNING);
            for (int more = 0; isAnnounced; more++, cutOffs++) {
                OutputStore store = open("MEMORY", Folders.tree(dead));
                MortalStore second = new MortalStore(store, moves, Fate.DIES, more);
                boolean isDead = hasFailed(
                        second, () -> Publication.begin(second, Folders.run(8)).close());
                assertDaysAreWholeOrGone(store);
                Pruning.prune(store, KNOWN, 1);
                assertThat(Folders.tree(store)).isEqualTo(after);
                isAnnounced = isDead;
            }
        }
        assertThat(cutOffs).isGreaterThan(50);
    }

    @Test
    void aRunUnderWayStopsAPruneAndAPublicationCutOffIsFinishedFirst() {
        OutputStore store = open("LOCAL", before);
        try (Publication running = Publication.begin(store, Folders.run(7))) {
            assertThat(running).isNotNull();
            assertThatThrownBy(() -> Pruning.prune(store, KNOWN, 1))
                    .isInstanceOf(OutputBusyException.class)
                    .hasMessageContaining("another run is writing to " + store.location());
        }
        assertThat(Folders.tree(store)).isEqualTo(before);
        LocalDate dayAfter = DAY.plusDays(1);
        for (int steps = 0; !store.exists(OutputPaths.JOURNAL); steps++) {
            MortalStore mortal = new MortalStore(store, Moves.IN_ONE_STEP, Fate.DIES, steps);
            hasFailed(mortal, () -> Folders.publish(mortal, 8, dayAfter, Set.of("paths"), "new"));
        }
        assertThat(Pruning.prune(store, KNOWN, 1).kept()).containsExactly(dayAfter);
        assertThat(Folders.below(Folders.tree(store), "paths/as_of=" + dayAfter))
                .hasSize(2);
        assertThat(store.exists("paths/as_of=" + DAY)).isFalse();
    }

    @Test
    void noLinkIsFollowedOrRemoved() throws IOException {
        Path output = temporary.resolve("output");
        OutputStore store = Folders.local(output);
        Folders.copy(before, store);
        Path elsewhere = Files.createDirectories(temporary.resolve("elsewhere/as_of=2024-02-29"));
        Files.writeString(elsewhere.resolve("precious"), "x");
        Files.createSymbolicLink(output.resolve("sessions"), elsewhere.getParent());
        Files.createSymbolicLink(output.resolve("paths/as_of=2024-02-28"), elsewhere);
        Files.createSymbolicLink(output.resolve("_runs/as_of=2024-02-27"), elsewhere);
        Files.createSymbolicLink(output.resolve("journeys/as_of=2024-03-30/link"), elsewhere);
        assertThat(days(Pruning.prune(store, KNOWN, 1))).containsExactly(FAILED, OLDER, DAY_BEFORE);
        assertThat(elsewhere.resolve("precious")).hasContent("x");
        assertThat(output.resolve("sessions")).isSymbolicLink();
        assertThat(output.resolve("paths/as_of=2024-02-28")).isSymbolicLink();
        assertThat(output.resolve("_runs/as_of=2024-02-27")).isSymbolicLink();
        assertThat(output.resolve("journeys/as_of=2024-03-30")).doesNotExist();
    }

    @Test
    void aDamagedAnnouncementIsNotGuessedAt() {
        for (String text : List.of("", "{", "{\"version\": 7}", "{\"version\": 1, \"days\": [\"..\"]}")) {
            OutputStore store = open("MEMORY", before);
            store.write(OutputPaths.PRUNING, text);
            assertThatThrownBy(() -> Pruning.prune(store, KNOWN, 1))
                    .isInstanceOf(OutputException.class)
                    .hasMessageContaining("_pruning.json")
                    .hasMessageContaining("delete it, and prune again");
            assertThatThrownBy(() -> new PublishedTables(store)).isInstanceOf(OutputException.class);
        }
    }

    /** Every kept day is as it was; every other is shown with all its tables, their files and its manifest, or not at all. */
    private void assertDaysAreWholeOrGone(OutputStore store) {
        SortedMap<String, String> tree = Folders.tree(store);
        after.forEach((file, text) -> assertThat(tree).containsEntry(file, text));
        PublishedTables shown = new PublishedTables(store);
        Map<LocalDate, Set<String>> days =
                Map.of(OLDER, Set.of("journeys", "visits"), DAY_BEFORE, Set.of("journeys", "paths"));
        days.forEach((day, tables) -> {
            boolean isShown = shown.manifest(day).isPresent();
            for (String table : tables) {
                assertThat(shown.days(table).contains(day)).isEqualTo(isShown);
                assertThat(shown.files(table, day)).hasSize(isShown ? 2 : 0);
            }
        });
    }

    private static boolean hasFailed(MortalStore store, Runnable steps) {
        try {
            steps.run();
        } catch (OutputException e) {
            assertThat(store.hasFailed()).isTrue();
        }
        return store.hasFailed();
    }

    private static List<LocalDate> days(Pruning.Outcome outcome) {
        return outcome.old().stream().map(Pruning.OldDay::day).toList();
    }

    private OutputStore open(String kind, SortedMap<String, String> tree) {
        folders++;
        Path folder = temporary.resolve("output-" + folders);
        OutputStore store = switch (kind) {
            case "LOCAL" -> MortalStore.immortal(Folders.local(folder));
            case "STORED" -> MortalStore.immortal(Folders.stored(folder));
            default -> new MemoryStore();
        };
        Folders.copy(tree, store);
        return store;
    }

    private static SortedMap<String, String> before() {
        OutputStore store = new MemoryStore();
        Folders.publish(store, 1, OLDER, Set.of("journeys", "visits"), "older");
        Folders.fail(store, 2, OLDER, Set.of("quality", "quarantine"), "failed");
        Folders.publish(store, 3, DAY_BEFORE, Set.of("journeys", "paths"), "of the day before");
        Folders.publish(store, 4, DAY, Set.of("journeys", "paths"), "latest");
        Folders.fail(store, 5, FAILED, Set.of("quality", "quarantine"), "failed");
        OF_OTHERS.forEach(store::write);
        return Folders.tree(store);
    }

    private SortedMap<String, String> after() {
        SortedMap<String, String> rest = new TreeMap<>(before);
        rest.keySet()
                .removeIf(file -> !OF_OTHERS.containsKey(file)
                        && (file.contains("as_of=" + OLDER)
                                || file.contains("as_of=" + DAY_BEFORE)
                                || file.contains("as_of=" + FAILED)));
        return rest;
    }
}
