package io.parcours.attribution;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import java.util.ArrayList;
import java.util.List;

/** The credits of conversions and the paths to them, by each kind of name that is asked for. */
public final class AttributionCounts implements Counts<AttributionCounts> {
    private static final long serialVersionUID = 1L;

    private final AttributionRules rules;
    private final AsOf asOf;
    private final Touches.Conditions conditions;
    private final TouchWindows windows;
    private final List<LevelCounts> levels = new ArrayList<>();
    /** By group: whether it has a customer. */
    private final boolean[] isGroupFilled = new boolean[CustomerGroups.COUNT];

    private long firstAt = Long.MAX_VALUE;
    private transient Touches touches;

    AttributionCounts(AttributionRules rules, List<Credited> credited, Touches.Conditions conditions, AsOf asOf) {
        this.rules = rules;
        this.asOf = asOf;
        this.conditions = conditions;
        this.windows = new TouchWindows(rules);
        credited.forEach(by -> levels.add(new LevelCounts(by, rules)));
    }

    @Override
    public void add(CustomerHistory history) {
        if (touches == null) {
            touches = new Touches(conditions);
        }
        firstAt = Math.min(firstAt, history.occurredAt(0));
        touches.read(history);
        int group = CustomerGroups.of(history.customerId());
        isGroupFilled[group] = true;
        for (LevelCounts level : levels) {
            level.add(history, touches, windows, group);
        }
    }

    @Override
    public void merge(AttributionCounts other) {
        firstAt = Math.min(firstAt, other.firstAt);
        for (int group = 0; group < isGroupFilled.length; group++) {
            isGroupFilled[group] |= other.isGroupFilled[group];
        }
        for (int level = 0; level < levels.size(); level++) {
            levels.get(level).merge(other.levels.get(level));
        }
    }

    List<LevelCounts> levels() {
        return levels;
    }

    /** By group: whether it has a customer. */
    boolean[] filledGroups() {
        return isGroupFilled.clone();
    }

    /** How many costs do not count, because no day of their period lies from the first touchpoint to as_of. */
    public int costsOutsideTheLog() {
        return costs().outside();
    }

    /** The costs that count; without a touchpoint those of the day of as_of. */
    SpentCosts costs() {
        List<Cost> costs = rules.costsIfGiven().map(CostRules::costs).orElse(List.of());
        long first = Math.min(firstAt, asOf.micros());
        return new SpentCosts(costs, AsOf.ofMicros(first, asOf.zone()).date(), asOf.date());
    }
}
