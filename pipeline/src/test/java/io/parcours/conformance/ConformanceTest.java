package io.parcours.conformance;

import static io.parcours.conformance.ConformanceWorld.expected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The sentences of docs/conformance.md on cases worked by hand; letters are events of the stage of their small letter. */
class ConformanceTest {
    private static final AsOf LONG_AFTER = Histories.asOfMinute(1_000_000);

    @Test
    void aJourneyFollowsThatTakesTheStagesInOrder() {
        assertThat(deviations("a b c", "A B C")).containsExactly("(none)");
        assertThat(deviations("a b c", "A A F A B B C C")).containsExactly("(none)");
        assertThat(deviations("a b c", "A B")).containsExactly("(none)");
        assertThat(deviations("a b c", "F C")).containsExactly("skipped a", "skipped b");
    }

    @Test
    void aStageIsSkippedWhereALaterOneWasReachedAndThisOneNever() {
        assertThat(deviations("a b c", "A C")).containsExactly("skipped b");
        assertThat(deviations("a b? c", "A C")).containsExactly("(none)");
        assertThat(deviations("a b c", "A C B")).containsExactly("moved_back b");
    }

    @Test
    void comingBackIsARepeatOrAMoveBackByWhatLiesBetween() {
        assertThat(deviations("a b c", "A D A B")).containsExactly("repeated a", "not_expected d");
        assertThat(deviations("a b c", "A B A B C")).containsExactly("repeated b", "moved_back a");
        assertThat(deviations("a* b* c", "A B A B C")).containsExactly("(none)");
        assertThat(deviations("a* b c", "A B A B C")).containsExactly("repeated b");
        assertThat(deviations("a b* c", "A B A B C")).containsExactly("moved_back a");
    }

    @Test
    void aContactIsToBeAnsweredWithinFourHours() {
        // The wait begins with the first contact; both ends are included.
        String hours = "a240 b c";
        assertThat(deviations(hours, "A0 A60 B240 C300", 300)).containsExactly("(none)");
        assertThat(deviations(hours, "A0 A60 B241 C300", 300)).containsExactly("too_slow a");
        assertThat(deviations(hours, "A0", 239)).containsExactly("(none)");
        assertThat(deviations(hours, "A0", 240)).containsExactly("too_slow a");
        assertThat(deviations(hours, "A0 C240", 300)).containsExactly("skipped b");
        assertThat(timing(hours, "A0", 239)).isEqualTo("0 within, 0 late, 1 undecided, 0 mature");
        assertThat(timing(hours, "A0 B5", 239)).isEqualTo("1 within, 0 late, 0 undecided, 0 mature");
        assertThat(timing(hours, "A0 B5", 240)).isEqualTo("1 within, 0 late, 0 undecided, 1 mature");
        assertThat(timing(hours, "A0 B500", 500)).isEqualTo("0 within, 1 late, 0 undecided, 1 mature");
    }

    @Test
    void theExampleOfThePackageHolds() {
        assertThat(deviations("a240 b c", "A540 A600 C840 A900"))
                .containsExactly("skipped b", "moved_back a", "too_slow a");
    }

    @Test
    void examplesAreTheFiveSmallestHashesHoweverTheyCome() {
        AsOf asOf = Histories.asOfMinute(100);
        List<CustomerHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < 40; customer++) {
            histories.add(ConformanceWorld.history("c" + customer, "A0", asOf));
        }
        List<String> smallest = histories.stream()
                .map(CustomerHistory::customerId)
                .sorted(Comparator.comparingLong(CustomerHash::of))
                .limit(5)
                .map(customer -> customer + "/1")
                .toList();
        for (int seed = 0; seed < 5; seed++) {
            Collections.shuffle(histories, new Random(seed));
            ConformanceCounts counts = ConformanceWorld.counted(expected("a b"), asOf, histories.subList(0, 15));
            counts.merge(ConformanceWorld.counted(expected("a b"), asOf, histories.subList(15, 40)));
            assertThat(ConformanceWorld.conformance(counts).get(1)).containsEntry("examples", smallest);
        }
    }

    @Test
    void whatComesBeforeTheFirstTouchpointOfAStageDoesNotLeaveIt() {
        assertThat(deviations("a10 b c", "B0 A5 C20")).containsExactly("moved_back a", "too_slow a");
        assertThat(deviations("a10 b c", "B0 A5 C15")).containsExactly("moved_back a");
    }

    @Test
    void nothingIsAllowedOnTheLastStage() {
        assertThat(deviations("a b10", "A0 B5")).containsExactly("(none)");
        assertThatThrownBy(() -> expected("a b a")).hasMessageContaining("twice");
        assertThatThrownBy(() -> ConformanceWorld.question(expected("a z"))).hasMessageContaining("z");
    }

    @Test
    void aJourneyWithoutAnExpectedStageIsNotCompared() {
        assertThat(deviations("a b", "F C")).containsExactly("(not entered)");
    }

    @Test
    void theRowsTellHowManyItCouldHappenToAndWhatCameOfIt() {
        AsOf asOf = Histories.asOfMinute(1000);
        List<Map<String, Object>> rows = ConformanceWorld.conformance(ConformanceWorld.counted(
                expected("a b e"),
                asOf,
                List.of(
                        ConformanceWorld.history("1", "A0 B1 E2 S7", asOf),
                        ConformanceWorld.history("2", "A0 E5 S8", asOf),
                        ConformanceWorld.history("3", "A0", asOf),
                        ConformanceWorld.history("4", "A0 B9 A10", asOf),
                        ConformanceWorld.history("5", "F0", asOf))));

        assertThat(rows)
                .extracting(row -> "%s %s %s/%s"
                        .formatted(
                                row.get("deviation"),
                                row.get("stage"),
                                row.get("journey_count"),
                                row.get("eligible_count")))
                .containsExactly(
                        "(any) null 2/4",
                        "(none) null 2/4",
                        "(not entered) null 1/5",
                        "skipped null 1/3",
                        "skipped a 0/3",
                        "skipped b 1/2",
                        "repeated null 0/4",
                        "repeated a 0/4",
                        "repeated b 0/2",
                        "repeated e 0/2",
                        "moved_back null 1/3",
                        "moved_back a 1/3",
                        "moved_back b 0/2",
                        "not_expected null 0/4",
                        "not_expected c 0/4",
                        "not_expected d 0/4");
        // 2 of 4 with Wilson: 0.5 -/+ 0.34996 as published in every table of it.
        assertThat(rows.get(1))
                .containsEntry("journey_share", 0.5)
                .containsEntry("customer_count", 2L)
                .containsEntry("complete_count", 1L)
                .containsEntry("stopped_count", 0L)
                .containsEntry("in_progress_count", 1L)
                .containsEntry("converted_count", 1L)
                .containsEntry("conversion_rate", 0.5)
                .containsEntry("satisfaction_count", 1L)
                .containsEntry("satisfaction_mean", 0.7)
                .containsEntry("satisfaction_low", 0.0);
        assertThat((Double) rows.get(1).get("journey_share_low")).isCloseTo(0.1500390, within(1e-6));
        assertThat((Double) rows.get(1).get("journey_share_high")).isCloseTo(0.8499610, within(1e-6));
        assertThat(rows.get(5)).containsEntry("examples", List.of("2/1")).containsEntry("satisfaction_mean", 0.8);
    }

    @Test
    void aJourneyThatStoppedIsOverAndNotComplete() {
        Map<String, Object> row = ConformanceWorld.conformance(ConformanceWorld.counted(
                        expected("a b"),
                        LONG_AFTER,
                        List.of(ConformanceWorld.history("1", "A0 A5000 B5001", LONG_AFTER))))
                .get(1);
        assertThat(row)
                .containsEntry("journey_count", 2L)
                .containsEntry("complete_count", 1L)
                .containsEntry("stopped_count", 1L);
        assertThat(row.get("examples")).isEqualTo(List.of("1/1", "1/2"));
    }

    @Test
    void stageTimesTellHowLongAndHowLongWaitedFor() {
        // As of minute 100: in a for 10, 30 and, still there, 100 minutes; waited for b from the latest a: 4 and 30.
        AsOf asOf = Histories.asOfMinute(100);
        List<Map<String, Object>> rows = ConformanceWorld.stageTimes(ConformanceWorld.counted(
                expected("a20 b"),
                asOf,
                List.of(
                        ConformanceWorld.history("1", "A0 A6 B10", asOf),
                        ConformanceWorld.history("2", "A0 B30", asOf),
                        ConformanceWorld.history("3", "A0", asOf))));
        assertThat(rows.get(0))
                .containsEntry("stage", "a")
                .containsEntry("stage_number", 1L)
                .containsEntry("journey_count", 3L)
                .containsEntry("left_count", 2L)
                .containsEntry("stopped_count", 0L)
                .containsEntry("in_progress_count", 1L)
                .containsEntry("seconds_p50", 1200.0)
                .containsEntry("seconds_mean", 1200.0)
                .containsEntry("seconds_km_p50", 1800.0)
                .containsEntry("waiting_count", 0L)
                .containsEntry("waiting_seconds_p50", null)
                .containsEntry("allowed_seconds", 1200.0)
                .containsEntry("within_count", 1L)
                .containsEntry("late_count", 2L)
                .containsEntry("undecided_count", 0L)
                .containsEntry("late_rate", 2 / 3.0);
        assertThat(rows.get(1))
                .containsEntry("stage", "b")
                .containsEntry("journey_count", 2L)
                .containsEntry("left_count", null)
                .containsEntry("seconds_p50", null)
                .containsEntry("seconds_km_p50", null)
                .containsEntry("waiting_count", 2L)
                .containsEntry("waiting_seconds_p50", 1020.0)
                .containsEntry("allowed_seconds", null)
                .containsEntry("late_count", null)
                .containsEntry("late_rate", null);
    }

    /** The kinds of deviation of one journey long after its end, each with its stage. */
    private static List<String> deviations(String expected, String letters) {
        return deviations(expected, letters, 1_000_000);
    }

    private static List<String> deviations(String expected, String letters, long asOfMinute) {
        List<String> found = new ArrayList<>();
        for (Map<String, Object> row : ConformanceWorld.conformance(counted(expected, letters, asOfMinute))) {
            boolean isSum = row.get("stage") == null
                    && !List.of("(none)", "(not entered)").contains((String) row.get("deviation"));
            if (!row.get("journey_count").equals(0L) && !isSum) {
                found.add(
                        row.get("stage") == null
                                ? "" + row.get("deviation")
                                : row.get("deviation") + " " + row.get("stage"));
            }
        }
        return found;
    }

    private static String timing(String expected, String letters, long asOfMinute) {
        Map<String, Object> row = ConformanceWorld.stageTimes(counted(expected, letters, asOfMinute))
                .get(0);
        return "%s within, %s late, %s undecided, %s mature"
                .formatted(
                        row.get("within_count"),
                        row.get("late_count"),
                        row.get("undecided_count"),
                        row.get("mature_count"));
    }

    private static ConformanceCounts counted(String expected, String letters, long asOfMinute) {
        AsOf asOf = Histories.asOfMinute(asOfMinute);
        CustomerHistory history = ConformanceWorld.history("c", letters, asOf);
        return ConformanceWorld.counted(expected(expected), asOf, List.of(history));
    }
}
