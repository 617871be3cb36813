package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.funnel.FunnelProgress.Outcome;
import io.parcours.journey.Span;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Reached, dropped, in progress; maturity; units: each sentence by hand. */
class FunnelOutcomeTest {
    private static final LetterFunnel HOUR = LetterFunnel.of("A B").within(60);

    @Test
    void anEntryIsMatureWhenItsWindowEndsAtAsOf() {
        LetterProgress progress = HOUR.asOfMinute(60).track("A0");

        assertThat(progress.outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(progress.matureLevel()).isEqualTo(1);
    }

    @Test
    void anEntryIsNotMatureWhileItsWindowLasts() {
        LetterProgress progress = HOUR.asOfMinute(59).track("A0");

        assertThat(progress.outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(progress.matureLevel()).isZero();
    }

    @Test
    void oneEntryThatIsNotMatureKeepsAUnitInProgress() {
        LetterProgress progress = HOUR.asOfMinute(100).track("A0 A50");

        assertThat(progress.outcome()).isEqualTo(Outcome.IN_PROGRESS);
        assertThat(progress.matureLevel()).isEqualTo(1);
    }

    @Test
    void theLastEntryDecidesAlsoWhenOtherStepsFollowIt() {
        assertThat(LetterFunnel.of("A B C")
                        .within(60)
                        .asOfMinute(100)
                        .track("A0 A50 B60")
                        .outcome())
                .isEqualTo(Outcome.IN_PROGRESS);
    }

    @Test
    void onlyEntriesKeepAUnitInProgress() {
        assertThat(LetterFunnel.of("A B C")
                        .within(60)
                        .asOfMinute(100)
                        .track("A0 B50")
                        .outcome())
                .isEqualTo(Outcome.DROPPED);
    }

    @Test
    void aConvertedUnitIsNeverInProgress() {
        assertThat(HOUR.asOfMinute(30).track("A0 B10 A20").outcome()).isEqualTo(Outcome.CONVERTED);
    }

    @Test
    void matureCountsAreThoseOfChainsFromMatureEntries() {
        // B70 is within the hour only of A50, whose window lasts until 110.
        LetterProgress progress = HOUR.asOfMinute(100).track("A0 A50 B70");

        assertThat(progress.level()).isEqualTo(2);
        assertThat(progress.matureLevel()).isEqualTo(1);
    }

    @Test
    void aMatureEntryMayCountThoughALaterOneSuppliesTheTimes() {
        LetterProgress progress = HOUR.asOfMinute(80).track("A20 A50 B60");

        assertThat(progress.matched()).containsExactly(1, 2);
        assertThat(progress.matureLevel()).isEqualTo(2);
    }

    @Test
    void withoutAWindowACustomerIsDroppedAtOnce() {
        LetterProgress progress = LetterFunnel.of("A B").asOfMinute(0).track("A0");

        assertThat(progress.outcome()).isEqualTo(Outcome.DROPPED);
        assertThat(progress.matureLevel()).isZero();
    }

    @Test
    void aUnitWithoutStepOneNeverEntered() {
        LetterProgress progress = LetterFunnel.of("A B").track("B0");

        assertThat(progress.outcome()).isNull();
        assertThat(progress.firstServing()).containsExactly(-1, 0);
    }

    @Test
    void aUnitThatServesNoStepHasNoProgress() {
        LetterFunnel funnel = LetterFunnel.of("A B");

        assertThat(funnel.track(funnel.history("X0 Y1"))).isEmpty();
    }

    @Test
    void aUnitThatNeverEnteredHasNoChain() {
        LetterFunnel funnel = LetterFunnel.of("A B");
        FunnelPlan plan = FunnelPlan.of(funnel.rules(), funnel.index(), List.of(), funnel.asOf());
        ServingTouchpoints touchpoints = new ServingTouchpoints();
        touchpoints.add(0, 0, StepLookup.Served.of(0, new int[] {2}));
        touchpoints.add(1, 60_000_000, StepLookup.Served.of(0, new int[] {2}));
        touchpoints.moveTo(new Span(1, 0, 2, false));

        assertThat(FunnelMatcher.of(plan, List.of()).chain(touchpoints, Long.MAX_VALUE))
                .isEmpty();
    }

    @Test
    void anOpenSessionIsInProgress() {
        LetterFunnel sessions = LetterFunnel.of("A B").per(FunnelRules.Unit.SESSION);

        // A session stays open until its gap of 30 minutes is exceeded.
        assertThat(inProgressAtStepTwo(sessions.asOfMinute(30), "A0")).isEqualTo(1);
        assertThat(inProgressAtStepTwo(sessions.asOfMinute(31), "A0")).isZero();
    }

    @Test
    void anOpenSessionIsInProgressThoughItsEntriesAreMature() {
        LetterFunnel sessions =
                LetterFunnel.of("A B").within(5).per(FunnelRules.Unit.SESSION).asOfMinute(20);

        assertThat(inProgressAtStepTwo(sessions, "A0")).isEqualTo(1);
    }

    @Test
    void anOpenJourneyIsInProgress() {
        LetterFunnel journeys = LetterFunnel.of("A B").per(FunnelRules.Unit.JOURNEY);

        int gap = 60;
        assertThat(inProgressAtStepTwo(journeys.asOfMinute(gap), "A0")).isEqualTo(1);
        assertThat(inProgressAtStepTwo(journeys.asOfMinute(gap + 1), "A0")).isZero();
    }

    @Test
    void everySessionIsAUnitOfItsOwn() {
        List<FunnelStepsRow> rows =
                LetterFunnel.of("A B").per(FunnelRules.Unit.SESSION).steps("A0 B40 A50 B60 A200");

        assertThat(LetterFunnel.reached(rows)).containsExactly(3, 1);
        assertThat(rows.get(1).dropped()).isEqualTo(2);
    }

    @Test
    void everyJourneyIsAUnitOfItsOwn() {
        int gap = 60;
        LetterFunnel funnel = LetterFunnel.of("A B").asOfMinute(600);
        String history = "A0 B" + gap + " A" + (2 * gap + 1) + " B" + (3 * gap + 2);

        assertThat(LetterFunnel.reached(funnel.per(FunnelRules.Unit.JOURNEY).steps(history)))
                .containsExactly(2, 1);
        assertThat(LetterFunnel.reached(funnel.steps(history))).containsExactly(1, 1);
    }

    private static long inProgressAtStepTwo(LetterFunnel funnel, String history) {
        FunnelStepsRow row = funnel.steps(history).get(1);
        assertThat(row.inProgress() + row.dropped()).isEqualTo(1);
        return row.inProgress();
    }
}
