package io.parcours.report.experience;

import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Estimate;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.words.Words;
import java.util.function.DoubleFunction;

/** Numbers of rows as cells and as short texts, in the reader's language. */
record FigureCells(Words words) {

    /** As much of a name as stands in a sentence or a cell, in the units of letters of size one: some fifty letters. */
    private static final double ROOM = 32;

    /** Below this a probability is only said to be below it. */
    private static final double LEAST_PROBABILITY = 0.001;

    /** A name from the log, cut where it is too long for a sentence or a table. */
    static String brief(String name) {
        return TextFit.cut(name, ROOM, 1);
    }

    Cell name(String name) {
        return name == null ? Cell.missing() : Cell.text(brief(name));
    }

    Cell count(long count) {
        return Cell.number(words.count(count), count);
    }

    Cell percent(Double part) {
        return part == null ? Cell.missing() : Cell.number(words.percent(part), part);
    }

    Cell percentInterval(Estimate estimate) {
        return interval(estimate, words::percent);
    }

    Cell number(Double number) {
        return number == null ? Cell.missing() : Cell.number(words.number(number), number);
    }

    Cell numberInterval(Estimate estimate) {
        return interval(estimate, words::number);
    }

    Cell duration(Double seconds) {
        return seconds == null ? Cell.missing() : Cell.number(words.duration(seconds), seconds);
    }

    Cell probability(Double probability) {
        return probability == null ? Cell.missing() : Cell.number(chance(probability), probability);
    }

    /** A probability with few digits; one that is very small as "below 0.001". */
    String chance(double probability) {
        return probability < LEAST_PROBABILITY
                ? words.say("experience.below", words.number(LEAST_PROBABILITY, 3))
                : words.number(probability, 3);
    }

    /** A ratio of odds, one that is close to 0 only as below a thousandth. */
    String ratio(double ratio) {
        return ratio > 0 && ratio < LEAST_PROBABILITY ? chance(ratio) : words.number(ratio);
    }

    /** The same cell, marked where it has a figure that rests on too few. */
    Cell marked(Cell figure, long base) {
        return base < ReportContext.FEW && !figure.equals(Cell.missing()) ? figure.few() : figure;
    }

    /** An interval in a cell of its own, sorted by its lower end. */
    Cell interval(Estimate estimate, DoubleFunction<String> write) {
        return estimate == null || !estimate.hasInterval()
                ? Cell.missing()
                : Cell.number(range(estimate, write), estimate.low());
    }

    /** An interval as text; empty without one. */
    String range(Estimate estimate, DoubleFunction<String> write) {
        return estimate == null || !estimate.hasInterval()
                ? ""
                : words.say("page.interval", write.apply(estimate.low()), write.apply(estimate.high()));
    }

    /** A figure and its interval in brackets, or the sign of a missing number. */
    String withRange(Estimate estimate, DoubleFunction<String> write) {
        if (estimate == null) {
            return words.missing();
        }
        String figure = write.apply(estimate.value());
        return estimate.hasInterval() ? words.say("experience.with_range", figure, range(estimate, write)) : figure;
    }

    /** A part of one and its interval in brackets. */
    String percentWithRange(Estimate estimate) {
        return withRange(estimate, words::percent);
    }

    /** A name that Parcours writes where a log has none, in the reader's language; other names as they are. */
    String value(String name) {
        return name == null ? words.missing() : words.name("experience.value", name);
    }

    /** What a table is broken down by: a dimension as it is, Parcours' own words in the reader's language. */
    String level(String name) {
        return words.name("experience.level", name);
    }
}
