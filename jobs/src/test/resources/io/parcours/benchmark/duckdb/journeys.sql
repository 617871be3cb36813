-- A set of channels is a set of bits; journeys have few.
CREATE TABLE journeys AS
SELECT any_value(customer) AS customer, journey, any_value(journey - first_journey + 1)::BIGINT AS journey_number,
       min(occurred_at) AS started_at, max(occurred_at) AS ended_at, count(*) AS touchpoint_count,
       (max(session) - min(session) + 1)::BIGINT AS session_count,
       arg_min_null(channel, position) AS first_channel, arg_max_null(channel, position) AS last_channel,
       coalesce(bit_count(bit_or(CASE WHEN channel IS NOT NULL THEN 1::BIGINT << enum_code(channel) END)), 0)::BIGINT AS channel_count,
       max(stage) AS furthest_stage, min(CASE WHEN stage = 'purchase' THEN occurred_at END) AS converted_at,
       sum(value) AS value,
       arg_max_null(event, position) AS last_event, arg_max_null(stage, position) AS last_stage,
       epoch_us(max(occurred_at)) + 1209600000000 >= (SELECT micros FROM as_of) AS is_open
FROM numbered GROUP BY journey;

COPY (
    SELECT customer_id, journey_number, started_at, ended_at, touchpoint_count, session_count,
           first_channel::VARCHAR AS first_channel, last_channel::VARCHAR AS last_channel, channel_count,
           furthest_stage::VARCHAR AS furthest_stage, converted_at IS NOT NULL AS is_converted, converted_at, value
    FROM journeys JOIN customer USING (customer)
) TO '${output}/journeys/part.parquet' (FORMAT parquet, COMPRESSION zstd);
