package io.parcours.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutputStoreTest {
    @TempDir
    Path folder;

    private OutputStore store(String kind) {
        return kind.equals("local") ? Folders.local(folder) : Folders.stored(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void everyStoreDoesTheSame(String kind) {
        OutputStore store = store(kind);
        store.write("a/b/one.txt", "É");
        store.write("a/b/two.txt", "2");
        store.createFolders("a/c/d");
        assertThat(store.read("a/b/one.txt")).contains("É");
        assertThat(store.read("a/b/none.txt")).isEmpty();
        assertThat(store.files("a/b")).containsExactly("one.txt", "two.txt");
        assertThat(store.folders("a")).containsExactly("b", "c");
        assertThat(store.files("nowhere")).isEmpty();
        assertThat(store.folders("nowhere")).isEmpty();
        store.move("a/b", "x/y");
        assertThat(store.exists("a/b")).isFalse();
        store.move("x/y/two.txt", "x/y/one.txt");
        assertThat(Folders.tree(store)).containsOnlyKeys("x/y/one.txt").containsValue("2");
        store.setAside("x/y", "aside/y");
        assertThat(store.exists("x/y")).isFalse();
        store.delete("nowhere");
        store.delete("aside");
        store.delete("x");
        assertThat(store.folders("")).containsExactly("a");
        store.sync("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"local", "stored"})
    void aFolderIsNeverMovedIntoOrOverAnother(String kind) {
        OutputStore store = store(kind);
        store.write("new/file", "new");
        store.write("old/file", "old");
        assertThatThrownBy(() -> store.move("new", "old")).isInstanceOf(OutputException.class);
        assertThatThrownBy(() -> store.move("none", "other")).isInstanceOf(OutputException.class);
        assertThat(Folders.tree(store)).containsEntry("old/file", "old").containsEntry("new/file", "new");
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/..", "a/../../b", "/etc", "a//b", ".", "a\\b", "a b", "a\nb", "a/", "a:b", "ä"})
    void noPathLeavesTheFolder(String path) {
        for (String kind : new String[] {"local", "stored"}) {
            assertThatThrownBy(() -> store(kind).read(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store(kind).delete(path)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> store(kind).child(path)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"../paths", "Paths", "_staging", "paths/x", "", "as_of=2024-03-31", "pa ths", "pathı"})
    void aTableIsNamedInSnakeCase(String table) {
        assertThatThrownBy(() -> OutputPaths.partition(table, Folders.DAY))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PublishedTables(store("local")).days(table))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void deletingFollowsNoLink() throws IOException {
        Path precious = Files.createDirectories(folder.resolve("precious"));
        Files.writeString(precious.resolve("file"), "x");
        OutputStore store = Folders.local(folder.resolve("out"));
        store.createFolders("a");
        Files.createSymbolicLink(folder.resolve("out/a/link"), precious);
        store.delete("a");
        assertThat(store.exists("a")).isFalse();
        assertThat(precious.resolve("file")).hasContent("x");
    }

    @Test
    void plainPathsAndFileLocationsAreLocal() {
        assertThat(Folders.local(folder).location()).isEqualTo(folder.toString());
        for (String prefix : new String[] {"file:", "file://", "FILE://localhost"}) {
            OutputStore store = OutputStore.open(prefix + folder + "/a%20b c", StoredFileSystem::configuration);
            assertThat(store).isInstanceOf(LocalOutputStore.class);
            assertThat(store.location()).isEqualTo(folder + "/a%20b c");
        }
        assertThat(OutputStore.open("a:b", StoredFileSystem::configuration)).isInstanceOf(LocalOutputStore.class);
        assertThat(Folders.stored(folder).child("paths/x")).isEqualTo("stored:" + folder + "/paths/x");
        assertThatThrownBy(() -> OutputStore.open("file://elsewhere/x", StoredFileSystem::configuration))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutputStore.open(" ", StoredFileSystem::configuration))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> OutputStore.open("unknown://x/y", StoredFileSystem::configuration))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("unknown");
    }

    @Test
    void readersSeeDaysAndFilesButNothingHidden() {
        OutputStore store = store("local");
        store.write("paths/as_of=2024-03-31/part-00000.parquet", "x");
        store.write("paths/as_of=2024-03-31/_SUCCESS", "");
        store.write("paths/as_of=2024-02-30/part-00000.parquet", "no such day");
        store.write("paths/as_of=today/part-00000.parquet", "x");
        store.write("Not-a-table/as_of=2024-03-31/part-00000.parquet", "x");
        store.createFolders("journeys");
        PublishedTables tables = new PublishedTables(store);
        assertThat(tables.names()).containsExactly("paths");
        assertThat(tables.days("paths")).containsExactly(Folders.DAY);
        assertThat(tables.latestDay("paths")).contains(Folders.DAY);
        assertThat(tables.latestDay("journeys")).isEmpty();
        assertThat(tables.files("paths", Folders.DAY))
                .containsExactly(folder + "/paths/as_of=2024-03-31/part-00000.parquet");
        assertThat(tables.files("paths", Folders.DAY_BEFORE)).isEmpty();
        assertThat(tables.manifest(Folders.DAY)).isEmpty();
    }
}
