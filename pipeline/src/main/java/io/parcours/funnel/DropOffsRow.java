package io.parcours.funnel;

import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;

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
        double medianSecondsSinceStep) {

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
                (double) tally.count() / funnel.all().dropped(tally.step()),
                tally.mostFrequentLastEvent(),
                tally.medianSinceStep());
    }
}
