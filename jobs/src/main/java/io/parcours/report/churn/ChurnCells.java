package io.parcours.report.churn;

import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.words.Words;
import java.time.Duration;

/** Numbers as chapters on churn write them, and the cells that hold them. */
final class ChurnCells {
    /** A finding has at most this q value, as everywhere in the tables. */
    static final double SURE = 0.05;

    private static final double LEAST_CHANCE = 0.001;

    private ChurnCells() {}

    static Cell count(Words words, long count) {
        return Cell.number(words.count(count), count);
    }

    static Cell number(Words words, Double number) {
        return number == null ? Cell.missing() : Cell.number(words.number(number), number);
    }

    static Cell percent(Words words, Double part) {
        return part == null ? Cell.missing() : Cell.number(words.percent(part), part);
    }

    /** A p or q value. */
    static Cell chance(Words words, Double chance) {
        return chance == null ? Cell.missing() : Cell.number(chanceText(words, chance), chance);
    }

    /** A p or q value, the smallest only as below a thousandth. */
    static String chanceText(Words words, double chance) {
        return chance < LEAST_CHANCE
                ? words.say("churn.below", words.number(LEAST_CHANCE, 3))
                : words.number(chance, 3);
    }

    /** A ratio of odds, one that is close to 0 only as below a thousandth. */
    static String ratio(Words words, double ratio) {
        if (ratio > 0 && ratio < LEAST_CHANCE) {
            return chanceText(words, ratio);
        }
        return words.number(ratio, ratio < 0.1 ? 3 : 2);
    }

    static String duration(Words words, Duration duration) {
        return words.duration(duration.toNanos() / 1e9);
    }

    static String days(Words words, double days) {
        return words.duration(days * AxisUnit.DAYS.seconds());
    }

    /** Part of a total as the page shows it, 0 of 0 being nothing. */
    static double share(double part, double total) {
        return total == 0 ? 0 : part / total;
    }
}
