package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.parcours.journey.AsOf;
import io.parcours.journey.Drafts;
import io.parcours.journey.TouchpointPacker;
import io.parcours.map.JourneyMapReader;
import io.parcours.output.OutputException;
import io.parcours.quality.RecordOutcome;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pass over histories and the merging of its parts, without Spark. */
class HistoryPassTest {
    private static final long DAY = 86_400_000_000L;
    private static final String MAP = """
            name: any
            input: {dimensions: [platform], touchpoint_limit: 8}
            stages: [{name: look, events: [A, B]}, {name: buy, events: [C]}]
            funnels:
              - {name: by customer, steps: [A, B, C], window: 2d, breakdown: [channel, platform]}
              - {name: by session, steps: [A, C], unit: session}
            churn: {inactive_after: 6d, calibrate_until: 1970-01-20}
            """;

    @TempDir
    private Path folder;

    private final JourneyPlan plan = JourneyPlan.of(JourneyMapReader.read(MAP, "any.yaml"));
    private final AsOf asOf = AsOf.ofMicros(40 * DAY, plan.map().zone());

    @Test
    void parts_of_any_number_merged_in_any_order_give_the_same_reports_and_outcomes() throws IOException {
        Random random = new Random(23);
        List<Touchpoint> log = randomLog(random);
        PassResult whole = passed(log, 1, random);
        for (int partitions : new int[] {2, 7, 40}) {
            Collections.shuffle(log, random);
            PassResult merged = passed(log, partitions, random);
            List<TableContent<?>> expected =
                    whole.tally().conclude(plan.questions(), Drafts.NONE).tables();
            List<TableContent<?>> reports =
                    merged.tally().conclude(plan.questions(), Drafts.NONE).tables();
            for (int i = 0; i < reports.size(); i++) {
                assertThat(reports.get(i).rows().toString())
                        .as(reports.get(i).table().name())
                        .isEqualTo(expected.get(i).rows().toString());
            }
            assertThat(merged.outcomes().byFile()).isEqualTo(whole.outcomes().byFile());
        }
        assertThat(whole.outcomes().total()).isEqualTo(log.size());
        assertThat(whole.outcomes().count(RecordOutcome.FILTERED)).isPositive();
        assertThat(whole.outcomes().count(RecordOutcome.DUPLICATE)).isPositive();
        assertThat(plan.totals(whole.tally()).touchpoints())
                .isEqualTo(whole.outcomes().count(RecordOutcome.ACCEPTED));
    }

    @Test
    void an_attempt_that_fails_closes_its_files_and_leaves_nothing_under_a_final_name() throws IOException {
        StagedTables staged = staged("failing");
        List<byte[]> blocks = packed(randomLog(new Random(1)), 1).get(0);
        // Touchpoints after as_of never come this far; one that did would be a span of time below nothing.
        AsOf early = AsOf.ofMicros(35 * DAY, plan.map().zone());
        HistoryPass pass = new HistoryPass(plan, early, staged);
        assertThat(catchThrowable(() -> pass.over(blocks.iterator(), new Part(0, 5))))
                .isInstanceOf(IllegalArgumentException.class);
        try (Stream<Path> files = Files.walk(folder.resolve("failing"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allMatch(file -> file.getParent().equals(attempts("failing")));
        }
    }

    @Test
    void two_attempts_of_one_part_do_not_disturb_each_other() throws IOException {
        StagedTables staged = staged("twice");
        List<byte[]> blocks = packed(randomLog(new Random(2)), 1).get(0);
        PassResult first = new HistoryPass(plan, asOf, staged).over(blocks.iterator(), new Part(0, 5));
        PassResult second = new HistoryPass(plan, asOf, staged).over(blocks.iterator(), new Part(0, 6));
        List<PassResult.WrittenFile> files = new ArrayList<>(first.files());
        files.removeIf(file -> plan.draftNames().contains(file.table()));
        files.forEach(staged::accept);
        List<PassResult.WrittenFile> others = new ArrayList<>(second.files());
        others.removeIf(file -> plan.draftNames().contains(file.table()));
        assertThat(others).hasSameSizeAs(files).isNotEmpty();
        for (PassResult.WrittenFile file : others) {
            Path table = folder.resolve("twice").resolve(file.table());
            assertThat(table.resolve("part-00000.parquet"))
                    .hasSameBinaryContentAs(
                            attempts("twice").resolve(file.table() + file.part().attemptName()));
        }
    }

    @Test
    void a_folder_that_a_machine_does_not_see_is_told_as_such() throws IOException {
        StagedTables staged = staged("elsewhere");
        Files.delete(attempts("elsewhere"));
        Part part = new Part(0, 5);
        assertThat(catchThrowable(() -> staged.open(plan.tables().get(0).table(), part)))
                .isInstanceOf(OutputException.class)
                .hasMessageContaining("all machines see under the same name");
        assertThat(catchThrowable(() -> staged.accept(new PassResult.WrittenFile("sessions", part, 1))))
                .isInstanceOf(OutputException.class)
                .hasMessageStartingWith(attempts("elsewhere") + "/sessions_part-00000-5.parquet")
                .hasMessageContaining("all machines see under the same name");
    }

    private PassResult passed(List<Touchpoint> log, int partitions, Random random) throws IOException {
        StagedTables staged = staged("out" + partitions);
        List<PassResult> results = new ArrayList<>();
        List<List<byte[]>> packed = packed(log, partitions);
        for (int number = 0; number < partitions; number++) {
            HistoryPass pass = new HistoryPass(plan, asOf, staged);
            PassResult result = Bytes.read(Bytes.of(pass), HistoryPass.class)
                    .over(packed.get(number).iterator(), new Part(number, number));
            results.add(Bytes.read(Bytes.of(result), PassResult.class));
        }
        Collections.shuffle(results, random);
        PassResult merged = new PassResult(new Tally(plan.questions(), asOf), plan.conditionCount());
        results.forEach(merged::merge);
        return merged;
    }

    private StagedTables staged(String name) throws IOException {
        TreeMap<String, String> folders = new TreeMap<>();
        for (String table : plan.tableNames()) {
            Path location = folder.resolve(name).resolve(table);
            folders.put(table, Files.createDirectories(location).toString());
        }
        String attempts = Files.createDirectories(attempts(name)).toString();
        return new StagedTables(folders, attempts, HadoopSettings.of(new Configuration(false)));
    }

    private Path attempts(String name) {
        return folder.resolve(name).resolve("_attempts");
    }

    private static List<List<byte[]>> packed(List<Touchpoint> log, int partitions) {
        List<List<byte[]>> blocks = new ArrayList<>();
        for (int partition = 0; partition < partitions; partition++) {
            blocks.add(new ArrayList<>());
        }
        TouchpointPacker packer = new TouchpointPacker(
                partitions, (partition, block) -> blocks.get(partition).add(block));
        log.forEach(packer::add);
        packer.finish();
        return blocks;
    }

    private static List<Touchpoint> randomLog(Random random) {
        List<Touchpoint> log = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            int kind = random.nextInt(4);
            log.add(new Touchpoint(
                    "c" + random.nextInt(500),
                    (long) (random.nextDouble() * 40) * DAY + random.nextInt(3) * 1_000_000L,
                    "id" + random.nextInt(2_500),
                    String.valueOf((char) ('A' + kind)),
                    kind == 3 ? null : "channel" + random.nextInt(3),
                    random.nextInt(3) == 0 ? Double.NaN : random.nextInt(1_000) / 100.0,
                    List.of("p" + random.nextInt(2)),
                    "file" + random.nextInt(3)));
        }
        return log;
    }
}
