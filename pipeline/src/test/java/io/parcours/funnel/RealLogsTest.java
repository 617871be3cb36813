package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Touchpoint;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Funnels over public logs; the expected figures come with those logs (expected.json). */
class RealLogsTest {

    @Test
    void patientsReachTheirCheckOut() throws IOException {
        Log log = Log.read("patients/touchpoints.csv", 0, 3, 1);
        List<TableContent<?>> report = log.ask(
                null, "Registration", "Triage and Assessment", "X-Ray|MRI SCAN", "Discuss Results", "Check-out");
        List<FunnelStepsRow> rows = LetterFunnel.steps(report);

        assertThat(LetterFunnel.reached(rows)).containsExactly(500, 500, 497, 495, 492);
        assertThat(rows).extracting(FunnelStepsRow::open).containsExactly(500L, 500L, 497L, 495L, 492L);
        assertThat(rows)
                .extracting(row -> row.timesFromPrevious().median())
                .containsExactly(null, 86587.5, 169560.0, 38123.0, 32498.5);
        assertThat(rows.get(2).timesFromPrevious().mean()).isEqualTo(255758.801, within(0.001));
        assertThat(nextEvents(report, 3)).isEqualTo(Map.of("(nothing)", 2L, "Blood test", 1L));
        assertThat(nextEvents(report, 4)).isEqualTo(Map.of("(nothing)", 2L));
        assertThat(nextEvents(report, 5)).isEqualTo(Map.of("(nothing)", 3L));
    }

    @Test
    void mostFinesArePaidBeforeTheLaterSteps() throws IOException {
        List<TableContent<?>> report = fines(null);
        List<FunnelStepsRow> rows = LetterFunnel.steps(report);

        assertThat(LetterFunnel.reached(rows)).containsExactly(10_000, 6570, 4635, 4635, 1142);
        assertThat(rows).extracting(FunnelStepsRow::open).containsExactly(10_000L, 6570L, 4635L, 4635L, 4626L);
        assertThat(rows).extracting(FunnelStepsRow::dropped).containsExactly(0L, 3430L, 1935L, 0L, 3493L);
        assertThat(rows)
                .extracting(row -> row.timesFromPrevious().median())
                .containsExactly(null, 8812800.0, 1123200.0, 5184000.0, 15033600.0);
        assertThat(nextEvents(report, 2)).isEqualTo(Map.of("Payment", 3430L));
        assertThat(nextEvents(report, 3))
                .isEqualTo(Map.of("(nothing)", 1893L, "Payment", 41L, "Insert Date Appeal to Prefecture", 1L));
        assertThat(nextEvents(report, 5))
                .isEqualTo(Map.of(
                        "Send for Credit Collection", 3288L,
                        "Send Appeal to Prefecture", 162L,
                        "Insert Date Appeal to Prefecture", 30L,
                        "Receive Result Appeal from Prefecture", 12L,
                        "Notify Result Appeal to Offender", 1L));
    }

    @Test
    void noFineGetsFarInNinetyDays() throws IOException {
        List<FunnelStepsRow> rows = LetterFunnel.steps(fines(Duration.ofDays(90)));

        assertThat(LetterFunnel.reached(rows)).containsExactly(10_000, 2600, 1175, 0, 0);
        assertThat(rows.get(4).fromPrevious()).isEqualTo(Rate.NONE);
        assertThat(rows.get(0).open() - rows.get(4).open()).isEqualTo(5374);
    }

    @Test
    void shoppersReachTheirPurchase() throws IOException {
        Log log = Log.read("ecom/ecom.csv", 0, 2, 3);
        String[] steps = {"product_view", "add_to_cart", "cart", "shipping_details", "payment_details", "purchase"};
        List<FunnelStepsRow> closed = LetterFunnel.steps(log.ask(null, steps));

        assertThat(log.size()).isEqualTo(31_076);
        assertThat(LetterFunnel.reached(closed)).containsExactly(598, 517, 429, 329, 222, 114);
        assertThat(closed).extracting(FunnelStepsRow::open).containsExactly(598L, 522L, 489L, 441L, 390L, 328L);
        // The latest of the best starts; the earliest would give 1,875,507 seconds.
        assertThat(closed.get(1).timesFromPrevious().median()).isEqualTo(311);
        assertThat(LetterFunnel.reached(LetterFunnel.steps(log.ask(Duration.ofMinutes(30), steps))))
                .containsExactly(598, 480, 317, 157, 62, 12);
        assertThat(LetterFunnel.reached(LetterFunnel.steps(log.ask(Duration.ofHours(24), steps))))
                .containsExactly(598, 482, 324, 169, 69, 16);
    }

    private static List<TableContent<?>> fines(Duration window) throws IOException {
        return Log.read("traffic_fines/touchpoints.csv", 0, 3, 1)
                .ask(window, "Create Fine", "Send Fine", "Insert Fine Notification", "Add penalty", "Payment");
    }

    private static Map<String, Long> nextEvents(List<TableContent<?>> report, int step) {
        return LetterFunnel.dropOffs(report).stream()
                .filter(row -> row.step() == step)
                .collect(Collectors.groupingBy(DropOffsRow::nextEvent, Collectors.summingLong(DropOffsRow::dropped)));
    }

    /** A log read simply: no quotes, identical lines once, touchpoints of one instant in the order of the file. */
    private record Log(Map<String, List<Touchpoint>> customers) {

        static Log read(String file, int customerColumn, int eventColumn, int timeColumn) throws IOException {
            Path path = Path.of(System.getProperty("parcours.data", "../shared/data"), file);
            assumeTrue(Files.exists(path), "public data not at hand: set the system property parcours.data");
            Map<String, List<Touchpoint>> customers = new TreeMap<>();
            List<String> lines = Files.readAllLines(path, StandardCharsets.UTF_8);
            int number = 0;
            for (String line : new LinkedHashSet<>(lines.subList(1, lines.size()))) {
                String[] fields = line.split(",", -1);
                String time = fields[timeColumn].replace(' ', 'T').replace("Z", "") + "Z";
                customers
                        .computeIfAbsent(fields[customerColumn], key -> new ArrayList<>())
                        .add(new Touchpoint(
                                fields[customerColumn],
                                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.parse(time)),
                                Integer.toString(10_000_000 + number++),
                                fields[eventColumn],
                                null,
                                Double.NaN,
                                List.of(),
                                file));
            }
            return new Log(customers);
        }

        int size() {
            return customers.values().stream().mapToInt(List::size).sum();
        }

        /** One funnel over all customers as of the last touchpoint; a bar parts the events of one step. */
        List<TableContent<?>> ask(Duration window, String... steps) {
            List<FunnelStep> funnelSteps = new ArrayList<>();
            for (String step : steps) {
                funnelSteps.add(new FunnelStep(step, TouchpointCondition.ofEvents(step.split("\\|"))));
            }
            FunnelRules rules = FunnelRules.of("funnel", funnelSteps).withChains(ChainRules.DEFAULT.withWindow(window));
            ConditionIndex index = new ConditionIndex(
                    funnelSteps.stream().map(FunnelStep::condition).toList());
            long last = customers.values().stream()
                    .flatMap(List::stream)
                    .mapToLong(Touchpoint::occurredAt)
                    .max()
                    .orElseThrow();
            AsOf asOf = AsOf.ofMicros(last, ZoneOffset.UTC);
            FunnelQuestion question = new FunnelQuestion(List.of(rules), index, List.of());
            FunnelCounts counts = question.begin(asOf);
            HistoryBuilder builder = new HistoryBuilder(Histories.rules(), index, asOf);
            Comparator<Touchpoint> order =
                    Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId);
            customers
                    .values()
                    .forEach(touchpoints -> counts.add(
                            builder.build(touchpoints.stream().sorted(order).toList())));
            return question.report(counts);
        }
    }
}
