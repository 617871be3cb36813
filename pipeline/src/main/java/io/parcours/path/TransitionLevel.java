package io.parcours.path;

import io.parcours.journey.CustomerHistory;
import io.parcours.touchpoint.Labels;

/** What of a touchpoint a transition goes from and to. In the order of the report. */
enum TransitionLevel {
    EVENT("event") {
        @Override
        String labelOf(CustomerHistory history, int index) {
            return history.event(index);
        }
    },
    STAGE("stage") {
        @Override
        String labelOf(CustomerHistory history, int index) {
            return Labels.orNone(history.stageName(index));
        }
    },
    CHANNEL("channel") {
        @Override
        String labelOf(CustomerHistory history, int index) {
            return Labels.orNone(history.channel(index));
        }
    };

    private final String label;

    TransitionLevel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    abstract String labelOf(CustomerHistory history, int index);
}
