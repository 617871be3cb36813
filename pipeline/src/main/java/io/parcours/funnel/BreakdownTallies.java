package io.parcours.funnel;

import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** The tallies of a funnel by the values of one breakdown. */
final class BreakdownTallies implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    private final Map<String, StepTally> byValue = new HashMap<>();
    private transient String latest;
    private transient StepTally latestTally;

    BreakdownTallies(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
    }

    /** The tally of a value, also of one not seen before. */
    StepTally of(String value) {
        // Texts of a task are mostly one object, and a unit's touchpoints mostly have one value.
        if (value != latest) {
            latestTally = byValue.computeIfAbsent(value, key -> new StepTally(plan, spans));
            latest = value;
        }
        return latestTally;
    }

    void forEach(BiConsumer<String, StepTally> action) {
        byValue.forEach(action);
    }

    /** The values that occur, in the order of reports. */
    List<String> values() {
        return byValue.keySet().stream().sorted(Utf8Order.COMPARATOR).toList();
    }
}
