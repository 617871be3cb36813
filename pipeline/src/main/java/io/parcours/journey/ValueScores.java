package io.parcours.journey;

import java.io.Serializable;
import java.util.List;

/** Which touchpoints' values are the scores of a survey: these are worth nothing, and no sum of values may hold them. */
public final class ValueScores implements Serializable {
    private static final long serialVersionUID = 1L;

    /** No value is a score. */
    public static final ValueScores NONE = new ValueScores(List.of());

    /**
     * A survey.
     *
     * @param condition the number of the condition that its touchpoints match
     * @param place where its scores stand
     */
    public record Survey(int condition, Place place) implements Serializable {}

    /** Where scores stand. */
    public enum Place {
        VALUE,
        DIMENSION
    }

    private final int[] conditions;
    private final boolean[] areInValue;

    /** @param surveys in order; a touchpoint belongs to the first that it matches */
    public ValueScores(List<Survey> surveys) {
        boolean isAny = surveys.stream().anyMatch(survey -> survey.place() == Place.VALUE);
        List<Survey> looked = isAny ? surveys : List.of();
        this.conditions = looked.stream().mapToInt(Survey::condition).toArray();
        this.areInValue = new boolean[conditions.length];
        for (int i = 0; i < conditions.length; i++) {
            areInValue[i] = looked.get(i).place() == Place.VALUE;
        }
    }

    /** Whether the value of touchpoints with these answers is a score. */
    boolean hold(Match match) {
        for (int i = 0; i < conditions.length; i++) {
            if (match.holds(conditions[i])) {
                return areInValue[i];
            }
        }
        return false;
    }
}
