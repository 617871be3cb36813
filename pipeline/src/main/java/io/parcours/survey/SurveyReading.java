package io.parcours.survey;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the touchpoints of surveys in a history, their scores and what they are about. It stands below the features, for
 * many of them ask how satisfied customers were.
 */
public final class SurveyReading implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<SurveyRules> surveys;
    private final int[] conditions;
    /** By survey: the number of the dimension with the score; -1: the value. */
    private final int[] scores;

    private final long[] within;

    /** @param dimensions the dimensions of touchpoints in their order */
    public SurveyReading(List<SurveyRules> surveys, ConditionIndex index, List<String> dimensions) {
        this.surveys = new ArrayList<>(surveys);
        this.conditions = surveys.stream()
                .mapToInt(survey -> index.numberOf(survey.touchpoints()))
                .toArray();
        this.scores = surveys.stream()
                .mapToInt(survey -> dimensions.indexOf(survey.score()))
                .toArray();
        this.within = surveys.stream()
                .mapToLong(survey -> survey.aboutIfPrevious()
                        .map(about -> about.toNanos() / 1000)
                        .orElse(-1L))
                .toArray();
    }

    public List<SurveyRules> surveys() {
        return List.copyOf(surveys);
    }

    public boolean hasSurveys() {
        return conditions.length > 0;
    }

    /** Which survey a touchpoint belongs to, the first that matches; -1 where to none. */
    public int surveyOf(CustomerHistory history, int index) {
        for (int survey = 0; survey < conditions.length; survey++) {
            if (history.match(index).holds(conditions[survey])) {
                return survey;
            }
        }
        return -1;
    }

    /** All touchpoints of surveys, in order. */
    public List<SurveyAnswer> answers(CustomerHistory history) {
        if (conditions.length == 0) {
            return List.of();
        }
        List<SurveyAnswer> found = List.of();
        int last = -1;
        for (int i = 0; i < history.size(); i++) {
            int survey = surveyOf(history, i);
            if (survey < 0) {
                last = i;
                continue;
            }
            found = found.isEmpty() ? new ArrayList<>() : found;
            double score = score(history, i, survey);
            boolean isNear = last >= 0 && history.occurredAt(i) - history.occurredAt(last) <= within[survey];
            found.add(new SurveyAnswer(survey, i, score, surveys.get(survey).satisfaction(score), isNear ? last : -1));
        }
        return found;
    }

    private double score(CustomerHistory history, int index, int survey) {
        if (scores[survey] < 0) {
            return history.value(index);
        }
        String text = history.dimension(index, scores[survey]);
        if (text == null || text.isBlank()) {
            return Double.NaN;
        }
        try {
            return new BigDecimal(text.strip()).doubleValue();
        } catch (NumberFormatException noNumber) {
            // Reading refuses such records; a table written under a map without this survey may still hold them.
            return Double.NaN;
        }
    }
}
