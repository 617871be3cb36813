package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parcours.funnel.FunnelStep;
import io.parcours.ingest.CsvRules;
import io.parcours.ingest.TimestampFormat;
import io.parcours.journey.Stage;
import io.parcours.map.JourneyMap;
import io.parcours.map.JourneyMapReader;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InitCommandTest {
    @TempDir
    private Path folder;

    @Test
    void withoutALogItPrintsAMapThatIsSound() throws IOException {
        CommandRun run = CommandRun.of("init");

        assertThat(run.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(checked(run.out(), null).exitCode()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).contains("# ");
    }

    @Test
    void columnsFormatsStagesAndAFunnelAreGuessed() throws IOException {
        StringBuilder log = new StringBuilder("\uFEFFid;Date;userId;EventType;utm_source;Amount;Device Class\n");
        for (int i = 0; i < 200; i++) {
            String event = List.of("home", "product_view", "product_view", "add_to_cart", "purchase", "Zurück")
                    .get(i % 6);
            log.append(1000 + i)
                    .append(';')
                    .append(String.format(Locale.ROOT, "%02d/12/2023 9:%02d", 1 + i % 28, i % 60))
                    .append(";u")
                    .append(i % 17)
                    .append(';')
                    .append(event)
                    .append(";web;")
                    .append(i % 6 == 4 ? "12,50" : "")
                    .append(i % 2 == 0 ? ";phone\n" : ";desktop\n");
        }
        Path file = folder.resolve("log.csv");
        Files.write(file, log.toString().replace("\uFEFF", "").getBytes(Charset.forName("windows-1252")));

        String drafted = draft(file);
        JourneyMap map = JourneyMapReader.read(drafted, "map.yaml");

        assertThat(map.input().columns())
                .isEqualTo(Map.of(
                        "customer_id", "userId",
                        "occurred_at", "Date",
                        "event", "EventType",
                        "channel", "utm_source",
                        "value", "Amount",
                        "event_id", "id",
                        "device_class", "Device Class"));
        assertThat(map.input().dimensions()).containsExactly("device_class");
        assertThat(map.input().timestampFormat()).isEqualTo(TimestampFormat.ofPattern("d/M/yyyy H:mm"));
        assertThat(map.input().csv()).isEqualTo(new CsvRules(';', true, "windows-1252", ','));
        assertThat(map.journey().stages())
                .extracting(Stage::name)
                .containsExactly("discovery", "consideration", "intent", "purchase");
        assertThat(map.funnels().get(0).steps())
                .extracting(FunnelStep::name)
                .containsExactly("home", "product_view", "add_to_cart", "purchase");
        assertThat(drafted).contains("#   product_view  67\n", "#   Zurück  33\n");
        assertThat(checked(drafted, file).out()).contains("records     of 200: 200 accepted, 0 filtered, 0 rejected");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024-03-01T10:00:00Z|iso",
                "2024-03-01 10:00:00.123456+02:00|iso",
                "2024-03-01|iso",
                "1709287200|epoch_seconds",
                "1709287200123|epoch_millis",
                "31/01/2024 10:00:00|d/M/yyyy H:mm:ss",
                "01/31/2024 10:00|M/d/yyyy H:mm",
                "31.01.2024|d.M.yyyy",
                "2024/01/31 23:59:59|yyyy/M/d H:mm:ss",
                "20240131|yyyyMMdd",
                "Jan 31, 2024 3:04:05 pm|MMM d, yyyy h:mm:ss a",
            })
    void theFormatOfTimesIsGuessed(String stamp, String format) throws IOException {
        Path file = write("log.csv", "who,occurred,event\n" + ("u1,\"" + stamp + "\",view\n").repeat(5));

        String drafted = draft(file);

        assertThat(drafted).contains("timestamp_format: \"" + format + "\"");
        assertThat(checked(drafted, file).out()).contains("of 5: 5 accepted");
    }

    @Test
    void aLogWithoutHeaderIsReadByPosition() throws IOException {
        Path file = write(
                "log.csv", "u1,2024-01-01 10:00:00,view\nu1,2024-01-02 10:00:00,buy\nu2,2024-01-01 10:00:00,view\n");

        JourneyMap map = JourneyMapReader.read(draft(file), "map.yaml");

        assertThat(map.input().csv().hasHeader()).isFalse();
        assertThat(map.input().sourceColumn("occurred_at")).isEqualTo("c2");
        assertThat(List.of(map.input().sourceColumn("customer_id"), map.input().sourceColumn("event")))
                .containsExactlyInAnyOrder("c1", "c3");
    }

    @Test
    void ofAHeaderAloneColumnsAreGuessedByName() throws IOException {
        Path file = write("log.csv", "when,User ID,amount,activity\n");

        String drafted = draft(file);

        assertThat(drafted)
                .contains("customer_id: \"User ID\"\n", "occurred_at: \"when\"\n", "event: \"activity\"\n")
                .doesNotContain("correct this");
    }

    @Test
    void unknownEventsAreOrderedAsCustomersMeetThem() throws IOException {
        Path file = write(
                "log.csv",
                "case,timestamp,activity\n1,2024-01-01,Alpha\n1,2024-01-02,Beta\n1,2024-01-03,Gamma\n2,2024-01-04,Alpha\n"
                        + "2,2024-01-05,Gamma\n2,2024-01-06,Gamma\n");

        assertThat(JourneyMapReader.read(draft(file), "map.yaml")
                        .funnels()
                        .get(0)
                        .steps())
                .extracting(FunnelStep::name)
                .containsExactly("Alpha", "Beta", "Gamma");
    }

    @Test
    void jsonLinesAreReadToo() throws IOException {
        Path file = write("log.json", """
                {"user": {"id": "u1"}, "ts": 1709287200123, "event": "view", "odd": null}
                {"user": {"id": "u2"}, "ts": 1709287200999, "event": "purchase"}
                {"user": {"id": "u1"}, "ts": 1709287300999, "event": "purchase"}
                """);

        String drafted = draft(file);

        assertThat(drafted).contains("customer_id: \"user.id\"", "timestamp_format: \"epoch_millis\"");
        assertThat(checked(drafted, file).out()).contains("of 3: 3 accepted");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ecom/ecom.csv",
                "traffic_fines/touchpoints.csv",
                "patients/touchpoints.csv",
                "cdnow/touchpoints.csv",
                "snowplow_paths/touchpoints.csv"
            })
    void thePublicLogsAreDraftedWithoutARejectedRecord(String name) throws IOException {
        Path file = Path.of(System.getProperty("parcours.data")).resolve(name);
        assumeTrue(Files.exists(file), file + " is absent");

        assertThat(checked(draft(file), file).out()).contains(" accepted, 0 filtered, 0 rejected");
    }

    @Test
    void whateverTheLogIsTheDraftedMapIsSoundAndFitsIt() throws IOException {
        List<String> words = List.of(
                "",
                "event",
                "user",
                "ts",
                "not",
                "channel",
                "a\"\"b",
                "é",
                "x: y",
                "# c",
                "{",
                "2024-01-01",
                "1,5",
                "7",
                "\\",
                "all",
                "stage",
                "\u0001",
                "event",
                " padded ",
                "null",
                "yes",
                "- x",
                "'q'",
                "😀",
                "user.id",
                "%");
        int nameless = 0;
        for (int trial = 0; trial < 60; trial++) {
            Random random = new Random(trial);
            int columns = 1 + random.nextInt(6);
            StringBuilder log = new StringBuilder();
            for (int row = random.nextInt(2); row < random.nextInt(30); row++) {
                List<String> fields = new ArrayList<>();
                for (int column = 0; column < columns; column++) {
                    fields.add("\"" + words.get(random.nextInt(words.size())) + "\"");
                }
                log.append(String.join(random.nextBoolean() || row > 0 ? "," : ";", fields))
                        .append('\n');
            }
            Path file = write("log" + trial + ".csv", log.toString());
            CommandRun init = CommandRun.of("init", "--from", file.toString());
            if (init.exitCode() == ExitCode.INPUT_CONTRACT) {
                assertThat(init.errors()).contains("give the columns ");
                nameless++;
            } else {
                CommandRun check = checked(init.out(), file);
                assertThat(check.exitCode())
                        .as("%s%n%s%n%s", check.errors(), init.out(), log)
                        .isEqualTo(ExitCode.OK);
            }
        }
        assertThat(nameless).isLessThan(15);
    }

    @Test
    void nothingToReadBreaksTheInputContract() {
        CommandRun run =
                CommandRun.of("init", "--from", folder.resolve("none.csv").toString());

        assertThat(run.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(run.out()).isEmpty();
        assertThat(run.errors().lines()).singleElement().asString().contains("nothing to read");
    }

    private String draft(Path log) {
        CommandRun run = CommandRun.of("init", "--from", log.toString());
        assertThat(run.exitCode()).as(run.errors()).isEqualTo(ExitCode.OK);
        return run.out();
    }

    private CommandRun checked(String map, Path log) throws IOException {
        String file = write("drafted.yaml", map).toString();
        CommandRun run = log == null
                ? CommandRun.of("check", "--map", file)
                : CommandRun.of("check", "--map", file, "--input", log.toString());
        assertThat(run.exitCode()).as(run.errors() + map).isEqualTo(ExitCode.OK);
        return run;
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
