package io.parcours.friction;

import io.parcours.stats.StratifiedMeans;
import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;

/** A row of {@code friction}; {@link FrictionReport} says what the parts mean. Nulls as there. */
record FrictionRow(
        FrictionKind kind,
        String place,
        String via,
        String fromStage,
        String toStage,
        Double thresholdSeconds,
        long occurrences,
        long journeys,
        long customers,
        long customersAtPlace,
        Compared conversion,
        Compared churn,
        SatisfactionDifference satisfaction,
        Loss loss) {

    static final Comparator<FrictionRow> ORDER = Comparator.comparing(FrictionRow::kind)
            .thenComparing(Comparator.comparingLong(FrictionRow::customers).reversed())
            .thenComparing(FrictionRow::place, Utf8Order.COMPARATOR)
            .thenComparing(FrictionRow::via, Utf8Order.COMPARATOR)
            .thenComparing(FrictionRow::fromStage, Utf8Order.COMPARATOR)
            .thenComparing(FrictionRow::toStage, Utf8Order.COMPARATOR);

    /** Satisfaction with the friction and without, 0 to 1; null where there is none. */
    record SatisfactionDifference(
            long withCount,
            long withoutCount,
            StratifiedMeans.Estimate with,
            StratifiedMeans.Estimate without,
            StratifiedMeans.Estimate difference) {
        static final SatisfactionDifference NONE = new SatisfactionDifference(0, 0, null, null, null);
    }

    FrictionRow withQValues(Double ofConversion, Double ofChurn) {
        return new FrictionRow(
                kind,
                place,
                via,
                fromStage,
                toStage,
                thresholdSeconds,
                occurrences,
                journeys,
                customers,
                customersAtPlace,
                ofConversion == null ? conversion : conversion.withQValue(ofConversion),
                ofChurn == null ? churn : churn.withQValue(ofChurn),
                satisfaction,
                loss);
    }

    /** The word for its kind. */
    String kindLabel() {
        return kind.label();
    }
}
