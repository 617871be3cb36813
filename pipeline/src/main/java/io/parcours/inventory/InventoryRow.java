package io.parcours.inventory;

import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.Interval;
import java.util.function.Function;

/**
 * A channel, stage and event in one group.
 *
 * @param isOther whether it stands for all names that were not kept apart, over which only some figures add up
 * @param tally what was counted of its touchpoints
 * @param total what was counted of all touchpoints of the group
 */
record InventoryRow(
        String breakdown,
        String breakdownValue,
        String channel,
        String stage,
        String event,
        boolean isOther,
        InventoryTally tally,
        InventoryTally total) {

    Long unlessOther(long count) {
        return isOther ? null : (Long) count;
    }

    Double rate(ClusteredProportion proportion) {
        return isOther ? null : proportion.rate().orElse(null);
    }

    Double low(ClusteredProportion proportion) {
        return isOther ? null : proportion.interval().map(Interval::low).orElse(null);
    }

    Double high(ClusteredProportion proportion) {
        return isOther ? null : proportion.interval().map(Interval::high).orElse(null);
    }

    Double satisfaction(Function<Interval, Double> end) {
        return isOther
                ? null
                : tally.satisfaction().intervalWithin(0, 1).map(end).orElse(null);
    }
}
