package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyReading;
import java.util.Arrays;

/**
 * What a customer did in a journey, step by step. Touchpoints of surveys are none: a customer who answers a question went
 * nowhere. One object serves one task; its buffers are used again.
 */
final class Steps {
    private final EventNames names;
    private final SurveyReading surveys;
    private int[] indices = new int[64];
    private int[] events = new int[64];
    private long[] times = new long[64];
    private int count;

    Steps(EventNames names, SurveyReading surveys) {
        this.names = names;
        this.surveys = surveys;
    }

    void read(CustomerHistory history, Span journey) {
        if (events.length < journey.size()) {
            int capacity = Math.max(journey.size(), events.length * 2);
            indices = Arrays.copyOf(indices, capacity);
            events = Arrays.copyOf(events, capacity);
            times = Arrays.copyOf(times, capacity);
        }
        count = 0;
        for (int i = journey.from(); i < journey.to(); i++) {
            if (surveys.surveyOf(history, i) < 0) {
                indices[count] = i;
                events[count] = names.of(history.event(i));
                times[count++] = history.occurredAt(i);
            }
        }
    }

    int count() {
        return count;
    }

    /** Which touchpoint of the history a step is. */
    int index(int step) {
        return indices[step];
    }

    /** The number of its event. */
    int event(int step) {
        return events[step];
    }

    /** When each step was, in microseconds. */
    long[] times() {
        return times;
    }

    /** The time between a step and the one before. */
    long gap(int step) {
        return times[step] - times[step - 1];
    }
}
