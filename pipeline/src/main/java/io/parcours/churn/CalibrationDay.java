package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.LocalDays;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Until which day models are fitted for the back-test; what comes later is held against them.
 *
 * <p>The map's day where it lies before the day of {@code as_of}. Without one the last third of the time from the log's
 * first touchpoint to {@code as_of} is held back, or {@code inactive_after} where that is longer: who left can be told
 * only then. There is no back-test where nothing is left before it.
 */
public final class CalibrationDay {
    private CalibrationDay() {}

    /**
     * The rules with the day filled in, or with none where there can be no back-test.
     *
     * @param firstAt the log's first touchpoint, microseconds since the epoch
     */
    public static ChurnRules filledIn(ChurnRules rules, long firstAt, AsOf asOf) {
        return rules.calibratedUntil(of(rules, firstAt, asOf).orElse(null));
    }

    private static Optional<LocalDate> of(ChurnRules rules, long firstAt, AsOf asOf) {
        Optional<LocalDate> given = rules.buying().calibrateUntilIfGiven();
        long lastDay = asOf.date().toEpochDay();
        if (given.isPresent()) {
            return given.filter(day -> day.toEpochDay() < lastDay);
        }
        long firstDay = new LocalDays(asOf.zone()).dayOf(firstAt);
        long heldBack = Math.max((lastDay - firstDay + 2) / 3, rules.inactiveDays());
        return Optional.of(lastDay - heldBack).filter(day -> day > firstDay).map(LocalDate::ofEpochDay);
    }
}
