package io.parcours.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.conformance.ExpectedJourney.ExpectedStage;
import io.parcours.conformance.ExpectedJourney.Repeat;
import io.parcours.conformance.ExpectedJourney.Skip;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.PublicLog;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyReading;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Public logs whose journeys are no purchases. Expected figures: expected.json beside the logs and its variants, and where a
 * variant does not tell, a count of the lines by a script of its own.
 */
class RealJourneysTest {
    private static final ExpectedStage CREATED = stage("Create Fine");
    private static final ExpectedStage SENT = stage("Send Fine");
    private static final ExpectedStage NOTIFIED = stage("Insert Fine Notification");
    private static final ExpectedStage PENALTY = new ExpectedStage("Add penalty", Skip.YES, Repeat.NO, null);
    private static final ExpectedStage PAID = new ExpectedStage("Payment", Skip.NO, Repeat.YES, null);

    @Test
    void allPatientsGoAsTheyAreMeantTo() {
        List<ExpectedStage> expected = List.of(
                stage("Registration"),
                stage("Triage and Assessment"),
                optional("Blood test"),
                optional("X-Ray"),
                optional("MRI SCAN"),
                stage("Discuss Results"),
                stage("Check-out"));
        Map<String, Object> follows = row(patients(expected), "(none)", null);
        assertThat(follows)
                .containsEntry("journey_count", 500L)
                .containsEntry("eligible_count", 500L)
                .containsEntry("complete_count", 492L)
                .containsEntry("in_progress_count", 8L);
        // All of 500, each its own cluster: Wilson's low end is n / (n + z²).
        assertThat((Double) follows.get("journey_share_low")).isCloseTo(500 / (500 + 3.841458820694124), within(1e-12));
    }

    @Test
    void whoHadABloodTestHadNoXRay() {
        // 234 + 2 by the variants; 495 came to the MRI scan or to the discussion of results.
        List<ExpectedStage> expected = List.of(
                stage("Registration"),
                stage("Triage and Assessment"),
                optional("Blood test"),
                stage("X-Ray"),
                optional("MRI SCAN"),
                stage("Discuss Results"),
                stage("Check-out"));
        assertThat(row(patients(expected), "skipped", "X-Ray"))
                .containsEntry("journey_count", 236L)
                .containsEntry("eligible_count", 495L);
    }

    @Test
    void mostFinesArePaidBeforeTheyAreSent() {
        ConformanceCounts counts = fines(List.of(CREATED, SENT, NOTIFIED, PENALTY, PAID));

        assertThat(row(counts, "(none)", null))
                .containsEntry("journey_count", 2_903L)
                .containsEntry("eligible_count", 10_000L);
        assertThat(row(counts, "skipped", "Send Fine"))
                .containsEntry("journey_count", 3_430L)
                .containsEntry("eligible_count", 8_109L);
        assertThat(row(counts, "skipped", "Insert Fine Notification"))
                .containsEntry("journey_count", 3_474L)
                .containsEntry("eligible_count", 8_109L);
    }

    @Test
    void aQuarterOfTheFinesIsSentWithin90Days() {
        // expected.json: the closed funnel within 90 days is 10000, 2600, 1175.
        ExpectedStage limited = new ExpectedStage("Create Fine", Skip.NO, Repeat.NO, Duration.ofDays(90));
        Map<String, Object> created =
                ConformanceWorld.stageTimes(fines(List.of(limited, SENT))).get(0);
        assertThat(created)
                .containsEntry("journey_count", 10_000L)
                .containsEntry("left_count", 6_570L)
                .containsEntry("within_count", 2_600L);
        assertThat((Long) created.get("late_count") + (Long) created.get("undecided_count"))
                .isEqualTo(7_400);
    }

    private static ConformanceCounts patients(List<ExpectedStage> expected) {
        return counted(
                "patients/touchpoints.csv",
                Instant.parse("2018-05-05T07:16:02Z"),
                expected,
                "Registration",
                "Triage and Assessment",
                "Blood test",
                "X-Ray",
                "MRI SCAN",
                "Discuss Results",
                "Check-out");
    }

    private static ConformanceCounts fines(List<ExpectedStage> expected) {
        return counted(
                "traffic_fines/touchpoints.csv",
                Instant.parse("2012-03-26T00:00:00Z"),
                expected,
                "Create Fine",
                "Send Fine",
                "Insert Fine Notification",
                "Add penalty",
                "Payment",
                "Send for Credit Collection",
                "Insert Date Appeal to Prefecture",
                "Send Appeal to Prefecture",
                "Receive Result Appeal from Prefecture",
                "Notify Result Appeal to Offender",
                "Appeal to Judge");
    }

    /** Every event is a stage of its own name, and a customer has one journey. */
    private static ConformanceCounts counted(
            String file, Instant asOf, List<ExpectedStage> expected, String... events) {
        TouchpointCondition conversion = TouchpointCondition.ofEvents(events[events.length - 1]);
        JourneyRules rules = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                null,
                Arrays.stream(events)
                        .map(event -> new Stage(event, TouchpointCondition.ofEvents(event)))
                        .toList(),
                conversion,
                JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);
        ConditionIndex index = new ConditionIndex(List.of(conversion));
        AsOf measured = new AsOf(asOf, ZoneOffset.UTC);
        ConformanceCounts counts = new ConformanceQuestion(
                        new ExpectedJourney(expected, List.of()),
                        rules,
                        index,
                        new SurveyReading(List.of(), index, List.of()),
                        List.of())
                .begin(measured);
        PublicLog.read(file)
                .histories("customer_id", "channel", List.of(), rules, index, measured)
                .forEach(counts::add);
        if (Boolean.getBoolean("parcours.print")) {
            ConformanceWorld.conformance(counts).forEach(System.out::println);
            ConformanceWorld.stageTimes(counts).forEach(System.out::println);
        }
        return counts;
    }

    private static Map<String, Object> row(ConformanceCounts counts, String deviation, String stage) {
        return ConformanceWorld.conformance(counts).stream()
                .filter(row ->
                        row.get("deviation").equals(deviation) && java.util.Objects.equals(row.get("stage"), stage))
                .findFirst()
                .orElseThrow();
    }

    private static ExpectedStage stage(String event) {
        return new ExpectedStage(event, Skip.NO, Repeat.NO, null);
    }

    private static ExpectedStage optional(String event) {
        return new ExpectedStage(event, Skip.YES, Repeat.NO, null);
    }
}
