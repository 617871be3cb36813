package io.parcours.segment;

import io.parcours.journey.AsOf;
import io.parcours.journey.Conversions;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.journey.Span;
import io.parcours.stats.Durations;
import io.parcours.stats.ExactSum;
import io.parcours.stats.SpanLedger;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyReading;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** The customers of each segment, and last of those who belong to none. */
public final class SegmentCounts implements Counts<SegmentCounts> {
    private static final long serialVersionUID = 1L;

    /** The ledger gives seconds of microseconds; a day is entered as one second, so that it gives days. */
    private static final long DAY = 1_000_000;

    private final int segments;
    private final Conversions conversions;
    private final SurveyReading surveys;
    private final AsOf asOf;
    private final List<SegmentTally> tallies = new ArrayList<>();
    private final SpanLedger daysSinceLast = new SpanLedger();
    private long customers;
    private transient LocalDays days;

    SegmentCounts(int segments, Conversions conversions, SurveyReading surveys, AsOf asOf) {
        this.segments = segments;
        this.conversions = conversions;
        this.surveys = surveys;
        this.asOf = asOf;
        for (int segment = 0; segment <= segments; segment++) {
            tallies.add(new SegmentTally());
        }
        daysSinceLast.open(segments + 1);
    }

    @Override
    public void add(CustomerHistory history) {
        customers++;
        daysSinceLast.enter(daysSinceLast(history) * DAY);
        SegmentTally.Found found = found(history);
        List<Integer> groups = history.label().groups();
        if (groups.isEmpty()) {
            count(segments, found);
        }
        for (int i = 0; i < groups.size(); i++) {
            count(groups.get(i), found);
            if (groups.size() > 1) {
                tallies.get(groups.get(i)).countOverlap();
            }
        }
    }

    private void count(int segment, SegmentTally.Found found) {
        tallies.get(segment).add(found);
        daysSinceLast.post(segment);
    }

    private long daysSinceLast(CustomerHistory history) {
        days = days == null ? new LocalDays(asOf.zone()) : days;
        return days.dayOf(asOf.micros()) - days.dayOf(history.occurredAt(history.size() - 1));
    }

    private SegmentTally.Found found(CustomerHistory history) {
        long converted = 0;
        List<Span> journeys = history.journeys();
        for (int i = 0; i < journeys.size(); i++) {
            converted += conversions.isConverted(history, journeys.get(i)) ? 1 : 0;
        }
        ExactSum value = new ExactSum();
        for (int i = 0; i < history.size(); i++) {
            value.add(history.value(i));
        }
        double satisfaction = 0;
        long answers = 0;
        for (SurveyAnswer answer : surveys.answers(history)) {
            if (answer.isAnswered()) {
                satisfaction += answer.satisfaction();
                answers++;
            }
        }
        return new SegmentTally.Found(journeys.size(), converted, value, satisfaction, answers);
    }

    @Override
    public void merge(SegmentCounts other) {
        customers += other.customers;
        for (int segment = 0; segment <= segments; segment++) {
            tallies.get(segment).merge(other.tallies.get(segment));
        }
        daysSinceLast.merge(
                other.daysSinceLast, IntStream.rangeClosed(0, segments).toArray());
    }

    /** How many customers there are, each counted once. */
    long customers() {
        return customers;
    }

    boolean hasSurveys() {
        return surveys.hasSurveys();
    }

    /** By segment, those of no segment last. */
    List<SegmentTally> tallies() {
        return List.copyOf(tallies);
    }

    /** The days since the last touchpoint, where a second stands for a day. */
    Durations daysSinceLast(int segment) {
        return daysSinceLast.durations(segment);
    }
}
