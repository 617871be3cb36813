package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import java.util.List;

/** How satisfied a journey's answers are from any of its touchpoints on. */
final class SatisfactionAfter {
    /** There is no answer. */
    static final int NONE = -1;

    private final SurveyReading surveys;
    private List<SurveyAnswer> answers = List.of();
    private int end;

    SatisfactionAfter(SurveyReading surveys) {
        this.surveys = surveys;
    }

    void begin(CustomerHistory history) {
        if (!surveys.hasSurveys()) {
            return;
        }
        answers = surveys.answers(history).stream()
                .filter(SurveyAnswer::isAnswered)
                .toList();
    }

    void begin(Span journey) {
        end = journey.to();
    }

    boolean isAsked() {
        return !answers.isEmpty();
    }

    /** The mean of the journey's answers after a touchpoint, in parts of {@link Arrivals#LEVELS}; or {@link #NONE}. */
    int level(int after) {
        double sum = 0;
        int count = 0;
        for (SurveyAnswer answer : answers) {
            if (answer.index() > after && answer.index() < end) {
                sum += answer.satisfaction();
                count++;
            }
        }
        long level = Math.round(sum / Math.max(1, count) * Arrivals.LEVELS);
        return count == 0 ? NONE : (int) Math.max(0, Math.min(Arrivals.LEVELS, level));
    }
}
