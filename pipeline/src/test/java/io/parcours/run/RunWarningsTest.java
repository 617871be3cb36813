package io.parcours.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.ingest.InputFormat;
import io.parcours.journey.AsOf;
import io.parcours.map.JourneyMapReader;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.segment.CustomerColumns;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunWarningsTest {
    private static final String MAP = "name: any\nstages: [{name: one, events: [a]}]\n";
    private static final Instant AS_OF = Instant.parse("2024-05-01T00:00:00Z");

    @Test
    void a_last_day_is_lonely_from_the_thirty_first_day_on() {
        assertThat(warnings(MAP, AS_OF, counts(100, 130, 130))).isEmpty();
        assertThat(warnings(MAP, AS_OF, counts(100, 131, 100)))
                .singleElement()
                .asString()
                .contains("1970-05-12", "1970-04-11", "input.between");
        assertThat(warnings(MAP, AS_OF, counts(131))).isEmpty();
    }

    @Test
    void a_map_with_between_has_said_which_days_are_meant() {
        assertThat(warnings(MAP + "input: {between: [1970-01-01, 1979-12-31]}\n", AS_OF, counts(100, 1_000)))
                .isEmpty();
    }

    @Test
    void digits_that_were_cut_are_counted() {
        ReadCounts counts = counts(1);
        counts.countPacked("a", 1, 1, true);
        assertThat(warnings(MAP, AS_OF, counts)).singleElement().asString().startsWith("1 touchpoint had a time finer");
    }

    @Test
    void an_empty_log_is_told_only_where_nobody_said_the_day() {
        assertThat(warnings(MAP, AS_OF, counts())).isEmpty();
        assertThat(warnings(MAP, null, counts())).singleElement().asString().contains("as_of=2024-05-01");
    }

    @Test
    void conditions_that_failed_are_named_with_how_often() {
        List<TouchpointCondition> conditions = List.of(
                TouchpointCondition.ANY,
                JourneyMapReader.read(
                                "name: any\nfunnels: [{name: f, steps: [{name: s, where: 'cast(channel as number) > 1'}]}]\n",
                                "any.yaml")
                        .funnels()
                        .get(0)
                        .steps()
                        .get(0)
                        .condition());
        Where regular = Where.parse("cast(plan as number) > 1", CustomerColumns.of(List.of("plan")));
        assertThat(RunWarnings.ofConditions(conditions, List.of(regular), new long[] {0, 1_200, 3}))
                .containsExactly(
                        "the condition \"cast(channel as number) > 1\" could not be worked out on 1,200 touchpoints and"
                                + " counts as false there",
                        "the condition \"cast(plan as number) > 1\" could not be worked out on 3 customers and counts as"
                                + " false there");
    }

    private static ReadCounts counts(long... days) {
        ReadCounts counts = new ReadCounts();
        for (long day : days) {
            counts.countPacked("a", 1, day, false);
            counts.countInstant(0, day * 86_400_000_000L);
        }
        return counts;
    }

    private static List<String> warnings(String map, Instant asOf, ReadCounts counts) {
        RunRequest request = new RunRequest(
                JourneyMapReader.read(map, "any.yaml"),
                List.of("in"),
                List.of(),
                InputFormat.AUTO,
                "out",
                asOf,
                Instant.EPOCH);
        return RunWarnings.of(request, counts, new AsOf(AS_OF, request.map().zone()));
    }

    @Test
    void a_table_of_customers_that_tells_nothing_or_contradicts_itself_is_told() {
        RecordCounts counts = new RecordCounts();
        assertThat(RunWarnings.ofCustomers(3, 1, counts)).isEmpty();
        assertThat(RunWarnings.ofCustomers(0, 0, counts)).isEmpty();
        assertThat(RunWarnings.ofCustomers(3, 0, counts))
                .singleElement()
                .asString()
                .startsWith("no customer of the log");
        counts.add("c.csv", RecordOutcome.DUPLICATE, null, 7);
        assertThat(RunWarnings.ofCustomers(3, 1, counts)).isEmpty();
        counts.add("c.csv", RecordOutcome.DUPLICATE, RecordCounts.CONFLICTING_CUSTOMER, 1);
        assertThat(RunWarnings.ofCustomers(3, 1, counts))
                .singleElement()
                .asString()
                .startsWith("1 record of the table of customers says other attributes");
        counts.add("c.csv", RecordOutcome.DUPLICATE, RecordCounts.CONFLICTING_CUSTOMER, 1_199);
        assertThat(RunWarnings.ofCustomers(3, 1, counts))
                .singleElement()
                .asString()
                .startsWith("1,200 records");
    }

    @Test
    void an_activity_that_nobody_had_is_told() {
        assertThat(RunWarnings.ofActivity(3, 3))
                .containsExactly(
                        "no touchpoint matches churn.activity, so the tables of churn and retention are empty");
        assertThat(RunWarnings.ofActivity(3, 2)).isEmpty();
        assertThat(RunWarnings.ofActivity(0, 0)).isEmpty();
    }
}
