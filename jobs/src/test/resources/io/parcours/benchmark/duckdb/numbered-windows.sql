-- Windows by customer: touchpoints are sorted inside the first, and the table is written once.
CREATE TABLE numbered AS
WITH staged AS (
    SELECT customer, customer::${moment} * ${spacing} + epoch_us(occurred_at) - epoch_us(TIMESTAMPTZ '2023-12-31 00:00:00+00') AS moment,
           occurred_at, event_id, event::event_name AS event, channel::channel_name AS channel,
           stage_of(event)::stage_name AS stage, value, platform::platform_name AS platform
    FROM accepted JOIN customer USING (customer_id)
), gaps AS (
    SELECT *, row_number() OVER w AS number, moment - lag(moment) OVER w AS gap, lag(occurred_at::DATE) OVER w AS from_day,
           lag(event) OVER w AS from_event, lag(stage) OVER w AS from_stage, lag(channel) OVER w AS from_channel
    FROM staged
    WINDOW w AS (PARTITION BY customer ORDER BY moment, event_id NULLS LAST, event, channel, value, platform)
), sums AS (
    SELECT *, sum((gap IS NULL OR gap > 1800000000)::INTEGER) OVER w AS session_number,
           sum((gap IS NULL OR gap > 1209600000000)::INTEGER) OVER w AS journey_number,
           max(CASE WHEN gap IS NULL OR gap > 1800000000 THEN moment END) OVER w AS session_start
    FROM gaps
    WINDOW w AS (PARTITION BY customer ORDER BY number ROWS UNBOUNDED PRECEDING)
)
SELECT customer, occurred_at, moment, event_id, event, channel, stage, value, platform,
       customer * 10000000::BIGINT + number AS position, (customer * 1000000::BIGINT + session_number)::BIGINT AS session,
       (customer * 1000000::BIGINT + journey_number)::BIGINT AS journey, session_start,
       from_day IS DISTINCT FROM occurred_at::DATE AS is_new_day,
       CASE WHEN gap <= 1209600000000 THEN gap END AS since, from_event, from_stage, from_channel,
       customer * 10000000::BIGINT + 1 AS first_position, customer * 1000000::BIGINT + 1 AS first_session,
       customer * 1000000::BIGINT + 1 AS first_journey
FROM sums;
