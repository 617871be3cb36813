package io.parcours.report.funnel;

import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of times on which each label is several times the one before: what takes minutes and what takes days can be
 * read on it alike.
 */
final class TimeAxis {
    private static final double DAY = 86_400;

    /** In seconds. */
    private static final double[] ROUND = {
        1, 10, 60, 600, 3600, DAY / 4, DAY, 7 * DAY, 30 * DAY, 90 * DAY, 365 * DAY, 3650 * DAY
    };

    private final double first;
    private final double last;

    /**
     * @param first the shortest time above 0 that it holds, in seconds
     * @param last the longest, in seconds
     */
    TimeAxis(double first, double last) {
        double begin = ROUND[0];
        for (double round : ROUND) {
            begin = round <= first ? round : begin;
        }
        this.first = begin;
        this.last = Math.max(last, begin * 2);
    }

    /** Where a time stands; anything shorter than the first stands there. */
    double place(double seconds) {
        return Math.log10(Math.max(seconds, first));
    }

    /** The round times on it, in seconds. */
    List<Double> rounds() {
        List<Double> rounds = new ArrayList<>();
        for (double round : ROUND) {
            if (round >= first && round <= last * 1.0001) {
                rounds.add(round);
            }
        }
        return rounds;
    }

    Axis axis(Words words, String title) {
        return new Axis(
                title,
                place(first),
                place(last),
                rounds().stream().map(this::place).toList(),
                place -> words.duration(Math.rint(Math.pow(10, place))));
    }
}
