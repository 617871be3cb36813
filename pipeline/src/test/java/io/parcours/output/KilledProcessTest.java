package io.parcours.output;

import static io.parcours.output.Folders.DAY;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real processes, killed as {@code kill -9} does, and racing for one folder. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KilledProcessTest {
    private static final int KILLS = 6;
    private static final int RACERS = 3;

    @TempDir
    Path folder;

    @Test
    void killedAtAnyMomentItLeavesOneWholeResultAndTheNextRunGoesOn() throws Exception {
        OutputStore store = Folders.local(folder);
        Random random = new Random(20240331);
        int next = 1;
        for (int kill = 0; kill < KILLS; kill++) {
            int published = publishUntilKilled(next, random.nextInt(120));
            assertThat(published).as("the run after a killed one goes on").isGreaterThanOrEqualTo(next);
            for (String table : PublishingProcess.TABLES) {
                assertThat(numbersOf(store, table))
                        .as("a table is whole or away")
                        .hasSizeLessThanOrEqualTo(1);
            }
            assertThat(Publication.recover(store, Duration.ofSeconds(5))).isEmpty();
            Set<String> seen = new TreeSet<>();
            for (String table : PublishingProcess.TABLES) {
                Set<String> numbers = numbersOf(store, table);
                assertThat(numbers).hasSize(1);
                seen.addAll(numbers);
            }
            assertThat(seen).as("all tables of one run").hasSize(1);
            int number = Integer.parseInt(seen.iterator().next());
            assertThat(number).isBetween(published, published + 1);
            assertThat(new PublishedTables(store).manifest(DAY)).contains("manifest of " + number);
            next = number + 1;
        }
        Publication.begin(store, Folders.run(next)).close();
        assertThat(store.folders("")).doesNotContain(OutputPaths.STAGING);
        assertThat(store.files("")).containsExactly(OutputPaths.LOCK);
    }

    @Test
    void ofProcessesThatRaceForAFolderOneGetsIt() throws Exception {
        List<Process> racers = new ArrayList<>();
        try {
            for (int i = 0; i < RACERS; i++) {
                racers.add(PublishingProcess.start(folder.toString(), "once"));
            }
            List<BufferedReader> outputs =
                    racers.stream().map(Process::inputReader).toList();
            for (BufferedReader output : outputs) {
                assertThat(output.readLine()).isEqualTo("ready");
            }
            for (Process racer : racers) {
                sendLine(racer);
            }
            List<String> outcomes = new ArrayList<>();
            for (BufferedReader output : outputs) {
                outcomes.add(output.readLine());
            }
            assertThat(outcomes).containsOnlyOnce("holds");
            assertThat(Collections.frequency(outcomes, "busy")).isEqualTo(RACERS - 1);
            sendLine(racers.get(outcomes.indexOf("holds")));
            assertThat(racers.get(outcomes.indexOf("holds")).waitFor()).isZero();
            Publication.begin(Folders.local(folder), Folders.run(2)).close();
        } finally {
            racers.forEach(Process::destroyForcibly);
        }
    }

    /** Lets a process publish, kills it some time after its first publication, and says which it published last. */
    private int publishUntilKilled(int first, int millis) throws Exception {
        Process process = PublishingProcess.start(folder.toString(), Integer.toString(first));
        try (BufferedReader output = process.inputReader()) {
            String last = output.readLine();
            assertThat(process.waitFor(millis, TimeUnit.MILLISECONDS)).isFalse();
            // By its handle: Process itself would throw away what it has said and we have not read.
            process.toHandle().destroyForcibly();
            process.waitFor();
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                last = line;
            }
            return Integer.parseInt(last);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The numbers of the publications a table's files come from. */
    private static Set<String> numbersOf(OutputStore store, String table) {
        Set<String> numbers = new TreeSet<>();
        String partition = OutputPaths.partition(table, DAY);
        for (String file : store.files(partition)) {
            numbers.add(store.read(partition + "/" + file).orElseThrow().split(" ")[1]);
        }
        return numbers;
    }

    private static void sendLine(Process process) throws IOException {
        OutputStream input = process.getOutputStream();
        input.write('\n');
        input.flush();
    }
}
