package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Published figures of public logs, through the command: fines, a hospital, a shop's purchases. */
class PublicLogsRunTest {
    @TempDir
    private Path folder;

    @Test
    void most_fines_are_paid_before_the_later_steps() throws IOException {
        // eventdataR's traffic fines (MIT, Hasselt University).
        Path output = run("traffic_fines/touchpoints.csv", """
                name: fines
                input: {columns: {occurred_at: timestamp}}
                funnels:
                  - name: closed
                    steps: &steps [Create Fine, Send Fine, Insert Fine Notification, Add penalty, Payment]
                  - {name: 90 days, steps: *steps, window: 90d}
                """);
        assertThat(column(output, "reached_count", "funnel = closed"))
                .containsExactly("10000", "6570", "4635", "4635", "1142");
        // 4,910 payments of 4,626 fines.
        assertThat(column(output, "open_count", "funnel = closed")).endsWith("4626");
        assertThat(column(output, "reached_count", "funnel = '90 days'"))
                .containsExactly("10000", "2600", "1175", "0", "0");
    }

    @Test
    void a_journey_may_be_a_hospital_stay() throws IOException {
        // eventdataR's patients (MIT, Hasselt University).
        Path output = run("patients/touchpoints.csv", """
                name: patients
                input: {columns: {occurred_at: timestamp}}
                funnels:
                  - name: stay
                    steps:
                      - Registration
                      - Triage and Assessment
                      - {name: imaging, events: [X-Ray, MRI SCAN]}
                      - Discuss Results
                      - Check-out
                """);
        assertThat(column(output, "reached_count", "funnel = stay")).containsExactly("500", "500", "497", "495", "492");
    }

    @Test
    void recency_and_frequency_of_every_cdnow_customer_are_the_published_ones() throws IOException {
        // P. S. Fader, B. G. S. Hardie, the CDNOW sample; figures as lifetimes' BG/NBD takes them, in weeks.
        Path output = run("cdnow/touchpoints.csv", """
                name: cdnow
                input: {columns: {occurred_at: timestamp}}
                churn: {activity: {events: purchase}, period: 7d}
                funnels: [{name: repeat, steps: [purchase, purchase]}]
                """, "--as-of", "1997-09-30");
        Map<String, String[]> published = new HashMap<>();
        List<String> expected = Files.readAllLines(Outcome.publicLog("cdnow/expected_bgnbd_per_customer.csv"));
        for (String line : expected.subList(1, expected.size())) {
            String[] fields = line.split(",");
            published.put(fields[0], fields);
        }
        List<String> customers = Outcome.table(
                        "churn_customers", output, "--columns", "customer_id,frequency,recency,age")
                .lines()
                .skip(1)
                .toList();
        assertThat(customers).hasSize(2357);
        for (String line : customers) {
            String[] ours = line.split(",");
            String[] theirs = published.get(ours[0].replaceFirst("^0+", ""));
            assertThat(Double.parseDouble(ours[1])).as(line).isEqualTo(Double.parseDouble(theirs[1]));
            assertThat(Double.parseDouble(ours[2])).as(line).isCloseTo(Double.parseDouble(theirs[2]), within(1e-6));
            assertThat(Double.parseDouble(ours[3])).as(line).isCloseTo(Double.parseDouble(theirs[3]), within(1e-6));
        }
        // 28 % of the records lie after as_of; the gate does not mind.
        assertThat(Outcome.table("quality", output)).contains("after_as_of");
    }

    private Path run(String log, String map, String... more) throws IOException {
        Path input = Outcome.publicLog(log);
        Path mapFile = Files.writeString(folder.resolve("map.yaml"), map);
        Path output = folder.resolve("out");
        String[] arguments = new String[9 + more.length];
        System.arraycopy(
                new String[] {
                    "run",
                    "--map",
                    mapFile.toString(),
                    "--input",
                    input.toString(),
                    "--output",
                    output.toString(),
                    "--master",
                    "local[2]"
                },
                0,
                arguments,
                0,
                9);
        System.arraycopy(more, 0, arguments, 9, more.length);
        Outcome outcome = Outcome.of(arguments);
        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        return output;
    }

    private static List<String> column(Path output, String column, String where) {
        return Outcome.table("funnel_steps", output, "--columns", column, "--where", where)
                .lines()
                .skip(1)
                .toList();
    }
}
