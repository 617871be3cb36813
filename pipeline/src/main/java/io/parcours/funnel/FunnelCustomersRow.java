package io.parcours.funnel;

import java.util.List;

/**
 * A row of {@code funnel_customers}; {@link FunnelCustomersReport} says what the parts mean.
 *
 * @param heldValue null where the funnel holds nothing
 * @param lostStep null unless it dropped
 * @param lostStepName null with the step
 * @param enteredAt microseconds since the epoch
 * @param stepTimes likewise, by step; {@link io.parcours.table.Column#NO_INSTANT} where it is not reached. Not to be
 *     changed
 */
public record FunnelCustomersRow(
        String funnel,
        String customerId,
        String unit,
        int unitNumber,
        String heldValue,
        String status,
        int level,
        String levelName,
        Long lostStep,
        String lostStepName,
        long enteredAt,
        long[] stepTimes,
        List<String> breakdownValues) {}
