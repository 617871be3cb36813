package io.parcours.funnel;

import java.time.LocalDate;

/**
 * A row of {@code funnel_trend}; {@link FunnelTrendReport} says what the parts mean.
 *
 * @param matureEntered null without a window
 * @param matureReached null without a window
 */
public record FunnelTrendRow(
        String funnel,
        LocalDate cohort,
        int step,
        String stepName,
        long entered,
        long reached,
        long dropped,
        long inProgress,
        Long matureEntered,
        Long matureReached,
        Rate mature,
        String intervalBasis) {

    static FunnelTrendRow of(FunnelPlan plan, LocalDate cohort, int step, StepCounts counts) {
        boolean hasWindow = plan.hasWindow();
        return new FunnelTrendRow(
                plan.rules().name(),
                cohort,
                step,
                plan.stepName(step),
                counts.reached(1),
                counts.reached(step),
                counts.dropped(step),
                counts.inProgress(step),
                hasWindow ? counts.matureReached(1) : null,
                hasWindow ? counts.matureReached(step) : null,
                counts.mature(step),
                Rate.basis(plan));
    }
}
