package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.table.Column;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import io.parcours.table.TableRow;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of funnel_customers: by hand, and against the numbers they stand behind. */
class FunnelCustomersTest {
    private static final List<String> COLUMNS =
            FunnelCustomersReport.TABLE.columns().stream().map(Column::name).toList();

    @TempDir
    private Path folder;

    @Test
    void everyColumnSaysWhatItShould() throws IOException {
        List<FunnelCustomersRow> rows = LetterFunnel.of("A B C")
                .within(60)
                .by("channel")
                .asOfMinute(1_000)
                .customers("X0 A10/web B15/app C70", "A0/app A3/web B50/web", "A990 B995/web", "B1 C2");

        assertThat(read(rows))
                .containsExactly(
                        Arrays.asList(
                                "A B C",
                                "c1",
                                "customer",
                                1L,
                                null,
                                "converted",
                                3L,
                                "C",
                                null,
                                null,
                                minute(10),
                                List.of(minute(10), minute(15), minute(70)),
                                List.of("web")),
                        // The chain from A3 starts latest of those that end with B50; the first A gives entry and
                        // value.
                        Arrays.asList(
                                "A B C",
                                "c2",
                                "customer",
                                1L,
                                null,
                                "dropped",
                                2L,
                                "B",
                                3L,
                                "C",
                                minute(0),
                                Arrays.asList(minute(3), minute(50), null),
                                List.of("app")),
                        // The window of A990 lasts beyond minute 1,000: it is not lost.
                        Arrays.asList(
                                "A B C",
                                "c3",
                                "customer",
                                1L,
                                null,
                                "in_progress",
                                2L,
                                "B",
                                null,
                                null,
                                minute(990),
                                Arrays.asList(minute(990), minute(995), null),
                                List.of("(none)")));
    }

    @Test
    void aSessionHasItsNumberAmongAllOfTheCustomersSessions() {
        // A session ends after 30 minutes: the first has no A and does not enter.
        List<FunnelCustomersRow> rows =
                LetterFunnel.of("A B").per(FunnelRules.Unit.SESSION).customers("X0 A100 A200 B201");

        assertThat(rows)
                .extracting(row -> row.unit() + " " + row.unitNumber() + " " + row.status())
                .containsExactly("session 2 dropped", "session 3 converted");
        assertThat(rows).extracting(FunnelCustomersRow::breakdownValues).containsOnly(List.of());
    }

    @Test
    void anAttemptAndAHeldValueHaveTheirNumberInTheFunnel() {
        ChainRules attempts = ChainRules.DEFAULT.withEntry(ChainRules.Entry.EVERY);
        ChainRules holding = ChainRules.DEFAULT.withHold(List.of("channel"));

        assertThat(row(attempts, FunnelRules.Unit.SESSION, 7)).startsWith("attempt 7");
        assertThat(row(holding, FunnelRules.Unit.SESSION, 7)).startsWith("value 7");
        assertThat(row(ChainRules.DEFAULT, FunnelRules.Unit.JOURNEY, 7)).startsWith("journey 2");
    }

    /** Of a unit that is the customer's second journey or session. */
    private static String row(ChainRules chains, FunnelRules.Unit unit, int number) {
        LetterFunnel funnel = LetterFunnel.of("A B").with(chains).per(unit);
        FunnelCustomers customers =
                new FunnelCustomers(FunnelPlan.of(funnel.rules(), funnel.index(), List.of(), funnel.asOf()));
        FunnelProgress progress = new FunnelProgress(
                new int[] {1, -1}, 1, new boolean[2], FunnelProgress.Outcome.DROPPED, 1, FunnelProgress.NEVER);
        CustomerHistory history = funnel.history("A0 A500");
        customers.add(new FunnelUnit(history, history.journeys().get(1), null, number, progress), new String[0]);
        FunnelCustomersRow row = customers.rows().get(0);
        return row.unit() + " " + row.unitNumber();
    }

    @Test
    void aLostStepIsNeverAnOptionalOne() {
        LetterFunnel funnel = LetterFunnel.of("A B C");
        FunnelRules rules = funnel.rules();
        List<FunnelStep> steps = new ArrayList<>(rules.steps());
        steps.set(1, steps.get(1).optional());
        FunnelRules optional = FunnelRules.of("f", steps);
        FunnelCustomers customers =
                new FunnelCustomers(FunnelPlan.of(optional, funnel.index(), List.of(), funnel.asOf()));
        FunnelProgress progress = new FunnelProgress(
                new int[] {0, 1, -1}, 1, new boolean[3], FunnelProgress.Outcome.DROPPED, 0, FunnelProgress.NEVER);
        CustomerHistory history = funnel.history("A0 B5");
        customers.add(new FunnelUnit(history, history.journeys().get(0), null, 1, progress), new String[0]);
        FunnelCustomersRow row = customers.rows().get(0);

        assertThat(row.level()).isEqualTo(1);
        assertThat(row.lostStep()).isEqualTo(3);
        assertThat(row.lostStepName()).isEqualTo("C");
        assertThat(row.stepTimes()).containsExactly(minute(0), minute(5), Column.NO_INSTANT);
    }

    @Test
    void aCustomersRowsFollowTheMapsFunnels() {
        List<FunnelRules> rules = List.of(
                LetterFunnel.of("B A").rules("first"),
                LetterFunnel.of("D").rules("second"),
                LetterFunnel.of("A").per(FunnelRules.Unit.SESSION).rules("third"));
        ConditionIndex index = new ConditionIndex(
                rules.stream().flatMap(FunnelRules::conditions).toList());
        FunnelCounts counts = new FunnelQuestion(rules, index, List.of()).begin(Histories.asOfMinute(10_000));
        List<String> rows = new ArrayList<>();
        for (String letters : List.of("A0 A100 B101 D102", "X0", "A0")) {
            counts.add(LetterFunnel.history(
                    index, Histories.asOfMinute(10_000), Histories.touchpoints("c" + rows.size(), letters)));
            counts.latestRows(row -> rows.add(row.customerId() + row.funnel() + row.unitNumber()));
        }

        assertThat(rows).containsExactly("c0first1", "c0second1", "c0third1", "c0third2", "c4third1");
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void theRowsAreTheListBehindEveryNumber(FunnelRules.Unit unit) throws IOException {
        LetterFunnel funnel =
                LetterFunnel.of("A B AC D").within(25).per(unit).by("channel").asOfMinute(150);
        String[] histories = randomHistories(300);
        List<List<Object>> rows = read(funnel.customers(histories));
        List<FunnelStepsRow> steps = funnel.steps(histories);

        assertThat(steps).anyMatch(row -> row.dropped() > 0).anyMatch(row -> row.inProgress() > 0);
        for (FunnelStepsRow step : steps) {
            List<List<Object>> under = rows.stream()
                    .filter(row -> step.breakdown().equals("all")
                            || value(row, "breakdown_values").equals(List.of(step.breakdownValue())))
                    .toList();
            assertThat(under.stream().filter(row -> (Long) value(row, "level") >= step.step()))
                    .hasSize((int) step.reached());
            assertThat(under.stream().filter(row -> Long.valueOf(step.step()).equals(value(row, "lost_step"))))
                    .hasSize((int) step.dropped());
            assertThat(under.stream()
                            .filter(row -> value(row, "status").equals("in_progress")
                                    && value(row, "level").equals(step.step() - 1L)))
                    .hasSize((int) step.inProgress());
            assertThat(under.stream().filter(row -> ((List<?>) value(row, "step_times")).get(step.step() - 1) != null))
                    .hasSize((int) step.reached());
        }
    }

    private static Object value(List<Object> row, String column) {
        return row.get(COLUMNS.indexOf(column));
    }

    private static long minute(long minute) {
        return Histories.asOfMinute(minute).micros();
    }

    /** The rows as whoever reads the table sees them. */
    private List<List<Object>> read(List<FunnelCustomersRow> rows) throws IOException {
        Path file = folder.resolve("funnel_customers.parquet");
        try (TableWriter<FunnelCustomersRow> writer =
                TableWriter.open(FunnelCustomersReport.TABLE, TableFiles.output(file))) {
            rows.forEach(writer);
        }
        List<List<Object>> found = new ArrayList<>();
        try (TableReader reader = TableReader.open(TableFiles.input(file))) {
            reader.rows(COLUMNS).forEachRemaining(row -> found.add(values(row)));
        }
        return found;
    }

    private static List<Object> values(TableRow row) {
        return IntStream.range(0, COLUMNS.size())
                .mapToObj(row::value)
                .collect(ArrayList::new, ArrayList::add, ArrayList::addAll);
    }

    private static String[] randomHistories(int count) {
        Random random = new Random(41);
        return IntStream.range(0, count)
                .mapToObj(customer -> random.ints(1 + random.nextInt(30), 0, 151)
                        .sorted()
                        .mapToObj(minute -> "ABCDE".charAt(random.nextInt(5))
                                + String.valueOf(minute)
                                + List.of("", "/web", "/app").get(random.nextInt(3)))
                        .collect(Collectors.joining(" ")))
                .toArray(String[]::new);
    }
}
