package io.parcours.channel;

import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import java.io.Serializable;
import java.util.List;

/** Reads what is counted of journeys, a history's journeys in their order. */
final class JourneyObserver implements Serializable {
    private static final long serialVersionUID = 1L;

    /** What lies beyond counts as this, for sums of it must stay numbers. */
    private static final double MOST_VALUE = 4e14;

    private final Conversions conversions;
    private final JourneyClasses classes;
    private final SurveyReading surveys;

    private transient List<SurveyAnswer> answers;
    private transient int answer;

    JourneyObserver(Conversions conversions, JourneyClasses classes, SurveyReading surveys) {
        this.conversions = conversions;
        this.classes = classes;
        this.surveys = surveys;
    }

    /** Turns to a history. */
    void begin(CustomerHistory history) {
        answers = surveys.answers(history);
        answer = 0;
    }

    /** The next journey of the history. */
    ObservedJourney observe(CustomerHistory history, Span journey) {
        long startedAt = history.occurredAt(journey.from());
        int conversion = conversions.first(history, journey.from(), journey.to());
        boolean isValued = false;
        double value = 0;
        for (int i = journey.from(); i < journey.to(); i++) {
            double own = history.value(i);
            if (!Double.isNaN(own)) {
                isValued = true;
                value = Math.max(-MOST_VALUE, Math.min(MOST_VALUE, value + own));
            }
        }
        double satisfaction = 0;
        long answered = 0;
        while (answer < answers.size() && answers.get(answer).index() < journey.to()) {
            SurveyAnswer given = answers.get(answer++);
            satisfaction += given.isAnswered() ? given.satisfaction() : 0;
            answered += given.isAnswered() ? 1 : 0;
        }
        return new ObservedJourney(
                classes.of(history, journey),
                JourneyLength.of(journey.size()),
                conversion < 0 && !journey.isOpen(),
                conversion >= 0 && isContained(history, journey.from(), conversion),
                conversion < 0 ? -1 : history.occurredAt(conversion) - startedAt,
                history.occurredAt(journey.to() - 1) - startedAt,
                isValued,
                value,
                satisfaction,
                answered);
    }

    private static boolean isContained(CustomerHistory history, int from, int conversion) {
        String channel = history.channel(conversion);
        if (channel == null) {
            return false;
        }
        for (int i = from; i < conversion; i++) {
            String earlier = history.channel(i);
            if (earlier != null && !earlier.equals(channel)) {
                return false;
            }
        }
        return true;
    }
}
