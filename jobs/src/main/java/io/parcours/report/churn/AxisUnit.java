package io.parcours.report.churn;

import io.parcours.report.chart.Scale;
import io.parcours.report.words.Words;
import java.util.List;
import java.util.Locale;

/** The unit in which an axis of time is labelled. */
enum AxisUnit {
    SECONDS(1),
    MINUTES(60),
    HOURS(3600),
    DAYS(86_400);

    private static final double FEWEST = 3;

    private final double seconds;

    AxisUnit(double seconds) {
        this.seconds = seconds;
    }

    /** The largest unit of which a span has at least three. */
    static AxisUnit of(double seconds) {
        AxisUnit fitting = SECONDS;
        for (AxisUnit unit : values()) {
            fitting = seconds >= FEWEST * unit.seconds ? unit : fitting;
        }
        return fitting;
    }

    /** How many seconds it has. */
    double seconds() {
        return seconds;
    }

    /** Its name in the plural, for the end of an axis. */
    String name(Words words) {
        return words.say("churn.unit." + name().toLowerCase(Locale.ROOT));
    }

    /** Places from 0 to a number of seconds, in seconds, at round numbers of the unit. */
    List<Double> ticks(double longest) {
        return new Scale(0, longest / seconds, 0, 1)
                .ticks().stream().map(tick -> tick * seconds).toList();
    }

    /** A place on the axis in the unit. */
    String label(Words words, double place) {
        return words.number(place / seconds);
    }
}
