package io.parcours.friction;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Span;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Everything that friction is looked for by. */
final class FrictionPlan implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FrictionRules rules;
    /** The number of the condition that contacts match; -1: there are none. */
    private final int contact;
    /** The number of the dimension that says what a contact is about; -1: its event does. */
    private final int thing;

    private final Conversions conversions;
    private final SurveyReading surveys;
    private final int activity;
    private final long inactiveMicros;
    private final boolean hasEndlessJourneys;
    private final ArrayList<String> stages;

    FrictionPlan(
            FrictionRules rules,
            JourneyRules journey,
            FrictionQuestion.Inactivity inactivity,
            List<SurveyRules> surveys,
            ConditionIndex index,
            List<String> dimensions) {
        this.rules = rules;
        this.contact = rules.contactsIfAny().map(index::numberOf).orElse(-1);
        this.thing = rules.thingIfAny().map(dimensions::indexOf).orElse(-1);
        this.conversions = new Conversions(journey, index);
        this.surveys = new SurveyReading(surveys, index, dimensions);
        this.activity = index.numberOf(inactivity.activity());
        this.inactiveMicros = micros(inactivity.after());
        this.hasEndlessJourneys = journey.journeyGapIfAny().isEmpty();
        this.stages = new ArrayList<>(journey.stages().stream().map(Stage::name).toList());
    }

    FrictionRules rules() {
        return rules;
    }

    /** Nothing met yet; for one task. */
    Contacts contacts() {
        return new Contacts(contact, thing, micros(rules.contactAgainWithin()));
    }

    SurveyReading surveys() {
        return surveys;
    }

    int burstCount() {
        return rules.burstCount();
    }

    long burstMicros() {
        return micros(rules.burstWithin());
    }

    /** The first touchpoint that converts a journey, or -1. */
    int conversion(CustomerHistory history, Span journey) {
        return conversions.first(history, journey.from(), journey.to());
    }

    /** When the customer was active last, in microseconds; {@link Long#MIN_VALUE} where never. */
    long lastActivity(CustomerHistory history) {
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.match(i).holds(activity)) {
                return history.occurredAt(i);
            }
        }
        return Long.MIN_VALUE;
    }

    /** Whether a journey is over; one that never ends is where it has been silent for longer than inactive_after. */
    boolean isOver(CustomerHistory history, Span journey, AsOf asOf) {
        return !journey.isOpen() || hasEndlessJourneys && isLongAgo(history.occurredAt(journey.to() - 1), asOf);
    }

    /** Whether so much time has passed that a customer may have churned since. */
    boolean isLongAgo(long instant, AsOf asOf) {
        return asOf.micros() - instant > inactiveMicros;
    }

    String stage(int number) {
        return stages.get(number);
    }

    static long micros(Duration duration) {
        return duration.toNanos() / 1000;
    }
}
