package io.parcours.survey;

/**
 * A touchpoint of a survey.
 *
 * @param survey the survey's place among the map's surveys, 0 for the first
 * @param index the touchpoint's index in its history
 * @param score the raw score, or NaN where the survey was not answered
 * @param satisfaction the score as a part of its scale, 0 to 1, or NaN
 * @param about the index of the touchpoint that the answer is about, or -1: none, or the journey as a whole
 */
public record SurveyAnswer(int survey, int index, double score, double satisfaction, int about) {

    public boolean isAnswered() {
        return !Double.isNaN(score);
    }

    public boolean isAboutTouchpoint() {
        return about >= 0;
    }
}
