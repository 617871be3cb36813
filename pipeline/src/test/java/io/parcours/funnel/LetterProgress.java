package io.parcours.funnel;

import io.parcours.funnel.FunnelProgress.Outcome;
import java.util.Arrays;
import java.util.List;

/** A unit's progress as tests ask for it: by levels, and by the matched touchpoints only. */
record LetterProgress(UnitProgress unit) {

    /** What is counted of the unit. */
    List<FunnelProgress> counted() {
        return unit.counted();
    }

    int level() {
        return unit.counted().isEmpty() ? 0 : counted().get(0).level();
    }

    /** The indices of the touchpoints that count, for step 1, 2, ... */
    int[] matched() {
        return unit.counted().isEmpty()
                ? new int[0]
                : Arrays.stream(counted().get(0).matched())
                        .filter(index -> index >= 0)
                        .toArray();
    }

    int matureLevel() {
        int level = 0;
        while (!unit.counted().isEmpty()
                && level < counted().get(0).matureReached().length
                && counted().get(0).isMatureReached(level + 1)) {
            level++;
        }
        return level;
    }

    /** Null where it never entered. */
    Outcome outcome() {
        return unit.counted().isEmpty() ? null : counted().get(0).outcome();
    }

    int[] firstServing() {
        return unit.firstServing();
    }
}
