package io.parcours.trigger;

import io.parcours.journey.CustomerHistory;
import java.util.List;

/**
 * A row of {@code triggers}.
 *
 * @param plan the trigger
 * @param firing the firing
 * @param history the customer's history
 */
record TriggersRow(TriggerPlan plan, Firing firing, CustomerHistory history) {

    String customerId() {
        return history.customerId();
    }

    String trigger() {
        return plan.rules().name();
    }

    String action() {
        return plan.rules().action();
    }

    long startedAt() {
        return history.occurredAt(firing.start());
    }

    /** When a touchpoint happened; null for none. */
    Long at(int touchpoint) {
        return touchpoint == Firing.NONE ? null : (Long) history.occurredAt(touchpoint);
    }

    String nextEvent() {
        return firing.next() == Firing.NONE ? null : history.event(firing.next());
    }

    String nextChannel() {
        return firing.next() == Firing.NONE ? null : history.channel(firing.next());
    }

    String entryChannel() {
        return history.channel(firing.journey().from());
    }

    Boolean isConvertedAfter() {
        return firing.state() == FiringState.PENDING ? null : (Boolean) firing.isConverted();
    }

    List<String> breakdownValues() {
        return plan.breakdowns().stream()
                .skip(1)
                .map(breakdown -> breakdown.value(history, firing))
                .toList();
    }
}
