package io.parcours.funnel;

/**
 * A row of {@code funnel_times}; {@link FunnelTimesReport} says what the parts mean.
 *
 * @param fromStep null where it differs from unit to unit
 */
public record FunnelTimesRow(
        String funnel,
        Long fromStep,
        int toStep,
        String fromStepName,
        String toStepName,
        long secondsFrom,
        long secondsTo,
        long units,
        double share) {}
