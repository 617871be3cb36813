package io.parcours.output;

import static io.parcours.output.Folders.DAY;
import static io.parcours.output.Folders.DAY_BEFORE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PublicationTest {
    @TempDir
    Path folder;

    private OutputStore store(String kind) {
        return kind.equals("local") ? Folders.local(folder) : Folders.stored(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void tablesManifestAndRecordLieWhereTheLayoutSays(String kind) {
        Folders.publish(store(kind), 1, DAY, Set.of("paths"), "x");
        SortedMap<String, String> tree = Folders.tree(store(kind));
        assertThat(tree)
                .containsOnlyKeys(
                        "paths/as_of=2024-03-31/part-00000.parquet",
                        "paths/as_of=2024-03-31/part-00001.parquet",
                        "_runs/as_of=2024-03-31/manifest.json",
                        "_runs/as_of=2024-03-31/publication.json")
                .containsEntry("_runs/as_of=2024-03-31/manifest.json", "manifest of x")
                .containsEntry("paths/as_of=2024-03-31/part-00001.parquet", "paths x too");
        assertThat(store(kind).exists(OutputPaths.STAGING)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void aRerunReplacesExactlyItsOwnDay(String kind) {
        OutputStore store = store(kind);
        Folders.publish(store, 1, DAY_BEFORE, Set.of("paths", "journeys"), "before");
        Folders.publish(store, 2, DAY, Set.of("paths", "journeys"), "old");
        SortedMap<String, String> before = Folders.tree(store);
        Folders.publish(store, 3, DAY, Set.of("paths"), "new");
        SortedMap<String, String> after = Folders.tree(store);
        for (String table : Set.of("paths", "journeys")) {
            String untouched = OutputPaths.partition(table, DAY_BEFORE);
            assertThat(Folders.below(after, untouched)).isEqualTo(Folders.below(before, untouched));
        }
        assertThat(after).containsEntry("paths/as_of=2024-03-31/part-00000.parquet", "paths new");
        PublishedTables tables = new PublishedTables(store);
        assertThat(tables.days("journeys")).containsExactly(DAY_BEFORE);
        assertThat(tables.days("paths")).containsExactly(DAY_BEFORE, DAY);
        assertThat(tables.manifest(DAY)).contains("manifest of new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void aReplacementLeavesTheOtherTablesOfItsDayAndTheNextRunRemovesThemAll(String kind) {
        OutputStore store = store(kind);
        Folders.publish(store, 1, DAY_BEFORE, Set.of("paths", "journeys"), "before");
        Folders.publish(store, 2, DAY, Set.of("paths", "journeys", "quality"), "old");
        Folders.fail(store, 3, DAY, Set.of("quality"), "bad");
        SortedMap<String, String> before = Folders.tree(store);
        Folders.replace(store, 4, DAY, Set.of("paths", "survival"), "new");
        SortedMap<String, String> expected = new TreeMap<>(before);
        for (String table : Set.of("paths", "survival")) {
            expected.put(table + "/as_of=2024-03-31/part-00000.parquet", table + " new");
            expected.put(table + "/as_of=2024-03-31/part-00001.parquet", table + " new too");
        }
        expected.put("_runs/as_of=2024-03-31/manifest.json", "manifest of new");
        SortedMap<String, String> after = Folders.tree(store);
        String record = after.put(OutputPaths.record(DAY), before.get(OutputPaths.record(DAY)));
        assertThat(after).isEqualTo(expected);
        assertThat(Journal.parse(record, "record").all()).containsOnlyKeys("paths", "journeys", "quality", "survival");

        Folders.publish(store, 5, DAY, Set.of("sessions"), "newer");
        PublishedTables tables = new PublishedTables(store);
        for (String table : Set.of("paths", "journeys", "quality", "survival")) {
            assertThat(tables.days(table)).as(table).doesNotContain(DAY);
        }
        assertThat(tables.days("paths")).containsExactly(DAY_BEFORE);
    }

    @Test
    void fewerFilesLeaveNoStaleOnes() {
        OutputStore store = store("local");
        Folders.publish(store, 1, DAY, Set.of("paths"), "old");
        try (Publication publication = Publication.begin(store, Folders.run(2))) {
            publication.staging("paths");
            store.write(OutputPaths.staged(Folders.run(2), "paths") + "/part-00000.parquet", "no rows");
            publication.publish(DAY, Set.of("paths"), "{}");
        }
        assertThat(Folders.below(Folders.tree(store), "paths"))
                .isEqualTo(Map.of("paths/as_of=2024-03-31/part-00000.parquet", "no rows"));
    }

    @Test
    void foldersParcoursDidNotPublishAreLeftAlone() {
        OutputStore store = store("local");
        store.write("of_others/as_of=2024-03-31/data.parquet", "precious");
        Folders.publish(store, 1, DAY, Set.of("paths"), "x");
        Folders.publish(store, 2, DAY, Set.of("journeys"), "y");
        assertThat(Folders.tree(store))
                .containsEntry("of_others/as_of=2024-03-31/data.parquet", "precious")
                .doesNotContainKey("paths/as_of=2024-03-31/part-00000.parquet");
    }

    @Test
    void whatAFailedAttemptLeftInStagingIsNotPublished() {
        OutputStore store = store("local");
        try (Publication publication = Publication.begin(store, Folders.run(1))) {
            Path staging = Path.of(publication.staging("paths"));
            String staged = OutputPaths.staged(Folders.run(1), "paths");
            assertThat(staging).isEqualTo(folder.toAbsolutePath().resolve(staged));
            store.write(staged + "/part-00000.parquet", "whole");
            store.write(staged + "/_part-00001.parquet", "ha");
            store.write(staged + "/.part-00000.parquet.crc", "sum");
            store.write(staged + "/_temporary/0/part-00002.parquet", "h");
            assertThat(Path.of(publication.attempts())).isDirectory().hasParent(staging.getParent());
            store.write(OutputPaths.attempts(Folders.run(1)) + "/part-00003.parquet", "h");
            publication.publish(DAY, Set.of("paths"), "{}");
        }
        assertThat(Folders.below(Folders.tree(store), "paths"))
                .containsOnlyKeys("paths/as_of=2024-03-31/part-00000.parquet");
        assertThat(store.folders(OutputPaths.STAGING)).isEmpty();
    }

    @Test
    void aTableWithoutAFileStopsThePublicationBeforeAnythingIsTouched() {
        OutputStore store = store("local");
        Folders.publish(store, 1, DAY, Set.of("journeys", "paths"), "old");
        SortedMap<String, String> before = Folders.tree(store);
        try (Publication publication = Publication.begin(store, Folders.run(2))) {
            Folders.stage(store, 2, Set.of("journeys"), "new");
            publication.staging("paths");
            assertThatThrownBy(() -> publication.publish(DAY, Set.of("journeys", "paths"), "{}"))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("paths");
        }
        assertThat(Folders.tree(store)).isEqualTo(before);
    }

    @Test
    void whatTheGateStoppedIsKeptBesideThePublishedTablesUntilTheDaySucceeds() {
        OutputStore store = store("local");
        Folders.publish(store, 1, DAY, Set.of("quality", "paths"), "good");
        SortedMap<String, String> good = Folders.tree(store);
        Folders.fail(store, 2, DAY, Set.of("quality", "quarantine"), "bad");
        Folders.fail(store, 3, DAY, Set.of("quality"), "worse");
        SortedMap<String, String> failed = Folders.below(Folders.tree(store), "_runs/as_of=2024-03-31/failed");
        assertThat(failed)
                .containsOnlyKeys(
                        "_runs/as_of=2024-03-31/failed/manifest.json",
                        "_runs/as_of=2024-03-31/failed/quality/as_of=2024-03-31/part-00000.parquet",
                        "_runs/as_of=2024-03-31/failed/quality/as_of=2024-03-31/part-00001.parquet")
                .containsEntry(
                        "_runs/as_of=2024-03-31/failed/quality/as_of=2024-03-31/part-00000.parquet", "quality worse");
        assertThat(Folders.tree(store)).containsAllEntriesOf(good).hasSize(good.size() + failed.size());
        Folders.publish(store, 4, DAY, Set.of("quality", "paths"), "better");
        assertThat(store.exists(OutputPaths.failed(DAY))).isFalse();
    }

    @Test
    void aRunThatEndsWithoutPublishingLeavesNothing() {
        OutputStore store = store("local");
        Publication publication = Publication.begin(store, Folders.run(1));
        Folders.stage(store, 1, Set.of("paths"), "x");
        publication.close();
        publication.close();
        assertThat(Folders.tree(store)).isEmpty();
    }

    @Test
    void theNextRunClearsWhatADeadOneStaged() {
        OutputStore store = store("local");
        Folders.stage(store, 1, Set.of("paths"), "of a dead run");
        try (Publication publication = Publication.begin(store, Folders.run(2))) {
            assertThat(Folders.tree(store)).isEmpty();
            assertThat(publication.staging("paths")).contains(Folders.run(2).value());
        }
    }

    @Test
    void aRunPublishesOnce() {
        OutputStore store = store("local");
        try (Publication publication = Publication.begin(store, Folders.run(1))) {
            Folders.stage(store, 1, Set.of("paths"), "x");
            publication.publish(DAY, Set.of("paths"), "{}");
            assertThatThrownBy(() -> publication.publish(DAY, Set.of("paths"), "{}"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void aSecondRunIsToldAtOnceWhoHoldsWhichFolder(String kind) {
        OutputStore store = store(kind);
        try (Publication first = Publication.begin(store, Folders.run(1))) {
            assertThat(first.staging("paths")).isNotBlank();
            for (int attempt = 0; attempt < 2; attempt++) {
                assertThatThrownBy(() -> Publication.begin(store(kind), Folders.run(2)))
                        .isInstanceOf(OutputBusyException.class)
                        .hasMessageContainingAll(
                                folder.toString(), Folders.run(1).value())
                        .hasMessageNotContaining("\n");
            }
            assertThat(store.exists(OutputPaths.staging(Folders.run(1)))).isTrue();
        }
        Publication.begin(store, Folders.run(3)).close();
    }

    @Test
    void elsewhereTheLockOfAKilledRunIsTakenAwayByHand() {
        OutputStore store = store("stored");
        OutputStore.Lock abandoned = store.lock("run of the dead");
        assertThatThrownBy(() -> Publication.begin(store, Folders.run(2)))
                .isInstanceOf(OutputBusyException.class)
                .hasMessageContaining("if it was killed, delete stored:" + folder + "/_lock");
        store.delete(OutputPaths.LOCK);
        try (Publication second = Publication.begin(store, Folders.run(3))) {
            abandoned.close();
            assertThat(store.exists(OutputPaths.LOCK))
                    .as("not its own lock any more")
                    .isTrue();
            assertThat(second.staging("paths")).isNotBlank();
        }
    }

    @Test
    void aReaderWaitsForAPublicationUnderWayAndSaysWhenItWaitsNoLonger() {
        OutputStore store = store("local");
        Folders.publish(store, 1, DAY, Set.of("paths"), "x");
        try (OutputStore.Lock lock = store.lock("run of another")) {
            assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
            store.write(OutputPaths.JOURNAL, "under way");
            assertThat(Publication.recover(store, Duration.ZERO))
                    .hasValueSatisfying(warning -> assertThat(warning)
                            .startsWith("a publication to " + folder + " is not finished")
                            .contains("run of another"));
            Thread publisher = new Thread(() -> store.delete(OutputPaths.JOURNAL));
            publisher.start();
            assertThat(Publication.recover(store, Duration.ofMinutes(1))).isEmpty();
            assertThat(lock).isNotNull();
        }
    }

    @Test
    void aReaderOfAFolderThatIsNotThereCreatesNothing() {
        OutputStore store = Folders.local(folder.resolve("nowhere"));
        assertThat(Publication.recover(store, Duration.ZERO)).isEmpty();
        assertThat(new PublishedTables(store).names()).isEmpty();
        assertThat(folder.resolve("nowhere")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nonsense",
                "{}",
                "{\"version\":2}",
                "{\"version\":1,\"run\":\"../..\",\"as_of\":\"2024-03-31\",\"tables\":{},\"removed\":[]}",
                "{\"version\":1,\"run\":\"20240401T000000001Z-00000001\",\"as_of\":\"2024-03-31\",\"tables\":{},\"removed\":[\"../paths\"]}",
                "{\"version\":1,\"run\":\"20240401T000000001Z-00000001\",\"as_of\":\"2024-03-31\",\"tables\":{\"paths\":[\"../x\"]},\"removed\":[]}",
                "{\"version\":1,\"run\":\"20240401T000000001Z-00000001\",\"as_of\":\"2024-03-31\",\"tables\":{},\"removed\":[\"paths\"]}"
            })
    void aJournalThatCannotBeFollowedStopsEverythingWithAWayOut(String journal) {
        OutputStore store = store("local");
        Folders.publish(store, 1, DAY, Set.of("paths"), "x");
        store.write(OutputPaths.JOURNAL, journal);
        SortedMap<String, String> before = Folders.tree(store);
        Optional<String> warning = Publication.recover(store, Duration.ofDays(1));
        assertThat(warning).hasValueSatisfying(text -> assertThat(text).contains("delete"));
        assertThatThrownBy(() -> Publication.begin(store, Folders.run(2)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("_publication.json");
        assertThat(Folders.tree(store)).isEqualTo(before);
        store.delete(OutputPaths.JOURNAL);
        Publication.begin(store, Folders.run(3)).close();
    }

    @Test
    void aFileInTheWayIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("results"), "x");
        assertThatThrownBy(() -> Publication.begin(Folders.local(file), Folders.run(1)))
                .isInstanceOf(OutputException.class)
                .hasMessage("cannot create the folder " + file + ": a file of that name is in the way");
    }
}
