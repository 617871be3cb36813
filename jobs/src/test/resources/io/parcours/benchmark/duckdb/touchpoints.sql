COPY (
    SELECT customer_id, position - first_position + 1 AS touchpoint_number, occurred_at, event_id,
           channel::VARCHAR AS channel, event::VARCHAR AS event, stage::VARCHAR AS stage, value, platform::VARCHAR AS platform,
           (session - first_session + 1)::BIGINT AS session_number, (journey - first_journey + 1)::BIGINT AS journey_number
    FROM numbered JOIN customer USING (customer)
) TO '${output}/touchpoints/part.parquet' (FORMAT parquet, COMPRESSION zstd);
