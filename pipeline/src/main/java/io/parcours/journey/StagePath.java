package io.parcours.journey;

import java.util.Arrays;

/**
 * The path of a journey: the stages of its touchpoints in order. Touchpoints without a stage are left out, then
 * neighbours of one stage count once: stages D D - D P - P D become D P D.
 */
public final class StagePath {
    private StagePath() {}

    /** The path as positions in the lifecycle, 0 for its first stage; empty where no touchpoint has a stage. */
    public static int[] of(CustomerHistory history, Span journey) {
        int[] path = new int[8];
        int length = 0;
        for (int i = journey.from(); i < journey.to(); i++) {
            int stage = history.stage(i);
            if (stage >= 0 && (length == 0 || path[length - 1] != stage)) {
                if (length == path.length) {
                    path = Arrays.copyOf(path, length * 2);
                }
                path[length++] = stage;
            }
        }
        return Arrays.copyOf(path, length);
    }
}
