package io.parcours.trigger;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** A firing as docs/triggers.md defines it, found by asking every touchpoint about every other. */
record DefinedFiring(TriggerRules trigger, CustomerHistory history, AsOf asOf, int number, int start, int cancelledBy) {

    static List<DefinedFiring> all(List<TriggerRules> triggers, List<CustomerHistory> histories, AsOf asOf) {
        List<DefinedFiring> all = new ArrayList<>();
        for (CustomerHistory history : histories) {
            for (TriggerRules trigger : triggers) {
                all.addAll(of(trigger, history, asOf));
            }
        }
        return all;
    }

    private static List<DefinedFiring> of(TriggerRules trigger, CustomerHistory history, AsOf asOf) {
        List<DefinedFiring> found = new ArrayList<>();
        for (int i = 0; i < history.size(); i++) {
            int touchpoint = i;
            if (trigger.when().events().contains(history.event(i))
                    && found.stream()
                            .noneMatch(firing -> firing.isRunning(touchpoint) || firing.isResting(touchpoint))) {
                long deadline = history.occurredAt(i) + trigger.within().toNanos() / 1000;
                int cancelledBy = IntStream.range(i + 1, history.size())
                        .filter(other -> trigger.unless() != null
                                && trigger.unless().events().contains(history.event(other))
                                && history.occurredAt(other) <= deadline)
                        .findFirst()
                        .orElse(-1);
                found.add(new DefinedFiring(trigger, history, asOf, found.size() + 1, i, cancelledBy));
            }
        }
        return found;
    }

    private boolean isRunning(int touchpoint) {
        return touchpoint > start
                && (cancelledBy >= 0 ? touchpoint < cancelledBy : history.occurredAt(touchpoint) <= deadline());
    }

    private boolean isResting(int touchpoint) {
        return cancelledBy < 0
                && history.occurredAt(touchpoint)
                        <= deadline() + trigger.cooldown().toNanos() / 1000;
    }

    long startedAt() {
        return history.occurredAt(start);
    }

    long deadline() {
        return startedAt() + trigger.within().toNanos() / 1000;
    }

    String state() {
        return cancelledBy >= 0 ? "cancelled" : deadline() <= asOf.micros() ? "due" : "pending";
    }

    private int next() {
        return IntStream.range(0, history.size())
                .filter(i -> state().equals("cancelled") && i > cancelledBy
                        || state().equals("due") && history.occurredAt(i) > deadline())
                .findFirst()
                .orElse(-1);
    }

    int conversion() {
        return IntStream.range(0, history.size())
                .filter(i -> history.event(i).equals("D"))
                .filter(i -> state().equals("cancelled") && i >= cancelledBy
                        || state().equals("due") && history.occurredAt(i) > deadline())
                .findFirst()
                .orElse(-1);
    }

    private static Span spanOf(List<Span> spans, int touchpoint) {
        return spans.stream()
                .filter(span -> span.from() <= touchpoint && touchpoint < span.to())
                .findFirst()
                .orElseThrow();
    }

    String entryChannel() {
        return history.channel(spanOf(history.journeys(), start).from());
    }

    String channelOrNone() {
        return history.channel(start) == null ? "(none)" : history.channel(start);
    }

    Map<String, Object> row() {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("customer_id", history.customerId());
        row.put("trigger", trigger.name());
        row.put("firing_number", (long) number);
        row.put("action", trigger.action());
        row.put("state", state());
        row.put("started_at", startedAt());
        row.put("deadline_at", deadline());
        row.put("cancelled_at", at(cancelledBy));
        row.put("event", history.event(start));
        row.put("channel", history.channel(start));
        row.put("stage", history.stageName(start));
        row.put("value", history.value(start));
        row.put("session_number", (long) spanOf(history.sessions(), start).number());
        row.put("journey_number", (long) spanOf(history.journeys(), start).number());
        row.put("entry_channel", entryChannel());
        row.put("next_event", next() < 0 ? null : history.event(next()));
        row.put("next_channel", next() < 0 ? null : history.channel(next()));
        row.put("next_at", at(next()));
        row.put("is_converted_after", state().equals("pending") ? null : (Boolean) (conversion() >= 0));
        row.put("converted_at", at(conversion()));
        row.put("breakdown_values", List.of(channelOrNone()));
        return row;
    }

    private Long at(int touchpoint) {
        return touchpoint < 0 ? null : (Long) history.occurredAt(touchpoint);
    }
}
