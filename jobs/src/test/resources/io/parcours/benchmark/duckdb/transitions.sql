-- Customers of a pair are counted in two steps: pairs of a customer first.
CREATE TEMP TABLE transition (level VARCHAR, from_name VARCHAR, to_name VARCHAR, transition_count BIGINT, customer_count BIGINT, seconds_p50 DOUBLE);

CREATE TEMP TABLE last_step AS
SELECT customer, last_event AS event, last_stage AS stage, last_channel AS channel,
       CASE WHEN is_open THEN '(open)' ELSE '(end)' END AS to_name
FROM journeys;

INSERT INTO transition
WITH pairs AS (
    SELECT since IS NULL AS is_start, from_event AS from_code, event AS to_code, customer, count(*) AS transitions
    FROM numbered GROUP BY ALL
), counts AS (
    SELECT is_start, CASE WHEN NOT is_start THEN from_code END AS from_code, to_code, sum(transitions)::BIGINT AS transition_count, count(DISTINCT customer) AS customer_count
    FROM pairs GROUP BY ALL
), times AS (
    SELECT from_event AS from_code, event AS to_code, median(since) / 1e6 AS seconds_p50
    FROM numbered WHERE since IS NOT NULL GROUP BY ALL
)
SELECT 'event', CASE WHEN is_start THEN '(start)' ELSE coalesce(counts.from_code::VARCHAR, '(none)') END,
       coalesce(counts.to_code::VARCHAR, '(none)'), transition_count, customer_count, CASE WHEN NOT is_start THEN seconds_p50 END
FROM counts LEFT JOIN times ON counts.from_code IS NOT DISTINCT FROM times.from_code AND counts.to_code IS NOT DISTINCT FROM times.to_code
UNION ALL
SELECT 'event', coalesce(event::VARCHAR, '(none)'), to_name, count(*), count(DISTINCT customer), NULL
FROM last_step GROUP BY ALL;

INSERT INTO transition
WITH pairs AS (
    SELECT since IS NULL AS is_start, from_stage AS from_code, stage AS to_code, customer, count(*) AS transitions
    FROM numbered GROUP BY ALL
), counts AS (
    SELECT is_start, CASE WHEN NOT is_start THEN from_code END AS from_code, to_code, sum(transitions)::BIGINT AS transition_count, count(DISTINCT customer) AS customer_count
    FROM pairs GROUP BY ALL
), times AS (
    SELECT from_stage AS from_code, stage AS to_code, median(since) / 1e6 AS seconds_p50
    FROM numbered WHERE since IS NOT NULL GROUP BY ALL
)
SELECT 'stage', CASE WHEN is_start THEN '(start)' ELSE coalesce(counts.from_code::VARCHAR, '(none)') END,
       coalesce(counts.to_code::VARCHAR, '(none)'), transition_count, customer_count, CASE WHEN NOT is_start THEN seconds_p50 END
FROM counts LEFT JOIN times ON counts.from_code IS NOT DISTINCT FROM times.from_code AND counts.to_code IS NOT DISTINCT FROM times.to_code
UNION ALL
SELECT 'stage', coalesce(stage::VARCHAR, '(none)'), to_name, count(*), count(DISTINCT customer), NULL
FROM last_step GROUP BY ALL;

INSERT INTO transition
WITH pairs AS (
    SELECT since IS NULL AS is_start, from_channel AS from_code, channel AS to_code, customer, count(*) AS transitions
    FROM numbered GROUP BY ALL
), counts AS (
    SELECT is_start, CASE WHEN NOT is_start THEN from_code END AS from_code, to_code, sum(transitions)::BIGINT AS transition_count, count(DISTINCT customer) AS customer_count
    FROM pairs GROUP BY ALL
), times AS (
    SELECT from_channel AS from_code, channel AS to_code, median(since) / 1e6 AS seconds_p50
    FROM numbered WHERE since IS NOT NULL GROUP BY ALL
)
SELECT 'channel', CASE WHEN is_start THEN '(start)' ELSE coalesce(counts.from_code::VARCHAR, '(none)') END,
       coalesce(counts.to_code::VARCHAR, '(none)'), transition_count, customer_count, CASE WHEN NOT is_start THEN seconds_p50 END
FROM counts LEFT JOIN times ON counts.from_code IS NOT DISTINCT FROM times.from_code AND counts.to_code IS NOT DISTINCT FROM times.to_code
UNION ALL
SELECT 'channel', coalesce(channel::VARCHAR, '(none)'), to_name, count(*), count(DISTINCT customer), NULL
FROM last_step GROUP BY ALL;

COPY transition TO '${output}/transitions/part.parquet' (FORMAT parquet, COMPRESSION zstd);
