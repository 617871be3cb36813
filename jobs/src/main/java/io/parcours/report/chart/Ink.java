package io.parcours.report.chart;

import java.util.Locale;

/** What something is drawn with; the style sheet says which colour and pattern that is in light, dark and print. */
public enum Ink {
    /** Those who reached a step, converted, stay: what is wished for. */
    REACHED,
    /** Those whose time is not up: hatched, never mistaken for lost. */
    PROGRESS,
    /** Those who are lost. */
    LOST,
    /** Series without a meaning of their own, told apart also by their dashes. */
    FIRST,
    SECOND,
    THIRD,
    FOURTH,
    FIFTH,
    SIXTH,
    /** The interval of a series of the same number. */
    FIRST_BAND,
    SECOND_BAND,
    THIRD_BAND,
    FOURTH_BAND,
    FIFTH_BAND,
    SIXTH_BAND,
    /** What flows out of a series of the same number: broad areas that lie over each other. */
    FIRST_FLOW,
    SECOND_FLOW,
    THIRD_FLOW,
    FOURTH_FLOW,
    FIFTH_FLOW,
    SIXTH_FLOW,
    /** Flows of what has no series of its own. */
    OTHER_FLOW,
    /** Whiskers of intervals. */
    WHISKER,
    /** Axes and their labels. */
    AXIS,
    /** Lines to read along. */
    GRID,
    /** Texts. */
    TEXT,
    /** Texts of less weight. */
    FAINT;

    private static final Ink[] SERIES = {FIRST, SECOND, THIRD, FOURTH, FIFTH, SIXTH};
    private static final Ink[] BANDS = {FIRST_BAND, SECOND_BAND, THIRD_BAND, FOURTH_BAND, FIFTH_BAND, SIXTH_BAND};

    private static final Ink[] FLOWS = {FIRST_FLOW, SECOND_FLOW, THIRD_FLOW, FOURTH_FLOW, FIFTH_FLOW, SIXTH_FLOW};

    /** How many series can be told apart in one drawing. */
    public static final int MOST_SERIES = SERIES.length;

    /** The ink of a series, counted from 0 to below {@link #MOST_SERIES}. */
    public static Ink series(int number) {
        return SERIES[number];
    }

    /** The ink for the interval of a series. */
    static Ink band(int number) {
        return BANDS[number];
    }

    /** The ink for what flows out of a series. */
    public static Ink flow(int number) {
        return FLOWS[number];
    }

    /** The name of the style. */
    public String style() {
        return "ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
