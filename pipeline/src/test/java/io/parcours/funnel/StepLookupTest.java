package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class StepLookupTest {
    private static final int ANSWERS = 100;

    @Test
    void answersMayBeAskedAboutInAnyOrderOfTheirNumbers() {
        CustomerHistory history = historyOfManyAnswers();
        for (int first = 0; first < ANSWERS; first++) {
            StepLookup lookup = lookupOfManySteps();

            assertThat(lookup.stepsOf(history.match(first))).containsExactly(first + 1);
            assertThat(lookup.stepsOf(history.match(ANSWERS - 1 - first))).containsExactly(ANSWERS - first);
        }
    }

    /** The n-th touchpoint matches the n-th condition alone. */
    private static CustomerHistory historyOfManyAnswers() {
        List<String> events = IntStream.range(0, ANSWERS)
                .mapToObj(i -> "" + (char) ('A' + i / 10) + (char) ('A' + i % 10))
                .toList();
        ConditionIndex index = new ConditionIndex(
                events.stream().map(TouchpointCondition::ofEvents).toList());
        return Histories.history(String.join(" ", events), index);
    }

    private static StepLookup lookupOfManySteps() {
        return new StepLookup(IntStream.range(0, ANSWERS).toArray());
    }
}
