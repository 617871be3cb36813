package io.parcours.attribution;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Match;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The touches and the conversions of the history read last, both in total order. */
final class Touches {
    private static final int ALL_BUT_CONVERSIONS = -1;

    private final int conversion;
    private final int touch;
    private final int[] surveys;
    private int[] touches = new int[64];
    private long[] times = new long[64];
    private int[] conversions = new int[16];
    private int size;
    private int conversionCount;

    Touches(Conditions conditions) {
        this.conversion = conditions.conversion;
        this.touch = conditions.touch;
        this.surveys = conditions.surveys;
    }

    /**
     * The numbers of the conditions that tell touches and conversions.
     *
     * @param conversion of the conversion
     * @param touch of touches; -1 where all but conversions and surveys are touches
     * @param surveys of surveys
     */
    record Conditions(int conversion, int touch, int[] surveys) implements Serializable {

        static Conditions of(
                TouchpointCondition conversion,
                Optional<TouchpointCondition> touches,
                List<TouchpointCondition> surveys,
                ConditionIndex index) {
            return new Conditions(
                    index.numberOf(conversion),
                    touches.map(index::numberOf).orElse(ALL_BUT_CONVERSIONS),
                    surveys.stream().mapToInt(index::numberOf).toArray());
        }
    }

    void read(CustomerHistory history) {
        size = 0;
        conversionCount = 0;
        for (int i = 0; i < history.size(); i++) {
            Match match = history.match(i);
            boolean isConversion = match.holds(conversion);
            if (isConversion) {
                addConversion(i);
            }
            if (touch == ALL_BUT_CONVERSIONS ? !isConversion && !isOfSurvey(match) : match.holds(touch)) {
                addTouch(i, history.occurredAt(i));
            }
        }
    }

    private boolean isOfSurvey(Match match) {
        for (int survey : surveys) {
            if (match.holds(survey)) {
                return true;
            }
        }
        return false;
    }

    private void addConversion(int index) {
        if (conversionCount == conversions.length) {
            conversions = Arrays.copyOf(conversions, conversionCount * 2);
        }
        conversions[conversionCount++] = index;
    }

    private void addTouch(int index, long time) {
        if (size == touches.length) {
            touches = Arrays.copyOf(touches, size * 2);
            times = Arrays.copyOf(times, size * 2);
        }
        touches[size] = index;
        times[size++] = time;
    }

    /** How many touches there are. */
    int size() {
        return size;
    }

    /** Where a touch stands in the history. */
    int index(int touch) {
        return touches[touch];
    }

    /** When a touch happened. */
    long time(int touch) {
        return times[touch];
    }

    int conversions() {
        return conversionCount;
    }

    /** Where a conversion stands in the history. */
    int conversion(int number) {
        return conversions[number];
    }
}
