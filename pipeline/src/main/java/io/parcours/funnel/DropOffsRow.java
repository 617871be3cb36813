package io.parcours.funnel;

import io.parcours.touchpoint.Utf8Order;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** A row of {@code drop_offs}; {@link DropOffsReport} says what the parts mean. */
public record DropOffsRow(
        String funnel,
        int step,
        String stepName,
        String nextEvent,
        String nextChannel,
        long dropped,
        double share,
        String lastEvent,
        Map<String, Long> lastEvents,
        double medianSecondsSinceStep,
        AtStake atStake,
        int rank) {

    static final Comparator<DropOffsRow> ORDER_WITHIN_FUNNEL = Comparator.comparingInt(DropOffsRow::step)
            .thenComparing(Comparator.comparingLong(DropOffsRow::dropped).reversed())
            .thenComparing(DropOffsRow::nextEvent, Utf8Order.COMPARATOR)
            .thenComparing(DropOffsRow::nextChannel, Utf8Order.COMPARATOR);

    static DropOffsRow of(FunnelTally funnel, DropOffTally tally) {
        return new DropOffsRow(
                funnel.plan().rules().name(),
                tally.step(),
                funnel.plan().stepName(tally.step()),
                tally.nextEvent(),
                tally.nextChannel(),
                tally.count(),
                (double) tally.count() / funnel.steps().all().dropped(tally.step()),
                tally.mostFrequentLastEvent(),
                tally.lastEvents(),
                tally.medianSinceStep(),
                AtStake.of(tally.count(), funnel.conversionValues()),
                0);
    }

    /** The same units by where they were last seen. */
    public List<LostAt> lostAt() {
        return lastEvents.entrySet().stream()
                .map(last -> new LostAt(
                        funnel,
                        last.getKey(),
                        last.getValue(),
                        atStake.value() == null ? null : atStake.value() * last.getValue() / dropped))
                .toList();
    }

    private double stake() {
        return atStake.value() == null ? dropped : atStake.value();
    }

    private DropOffsRow withRank(int newRank) {
        return new DropOffsRow(
                funnel,
                step,
                stepName,
                nextEvent,
                nextChannel,
                dropped,
                share,
                lastEvent,
                lastEvents,
                medianSecondsSinceStep,
                atStake,
                newRank);
    }

    /** The rows of one funnel, in their order, with their ranks: 1 where most is at stake, ties by the rows' order. */
    static List<DropOffsRow> ranked(List<DropOffsRow> rows) {
        Integer[] places = new Integer[rows.size()];
        Arrays.setAll(places, place -> place);
        Arrays.sort(
                places,
                Comparator.comparingDouble((Integer place) -> rows.get(place).stake())
                        .reversed());
        DropOffsRow[] ranked = new DropOffsRow[rows.size()];
        for (int rank = 1; rank <= places.length; rank++) {
            int place = places[rank - 1];
            ranked[place] = rows.get(place).withRank(rank);
        }
        return List.of(ranked);
    }
}
