package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run found that its user should know before trusting the numbers, though nothing is wrong with the run. */
final class RunWarnings {
    private static final int LONELY_DAYS = 30;

    private RunWarnings() {}

    /** What reading the log showed. */
    static List<String> of(RunRequest request, ReadCounts read, AsOf asOf) {
        List<String> warnings = new ArrayList<>();
        if (read.isWithoutTouchpoints() && request.asOfIfGiven().isEmpty()) {
            warnings.add(
                    "no record was accepted and no --as-of was given: results are filed under as_of=" + asOf.date());
        }
        if (request.map().input().firstDay() == null) {
            read.dayBeforeLast()
                    .filter(before ->
                            ChronoUnit.DAYS.between(before, read.lastDay().orElseThrow()) > LONELY_DAYS)
                    .ifPresent(before -> warnings.add("the last day with touchpoints, "
                            + read.lastDay().orElseThrow() + ", lies more than " + LONELY_DAYS
                            + " days after the one before it, " + before
                            + ": a wrong stamp makes everybody look lost; say input.between in the map"));
        }
        if (read.precisionCut() > 0) {
            warnings.add(String.format(
                    Locale.ROOT,
                    "%,d touchpoints had times finer than microseconds; the finer digits were cut",
                    read.precisionCut()));
        }
        return warnings;
    }

    /** That churn found nothing to look at, as where the map misspells an event. */
    static List<String> ofActivity(long customers, long withoutActivity) {
        return customers > 0 && customers == withoutActivity
                ? List.of("no touchpoint matches churn.activity, so the tables of churn and retention are empty")
                : List.of();
    }

    /** Costs of periods that the log does not cover. */
    static List<String> ofCosts(int outside) {
        return outside == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%,d costs are of periods before the log's first touchpoint or after as_of and were left out",
                        outside));
    }

    /** Conditions that could not be worked out on some values. */
    static List<String> ofConditions(List<TouchpointCondition> conditions, long[] failures) {
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < failures.length; i++) {
            if (failures[i] > 0) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "the condition \"%s\" could not be worked out on %,d touchpoints and counts as false there",
                        conditions.get(i).where(),
                        failures[i]));
            }
        }
        return warnings;
    }
}
