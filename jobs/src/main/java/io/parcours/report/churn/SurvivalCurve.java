package io.parcours.report.churn;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A curve of the table {@code survival}.
 *
 * @param name whose curve it is, as the reader sees it
 * @param moments its rows in the order of time, at least one
 */
record SurvivalCurve(String name, List<Moment> moments) {

    /** The columns of the table that a curve is made of. */
    static final String[] COLUMNS = {"curve", "group", "time", "at_risk", "events", "survival", "low", "high"};

    /** A fall that is less than a pixel cannot be seen, so a drawing need not have it. */
    private static final double SEEN = 0.004;

    SurvivalCurve {
        moments = List.copyOf(moments);
        if (moments.isEmpty()) {
            throw new IllegalArgumentException("a curve has a row at time 0");
        }
    }

    /**
     * A row of it.
     *
     * @param time seconds since time zero
     * @param survival the part without the event, with its interval where the table has one
     */
    record Moment(double time, long atRisk, long events, Estimate survival) {

        static Moment of(Row row) {
            return new Moment(
                    row.number("time"),
                    row.whole("at_risk"),
                    row.whole("events"),
                    new Estimate(row.number("survival"), row.number("low"), row.number("high")));
        }
    }

    static SurvivalCurve of(String name, List<Row> rows) {
        return new SurvivalCurve(name, rows.stream().map(Moment::of).toList());
    }

    /** How many were there at time zero. */
    long count() {
        return moments.get(0).atRisk();
    }

    /** The time of the last event. */
    Moment last() {
        return moments.get(moments.size() - 1);
    }

    /** Whether anybody had the event. */
    boolean hasEvents() {
        return moments.stream().anyMatch(moment -> moment.events() > 0);
    }

    /** The first time at which at most half are without the event, where that came to pass. */
    OptionalDouble median() {
        return moments.stream()
                .filter(moment -> moment.survival().value() <= 0.5)
                .mapToDouble(Moment::time)
                .findFirst();
    }

    /** The first moment at or after a time: between events nothing is known of how many were at risk. */
    Optional<Moment> atOrAfter(double time) {
        return moments.stream().filter(moment -> moment.time() >= time).findFirst();
    }

    /** The moments that can be told apart in a drawing. */
    List<Moment> seen() {
        List<Moment> seen = new ArrayList<>();
        for (Moment moment : moments) {
            boolean isSeen = seen.isEmpty()
                    || seen.get(seen.size() - 1).survival().value()
                                    - moment.survival().value()
                            >= SEEN
                    || moment == last();
            if (isSeen) {
                seen.add(moment);
            }
        }
        return seen;
    }

    /** At most so many of the moments, the last one among them, evenly over their number. */
    List<Moment> some(int most) {
        int step = Math.max(1, (moments.size() + most - 2) / (most - 1));
        List<Moment> some = new ArrayList<>();
        for (int place = 0; place < moments.size() - 1; place += step) {
            some.add(moments.get(place));
        }
        some.add(last());
        return some;
    }
}
