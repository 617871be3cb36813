package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Long histories and logs of day resolution, with thousands of touchpoints at one instant. The limits are wide: they fail
 * only where the work grows with the square of the history or of the crowd.
 */
class CrowdedInstantTest {
    private static final int CROWD = 300_000;
    private static final int STEPS = 37;

    @Test
    void aCrowdAtOneInstantIsMatchedInLinearTime() {
        LetterProgress progress = track(funnel(), IntStream.range(0, CROWD).mapToLong(i -> 0));

        assertThat(progress.matched()).containsExactly(IntStream.range(0, STEPS).toArray());
    }

    @Test
    void crowdsOnManyDaysAreMatchedInLinearTime() {
        // Ten touchpoints a day; a window of a day holds those of two days.
        LetterProgress progress =
                track(funnel().within(1440), IntStream.range(0, CROWD).mapToLong(i -> i / 10 * 1440L));

        assertThat(progress.matched()).containsExactly(IntStream.range(0, 20).toArray());
        assertThat(progress.level()).isEqualTo(20);
    }

    @Test
    void aLongHistoryIsMatchedInLinearTime() {
        LetterProgress progress =
                track(funnel().within(20), IntStream.range(0, CROWD).mapToLong(i -> i));

        assertThat(progress.level()).isEqualTo(21);
    }

    @Test
    void hundredsOfStepsAreMatchedOverCrowds() {
        LetterFunnel funnel = LetterFunnel.of(
                        IntStream.range(0, 400).mapToObj(i -> "AB").collect(Collectors.joining(" ")))
                .within(0);

        assertThat(track(funnel, IntStream.range(0, 60_000).mapToLong(i -> i / 300))
                        .level())
                .isEqualTo(300);
    }

    /** All steps the same, every touchpoint serving all. */
    private static LetterFunnel funnel() {
        return LetterFunnel.of(IntStream.range(0, STEPS).mapToObj(i -> "AB").collect(Collectors.joining(" ")));
    }

    private static LetterProgress track(LetterFunnel funnel, LongStream minutes) {
        long zero = Histories.asOfMinute(0).micros();
        List<Touchpoint> touchpoints = new ArrayList<>();
        minutes.forEach(minute -> touchpoints.add(new Touchpoint(
                "c",
                zero + minute * 60_000_000,
                Integer.toString(touchpoints.size()),
                touchpoints.size() % 2 == 0 ? "A" : "B",
                null,
                Double.NaN,
                List.of(),
                "crowd")));
        CustomerHistory history = funnel.history(touchpoints);
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> funnel.track(history).orElseThrow());
    }
}
