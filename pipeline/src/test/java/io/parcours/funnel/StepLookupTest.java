package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepLookupTest {
    private static final int ANSWERS = 100;
    private static final List<String> EVENTS = IntStream.range(0, ANSWERS)
            .mapToObj(i -> "" + (char) ('A' + i / 10) + (char) ('A' + i % 10))
            .toList();
    /** The n-th event matches the n-th condition alone. */
    private static final ConditionIndex INDEX = new ConditionIndex(
            EVENTS.stream().map(TouchpointCondition::ofEvents).toList());

    @Test
    void answersMayBeAskedAboutInAnyOrderOfTheirNumbers() {
        CustomerHistory history = Histories.history(String.join(" ", EVENTS), INDEX);
        for (int first = 0; first < ANSWERS; first++) {
            StepLookup lookup = new StepLookup(List.of(plan(EVENTS)));

            assertThat(steps(lookup, history, first)).containsExactly("0: " + (first + 1));
            assertThat(steps(lookup, history, ANSWERS - 1 - first)).containsExactly("0: " + (ANSWERS - first));
        }
    }

    @Test
    void everyFunnelServedIsNamedOnceWithItsSteps() {
        // One touchpoint of each event; the second funnel has the first event twice, the third has others only.
        CustomerHistory history = Histories.history(String.join(" ", EVENTS), INDEX);
        StepLookup lookup = new StepLookup(List.of(
                plan(EVENTS.subList(0, 3)),
                plan(List.of(EVENTS.get(0), EVENTS.get(5), EVENTS.get(0))),
                plan(EVENTS.subList(5, 7))));

        assertThat(steps(lookup, history, 0)).containsExactly("0: 1", "1: 1, 3");
        assertThat(steps(lookup, history, 5)).containsExactly("1: 2", "2: 1");
        assertThat(steps(lookup, history, 9)).isEmpty();
    }

    private static List<String> steps(StepLookup lookup, CustomerHistory history, int touchpoint) {
        return Arrays.stream(lookup.servedBy(history.match(touchpoint)))
                .map(served -> served.funnel() + ": "
                        + Arrays.stream(served.steps())
                                .mapToObj(Integer::toString)
                                .collect(Collectors.joining(", ")))
                .toList();
    }

    private static FunnelPlan plan(List<String> events) {
        List<FunnelStep> steps = IntStream.range(0, events.size())
                .mapToObj(i -> new FunnelStep("step " + i, TouchpointCondition.ofEvents(events.get(i))))
                .toList();
        return FunnelPlan.of(FunnelRules.of("any", steps), INDEX, List.of(), Histories.asOfMinute(0));
    }
}
