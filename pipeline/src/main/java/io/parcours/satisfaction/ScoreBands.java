package io.parcours.satisfaction;

import io.parcours.survey.SurveyRules;
import java.io.Serializable;

/**
 * Which scores of a survey are high and which are low; all others are in the middle.
 *
 * @param highFrom the least high score
 * @param lowTo the greatest low score, below highFrom
 */
record ScoreBands(double highFrom, double lowTo) implements Serializable {
    /**
     * Promoters score 9 and 10, detractors 0 to 6: F. F. Reichheld, "The one number you need to grow", Harvard Business
     * Review 81 (2003) 46-54.
     */
    private static final ScoreBands NET_PROMOTER = new ScoreBands(9, 6);

    static ScoreBands of(SurveyRules survey) {
        if (survey.rule() == SurveyRules.Rule.NPS) {
            return NET_PROMOTER;
        }
        double scores = survey.high() - survey.low() + 1;
        double fifths = Math.max(1, Math.floor(scores * 2 / 5));
        return new ScoreBands(survey.high() - fifths + 1, survey.low() + fifths - 1);
    }

    boolean isHigh(double score) {
        return score >= highFrom;
    }

    boolean isLow(double score) {
        return score <= lowTo;
    }
}
