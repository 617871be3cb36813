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
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A publication that ends after each single step it takes. Before it: {@code journeys}, {@code paths} and
 * {@code survival} of two days, and what a gate kept of the second. It publishes the second day again, without
 * {@code survival}, with {@code sessions}.
 */
class InterruptedPublicationTest {
    private static final Set<String> FORMER = Set.of("journeys", "paths", "survival");
    private static final Set<String> WRITTEN = Set.of("journeys", "paths", "sessions");

    private static final Set<String> REPLACED = Set.of("paths", "sessions");

    @TempDir
    Path temporary;

    private final SortedMap<String, String> before = before();
    private int folders;

    @ParameterizedTest
    @CsvSource({
        "LOCAL, IN_ONE_STEP, DIES",
        "STORED, IN_ONE_STEP, DIES",
        "MEMORY, IN_ONE_STEP, GOES_ON",
        "MEMORY, FILE_BY_FILE, DIES",
        "MEMORY, FILE_BY_FILE, GOES_ON"
    })
    void afterAnyStepReadersSeeAllOldOrAllNewTablesAndTheNextRunIsClean(Kind kind, Moves moves, Fate fate) {
        SortedMap<String, String> after = published();
        List<Boolean> isNew = new ArrayList<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore store = former(kind);
            hasFailed = publishUntil(new MortalStore(store, moves, fate, steps));
            if (moves == Moves.IN_ONE_STEP) {
                assertEachTableIsWhole(Folders.tree(store), after);
            }
            assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
            SortedMap<String, String> seen = Folders.withoutStaging(Folders.tree(store));
            assertThat(seen).as("after %d steps", steps).isIn(before, after);
            isNew.add(seen.equals(after));
            Publication.begin(store, Folders.run(9)).close();
            assertThat(Folders.tree(store)).isEqualTo(seen);
            assertThat(store.exists(OutputPaths.STAGING)).isFalse();
        }
        assertThat(isNew).isSorted().startsWith(false).endsWith(true);
        assertThat(isNew.indexOf(true))
                .as("the commit comes before the last step")
                .isLessThan(isNew.size() - 5);
    }

    @ParameterizedTest
    @EnumSource
    void aRecoveryMayBeCutOffAnywhereToo(Moves moves) {
        SortedMap<String, String> after = published();
        int cutOffs = 0;
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore dead = former(Kind.MEMORY);
            hasFailed = publishUntil(new MortalStore(dead, moves, Fate.DIES, steps));
            boolean recoveryFailed = dead.exists(OutputPaths.JOURNAL);
            for (int more = 0; recoveryFailed; more++, cutOffs++) {
                OutputStore store = new MemoryStore();
                Folders.copy(Folders.tree(dead), store);
                recoveryFailed = recoverUntil(new MortalStore(store, moves, Fate.DIES, more));
                if (moves == Moves.IN_ONE_STEP) {
                    assertEachTableIsWhole(Folders.tree(store), after);
                }
                assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
                assertThat(Folders.withoutStaging(Folders.tree(store)))
                        .as("after %d and %d steps", steps, more)
                        .isEqualTo(after);
            }
        }
        assertThat(cutOffs).isGreaterThan(100);
    }

    @ParameterizedTest
    @EnumSource
    void aReplacementCutOffAfterAnyStepIsAllOrNothingToo(Moves moves) {
        OutputStore whole = former(Kind.MEMORY);
        Folders.replace(whole, 5, DAY, REPLACED, "new");
        SortedMap<String, String> after = Folders.tree(whole);
        assertThat(Folders.below(after, "journeys")).isEqualTo(Folders.below(before, "journeys"));
        List<Boolean> isNew = new ArrayList<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore store = former(Kind.MEMORY);
            MortalStore mortal = new MortalStore(store, moves, Fate.DIES, steps);
            try {
                Folders.replace(mortal, 5, DAY, REPLACED, "new");
            } catch (OutputException e) {
                assertThat(mortal.hasFailed()).isTrue();
            }
            hasFailed = mortal.hasFailed();
            assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
            SortedMap<String, String> seen = Folders.withoutStaging(Folders.tree(store));
            assertThat(seen).as("after %d steps", steps).isIn(before, after);
            isNew.add(seen.equals(after));
        }
        assertThat(isNew).isSorted().startsWith(false).endsWith(true);
    }

    @Test
    void whereFoldersAreRenamedInOneStepATableIsAwayBetweenTwoStepsOnly() {
        Map<String, Integer> away = new TreeMap<>();
        boolean hasFailed = true;
        for (int steps = 0; hasFailed; steps++) {
            OutputStore store = former(Kind.MEMORY);
            hasFailed = publishUntil(new MortalStore(store, Moves.IN_ONE_STEP, Fate.DIES, steps));
            for (String table : List.of("journeys", "paths")) {
                if (!store.exists(OutputPaths.partition(table, DAY))) {
                    away.merge(table, 1, Integer::sum);
                }
            }
        }
        assertThat(away).isEqualTo(Map.of("journeys", 1, "paths", 1));
    }

    /** A table of either day is the former one, the new one, or away; never a part or a mixture. */
    private void assertEachTableIsWhole(SortedMap<String, String> seen, SortedMap<String, String> after) {
        for (String table : List.of("journeys", "paths", "survival", "sessions")) {
            String today = OutputPaths.partition(table, DAY);
            assertThat(Folders.below(seen, today))
                    .isIn(Folders.below(before, today), Folders.below(after, today), new TreeMap<>());
            String yesterday = OutputPaths.partition(table, DAY_BEFORE);
            assertThat(Folders.below(seen, yesterday)).isEqualTo(Folders.below(before, yesterday));
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
    private static boolean recoverUntil(MortalStore store) {
        try {
            Publication.recover(store, Duration.ZERO);
        } catch (OutputException e) {
            assertThat(store.hasFailed()).isTrue();
        }
        return store.hasFailed();
    }

    private SortedMap<String, String> published() {
        OutputStore store = former(Kind.MEMORY);
        Folders.publish(store, 5, DAY, WRITTEN, "new");
        return Folders.tree(store);
    }

    private OutputStore former(Kind kind) {
        folders++;
        Path folder = temporary.resolve("output-" + folders);
        OutputStore store = kind.open(folder);
        Folders.copy(before, store);
        return store;
    }

    private static SortedMap<String, String> before() {
        OutputStore store = new MemoryStore();
        Folders.publish(store, 1, DAY_BEFORE, FORMER, "of the day before");
        Folders.publish(store, 2, DAY, FORMER, "old");
        Folders.fail(store, 3, DAY, Set.of("quality", "quarantine"), "failed");
        return Folders.tree(store);
    }

    private enum Kind {
        LOCAL,
        STORED,
        MEMORY;

        /** Without waiting for the disk, which tells nothing here and takes most of the time. */
        OutputStore open(Path folder) {
            if (this == MEMORY) {
                return new MemoryStore();
            }
            return MortalStore.immortal(this == LOCAL ? Folders.local(folder) : Folders.stored(folder));
        }
    }
}
