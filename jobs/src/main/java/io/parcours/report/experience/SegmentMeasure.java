package io.parcours.report.experience;

import io.parcours.report.chart.DotAxis;
import io.parcours.report.data.Estimate;
import io.parcours.report.words.Words;
import java.util.List;

/** What segments are compared by. */
enum SegmentMeasure {
    CONVERSION("conversion_rate", "journey_count"),
    VALUE("value_mean", "customer_count"),
    SATISFACTION("satisfaction_mean", "satisfaction_count");

    private final String column;
    private final String base;

    SegmentMeasure(String column, String base) {
        this.column = column;
        this.base = base;
    }

    /** The column of the figure; its interval stands beside it. */
    String column() {
        return column;
    }

    /** The column of what it is worked out on. */
    String base() {
        return base;
    }

    /** The key of a sentence about it. */
    String key(String name) {
        return "experience.segment." + column + "." + name;
    }

    String write(Words words, double figure) {
        return this == CONVERSION ? words.percent(figure) : words.number(figure, 2);
    }

    DotAxis axis(Words words, List<Estimate> estimates) {
        String title = words.say(key("axis"));
        return switch (this) {
            case CONVERSION -> DotAxis.parts(title, words);
            case SATISFACTION -> DotAxis.between(title, 0, 1, words::number);
            case VALUE -> DotAxis.around(title, estimates, words::number);
        };
    }
}
