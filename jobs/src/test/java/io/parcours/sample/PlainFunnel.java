package io.parcours.sample;

import io.parcours.sample.WrittenLog.Touch;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * The contract's sentence for ordered funnels, word by word, for steps that share no event: level k if touchpoints of
 * steps 1..k exist with times that never fall and lie within the window of the first.
 */
record PlainFunnel(List<Set<String>> steps, long windowMillis) {

    /** How far a unit came, and the touchpoint that brought it there earliest; level 0: nowhere. */
    record Reached(int level, int lastMatched) {}

    Reached best(List<Touch> unit, Instant latestEntry) {
        Reached best = new Reached(0, -1);
        for (Touch entry : unit) {
            if (steps.get(0).contains(entry.event()) && !entry.at().isAfter(latestEntry)) {
                Reached here = from(entry, unit);
                boolean isDeeper = here.level > best.level;
                boolean isEarlier = here.level == best.level && here.lastMatched < best.lastMatched;
                best = isDeeper || isEarlier ? here : best;
            }
        }
        return best;
    }

    private Reached from(Touch entry, List<Touch> unit) {
        Instant at = entry.at();
        int level = 1;
        int matched = unit.indexOf(entry);
        while (level < steps.size()) {
            int next = earliest(unit, steps.get(level), at);
            if (next < 0 || unit.get(next).at().toEpochMilli() - entry.at().toEpochMilli() > windowMillis) {
                break;
            }
            matched = next;
            at = unit.get(next).at();
            level++;
        }
        return new Reached(level, matched);
    }

    private static int earliest(List<Touch> unit, Set<String> events, Instant from) {
        for (int i = 0; i < unit.size(); i++) {
            if (events.contains(unit.get(i).event()) && !unit.get(i).at().isBefore(from)) {
                return i;
            }
        }
        return -1;
    }

    Touch firstOf(List<Touch> unit, int step) {
        return unit.stream()
                .filter(touch -> steps.get(step).contains(touch.event()))
                .findFirst()
                .orElse(null);
    }
}
