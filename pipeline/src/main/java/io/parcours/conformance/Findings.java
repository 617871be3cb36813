package io.parcours.conformance;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Everything a journey can be found to be, numbered, and which of it the journey at hand is. One object judges journeys
 * one after the other.
 */
final class Findings implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int ANY = 0;
    private static final int NONE = 1;
    private static final int NOT_ENTERED = 2;
    private static final Deviation[] KINDS = Deviation.values();

    private final ExpectedStages stages;
    /** By kind: the number of the finding at any stage; those at each stage follow it. */
    private final int[] kindNumbers = new int[KINDS.length];

    private final boolean[] isPossible;
    private final boolean[] isFound;

    Findings(ExpectedStages stages) {
        this.stages = stages;
        int number = NOT_ENTERED + 1;
        for (Deviation kind : KINDS) {
            kindNumbers[kind.ordinal()] = number;
            number += 1 + stageCount(kind);
        }
        isPossible = new boolean[number];
        isFound = new boolean[number];
    }

    private int stageCount(Deviation kind) {
        return kind == Deviation.NOT_EXPECTED ? stages.lifecycleCount() : stages.count();
    }

    /** Judges a journey; what was found before is forgotten. */
    void judge(JourneyReading journey) {
        Arrays.fill(isPossible, false);
        Arrays.fill(isFound, false);
        isPossible[NOT_ENTERED] = true;
        isFound[NOT_ENTERED] = !journey.isEntered();
        if (!journey.isEntered()) {
            return;
        }
        isPossible[ANY] = true;
        isPossible[NONE] = true;
        for (int position = 0; position < stages.count(); position++) {
            judge(journey, position);
        }
        for (int stage = 0; stage < stages.lifecycleCount(); stage++) {
            if (!stages.isExpected(stage)) {
                found(Deviation.NOT_EXPECTED, stage, journey.hasUnexpected(stage));
            }
        }
        isFound[NONE] = !isFound[ANY];
    }

    private void judge(JourneyReading journey, int position) {
        boolean mayRepeat = stages.mayRepeat(position);
        if (journey.isPassed(position)) {
            if (!stages.maySkip(position)) {
                found(Deviation.SKIPPED, position, !journey.isTouched(position));
            }
            if (!mayRepeat) {
                found(Deviation.MOVED_BACK, position, journey.isMovedBack(position));
            }
        }
        if (journey.isTouched(position) && !mayRepeat) {
            found(Deviation.REPEATED, position, journey.isRepeated(position));
        }
        if (journey.isMature(position)) {
            found(Deviation.TOO_SLOW, position, journey.timing(position) == Timing.LATE);
        }
    }

    private void found(Deviation kind, int stage, boolean isSo) {
        int any = kindNumbers[kind.ordinal()];
        int here = any + 1 + stage;
        isPossible[any] = true;
        isPossible[here] = true;
        isFound[here] = isSo;
        isFound[any] |= isSo;
        isFound[ANY] |= isSo;
    }

    /** How many findings there are. */
    int count() {
        return isFound.length;
    }

    /** Whether it could be so with the journey at hand. */
    boolean isPossible(int finding) {
        return isPossible[finding];
    }

    /** Whether it is so; then it is possible. */
    boolean isFound(int finding) {
        return isFound[finding];
    }

    /** What each finding is, by number, in the order of reports. */
    List<Finding> all() {
        List<Finding> all = new ArrayList<>(List.of(
                new Finding(Finding.ANY, null),
                new Finding(Finding.NONE, null),
                new Finding(Finding.NOT_ENTERED, null)));
        for (Deviation kind : KINDS) {
            all.add(new Finding(kind.label(), null));
            for (int stage = 0; stage < stageCount(kind); stage++) {
                String name = kind == Deviation.NOT_EXPECTED ? stages.lifecycleName(stage) : stages.name(stage);
                all.add(new Finding(kind.label(), name));
            }
        }
        return all;
    }
}
