package io.parcours.churn;

import io.parcours.journey.AsOf;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The cut of a back-test: days up to the cut are fitted, days behind it, up to that of {@code as_of}, are compared.
 *
 * @param cutDay the last day before the cut, since 1970-01-01
 * @param asOfDay the day of {@code as_of}, after it
 * @param inactiveDays the days of silence after which a customer has left
 * @param end the last instant of the cut's day
 */
record BackTest(long cutDay, long asOfDay, int inactiveDays, AsOf end) implements Serializable {

    /** The back-test of the rules, or nothing where their day is not before that of {@code as_of}. */
    static Optional<BackTest> of(ChurnRules rules, AsOf asOf) {
        return rules.buying()
                .calibrateUntilIfGiven()
                .filter(day -> day.isBefore(asOf.date()))
                .map(day -> new BackTest(
                        day.toEpochDay(), asOf.date().toEpochDay(), rules.inactiveDays(), endOf(day, asOf)));
    }

    private static AsOf endOf(LocalDate day, AsOf asOf) {
        return new AsOf(day.plusDays(1).atStartOfDay(asOf.zone()).toInstant().minus(1, ChronoUnit.MICROS), asOf.zone());
    }

    LocalDate cut() {
        return LocalDate.ofEpochDay(cutDay);
    }

    LocalDate asOf() {
        return LocalDate.ofEpochDay(asOfDay);
    }

    /** The days that are compared. */
    int daysAfter() {
        return (int) (asOfDay - cutDay);
    }

    /** Whether it is known of everybody who has left: then {@code inactive_after} is over, counted from the cut. */
    boolean isLeavingKnown() {
        return daysAfter() >= inactiveDays;
    }

    /** How many days with activity came after the cut. */
    static int laterDays(Activity before, Activity all) {
        return all.days().length - before.days().length;
    }

    /** Whether the customer was silent from the cut until {@code inactive_after} was over, and that is known. */
    boolean hasLeft(Activity before, Activity all) {
        return isLeavingKnown() && isSilentUntil(cutDay + inactiveDays, before, all);
    }

    /** Whether the silence of a customer could still grow to {@code inactive_after} at the cut. */
    boolean isSilentForShort(long silence) {
        return silence < inactiveDays;
    }

    /** Whether the silence that held at the cut, not yet as long as {@code inactive_after}, became so, and that is known. */
    boolean hasFallenSilent(Activity before, Activity all) {
        return isLeavingKnown()
                && isSilentForShort(cutDay - before.lastDay())
                && isSilentUntil(before.lastDay() + inactiveDays, before, all);
    }

    private static boolean isSilentUntil(long day, Activity before, Activity all) {
        return laterDays(before, all) == 0 || all.days()[before.days().length] > day;
    }
}
