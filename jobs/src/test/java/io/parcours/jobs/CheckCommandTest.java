package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void aSoundMapIsToldInAFewLines() throws IOException {
        Path map = write("map.yaml", """
                name: shop
                stages:
                  - {name: look, events: view}
                  - {name: buy, events: purchase}
                funnels:
                  - {name: main, steps: [view, cart, purchase], window: 36h, breakdown: channel}
                churn: {activity: {events: purchase}, inactive_after: 60d}
                """);

        CommandRun run = CommandRun.of("check", "--map", map.toString());

        assertThat(run.errors()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo("""
                        map         shop
                        input       customer_id from customer_id, occurred_at from occurred_at, event from event
                        sessions    end after 30m without a touchpoint
                        journeys    end after 90d without a touchpoint
                        stages      look > buy
                        funnel      main: view > cart > purchase, within 36h, per customer, by channel
                        funnel      lifecycle: look > buy, without a time limit, per customer, by channel
                        conversion  purchase
                        churn       dormant after 60d without purchase; periods of 7d
                        retention   by calendar month; active in it
                        gate        stops a run with more than 1 % of its records rejected
                        defaults    timezone UTC, session_gap 30m, journey_gap 90d, retention, quality
                        """);
    }

    @Test
    void everyProblemOfAWrongMapIsALineOnStderr() throws IOException {
        Path map = write("map.yaml", "name: shop\nsession_gap: 30\nfunels: []\n");

        CommandRun run = CommandRun.of("check", "--map", map.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors().lines())
                .containsExactly(
                        map
                                + ":2: session_gap: a duration needs a unit (legal: a whole number and s, m, h or d, such as"
                                + " 30m or 14d)",
                        map + ":3: funels: unknown key; did you mean funnels? (legal: name, timezone, input,"
                                + " customers, session_gap, journey_gap, stages, conversion, funnels, retention,"
                                + " churn, inventory, channels, handover_window, channel_breakdown, surveys, themes,"
                                + " friction, attribution, costs, triggers, expected, segments, segment_match, quality, tables)");
    }

    @Test
    void aMissingMapIsAUsageError() {
        Path map = folder.resolve("none.yaml");

        CommandRun run = CommandRun.of("check", "--map", map.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(run.errors()).isEqualTo(map + ": there is no such file\n");
    }

    @Test
    void aLogIsHeldAgainstTheMap() throws IOException {
        Path map = write(
                "map.yaml",
                "name: shop\ninput: {columns: {customer_id: user, occurred_at: ts, value: amount}, where: event <> 'bot'}\n"
                        + "funnels: [{name: main, steps: [view, cart, purchase]}]\nquality: {max_rejected_share: 0.3}\n");
        Path log = write("log.csv", """
                user,ts,event,amount
                u1,2024-01-01 10:00:00,view,
                u1,2024-01-01 10:01:00,help,
                u1,2024-01-01 10:02:00,purchase,5
                u1,2024-01-01 10:03:00,help,
                u1,yesterday,view,
                u2,2024-01-01 10:00:00,view,much
                secret-id,2024-01-01 10:00:00,,
                u3,2024-01-01 10:00:00,bot,
                """);

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", log.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out().substring(run.out().indexOf("log  "))).isEqualTo("""
                        log         1 file
                        columns     user, ts, event, amount
                        records     of 8: 4 accepted, 1 filtered, 3 rejected
                                    1 MISSING_EVENT, such as: event is missing or blank
                                    1 BAD_TIMESTAMP, such as: ts is 'yesterday', not an ISO date or date and time
                                    1 BAD_VALUE, such as: amount is 'much', not a finite number
                        not named   events that the map does not name: help (2)
                        """);
        assertThat(run.errors().lines())
                .containsExactly(
                        "parcours: warning: 3 of 8 records are rejected, more than quality.max_rejected_share allows;"
                                + " a run would stop",
                        "parcours: warning: the map names events that do not occur in these records: cart");
        assertThat(run.out() + run.errors()).doesNotContain("secret-id");
    }

    @Test
    void everyRuleOfAFunnelIsToldAndTheEventsItExcludesAreLookedForInTheLog() throws IOException {
        Path map = write("map.yaml", """
                name: shop
                funnels:
                  - name: main
                    order: strict
                    steps: [view, {events: cart, within: 2h}, purchase]
                    exclude: [{events: [chat, call], between: [view, purchase]}]
                """);
        Path log = write("log.csv", """
                customer_id,occurred_at,event
                u1,2024-01-01 10:00:00,view
                u1,2024-01-01 10:01:00,cart
                u1,2024-01-01 10:02:00,call
                u1,2024-01-01 10:03:00,purchase
                """);

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", log.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out())
                .contains("funnel      main: view > cart (within 2h) > purchase, nothing else between, without a time"
                        + " limit, per customer\n"
                        + "            chat or call between view and purchase breaks a chain\n")
                .doesNotContain("not named");
        assertThat(run.errors())
                .isEqualTo("parcours: warning: the map names events that do not occur in these records: chat\n");
    }

    @Test
    void channelsThatTheLogDoesNotHaveAreToldWhereverTheMapNamesThem() throws IOException {
        Path map = write("map.yaml", """
                name: shop
                stages: [{name: look, events: view, channels: [web, wbe]}]
                funnels: [{name: main, steps: [view, {events: view, channels: stoer}]}]
                channels: {web: online, store: offline, "(none)": online, catalog: offline}
                """);
        Path log = write("log.csv", """
                customer_id,occurred_at,event,channel
                u1,2024-01-01 10:00:00,view,web
                u1,2024-01-01 10:01:00,view,store
                u1,2024-01-01 10:02:00,view,
                """);

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", log.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.errors())
                .isEqualTo("parcours: warning: the map names channels that do not occur in these records: wbe, stoer,"
                        + " catalog\n");
    }

    @Test
    void aMissingColumnBreaksTheInputContract() throws IOException {
        Path map = write(
                "map.yaml",
                "name: shop\ninput: {columns: {customer_id: usr}}\nfunnels: [{name: main, steps: [view]}]\n");
        Path log = write("log.csv", "user,occurred_at,event\nu1,2024-01-01,view\n");

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", log.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(run.errors().lines())
                .singleElement()
                .asString()
                .contains("log.csv has no column usr", "did you mean user?");
    }

    @Test
    void aColumnMissingInOneFileOfManyIsFound() throws IOException {
        Path map = write("map.yaml", "name: shop\nfunnels: [{name: main, steps: [view]}]\n");
        Files.createDirectory(folder.resolve("log"));
        write("log/a.csv", "customer_id,occurred_at,event\n" + "u1,2024-01-01,view\n".repeat(11_000));
        write("log/b.csv", "customer_id,occurred_at,evnt\nu1,2024-01-01,view\n");

        CommandRun run = CommandRun.of(
                "check",
                "--map",
                map.toString(),
                "--input",
                folder.resolve("log").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(run.errors()).contains("b.csv has no column event");
    }

    @Test
    void nothingToReadBreaksTheInputContract() throws IOException {
        Path map = write("map.yaml", "name: shop\nfunnels: [{name: main, steps: [view]}]\n");

        CommandRun run = CommandRun.of(
                "check",
                "--map",
                map.toString(),
                "--input",
                folder.resolve("none*.csv").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(run.errors().lines()).singleElement().asString().contains("nothing to read");
    }

    @Test
    void aFileSystemWhoseConnectorIsMissingBreaksTheInputContract() throws IOException {
        Path map = write("map.yaml", "name: shop\nfunnels: [{name: main, steps: [view]}]\n");

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", "s3a://bucket/log");

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(run.errors().lines())
                .singleElement()
                .asString()
                .contains("cannot read s3a://bucket/log", "S3AFileSystem", "put the jar of that file system");
    }

    @Test
    void aLogWithoutRecordsIsNoError() throws IOException {
        Path map = write("map.yaml", "name: shop\nfunnels: [{name: main, steps: [view]}]\n");
        Path log = write("log.csv", "customer_id,occurred_at,event\n");

        CommandRun run = CommandRun.of("check", "--map", map.toString(), "--input", log.toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.errors())
                .isEqualTo("parcours: warning: there are no records in the log; all tables would be empty\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
