package io.parcours.funnel;

import io.parcours.stats.Proportion;
import io.parcours.stats.RateDifference;
import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;
import java.util.Optional;

/**
 * A row of {@code drop_off_drivers}; {@link DropOffDriversReport} says what the parts mean.
 *
 * @param lost of the lost, how many have the value
 * @param wentOn of those who went on, how many have it
 */
public record DropOffDriversRow(
        String funnel,
        int step,
        String stepName,
        String factor,
        String value,
        Proportion lost,
        Proportion wentOn,
        DriverTest test) {

    private static final Comparator<Double> NULLS_LAST = Comparator.nullsLast(Comparator.naturalOrder());

    static final Comparator<DropOffDriversRow> ORDER_WITHIN_FUNNEL = Comparator.comparingInt(DropOffDriversRow::step)
            .thenComparing(row -> row.test().qValue(), NULLS_LAST)
            .thenComparing(row -> row.test().pValue(), NULLS_LAST)
            .thenComparing(DropOffDriversRow::factor, Utf8Order.COMPARATOR)
            .thenComparing(DropOffDriversRow::value, Utf8Order.COMPARATOR);

    /** The rate of the lost less that of those who went on; nothing where there are none of either. */
    Optional<RateDifference> difference() {
        return RateDifference.of(lost, wentOn);
    }

    DropOffDriversRow withQValue(double qValue) {
        return new DropOffDriversRow(funnel, step, stepName, factor, value, lost, wentOn, test.withQValue(qValue));
    }
}
