package io.parcours.sample.fitted;

import io.parcours.map.JourneyMap;
import io.parcours.trigger.TriggerRules;
import java.util.List;

/** Counts the firings of every trigger by their state at the end of the log, straight from the sentence. */
final class TriggerTruth {
    /** The firings of one trigger. */
    static final class Firings {
        long cancelled;
        long due;
        long pending;
    }

    private final List<TriggerRules> triggers;
    private final Judge judge;
    private final long end;
    final Firings[] firings;

    TriggerTruth(JourneyMap map, Judge judge, PlayTime time) {
        this.triggers = map.features().triggers();
        this.judge = judge;
        this.end = time.end();
        this.firings = new Firings[triggers.size()];
        for (int i = 0; i < firings.length; i++) {
            firings[i] = new Firings();
        }
    }

    /** Adds a customer's touches in order. */
    void add(List<Touch> touches) {
        for (int i = 0; i < firings.length; i++) {
            fire(triggers.get(i), firings[i], touches);
        }
    }

    private void fire(TriggerRules trigger, Firings counts, List<Touch> touches) {
        long restsUntil = Long.MIN_VALUE;
        for (int i = 0; i < touches.size(); i++) {
            Touch start = touches.get(i);
            if (start.time < restsUntil || !judge.holds(trigger.when(), start, start.stage)) {
                continue;
            }
            restsUntil = start.time + trigger.cooldown().toSeconds();
            long deadline = start.time + trigger.within().toSeconds();
            if (isCancelled(trigger, touches.subList(i + 1, touches.size()), deadline)) {
                counts.cancelled++;
            } else if (deadline <= end) {
                counts.due++;
            } else {
                counts.pending++;
            }
        }
    }

    private boolean isCancelled(TriggerRules trigger, List<Touch> later, long deadline) {
        return trigger.unlessIfAny()
                .filter(unless -> later.stream()
                        .anyMatch(touch -> touch.time <= deadline && judge.holds(unless, touch, touch.stage)))
                .isPresent();
    }
}
