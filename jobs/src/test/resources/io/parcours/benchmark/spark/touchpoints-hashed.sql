-- Records that are touchpoints: not rejected, then not filtered. A moment is microseconds since the epoch.
CREATE TEMPORARY VIEW record AS
SELECT customer_id, unix_micros(occurred_at) AS moment, event, channel, value, event_id, platform
FROM parquet.`${log}`
WHERE customer_id <> '' AND event <> '' AND NOT startswith(customer_id, 'bot-')
  AND occurred_at >= TIMESTAMP '2023-12-31 00:00:00' AND occurred_at < TIMESTAMP '${end} 00:00:00';

-- One record a touchpoint: of one customer and event id the earliest; without an id one of those equal in all fields.
-- Only the few records whose key comes twice by hash are looked at exactly.
CREATE TEMPORARY VIEW keyed AS
SELECT *, CASE WHEN event_id IS NULL THEN xxhash64(customer_id, moment, event, channel, value, platform)
               ELSE xxhash64(customer_id, event_id) END AS key
FROM record;

CACHE TABLE repeated AS SELECT key FROM keyed GROUP BY key HAVING count(*) > 1;

CREATE TEMPORARY VIEW accepted AS
SELECT /*+ BROADCAST(repeated) */ customer_id, moment, event, channel, value, event_id, platform
FROM keyed LEFT ANTI JOIN repeated USING (key)
UNION ALL
SELECT customer_id, moment, event, channel, value, event_id, platform
FROM (
    SELECT /*+ BROADCAST(repeated) */ *, row_number() OVER (
        PARTITION BY customer_id, coalesce(event_id, concat_ws('|', '~', moment, event, channel, value, platform))
        ORDER BY moment, event, channel, value, platform) AS copy
    FROM keyed LEFT SEMI JOIN repeated USING (key)
)
WHERE copy = 1;

-- The one ordered table, kept in memory: customers lie in the order of their hash, which sorts faster than texts.
CREATE TEMPORARY VIEW staged AS
SELECT /*+ REPARTITION(${partitions}, customer_hash, customer_id) */ customer_id, xxhash64(customer_id) AS customer_hash, moment, event, channel, value, event_id, platform,
   CASE WHEN event IN ('ad_click', 'home_view', 'blog_article', 'promo_open') THEN 'discovery'
        WHEN event IN ('product_view', 'wishlist_add', 'store_visit', 'add_to_cart', 'checkout_start', 'payment_details')
            THEN 'consideration'
        WHEN event IN ('purchase', 'store_purchase') THEN 'purchase'
        WHEN event IN ('delivery_booked', 'delivery_tracked', 'return_request') THEN 'post_purchase'
        WHEN event IN ('loyalty_login', 'newsletter_click') THEN 'retention'
        WHEN event IN ('review_written', 'referral_sent', 'social_share') THEN 'advocacy' END AS stage
FROM accepted;

CREATE TEMPORARY VIEW gaps AS
SELECT *, row_number() OVER w AS touchpoint_number, moment - lag(moment) OVER w AS gap,
       lag(event) OVER w AS from_event, lag(stage) OVER w AS from_stage, lag(channel) OVER w AS from_channel
FROM staged
WINDOW w AS (PARTITION BY customer_hash, customer_id ORDER BY moment, event_id NULLS LAST, event);

CACHE TABLE numbered AS
SELECT customer_id, customer_hash, touchpoint_number, moment, event_id, event, channel, stage, value, platform,
       CASE WHEN gap <= 1209600000000 THEN gap END AS since, from_event, from_stage, from_channel,
       sum(CASE WHEN gap <= 1800000000 THEN 0 ELSE 1 END) OVER w AS session_number,
       sum(CASE WHEN gap <= 1209600000000 THEN 0 ELSE 1 END) OVER w AS journey_number,
       max(CASE WHEN gap <= 1800000000 THEN NULL ELSE moment END) OVER w AS session_start
FROM gaps
WINDOW w AS (PARTITION BY customer_hash, customer_id ORDER BY moment, event_id NULLS LAST, event ROWS UNBOUNDED PRECEDING);

INSERT OVERWRITE DIRECTORY '${output}/touchpoints' USING parquet
SELECT customer_id, touchpoint_number, timestamp_micros(moment) AS occurred_at, event_id, channel, event, stage, value,
       platform, session_number, journey_number
FROM numbered;

-- Everything is measured as of the latest touchpoint.
CACHE TABLE as_of AS SELECT max(moment) AS moment, CAST(timestamp_micros(max(moment)) AS DATE) AS day FROM numbered;
