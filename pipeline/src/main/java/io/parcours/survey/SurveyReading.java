package io.parcours.survey;

import io.parcours.ingest.ScoreCheck;
import io.parcours.ingest.ScoreText;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.ValueScores;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the touchpoints of surveys in a history, their scores and what they are about. It stands below the features, for
 * many of them ask how satisfied customers were.
 */
public final class SurveyReading implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<SurveyRules> surveys;
    private final ArrayList<ScoreCheck> checks;
    private final int[] conditions;
    /** By survey: the number of the dimension with the score; -1: the value. */
    private final int[] scores;

    private final long[] within;

    /** @param dimensions the dimensions of touchpoints in their order */
    public SurveyReading(List<SurveyRules> surveys, ConditionIndex index, List<String> dimensions) {
        this.surveys = new ArrayList<>(surveys);
        this.checks = new ArrayList<>(surveys.stream().map(SurveyRules::check).toList());
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

    /** Which values are scores. */
    public ValueScores valueScores() {
        List<ValueScores.Survey> found = new ArrayList<>();
        for (int survey = 0; survey < conditions.length; survey++) {
            found.add(new ValueScores.Survey(
                    conditions[survey], scores[survey] < 0 ? ValueScores.Place.VALUE : ValueScores.Place.DIMENSION));
        }
        return new ValueScores(found);
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
        double score = scores[survey] < 0
                ? history.recordedValue(index)
                : ScoreText.read(history.dimension(index, scores[survey]));
        // Reading refuses a record with any other score; a table written under another map may still hold it.
        return checks.get(survey).accepts(score) ? score : Double.NaN;
    }
}
