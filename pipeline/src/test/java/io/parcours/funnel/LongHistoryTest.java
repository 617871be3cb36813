package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Histories of a hundred thousand touchpoints, a minute apart, under every rule. The limits are wide: they fail only where the work
 * grows with the square of the history.
 */
class LongHistoryTest {
    private static final int TOUCHPOINTS = 100_000;
    private static final ChainRules RULES = ChainRules.DEFAULT;

    @Test
    void strictChains() {
        LetterFunnel strict = LetterFunnel.of("A B C D").with(RULES.withOrder(ChainRules.Order.STRICT));

        assertThat(track(strict, "ABCB").level()).isEqualTo(3);
        assertThat(track(strict.within(60), "ABXC").level()).isEqualTo(2);
    }

    @Test
    void attempts() {
        LetterFunnel every = LetterFunnel.of("A B C").with(RULES.withEntry(ChainRules.Entry.EVERY));

        assertThat(track(every, "ABC").counted().size()).isEqualTo(33_334);
        assertThat(track(every.within(10), "A").counted()).hasSize(9_091);
        assertThat(track(every.without("X", FunnelExclusion.Scope.ATTEMPT), "ABX")
                        .counted())
                .hasSize(33_334);
        assertThat(track(every.without("X", FunnelExclusion.Scope.UNIT), "AB").counted())
                .hasSize(1);
        assertThat(track(every, "AB").counted()).hasSize(1);
    }

    @Test
    void optionalStepsAndStepWindows() {
        assertThat(track(LetterFunnel.of("A B? C? D"), "ABCX").level()).isEqualTo(1);
        assertThat(track(LetterFunnel.of("A B<1 C<1? D<1"), "ABXD").level()).isEqualTo(2);
        assertThat(track(LetterFunnel.of("A B? C? D E? A").within(1000), "ABCDX")
                        .level())
                .isEqualTo(6);
    }

    @Test
    void exclusionsOfChainsThatFallShort() {
        LetterFunnel funnel = LetterFunnel.of("A B C").without("X", FunnelExclusion.Scope.ATTEMPT);

        // The last touchpoint of all is an A, and nothing breaks that.
        assertThat(track(funnel, "ABX").level()).isEqualTo(1);
        assertThat(track(funnel.within(1), "ABX").level()).isEqualTo(2);
        assertThat(track(funnel.within(1000), "AB").level()).isEqualTo(2);
        assertThat(track(funnel.within(1000), "ABX").level()).isEqualTo(1);
    }

    @Test
    void theFirstEntryAlone() {
        LetterFunnel first = LetterFunnel.of("A B C").with(RULES.withEntry(ChainRules.Entry.FIRST));

        assertThat(track(first, "ABX").level()).isEqualTo(2);
        assertThat(track(first.within(50), "AXX").level()).isEqualTo(1);
    }

    @Test
    void unorderedSets() {
        LetterFunnel unordered = LetterFunnel.of("A B C D").with(RULES.withOrder(ChainRules.Order.UNORDERED));

        assertThat(track(unordered, "CABX").level()).isEqualTo(3);
        assertThat(track(unordered.within(2), "CXABXX").level()).isEqualTo(2);
        assertThat(track(unordered.within(20).without("X", FunnelExclusion.Scope.ATTEMPT), "CABXX")
                        .level())
                .isZero();
    }

    @Test
    void somethingExcludedAtTheVeryEnd() {
        LetterFunnel funnel = LetterFunnel.of("A B").without("X", FunnelExclusion.Scope.ATTEMPT);
        String pattern = "A".repeat(TOUCHPOINTS - 1) + "X";

        assertThat(track(funnel, pattern).level()).isZero();
        assertThat(track(funnel.with(funnel.chains().withOrder(ChainRules.Order.STRICT)), pattern)
                        .level())
                .isZero();
    }

    @Test
    void everyTouchpointHasAnotherHeldValue() {
        LetterFunnel funnel = LetterFunnel.of("A B").with(RULES.withHold(List.of("channel")));
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (Touchpoint touchpoint : touchpoints("AB")) {
            touchpoints.add(new Touchpoint(
                    "c",
                    touchpoint.occurredAt(),
                    touchpoint.eventId(),
                    touchpoint.event(),
                    "channel " + touchpoints.size() / 2,
                    Double.NaN,
                    List.of(),
                    "long"));
        }

        assertThat(reached(funnel, touchpoints)).containsExactly(TOUCHPOINTS / 2, TOUCHPOINTS / 2);
    }

    @Test
    void attemptsWithEverythingThatIsToldOfThem() {
        LetterFunnel every = LetterFunnel.of("A B C").with(RULES.withEntry(ChainRules.Entry.EVERY));

        assertThat(reached(every.within(10), touchpoints("AXB"))).containsExactly(8_334, 8_334, 0);
    }

    private static long[] reached(LetterFunnel funnel, List<Touchpoint> touchpoints) {
        CustomerHistory history = funnel.history(touchpoints);
        return assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            FunnelCounts counts = funnel.question().begin(funnel.asOf());
            counts.add(history);
            return LetterFunnel.reached(LetterFunnel.steps(funnel.question().report(counts)));
        });
    }

    private static LetterProgress track(LetterFunnel funnel, String pattern) {
        CustomerHistory history = funnel.history(touchpoints(pattern));
        return assertTimeoutPreemptively(
                Duration.ofSeconds(20), () -> funnel.track(history).orElseThrow());
    }

    private static List<Touchpoint> touchpoints(String pattern) {
        long zero = Histories.asOfMinute(0).micros();
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < TOUCHPOINTS; i++) {
            String event = pattern.substring(i % pattern.length(), i % pattern.length() + 1);
            touchpoints.add(new Touchpoint(
                    "c", zero + i * 60_000_000L, "%06d".formatted(i), event, null, Double.NaN, List.of(), "long"));
        }
        return touchpoints;
    }
}
