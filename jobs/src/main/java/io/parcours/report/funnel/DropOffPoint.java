package io.parcours.report.funnel;

import io.parcours.report.data.Estimate;
import io.parcours.report.data.Foremost;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of a funnel at which units were lost.
 *
 * @param step its row of {@code funnel_steps}
 * @param atStake what all lost here would have brought at most; null where no conversion has a value
 * @param next what most of them did next: rows of {@code drop_offs}, the most frequent first
 * @param nextCount how many such rows there are
 */
record DropOffPoint(FunnelFacts funnel, Row step, Estimate atStake, List<Row> next, long nextCount) {
    /** So many things done next are shown. */
    private static final int MOST_NEXT = 10;

    DropOffPoint {
        next = List.copyOf(next);
    }

    /** All points of the funnels at which anybody was lost, in the order of the funnels and their steps. */
    static List<DropOffPoint> of(WrittenTable dropOffs, List<FunnelFacts> funnels) {
        Map<List<Object>, Sum> sums = new HashMap<>();
        dropOffs.forEach(row -> sums.computeIfAbsent(key(row), key -> new Sum()).add(row));
        List<DropOffPoint> points = new ArrayList<>();
        for (FunnelFacts funnel : funnels) {
            for (Row step : funnel.steps()) {
                if (step.whole("dropped_count") > 0) {
                    Sum sum = sums.getOrDefault(key(step), new Sum());
                    points.add(new DropOffPoint(funnel, step, sum.atStake(), sum.next.rows(), sum.next.count()));
                }
            }
        }
        return points;
    }

    private static List<Object> key(Row row) {
        return List.of(row.text("funnel"), row.whole("step"));
    }

    /** By what is at stake, points without a value behind, by how many were lost; ties as they come. */
    static Comparator<DropOffPoint> costliestFirst() {
        return Comparator.comparingDouble((DropOffPoint point) -> point.atStake() == null
                        ? Double.POSITIVE_INFINITY
                        : -point.atStake().value())
                .thenComparingLong(point -> -point.lost());
    }

    long lost() {
        return step.whole("dropped_count");
    }

    /** The point for readers: the funnel, and the step that was not reached. */
    String label(Words words) {
        return words.say("funnels.drop.point", funnel.title(words), funnel.label(words, step));
    }

    /** The same within a sentence. */
    String brief(Words words) {
        return words.say("funnels.drop.point", funnel.brief(words), funnel.brief(words, step));
    }

    /** What the rows of one step add up to; each is its count times one value, so sums are those of the step. */
    private static final class Sum {
        private final Foremost next =
                new Foremost(MOST_NEXT, Comparator.comparing((Row row) -> -row.whole("dropped_count")));
        private Double value;
        private Double low;
        private Double high;

        void add(Row row) {
            value = next.count() == 0 ? row.number("value_at_stake") : plus(value, row.number("value_at_stake"));
            low = next.count() == 0 ? row.number("value_at_stake_low") : plus(low, row.number("value_at_stake_low"));
            high = next.count() == 0
                    ? row.number("value_at_stake_high")
                    : plus(high, row.number("value_at_stake_high"));
            next.add(row);
        }

        private static Double plus(Double sum, Double more) {
            return sum == null || more == null ? null : Double.valueOf(sum + more);
        }

        Estimate atStake() {
            return value == null ? null : new Estimate(value, low, high);
        }
    }
}
