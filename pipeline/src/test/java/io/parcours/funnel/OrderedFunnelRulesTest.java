package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.AsOf;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each sentence of the counting rules of ordered funnels, by hand. Letters are events, minutes behind them. */
class OrderedFunnelRulesTest {

    @Test
    void aLevelNeedsTheStepsBeforeIt() {
        assertThat(LetterFunnel.of("A B C").level("A0 C5")).isEqualTo(1);
        assertThat(LetterFunnel.of("A B C").level("B0 C5")).isZero();
        assertThat(LetterFunnel.of("A B C").level("A0 B5 C9")).isEqualTo(3);
    }

    @Test
    void stepsComeInTheirOrder() {
        assertThat(LetterFunnel.of("A B").level("B0 A5")).isEqualTo(1);
        assertThat(LetterFunnel.of("A B C D").level("A0 B1 D2 B3")).isEqualTo(2);
    }

    @Test
    void otherTouchpointsMayLieBetween() {
        assertThat(LetterFunnel.of("A B C D E").level("A B D C D E")).isEqualTo(5);
    }

    @Test
    void aChainMayStartAtAnyTouchpointOfStepOne() {
        assertThat(LetterFunnel.of("A B C").within(60).matched("A0 A30 B45 C75"))
                .containsExactly(1, 2, 3);
    }

    @Test
    void theWindowIncludesItsEnd() {
        assertThat(LetterFunnel.of("A B").within(60).level("A0 B60")).isEqualTo(2);
        assertThat(LetterFunnel.of("A B").within(60).level("A0 B61")).isEqualTo(1);
    }

    @Test
    void theWindowRunsFromTheFirstStepNotFromTheStepBefore() {
        assertThat(LetterFunnel.of("A B C").within(60).level("A0 B50 C100")).isEqualTo(2);
    }

    @Test
    void withoutAWindowNothingIsTooLate() {
        assertThat(LetterFunnel.of("A B C").level("A0 B50000 C99999")).isEqualTo(3);
    }

    @Test
    void aWindowOfNothingAsksForOneInstant() {
        assertThat(LetterFunnel.of("A B").within(0).level("A7 B7")).isEqualTo(2);
        assertThat(LetterFunnel.of("A B").within(0).level("A7 B8")).isEqualTo(1);
    }

    @Test
    void oneTouchpointServesAtMostOneStep() {
        assertThat(LetterFunnel.of("A A A").level("A0")).isEqualTo(1);
        assertThat(LetterFunnel.of("A A").level("A0")).isEqualTo(1);
        assertThat(LetterFunnel.of("AB AC").level("A0")).isEqualTo(1);
    }

    @Test
    void anEventListedTwiceDemandsTwoTouchpoints() {
        assertThat(LetterFunnel.of("A A").level("A0 A0")).isEqualTo(2);
        assertThat(LetterFunnel.of("A A").level("A0 A5")).isEqualTo(2);
        assertThat(LetterFunnel.of("O V V").level("O0 V0 V0 V10")).isEqualTo(3);
    }

    @Test
    void touchpointsOfOneInstantAreTakenInWhicheverOrderReachesFurther() {
        assertThat(LetterFunnel.of("A B").level("B0 A0")).isEqualTo(2);
        assertThat(LetterFunnel.of("A B C D").level("A0 D5 C5 B5")).isEqualTo(4);
    }

    @Test
    void withStrictTiesTimeMustRise() {
        assertThat(LetterFunnel.of("A B").strictTies().level("B0 A0")).isEqualTo(1);
        assertThat(LetterFunnel.of("A B").strictTies().level("A0 B0")).isEqualTo(1);
        assertThat(LetterFunnel.of("A A").strictTies().level("A0 A0")).isEqualTo(1);
        assertThat(LetterFunnel.of("A B").strictTies().matched("A0 B0 B1")).containsExactly(0, 2);
    }

    @Test
    void withStrictTiesTheFirstOfAnInstantSupplies() {
        assertThat(LetterFunnel.of("A B C").strictTies().matched("A0 A0 B5 B5 C9 C9"))
                .containsExactly(0, 2, 4);
    }

    @Test
    void aTouchpointOfAnInstantIsLeftToTheStepThatHasNoOther() {
        // X serves both steps, Y only the first: taking X for step 1 because it comes first would stop at 1.
        assertThat(LetterFunnel.of("XY X").matched("X0 Y0")).containsExactly(1, 0);
        // Two moves are needed: X to step 3, Y to step 2, Z to step 1.
        assertThat(LetterFunnel.of("XYZ XY X").matched("X0 Y0 Z0")).containsExactly(2, 1, 0);
    }

    @Test
    void aTouchpointThatCouldStartAChainMayAlsoExtendOneOfTheSameInstant() {
        assertThat(LetterFunnel.of("A AB C").matched("A0 A5 C5")).containsExactly(0, 1, 2);
    }

    @Test
    void anInstantThatExtendsOneChainLeavesTheOthersAlone() {
        // Minute 5 takes the chain from 0 to D. The chain from 3 still stands at B, and reaches E within its own
        // window.
        assertThat(LetterFunnel.of("A B C D E").within(10).matched("A0 B1 C2 A3 B4 A5 D5 C6 D7 E12"))
                .containsExactly(3, 4, 7, 8, 9);
    }

    @Test
    void theHighestLevelCountsBeforeAnEarlierEnd() {
        assertThat(LetterFunnel.of("A B C").within(60).matched("A0 B10 A100 B140 C150"))
                .containsExactly(2, 3, 4);
    }

    @Test
    void amongTheHighestTheOneThatEndsEarliestCounts() {
        assertThat(LetterFunnel.of("A B").matched("A0 B10 A20 B25")).containsExactly(0, 1);
        assertThat(LetterFunnel.of("A B C").matched("A0 B10 A20 B20")).containsExactly(0, 1);
    }

    @Test
    void thenTheOneThatStartsLatest() {
        assertThat(LetterFunnel.of("A B").matched("A0 A5 B10")).containsExactly(1, 2);
        assertThat(LetterFunnel.of("A B C").matched("A0 B2 A5 B7 C9")).containsExactly(2, 3, 4);
    }

    @Test
    void anUnconvertedUnitIsTimedByItsEarliestEndToo() {
        assertThat(LetterFunnel.of("A B C").matched("A0 B10 A20 B30")).containsExactly(0, 1);
        assertThat(LetterFunnel.of("A B").matched("A0 A10 A20")).containsExactly(0);
    }

    @Test
    void thenEachStepInTurnIsTheEarliest() {
        assertThat(LetterFunnel.of("A B C").matched("A0 B5 B7 C10")).containsExactly(0, 1, 3);
        assertThat(LetterFunnel.of("A B BC D").matched("A0 B1 C2 B3 D4")).containsExactly(0, 1, 2, 4);
    }

    @Test
    void atEqualTimesTheFirstInTotalOrderIsTaken() {
        assertThat(LetterFunnel.of("A B C").matched("A0 B5 B5 C10")).containsExactly(0, 1, 3);
        assertThat(LetterFunnel.of("A B").matched("A0 A0 B5 B5")).containsExactly(0, 2);
    }

    @Test
    void anInstantSuppliesAsManyStepsAsItCan() {
        assertThat(LetterFunnel.of("A B C").matched("A0 B0 B3 C5")).containsExactly(0, 1, 3);
    }

    @Test
    void anEarlierStepChoosesBeforeALaterOne() {
        // Step 1 takes X, the first of its instant, although Y would leave X to step 2: Z still serves that in time.
        assertThat(LetterFunnel.of("XY XZ W").matched("X0 Y0 Z5 W9")).containsExactly(0, 2, 3);
        // Without Z it must leave X alone.
        assertThat(LetterFunnel.of("XY XZ W").matched("X0 Y0 W9")).containsExactly(1, 0, 2);
    }

    @Test
    void aWindowMayBeLongerThanAllTime() {
        LetterFunnel funnel = new LetterFunnel(
                "A B",
                FunnelRules.Unit.CUSTOMER,
                ChainRules.DEFAULT.withWindow(Duration.ofSeconds(Long.MAX_VALUE)),
                FunnelCuts.DEFAULT,
                AsOf.ofMicros(-10, ZoneOffset.UTC));
        LetterProgress progress = track(funnel, touchpoint("A", -3_000_000), touchpoint("X", -2_000_000));

        assertThat(progress.level()).isEqualTo(1);
        assertThat(progress.matureLevel()).isZero();
        assertThat(progress.outcome()).isEqualTo(FunnelProgress.Outcome.IN_PROGRESS);
    }

    @Test
    void windowsAndTimesAreKeptToTheMicrosecond() {
        LetterFunnel funnel = new LetterFunnel(
                "A B",
                FunnelRules.Unit.CUSTOMER,
                ChainRules.DEFAULT.withWindow(Duration.ofNanos(1_500_000_000)),
                FunnelCuts.DEFAULT,
                AsOf.ofMicros(10_000_000, ZoneOffset.UTC));

        assertThat(track(funnel, touchpoint("A", 7), touchpoint("B", 1_500_007)).level())
                .isEqualTo(2);
        assertThat(track(funnel, touchpoint("A", 7), touchpoint("B", 1_500_008)).level())
                .isEqualTo(1);
    }

    private static LetterProgress track(LetterFunnel funnel, Touchpoint... touchpoints) {
        return funnel.track(funnel.history(List.of(touchpoints))).orElseThrow();
    }

    private static Touchpoint touchpoint(String event, long micros) {
        return new Touchpoint("c", micros, event, event, null, Double.NaN, List.of(), "test");
    }

    @Test
    void anyNumberOfStepsIsMatched() {
        assertThat(alternating(37).level(history(37, 1))).isEqualTo(37);
        assertThat(alternating(37).level(history(36, 1))).isEqualTo(36);
        assertThat(alternating(300).level(history(300, 1))).isEqualTo(300);
    }

    @Test
    void anyNumberOfStepsIsMatchedAtOneInstant() {
        assertThat(alternating(37).level(history(37, 0))).isEqualTo(37);
        assertThat(alternating(300).level(history(300, 0))).isEqualTo(300);
        assertThat(alternating(300).level(history(299, 0))).isEqualTo(299);
    }

    /** A B A B ... */
    private static LetterFunnel alternating(int steps) {
        return LetterFunnel.of(letters(steps).collect(Collectors.joining(" ")));
    }

    private static String history(int touchpoints, int minutesApart) {
        String[] letters = letters(touchpoints).toArray(String[]::new);
        return IntStream.range(0, touchpoints)
                .mapToObj(i -> letters[i] + i * minutesApart)
                .collect(Collectors.joining(" "));
    }

    private static Stream<String> letters(int count) {
        return IntStream.range(0, count).mapToObj(i -> i % 2 == 0 ? "A" : "B");
    }
}
