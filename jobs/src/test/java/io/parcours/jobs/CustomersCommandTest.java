package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Attributes and segments through the command line. */
class CustomersCommandTest {
    private static final String MAP = """
            name: shop
            stages: [{name: look, events: [view]}, {name: buy, events: [buy]}]
            funnels: [{name: f, steps: [view, {name: pro buy, events: [buy], where: "plan = 'pro'"}], breakdown: [plan, segment]}]
            customers: {file: customers.csv, columns: {customer_id: id}, attributes: [plan, since]}
            segments:
              - {name: old, where: "since < '2020'"}
              - {name: buyer, where: "conversions > 0"}
            segment_match: all
            retention: {breakdown: [segment, plan]}
            quality: {max_rejected_share: 0.2}
            """;

    @TempDir
    private Path folder;

    @Test
    void a_run_and_an_analysis_of_it_know_the_attributes() throws IOException {
        Files.writeString(folder.resolve("map.yaml"), MAP);
        Files.writeString(
                folder.resolve("customers.csv"), "id,plan,since\na,pro,2019\nb,free,2021\nz,pro,2018\nb,free,2021\n");
        Files.writeString(
                folder.resolve("log.csv"),
                "customer_id,occurred_at,event\na,2024-01-01,view\na,2024-01-02,buy\nb,2024-01-01,view\nb,2024-01-03,buy\n"
                        + "c,2024-01-03,view\n");
        CommandRun run = CommandRun.of(
                "run",
                "--map",
                in("map.yaml"),
                "--input",
                in("log.csv"),
                "--output",
                in("out"),
                "--master",
                "local[1]");
        assertThat(run.exitCode()).as(run.errors()).isZero();
        assertThat(run.out()).contains("read      9 records: ", "1 duplicate, ", "found     3 customers, ");
        assertThat(show("touchpoints", "--columns", "customer_id,event,plan,since", "--sort", "customer_id"))
                .isEqualTo("""
                        customer_id,event,plan,since
                        a,view,pro,2019
                        a,buy,pro,2019
                        b,view,free,2021
                        b,buy,free,2021
                        c,view,,
                        """);
        assertThat(show("segments", "--columns", "segment,customer_count,overlap_count,journey_count,converted_count"))
                .isEqualTo("""
                        segment,customer_count,overlap_count,journey_count,converted_count
                        old,1,1,1,1
                        buyer,1,1,1,1
                        (none),2,0,2,0
                        """);
        String funnel = show(
                "funnel_steps",
                "--where",
                "funnel = f and step = 2 and breakdown = segment",
                "--columns",
                "breakdown_value,reached_count,dropped_count,in_progress_count");
        assertThat(funnel).startsWith("breakdown_value,reached_count").contains("old + buyer,1,0,0");
        assertThat(show(
                        "quality",
                        "--where",
                        "source_file = customers.csv",
                        "--columns",
                        "outcome,reason,record_count"))
                .isEqualTo("""
                        outcome,reason,record_count
                        accepted,,2
                        duplicate,,1
                        filtered,NO_TOUCHPOINTS,1
                        """);
        String cohorts = show("retention_cohorts", "--columns", "breakdown,breakdown_value,cohort,eligible_count");
        assertThat(cohorts).isEqualTo("""
                breakdown,breakdown_value,cohort,eligible_count
                all,all,2024-01,3
                segment,(none),2024-01,2
                segment,old + buyer,2024-01,1
                plan,(none),2024-01,1
                plan,free,2024-01,1
                plan,pro,2024-01,1
                """);

        String touchpoints = show("touchpoints");
        CommandRun analysis = CommandRun.of("analyze", "--map", in("map.yaml"), "--output", in("out"));
        assertThat(analysis.exitCode()).as(analysis.errors()).isZero();
        assertThat(show("touchpoints")).isEqualTo(touchpoints);
        assertThat(show("retention_cohorts", "--columns", "breakdown,breakdown_value,cohort,eligible_count"))
                .isEqualTo(cohorts);
        Files.writeString(
                folder.resolve("map.yaml"), MAP.replace("{customer_id: id}", "{customer_id: id, since: plan}"));
        CommandRun other = CommandRun.of("analyze", "--map", in("map.yaml"), "--output", in("out"));
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.errors()).contains("customers", "use parcours run");
    }

    @Test
    void a_table_that_is_not_there_or_lacks_a_column_is_one_line() throws IOException {
        Files.writeString(folder.resolve("map.yaml"), MAP);
        Files.writeString(folder.resolve("log.csv"), "customer_id,occurred_at,event\na,2024-01-01,view\n");
        Files.writeString(folder.resolve("other.csv"), "id,plan\na,pro\n");
        String[] run = {"run", "--map", in("map.yaml"), "--input", in("log.csv"), "--output", in("out")};
        CommandRun absent = CommandRun.of(run);
        assertThat(absent.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(absent.errors()).contains("nothing to read at " + in("customers.csv"));
        CommandRun lacking = CommandRun.of("check", "--map", in("map.yaml"), "--customers", in("other.csv"));
        assertThat(lacking.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(lacking.errors())
                .contains(
                        "other.csv has no column since",
                        "its columns are id, plan",
                        "set customers: columns: {since: ...}");
        Files.writeString(folder.resolve("customers.csv"), "");
        for (CommandRun empty : List.of(
                CommandRun.of(run), CommandRun.of("check", "--map", in("map.yaml"), "--input", in("log.csv")))) {
            assertThat(empty.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
            assertThat(empty.errors())
                    .contains("customers.csv is empty: it has no columns; customers are read from id, plan, since");
        }
        Files.writeString(folder.resolve("map.yaml"), MAP.replace("file: customers.csv, ", ""));
        CommandRun nowhere = CommandRun.of(run);
        assertThat(nowhere.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(nowhere.errors()).contains("--customers PATH");
    }

    private String show(String... arguments) {
        String[] all = new String[arguments.length + 5];
        all[0] = "show";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        System.arraycopy(new String[] {"--output", in("out"), "--format", "csv"}, 0, all, arguments.length + 1, 4);
        CommandRun run = CommandRun.of(all);
        assertThat(run.exitCode()).as(run.errors()).isZero();
        return run.out();
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }
}
