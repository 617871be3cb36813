package io.parcours.funnel;

/**
 * A row of {@code funnel_steps}; {@link FunnelStepsReport} says what the parts mean.
 *
 * @param matureEntered null without a window
 * @param matureReached null without a window
 */
public record FunnelStepsRow(
        String funnel,
        String breakdown,
        String breakdownValue,
        int step,
        String stepName,
        long reached,
        long dropped,
        long inProgress,
        long open,
        Rate fromFirst,
        Rate fromPrevious,
        Long matureEntered,
        Long matureReached,
        Rate mature,
        StepTimes timesFromPrevious,
        StepTimes timesFromFirst,
        String intervalBasis) {

    static FunnelStepsRow of(FunnelPlan plan, String breakdown, String value, int step, StepTally tally) {
        boolean hasWindow = plan.hasWindow();
        return new FunnelStepsRow(
                plan.rules().name(),
                breakdown,
                value,
                step,
                plan.stepName(step),
                tally.reached(step),
                tally.dropped(step),
                tally.inProgress(step),
                tally.open(step),
                tally.fromFirst(step),
                tally.fromPrevious(step),
                hasWindow ? tally.matureReached(1) : null,
                hasWindow ? tally.matureReached(step) : null,
                tally.mature(step),
                tally.timesFromPrevious(step),
                tally.timesFromFirst(step),
                Rate.basis(plan));
    }
}
