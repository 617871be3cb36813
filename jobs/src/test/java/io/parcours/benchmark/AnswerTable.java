package io.parcours.benchmark;

import java.util.List;

/**
 * A table that every contender writes, and how answers are compared.
 *
 * @param name the table, and the folder it is written to
 * @param keys columns that tell its rows apart
 * @param exact columns that must be equal
 * @param doubles columns that must be equal but for rounding
 * @param fromParcours the rows of Parcours that the question asks for, out of {@code ${table}}
 */
record AnswerTable(String name, List<String> keys, List<String> exact, List<String> doubles, String fromParcours) {
    private static final String ALL_ROWS = "SELECT * FROM ${table}";

    static final List<AnswerTable> ALL = List.of(
            // Where the log has no event id Parcours derives one, the peers need not.
            new AnswerTable(
                    "touchpoints",
                    List.of("customer_id", "touchpoint_number"),
                    List.of(
                            "occurred_at",
                            "event_id",
                            "channel",
                            "event",
                            "stage",
                            "platform",
                            "session_number",
                            "journey_number"),
                    List.of("value"),
                    "SELECT * REPLACE (CASE WHEN starts_with(event_id, '~') THEN NULL ELSE event_id END AS event_id)"
                            + " FROM ${table}"),
            new AnswerTable(
                    "journeys",
                    List.of("customer_id", "journey_number"),
                    List.of(
                            "started_at",
                            "ended_at",
                            "touchpoint_count",
                            "session_count",
                            "first_channel",
                            "last_channel",
                            "channel_count",
                            "furthest_stage",
                            "is_converted",
                            "converted_at"),
                    List.of("value"),
                    ALL_ROWS),
            // The funnel over the stages is beyond the question, and so are values under which nobody entered.
            new AnswerTable(
                    "funnel_steps",
                    List.of("funnel", "breakdown", "breakdown_value", "step"),
                    List.of("step_name", "reached_count", "dropped_count", "in_progress_count"),
                    List.of("seconds_from_first_p50"),
                    "SELECT * FROM ${table} WHERE funnel <> 'lifecycle'"
                            + " QUALIFY max(reached_count) OVER (PARTITION BY funnel, breakdown, breakdown_value) > 0"),
            new AnswerTable(
                    "drop_offs",
                    List.of("funnel", "step", "next_event", "next_channel"),
                    List.of("step_name", "dropped_count"),
                    List.of(),
                    "SELECT * FROM ${table} WHERE funnel <> 'lifecycle'"),
            new AnswerTable(
                    "transitions",
                    List.of("level", "from_name", "to_name"),
                    List.of("transition_count", "customer_count"),
                    List.of("seconds_p50"),
                    ALL_ROWS),
            new AnswerTable(
                    "churn_customers",
                    List.of("customer_id"),
                    List.of("first_at", "last_at", "frequency"),
                    List.of("recency", "age", "monetary_mean", "value"),
                    ALL_ROWS),
            new AnswerTable(
                    "retention_cohorts",
                    List.of("cohort", "period"),
                    List.of("eligible_count", "retained_count"),
                    List.of(),
                    ALL_ROWS));

    AnswerTable {
        keys = List.copyOf(keys);
        exact = List.copyOf(exact);
        doubles = List.copyOf(doubles);
    }
}
