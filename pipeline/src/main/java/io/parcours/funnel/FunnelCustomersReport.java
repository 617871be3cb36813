package io.parcours.funnel;

import static io.parcours.table.Column.instantInEveryRow;
import static io.parcours.table.Column.instants;
import static io.parcours.table.Column.text;
import static io.parcours.table.Column.texts;
import static io.parcours.table.Column.whole;
import static io.parcours.table.Column.wholeInEveryRow;

import io.parcours.table.ReportTable;
import java.util.List;

/**
 * The table {@code funnel_customers}: the list behind every number of a funnel. A customer's rows stand together, sorted
 * by funnel as in the map, then in the order they were counted.
 */
public final class FunnelCustomersReport {

    public static final ReportTable<FunnelCustomersRow> TABLE = new ReportTable<>(
            "funnel_customers",
            "one thing that entered a funnel and is counted there",
            List.of(
                    text("funnel", "The funnel's name.", FunnelCustomersRow::funnel),
                    text("customer_id", "The customer.", FunnelCustomersRow::customerId),
                    text(
                            "unit",
                            "What is counted: customer, journey or session; attempt where entry is every; value, for a"
                                    + " unit with one held value, where the funnel holds.",
                            FunnelCustomersRow::unit),
                    wholeInEveryRow(
                            "unit_number",
                            "The journey's or session's number among the customer's, as in journeys and sessions; of an"
                                    + " attempt or a value, its number among those the customer has in this funnel; 1"
                                    + " for a customer.",
                            FunnelCustomersRow::unitNumber),
                    text(
                            "held_value",
                            "The value that all touchpoints of the chain share; null where the funnel holds nothing.",
                            FunnelCustomersRow::heldValue),
                    text(
                            "status",
                            "converted: reached the last step; dropped: did not, and has no time left; in_progress: did"
                                    + " not yet, and has time left.",
                            FunnelCustomersRow::status),
                    wholeInEveryRow(
                            "level",
                            "The last step reached that is not optional, 1 for the first.",
                            FunnelCustomersRow::level),
                    text("level_name", "The name of that step.", FunnelCustomersRow::levelName),
                    whole(
                            "lost_step",
                            "The step at which it was lost: the first one not reached that is not optional, as in"
                                    + " drop_offs; null unless status is dropped.",
                            FunnelCustomersRow::lostStep),
                    text("lost_step_name", "The name of that step; null with it.", FunnelCustomersRow::lostStepName),
                    instantInEveryRow(
                            "entered_at",
                            "When its first touchpoint that serves step 1 happened, whichever chain counts; of an"
                                    + " attempt, the touchpoint it starts with.",
                            FunnelCustomersRow::enteredAt),
                    instants(
                            "step_times",
                            "When each step was reached in the chain that counts, in the order of the steps, optional"
                                    + " ones included; null where a step was not. Where steps may come in any order: the"
                                    + " times at which one more was reached.",
                            FunnelCustomersRow::stepTimes),
                    texts(
                            "breakdown_values",
                            "The value under which it is counted in each of the funnel's breakdowns, in the map's order;"
                                    + " (none) where it is missing, (not reached) where the step that gives it is."
                                    + " With attribution all_steps, where it can count under several, the value at"
                                    + " the entry. Empty without breakdowns.",
                            FunnelCustomersRow::breakdownValues)));

    private FunnelCustomersReport() {}
}
