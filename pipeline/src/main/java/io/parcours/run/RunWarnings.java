package io.parcours.run;

import io.parcours.condition.TouchpointCondition;
import io.parcours.condition.Where;
import io.parcours.journey.AsOf;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import io.parcours.touchpoint.Plural;
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
            warnings.add(Plural.of(read.precisionCut(), "touchpoint had a time", "touchpoints had times")
                    + " finer than microseconds; the finer digits were cut");
        }
        return warnings;
    }

    /** What joining the table of customers showed; nothing where there is none. */
    static List<String> ofCustomers(RunRecord record) {
        return record.inputs().customers().isEmpty()
                ? List.of()
                : ofCustomers(record.totals().customers(), record.passed().attributed(), record.counts());
    }

    static List<String> ofCustomers(long customers, long attributed, RecordCounts counts) {
        List<String> warnings = new ArrayList<>();
        if (customers > 0 && attributed == 0) {
            warnings.add("no customer of the log has a record in the table of customers, so all attributes are missing:"
                    + " look whether both name customers alike");
        }
        long conflicting = counts.byReason(RecordOutcome.DUPLICATE).getOrDefault(RecordCounts.CONFLICTING_CUSTOMER, 0L);
        if (conflicting > 0) {
            warnings.add(Plural.of(
                            conflicting,
                            "record of the table of customers says",
                            "records of the table of customers say")
                    + " other attributes of a customer than the record that counts, which is the first by its values");
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
                : List.of(Plural.of(
                        outside,
                        "cost is of a period before the log's first touchpoint or after as_of and was left out",
                        "costs are of periods before the log's first touchpoint or after as_of and were left out"));
    }

    /**
     * Conditions that could not be worked out on some values.
     *
     * @param failures how often, by the numbers of the conditions on touchpoints, then of those on customers
     */
    static List<String> ofConditions(List<TouchpointCondition> conditions, List<Where> ofCustomers, long[] failures) {
        List<String> warnings = new ArrayList<>();
        for (int i = 0; i < failures.length; i++) {
            int customers = i - conditions.size();
            if (failures[i] > 0) {
                warnings.add(String.format(
                        Locale.ROOT,
                        "the condition \"%s\" could not be worked out on %s and counts as false there",
                        customers < 0 ? conditions.get(i).where() : ofCustomers.get(customers),
                        customers < 0
                                ? Plural.of(failures[i], "touchpoint", "touchpoints")
                                : Plural.of(failures[i], "customer", "customers")));
            }
        }
        return warnings;
    }
}
