-- Records that are touchpoints: not rejected, then not filtered.
CREATE VIEW record AS
SELECT customer_id, occurred_at, event, channel, value, event_id, platform
FROM read_parquet('${log}')
WHERE customer_id <> '' AND event <> ''
  AND occurred_at >= TIMESTAMPTZ '2023-12-31 00:00:00+00' AND occurred_at < TIMESTAMPTZ '${end} 00:00:00+00'
  AND NOT starts_with(customer_id, 'bot-');

-- One record a touchpoint: of one customer and event id the earliest; without an id one of those equal in all fields.
-- Only the few records whose key comes twice by hash are looked at exactly.
CREATE MACRO touchpoint_key(customer_id, occurred_at, event, channel, value, event_id, platform) AS
    CASE WHEN event_id IS NULL THEN hash(customer_id, occurred_at, event, channel, value, platform)
         ELSE hash(customer_id, event_id) END;

CREATE TEMP TABLE repeated AS
SELECT touchpoint_key(customer_id, occurred_at, event, channel, value, event_id, platform) AS key
FROM record GROUP BY key HAVING count(*) > 1;

CREATE VIEW accepted AS
WITH keyed AS (
    SELECT *, touchpoint_key(customer_id, occurred_at, event, channel, value, event_id, platform) AS key FROM record
)
SELECT * EXCLUDE (key) FROM keyed WHERE key NOT IN (SELECT key FROM repeated)
UNION ALL
SELECT * EXCLUDE (key) FROM keyed WHERE key IN (SELECT key FROM repeated)
QUALIFY event_id IS NOT NULL AND row_number() OVER (
            PARTITION BY customer_id, event_id ORDER BY occurred_at, event, channel, value, platform) = 1
     OR event_id IS NULL AND row_number() OVER (
            PARTITION BY customer_id, occurred_at, event, channel, value, platform) = 1;
