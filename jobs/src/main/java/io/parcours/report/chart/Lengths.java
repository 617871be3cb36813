package io.parcours.report.chart;

import java.util.Locale;

/** Lengths as style sheets and drawings write them: with a point, whatever the reader's language. */
final class Lengths {

    private Lengths() {}

    /** A part of one as a percentage, kept between nothing and all. */
    static String percent(double part) {
        return String.format(Locale.ROOT, "%.2f%%", 100 * Math.max(0, Math.min(1, part)));
    }

    /** A coordinate with one digit after the point. */
    static String coordinate(double value) {
        double rounded = Math.rint(value * 10) / 10;
        return rounded == Math.rint(rounded) ? Long.toString((long) rounded) : Double.toString(rounded);
    }
}
