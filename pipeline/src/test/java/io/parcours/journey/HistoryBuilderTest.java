package io.parcours.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.parcours.condition.ConditionColumns;
import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How touchpoints become sessions and journeys, get their stage, and answer conditions: each sentence by hand. */
class HistoryBuilderTest {
    private static final AsOf LATER = Histories.asOfMinute(1_000_000);

    @Test
    void touchpointsExactlyAGapApartStayTogether() {
        CustomerHistory history = build("A0 A30 A60 A91", LATER);

        assertThat(history.sessions()).containsExactly(new Span(1, 0, 3, false), new Span(2, 3, 4, false));
    }

    @Test
    void aMicrosecondMoreThanTheGapParts() {
        long gap = JourneyRules.DEFAULT_SESSION_GAP.toSeconds() * 1_000_000;
        List<Touchpoint> touchpoints = List.of(at(0), at(gap), at(2 * gap + 1));

        assertThat(builder(Histories.rules(), AsOf.ofMicros(10 * gap, ZoneOffset.UTC))
                        .build(touchpoints)
                        .sessions())
                .containsExactly(new Span(1, 0, 2, false), new Span(2, 2, 3, false));
    }

    @Test
    void theLastIsOpenUntilItsGapHasPassed() {
        assertThat(build("A0 A31", Histories.asOfMinute(61)).sessions())
                .containsExactly(new Span(1, 0, 1, false), new Span(2, 1, 2, true));
        assertThat(build("A0 A31", Histories.asOfMinute(62)).sessions())
                .containsExactly(new Span(1, 0, 1, false), new Span(2, 1, 2, false));
    }

    @Test
    void withoutAJourneyGapACustomerHasOneJourneyThatIsNeverOver() {
        JourneyRules rules =
                new JourneyRules(Duration.ofMinutes(30), null, List.of(), TouchpointCondition.ANY, 1_000_000);

        assertThat(builder(rules, LATER)
                        .build(Histories.touchpoints("c", "A0 A900000"))
                        .journeys())
                .containsExactly(new Span(1, 0, 2, true));
    }

    @Test
    void neighboursAreTogetherUnlessMoreThanTheGapLiesBetween() {
        Random random = new Random(10);
        for (int round = 0; round < 2_000; round++) {
            long[] times = random.longs(1 + random.nextInt(12), 0, 40).sorted().toArray();
            long asOf = times[times.length - 1] + random.nextInt(8);
            int sessionGap = random.nextInt(5);
            int journeyGap = random.nextInt(10);
            JourneyRules rules = new JourneyRules(
                    Duration.ofNanos(sessionGap * 1_000L),
                    Duration.ofNanos(journeyGap * 1_000L),
                    List.of(),
                    TouchpointCondition.ANY,
                    1_000_000);
            List<Touchpoint> touchpoints = new ArrayList<>();
            for (long time : times) {
                touchpoints.add(at(time));
            }

            CustomerHistory history =
                    builder(rules, AsOf.ofMicros(asOf, ZoneOffset.UTC)).build(touchpoints);
            assertSpans(history.sessions(), times, sessionGap, asOf);
            assertSpans(history.journeys(), times, journeyGap, asOf);
        }
    }

    @Test
    void aTouchpointBelongsToTheFirstStageThatMatchesOrToNone() {
        CustomerHistory history = staged(TouchpointCondition.ANY).build(Histories.touchpoints("c", "A B C"));

        assertThat(IntStream.range(0, 3).map(history::stage)).containsExactly(0, 0, -1);
        assertThat(IntStream.range(0, 3).mapToObj(history::stageName)).containsExactly("first", "first", null);
    }

    @Test
    void aConditionMayAskForAnyStageAlsoTheFirst() {
        TouchpointCondition first = TouchpointCondition.ofStage("first");
        TouchpointCondition second = TouchpointCondition.ofStage("second");
        CustomerHistory history = staged(first, second).build(Histories.touchpoints("c", "A B D E"));

        assertThat(holds(history, 0)).containsExactly(true, true, false, false);
        assertThat(holds(history, 1)).containsExactly(false, false, true, false);
    }

    @Test
    void allPartsOfAConditionMustHold() {
        TouchpointCondition all =
                new TouchpointCondition(List.of("A", "B"), List.of("web"), "second", where("value > 1", List.of()));
        HistoryBuilder builder = staged(all);

        assertThat(holds(builder.build(List.of(touchpoint("D", "web", 2))), 0)).containsExactly(false);
        assertThat(holds(builder.build(List.of(touchpoint("A", "web", 2))), 0)).containsExactly(false);
        TouchpointCondition first =
                new TouchpointCondition(List.of("A", "B"), List.of("web"), "first", where("value > 1", List.of()));
        builder = staged(first);
        assertThat(holds(builder.build(List.of(touchpoint("A", "web", 2))), 0)).containsExactly(true);
        assertThat(holds(builder.build(List.of(touchpoint("A", "app", 2))), 0)).containsExactly(false);
        assertThat(holds(builder.build(List.of(touchpoint("A", null, 2))), 0)).containsExactly(false);
        assertThat(holds(builder.build(List.of(touchpoint("A", "web", 1))), 0)).containsExactly(false);
    }

    @Test
    void aConditionReadsEveryColumnOfTheTouchpoint() {
        List<String> dimensions = List.of("platform", "country");
        Touchpoint touchpoint =
                new Touchpoint("cust", 1_500_000, "id", "A", "web", 2.5, Arrays.asList("phone", null), "test");
        for (String text : List.of(
                "customer_id = 'cust'",
                "event = 'A'",
                "channel = 'web'",
                "event_id = 'id'",
                "stage = 'first'",
                "value = 2.5",
                "platform = 'phone'",
                "country is null",
                "occurred_at = '1970-01-01T00:00:01.5Z'")) {
            TouchpointCondition condition =
                    new TouchpointCondition(List.of(), List.of(), null, where(text, dimensions));
            assertThat(holds(staged(condition).build(List.of(touchpoint)), 0))
                    .as(text)
                    .containsExactly(true);
        }
    }

    @Test
    void anEmptySpanIsNone() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, 0, 0, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(1, -1, 1, false));
        assertThatIllegalArgumentException().isThrownBy(() -> new Span(0, 0, 1, false));
        assertThat(new Span(1, 2, 5, false).size()).isEqualTo(3);
    }

    @Test
    void gapsAndLimitsThatMeanNothingAreRefused() {
        Duration gap = Duration.ofMinutes(1);
        Duration negative = Duration.ofNanos(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> rules(negative, gap, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(gap, negative, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> rules(gap, gap, 0));
        assertThat(rules(Duration.ZERO, Duration.ZERO, 1).touchpointLimit()).isEqualTo(1);
    }

    @Test
    void aConditionThatIsNotIndexedIsRefused() {
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY));

        assertThat(index.numberOf(TouchpointCondition.ANY)).isZero();
        assertThatIllegalArgumentException().isThrownBy(() -> index.numberOf(TouchpointCondition.ofEvents("A")));
    }

    private static JourneyRules rules(Duration sessionGap, Duration journeyGap, int limit) {
        return new JourneyRules(sessionGap, journeyGap, List.of(), TouchpointCondition.ANY, limit);
    }

    private static Where where(String text, List<String> dimensions) {
        return Where.parse(text, ConditionColumns.ofTouchpoints(dimensions));
    }

    @Test
    void anyNumberOfConditionsIsAnswered() {
        for (int count : new int[] {1, 63, 64, 65, 127, 128, 129, 300}) {
            List<TouchpointCondition> conditions = IntStream.range(0, count)
                    .mapToObj(i -> TouchpointCondition.ofEvents("E" + "x".repeat(i)))
                    .toList();
            HistoryBuilder builder = new HistoryBuilder(Histories.rules(), new ConditionIndex(conditions), LATER);
            for (int i : new int[] {0, count / 2, count - 1}) {
                CustomerHistory history = builder.build(Histories.touchpoints("c", "E" + "x".repeat(i)));
                for (int condition = 0; condition < count; condition++) {
                    assertThat(history.match(0).holds(condition)).isEqualTo(condition == i);
                }
            }
        }
    }

    @Test
    void everyTimeAConditionFailsOnAValueIsCounted() {
        TouchpointCondition failing =
                new TouchpointCondition(List.of("A"), List.of(), null, where("1 / (value - 2) > 0", List.of()));
        HistoryBuilder builder = new HistoryBuilder(
                Histories.rules(), new ConditionIndex(List.of(TouchpointCondition.ANY, failing)), LATER);
        assertThat(builder.conditionFailures()).containsExactly(0, 0);

        // Fails on the value 2 alone; B is never asked, and 1 is a plain no.
        CustomerHistory history = builder.build(List.of(
                touchpoint("A", null, 2),
                touchpoint("A", null, 3),
                touchpoint("A", null, 1),
                touchpoint("B", null, 2),
                touchpoint("B", null, 2),
                touchpoint("A", null, 2)));
        assertThat(holds(history, 1)).containsExactly(false, true, false, false, false, false);
        assertThat(builder.conditionFailures()).containsExactly(0, 2);
    }

    private static void assertSpans(List<Span> spans, long[] times, long gap, long asOf) {
        int next = 0;
        for (int number = 1; number <= spans.size(); number++) {
            Span span = spans.get(number - 1);
            assertThat(span.number()).isEqualTo(number);
            assertThat(span.from()).isEqualTo(next);
            for (int i = span.from() + 1; i < span.to(); i++) {
                assertThat(times[i] - times[i - 1]).isLessThanOrEqualTo(gap);
            }
            next = span.to();
            if (next < times.length) {
                assertThat(times[next] - times[next - 1]).isGreaterThan(gap);
                assertThat(span.isOpen()).isFalse();
            } else {
                assertThat(span.isOpen()).isEqualTo(asOf - times[next - 1] <= gap);
            }
        }
        assertThat(next).isEqualTo(times.length);
    }

    private static boolean[] holds(CustomerHistory history, int condition) {
        boolean[] holds = new boolean[history.size()];
        for (int i = 0; i < holds.length; i++) {
            holds[i] = history.match(i).holds(condition);
        }
        return holds;
    }

    /** Stages first (A, B) and second (B, D). */
    private static HistoryBuilder staged(TouchpointCondition... conditions) {
        JourneyRules rules = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                JourneyRules.DEFAULT_JOURNEY_GAP,
                List.of(
                        new Stage("first", TouchpointCondition.ofEvents("A", "B")),
                        new Stage("second", TouchpointCondition.ofEvents("B", "D"))),
                TouchpointCondition.ANY,
                1_000_000);
        return new HistoryBuilder(rules, new ConditionIndex(List.of(conditions)), LATER);
    }

    private static CustomerHistory build(String letters, AsOf asOf) {
        return builder(Histories.rules(), asOf).build(Histories.touchpoints("c", letters));
    }

    private static HistoryBuilder builder(JourneyRules rules, AsOf asOf) {
        return new HistoryBuilder(rules, new ConditionIndex(List.of()), asOf);
    }

    private static Touchpoint at(long micros) {
        return new Touchpoint("c", micros, "1", "A", null, Double.NaN, List.of(), "test");
    }

    private static Touchpoint touchpoint(String event, String channel, double value) {
        return new Touchpoint("c", 0, "1", event, channel, value, List.of(), "test");
    }

    @Test
    void everyDistinctConditionHasOneNumber() {
        TouchpointCondition buys = TouchpointCondition.ofEvents("B");
        ConditionIndex index = new ConditionIndex(List.of(TouchpointCondition.ANY, buys, TouchpointCondition.ANY));
        assertThat(index.conditions()).containsExactly(TouchpointCondition.ANY, buys);
        assertThat(index.numberOf(buys)).isEqualTo(1);
    }
}
