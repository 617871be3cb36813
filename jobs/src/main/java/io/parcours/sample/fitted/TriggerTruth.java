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

    /** Reads the rules of docs/triggers.md one after the other. */
    private void fire(TriggerRules trigger, Firings counts, List<Touch> touches) {
        boolean isRunning = false;
        long deadline = Long.MIN_VALUE;
        long restsUntil = Long.MIN_VALUE;
        for (Touch touch : touches) {
            if (isRunning && touch.time > deadline) {
                isRunning = false;
                counts.due++;
                restsUntil = deadline + trigger.cooldown().toSeconds();
            }
            if (isRunning && cancels(trigger, touch)) {
                isRunning = false;
                counts.cancelled++;
            }
            if (!isRunning && touch.time > restsUntil && judge.holds(trigger.when(), touch, touch.stage)) {
                isRunning = true;
                deadline = touch.time + trigger.within().toSeconds();
            }
        }
        if (isRunning && deadline <= end) {
            counts.due++;
        } else if (isRunning) {
            counts.pending++;
        }
    }

    private boolean cancels(TriggerRules trigger, Touch touch) {
        return trigger.unlessIfAny()
                .filter(unless -> judge.holds(unless, touch, touch.stage))
                .isPresent();
    }
}
