package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The notebooks, executed headless: on the sample, and on the smallest map with names that would break a careless figure. */
class NotebooksTest {
    private static final String SCRIPT = "_cart <script>window.pwned=1</script>";
    private static final List<String> STEPS = List.of("$view_{x}$", SCRIPT, "\\alpha $100$");

    @TempDir
    private static Path folder;

    private static Jupyter jupyter;

    @BeforeAll
    static void find() throws IOException, InterruptedException {
        jupyter = Jupyter.orSkip(folder);
    }

    @Test
    void on_the_sample_they_draw_and_print_what_the_tables_say() throws Exception {
        Path output = SampleTwice.output();
        List<Notebook> notebooks = jupyter.notebooks(folder.resolve("sample"), output);
        assertThat(notebooks)
                .hasSize(4)
                .allSatisfy(notebook ->
                        assertThat(notebook.errors()).as(notebook.name()).isEmpty());
        // Figures of 01: records, funnels, paths, transitions, channels; of 02: steps, rates, two breakdowns, trend,
        // times,
        // drop-offs, drivers; of 03: states, back-test, retention, two curves, flow, drivers; of 04: a day after, days,
        // runs.
        assertThat(notebooks).extracting(Notebook::figureCount).containsExactly(5, 8, 7, 3);
        assertThat(notebooks.get(0).printed()).contains("20,742 records read, 20,270 accepted", reached("checkout"));
        assertThat(notebooks.get(1).printed()).contains("the funnels: ", reached("checkout"));
        assertThat(notebooks.get(2).printed()).contains(states());
        assertThat(notebooks.get(3).printed())
                .contains(lost("one_visit", 2) + " in the list, " + lost("one_visit", 2) + " by funnel_steps");
    }

    /** A funnel as the notebooks print it: how many reached each step. */
    private static String reached(String funnel) {
        return funnel + ": "
                + String.join(
                        " > ",
                        values("funnel_steps", "reached_count", "funnel = " + funnel + " and breakdown = all").stream()
                                .map(NotebooksTest::grouped)
                                .toList());
    }

    private static String lost(String funnel, int step) {
        return grouped(values(
                        "funnel_steps",
                        "dropped_count",
                        "funnel = " + funnel + " and breakdown = all and step = " + step)
                .get(0));
    }

    private static String states() {
        return Stream.of("new", "current", "returned", "at_risk", "dormant")
                .map(state ->
                        values("churn_customers", "state", "state = " + state).size() + " " + state)
                .collect(Collectors.joining(", "));
    }

    private static List<String> values(String table, String column, String where) {
        return Outcome.table(table, SampleTwice.output(), "--columns", column, "--where", where)
                .lines()
                .skip(1)
                .toList();
    }

    private static String grouped(String count) {
        return String.format(Locale.ROOT, "%,d", Long.parseLong(count));
    }

    @Test
    void what_the_map_does_not_ask_is_a_sentence_and_names_are_texts() throws Exception {
        Path output = folder.resolve("small reports");
        Outcome run = Outcome.of(
                "run",
                "--map",
                Files.writeString(folder.resolve("map.yaml"), map()).toString(),
                "--input",
                Files.writeString(folder.resolve("log.csv"), log()).toString(),
                "--output",
                output.toString(),
                "--master",
                "local[2]");
        assertThat(run.exitCode()).as(run.err()).isZero();
        List<Notebook> notebooks = jupyter.notebooks(folder.resolve("small"), output);
        assertThat(notebooks).allSatisfy(notebook -> {
            assertThat(notebook.errors()).as(notebook.name()).isEmpty();
            assertThat(notebook.figureCount()).as(notebook.name()).isPositive();
        });
        assertThat(notebooks.get(0).printed())
                .contains("there is no table channel_mix, as the map did not ask for it")
                .contains("$a_b$ <b>: 30 > 20 > 10");
        assertThat(notebooks.get(1).printed()).contains("the funnel $a_b$ <b> has no breakdown in the map");
        assertThat(notebooks.get(1).tables())
                .anySatisfy(table -> assertThat(table).contains("&lt;script&gt;window.pwned=1&lt;/script&gt;"))
                .noneSatisfy(table -> assertThat(table).contains("<script>window"));
    }

    private static String map() {
        String steps = STEPS.stream().map(step -> "'" + step + "'").collect(Collectors.joining(", "));
        return "name: small\nfunnels:\n  - {name: '$a_b$ <b>', steps: [" + steps + "]}\n";
    }

    /** Thirty customers, of whom twenty come to the second step and ten to the third. */
    private static String log() {
        String records = IntStream.range(0, 30)
                .boxed()
                .flatMap(customer -> IntStream.rangeClosed(0, customer / 10)
                        .mapToObj(step -> "c" + customer + ",2024-02-" + (10 + customer % 10) + "T10:0" + step + ":00Z,"
                                + STEPS.get(step)))
                .collect(Collectors.joining("\n"));
        return "customer_id,occurred_at,event\n" + records + "\n";
    }

    @Test
    void the_helper_reads_every_type_from_any_folder() throws Exception {
        Path output = Files.createDirectories(folder.resolve("it's a \"quoted\" [folder]*"));
        ShownTables.write(output, "2024-03-30", ShownTables.HOSTILE);
        ShownTables.write(output, "2024-02-29", ShownTables.HOSTILE.subList(0, 2));
        Jupyter.Ended ended = jupyter.testHelper(folder.resolve("helper"), output);
        assertThat(ended.out()).contains("OK").containsPattern("Ran \\d+ tests");
        assertThat(ended.exitCode()).as(ended.out()).isZero();
    }
}
