-- Windows over the whole table in its own order stream: nothing is partitioned or sorted again.
CREATE TABLE numbered AS
WITH gaps AS (
    SELECT *, row_number() OVER () AS position, customer IS DISTINCT FROM lag(customer) OVER () AS is_new_customer,
           moment - lag(moment) OVER () AS gap, lag(occurred_at::DATE) OVER () AS from_day,
           lag(event) OVER () AS from_event, lag(stage) OVER () AS from_stage, lag(channel) OVER () AS from_channel
    FROM ordered
), begins AS (
    SELECT *, is_new_customer OR gap > 1800000000 AS is_new_session, is_new_customer OR gap > 1209600000000 AS is_new_journey,
           is_new_customer OR occurred_at::DATE <> from_day AS is_new_day
    FROM gaps
), sums AS (
    SELECT *, sum(is_new_session::INTEGER) OVER (ROWS UNBOUNDED PRECEDING)::INTEGER AS session,
           sum(is_new_journey::INTEGER) OVER (ROWS UNBOUNDED PRECEDING)::INTEGER AS journey,
           max(CASE WHEN is_new_session THEN moment END) OVER (ROWS UNBOUNDED PRECEDING) AS session_start
    FROM begins
)
SELECT customer, occurred_at, moment, event_id, event, channel, stage, value, platform, position, session, journey,
       session_start, is_new_day,
       CASE WHEN NOT is_new_journey THEN gap END AS since, from_event, from_stage, from_channel,
       max(CASE WHEN is_new_customer THEN position END) OVER (ROWS UNBOUNDED PRECEDING) AS first_position,
       max(CASE WHEN is_new_customer THEN session END) OVER (ROWS UNBOUNDED PRECEDING) AS first_session,
       max(CASE WHEN is_new_customer THEN journey END) OVER (ROWS UNBOUNDED PRECEDING) AS first_journey
FROM sums;
DROP TABLE ordered;
