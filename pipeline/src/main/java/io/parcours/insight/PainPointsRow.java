package io.parcours.insight;

import io.parcours.touchpoint.Utf8Order;
import java.util.Comparator;
import java.util.List;

/** A row of {@code pain_points}; {@link PainPoints} says what the parts mean. Nulls as there. */
record PainPointsRow(
        int rank,
        boolean isDelight,
        String touchpoint,
        String funnel,
        long dropOffs,
        Double dropOffValue,
        List<String> frictionKinds,
        long frictionCustomers,
        Double frictionLost,
        Double frictionValue,
        Mood mood,
        Double valueAtStake,
        String reason) {

    /** Pains before delights; the largest pain first, the largest delight last. */
    static final Comparator<PainPointsRow> ORDER = Comparator.comparing(PainPointsRow::isDelight)
            .thenComparing(Comparator.comparingDouble(PainPointsRow::loss).reversed())
            .thenComparing(Comparator.comparingDouble(PainPointsRow::lost).reversed())
            .thenComparingDouble(PainPointsRow::lift)
            .thenComparing(PainPointsRow::touchpoint, Utf8Order.COMPARATOR);

    private double loss() {
        return isDelight || valueAtStake == null ? 0 : valueAtStake;
    }

    /** Customers lost, for maps whose conversions have no value. */
    private double lost() {
        return isDelight ? 0 : Math.max(dropOffs, frictionLost == null ? 0 : frictionLost);
    }

    /** How surely it is better than the average. */
    private double lift() {
        return mood == null || mood.half() == null ? 0 : mood.difference() / mood.half();
    }

    PainPointsRow withRank(int newRank) {
        return new PainPointsRow(
                newRank,
                isDelight,
                touchpoint,
                funnel,
                dropOffs,
                dropOffValue,
                frictionKinds,
                frictionCustomers,
                frictionLost,
                frictionValue,
                mood,
                valueAtStake,
                reason);
    }
}
