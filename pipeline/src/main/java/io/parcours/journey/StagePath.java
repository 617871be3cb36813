package io.parcours.journey;

import java.util.Arrays;

/**
 * The path of a journey: the stages of its touchpoints in order. Touchpoints without a stage are left out, then
 * neighbours of one stage count once: stages D D - D P - P D become D P D.
 */
public final class StagePath {
    private StagePath() {}

    /**
     * The path as a text that is a key: for each stage the char with its position in the lifecycle, 0 for its first
     * stage; empty where no touchpoint has a stage.
     */
    public static String codeOf(CustomerHistory history, Span journey) {
        char[] path = new char[8];
        int length = 0;
        int former = -1;
        for (int i = journey.from(); i < journey.to(); i++) {
            int stage = history.stage(i);
            if (stage >= 0 && stage != former) {
                if (length == path.length) {
                    path = Arrays.copyOf(path, length * 2);
                }
                path[length++] = (char) stage;
                former = stage;
            }
        }
        return new String(path, 0, length);
    }
}
