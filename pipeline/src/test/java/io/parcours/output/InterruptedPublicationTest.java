package io.parcours.output;

import static io.parcours.output.Folders.DAY;
import static io.parcours.output.Folders.DAY_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.output.MortalStore.Fate;
import io.parcours.output.MortalStore.Moves;
import java.nio.file.Path;
import java.time.Duration;
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

/**
 * A publication that ends after each single step it takes. Before it: {@code journeys}, {@code paths} and
 * {@code survival} of two days, and what a gate kept of the second. It publishes the second day again, without
 * {@code survival}, with {@code sessions}.
 */
class InterruptedPublicationTest {
    private static final Set<String> FORMER = Set.of("journeys", "paths", "survival");
    private static final Set<String> WRITTEN = Set.of("journeys", "paths", "sessions");

    @TempDir
    Path temporary;

    private int folders;

    @ParameterizedTest
    @CsvSource({
        "local, IN_ONE_STEP, DIES",
        "local, IN_ONE_STEP, GOES_ON",
        "local, FILE_BY_FILE, DIES",
        "local, FILE_BY_FILE, GOES_ON",
        "stored, IN_ONE_STEP, DIES",
        "stored, IN_ONE_STEP, GOES_ON"
    })
    void afterAnyStepReadersSeeAllOldOrAllNewTablesAndTheNextRunIsClean(String scheme, Moves moves, Fate fate) {
        SortedMap<String, String> before = Folders.tree(former(scheme));
        SortedMap<String, String> after = Folders.tree(published(scheme));
        List<Boolean> isNew = new ArrayList<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            Path folder = former(scheme);
            hasFailed = publishUntil(new MortalStore(open(scheme, folder), moves, fate, steps));
            if (moves == Moves.IN_ONE_STEP) {
                assertEachTableIsWhole(Folders.tree(folder), before, after);
            }
            assertThat(Publication.recover(open(scheme, folder), Duration.ZERO)).isEmpty();
            SortedMap<String, String> seen = Folders.withoutStaging(Folders.tree(folder));
            assertThat(seen).as("after %d steps", steps).isIn(before, after);
            isNew.add(seen.equals(after));
            Publication.begin(open(scheme, folder), Folders.run(9)).close();
            assertThat(Folders.tree(folder)).isEqualTo(seen);
            assertThat(folder.resolve("_staging")).doesNotExist();
        }
        assertThat(isNew).isSorted().startsWith(false).endsWith(true);
        assertThat(isNew.indexOf(true)).as("the commit comes before the last step").isLessThan(isNew.size() - 5);
    }

    @ParameterizedTest
    @CsvSource({"IN_ONE_STEP", "FILE_BY_FILE"})
    void aRecoveryMayBeCutOffAnywhereToo(Moves moves) {
        SortedMap<String, String> before = Folders.tree(former("local"));
        SortedMap<String, String> after = Folders.tree(published("local"));
        int committed = stepsToCommit(moves, after);
        boolean hasFailed = true;
        for (int steps = committed; hasFailed; steps++) {
            Path dead = former("local");
            hasFailed = publishUntil(new MortalStore(open("local", dead), moves, Fate.DIES, steps));
            boolean recoveryFailed = hasFailed && Folders.tree(dead).containsKey("_publication.json");
            for (int more = 0; recoveryFailed; more++) {
                Path folder = newFolder();
                Folders.copy(dead, folder);
                MortalStore second = new MortalStore(open("local", folder), moves, Fate.DIES, more);
                recoverUntil(second);
                recoveryFailed = second.hasFailed();
                if (moves == Moves.IN_ONE_STEP) {
                    assertEachTableIsWhole(Folders.tree(folder), before, after);
                }
                assertThat(Publication.recover(open("local", folder), Duration.ZERO))
                        .isEmpty();
                assertThat(Folders.withoutStaging(Folders.tree(folder)))
                        .as("after %d and %d steps", steps, more)
                        .isEqualTo(after);
            }
        }
    }

    @Test
    void whereFoldersAreRenamedInOneStepATableIsAwayForTwoStepsAtMost() {
        SortedMap<String, String> after = Folders.tree(published("local"));
        Map<String, Integer> away = new TreeMap<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            Path folder = former("local");
            hasFailed =
                    publishUntil(new MortalStore(open("local", folder), Moves.IN_ONE_STEP, Fate.DIES, steps));
            SortedMap<String, String> tree = Folders.tree(folder);
            for (String table : List.of("journeys", "paths")) {
                if (Folders.below(tree, OutputPaths.partition(table, DAY)).isEmpty()) {
                    away.merge(table, 1, Integer::sum);
                }
            }
        }
        assertThat(after).isNotEmpty();
        assertThat(away).isEqualTo(Map.of("journeys", 1, "paths", 1));
    }

    /** A table of either day is the former one, the new one, or away; never a part or a mixture. */
    private static void assertEachTableIsWhole(
            SortedMap<String, String> seen, SortedMap<String, String> before, SortedMap<String, String> after) {
        for (String table : List.of("journeys", "paths", "survival", "sessions")) {
            String today = OutputPaths.partition(table, DAY);
            assertThat(Folders.below(seen, today))
                    .isIn(Folders.below(before, today), Folders.below(after, today), new TreeMap<>());
            String yesterday = OutputPaths.partition(table, DAY_BEFORE);
            assertThat(Folders.below(seen, yesterday)).isEqualTo(Folders.below(before, yesterday));
        }
    }

    private int stepsToCommit(Moves moves, SortedMap<String, String> after) {
        int steps = 0;
        while (true) {
            Path folder = former("local");
            publishUntil(new MortalStore(open("local", folder), moves, Fate.DIES, steps));
            Publication.recover(open("local", folder), Duration.ZERO);
            if (Folders.withoutStaging(Folders.tree(folder)).equals(after)) {
                return steps;
            }
            steps++;
        }
    }

    /** Publishes, or fails to. */
    private static boolean publishUntil(MortalStore store) {
        try {
            Folders.publish(store, 5, DAY, WRITTEN, "new");
        } catch (OutputException e) {
            assertThat(store.hasFailed()).isTrue();
        }
        return store.hasFailed();
    }

    /** Recovers, or fails to. */
    private static void recoverUntil(MortalStore store) {
        try {
            Publication.recover(store, Duration.ZERO);
        } catch (OutputException e) {
            assertThat(store.hasFailed()).isTrue();
        }
    }

    private Path former(String scheme) {
        Path folder = newFolder();
        OutputStore store = open(scheme, folder);
        Folders.publish(store, 1, DAY_BEFORE, FORMER, "of the day before");
        Folders.publish(store, 2, DAY, FORMER, "old");
        Folders.fail(store, 3, DAY, Set.of("quality", "quarantine"), "failed");
        return folder;
    }

    private Path published(String scheme) {
        Path folder = former(scheme);
        Folders.publish(open(scheme, folder), 5, DAY, WRITTEN, "new");
        return folder;
    }

    /** Without waiting for the disk, which tells nothing here and takes most of the time. */
    private static OutputStore open(String scheme, Path folder) {
        OutputStore store = scheme.equals("local")
                ? Folders.local(folder)
                : OutputStore.open("stored:" + folder, StoredFileSystem::configuration);
        return MortalStore.immortal(store, Moves.IN_ONE_STEP);
    }

    private Path newFolder() {
        folders++;
        return temporary.resolve("output-" + folders);
    }
}
