package io.parcours.trigger;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.TouchpointColumn;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** A trigger with its conditions and breakdowns numbered. */
final class TriggerPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int NEVER = -1;

    private final TriggerRules rules;
    private final int when;
    private final int unless;
    private final long within;
    private final long cooldown;
    private final ArrayList<FiringBreakdown> breakdowns;

    TriggerPlan(TriggerRules rules, ConditionIndex index, List<String> dimensions) {
        this.rules = rules;
        this.when = index.numberOf(rules.when());
        TouchpointCondition cancelling = rules.unless();
        this.unless = cancelling == null ? NEVER : index.numberOf(cancelling);
        this.within = rules.within().toNanos() / 1000;
        this.cooldown = rules.cooldown().toNanos() / 1000;
        this.breakdowns = new ArrayList<>(List.of(FiringBreakdown.ENTRY_CHANNEL));
        rules.breakdown().forEach(name -> breakdowns.add(FiringBreakdown.of(TouchpointColumn.of(name, dimensions))));
    }

    TriggerRules rules() {
        return rules;
    }

    boolean starts(CustomerHistory history, int index) {
        return history.match(index).holds(when);
    }

    boolean cancels(CustomerHistory history, int index) {
        return unless != NEVER && history.match(index).holds(unless);
    }

    /** The last instant at which a firing that starts then can be cancelled. */
    long deadline(long startedAt) {
        return startedAt + within;
    }

    /** The last instant at which the trigger rests after a firing that became due then. */
    long restsUntil(long deadline) {
        return deadline + cooldown;
    }

    /** The entry channel, then those of the rules. */
    List<FiringBreakdown> breakdowns() {
        return breakdowns;
    }
}
