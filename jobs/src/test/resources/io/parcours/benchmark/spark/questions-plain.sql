CACHE TABLE journeys AS
SELECT customer_id, journey_number, min(moment) AS started_at, max(moment) AS ended_at, count(*) AS touchpoint_count,
       max(session_number) - min(session_number) + 1 AS session_count,
       min(struct(touchpoint_number, channel)).channel AS first_channel,
       max(struct(touchpoint_number, channel, event, stage)) AS last,
       bit_count(bit_or(CASE channel WHEN 'web' THEN 1 WHEN 'app' THEN 2 WHEN 'email' THEN 4 WHEN 'social' THEN 8
                                     WHEN 'store' THEN 16 WHEN 'call_center' THEN 32 ELSE 0 END)) AS channel_count,
       max(CASE stage WHEN 'discovery' THEN 1 WHEN 'consideration' THEN 2 WHEN 'purchase' THEN 3 WHEN 'post_purchase' THEN 4
                      WHEN 'retention' THEN 5 WHEN 'advocacy' THEN 6 END) AS furthest_stage,
       min(CASE WHEN stage = 'purchase' THEN moment END) AS converted_at, sum(value) AS value
FROM numbered GROUP BY customer_id, journey_number;

INSERT OVERWRITE DIRECTORY '${output}/journeys' USING parquet
SELECT customer_id, journey_number, timestamp_micros(started_at) AS started_at, timestamp_micros(ended_at) AS ended_at,
       touchpoint_count, session_count, first_channel, last.channel AS last_channel, CAST(channel_count AS BIGINT) AS channel_count,
       CASE furthest_stage WHEN 1 THEN 'discovery' WHEN 2 THEN 'consideration' WHEN 3 THEN 'purchase' WHEN 4 THEN 'post_purchase'
                           WHEN 5 THEN 'retention' WHEN 6 THEN 'advocacy' END AS furthest_stage,
       converted_at IS NOT NULL AS is_converted, timestamp_micros(converted_at) AS converted_at, value
FROM journeys;

CREATE TEMPORARY VIEW active_day AS
SELECT customer_id, CAST(timestamp_micros(moment) AS DATE) AS day, min(moment) AS first_at, max(moment) AS last_at, sum(value) AS value
FROM numbered GROUP BY customer_id, day;

CACHE TABLE activity AS
SELECT customer_id, min(first_at) AS first_at, max(last_at) AS last_at, count(*) - 1 AS frequency, min(day) AS first_day,
       max(day) AS last_day, sum(value) AS value, min(struct(day, value)).value AS first_value,
       bit_or(shiftleft(1L, 12 * (year(day) - 2023) + month(day) - 12)) AS months
FROM active_day GROUP BY customer_id;

INSERT OVERWRITE DIRECTORY '${output}/churn_customers' USING parquet
SELECT customer_id, timestamp_micros(first_at) AS first_at, timestamp_micros(last_at) AS last_at, frequency,
       datediff(last_day, first_day) / 7D AS recency, datediff(as_of.day, first_day) / 7D AS age,
       CASE WHEN frequency > 0 THEN (value - coalesce(first_value, 0)) / frequency END AS monetary_mean, value
FROM activity CROSS JOIN as_of;

INSERT OVERWRITE DIRECTORY '${output}/retention_cohorts' USING parquet
WITH cohorts AS (
    SELECT CAST(trunc(first_day, 'MM') AS DATE) AS cohort, months, count(*) AS customers FROM activity GROUP BY cohort, months
), periods AS (
    SELECT *, explode(sequence(0, CAST(months_between(trunc(day, 'MM'), cohort) AS INT))) AS period
    FROM cohorts CROSS JOIN as_of
)
SELECT date_format(cohort, 'yyyy-MM') AS cohort, CAST(period AS BIGINT) AS period, sum(customers) AS eligible_count,
       CASE WHEN unix_micros(CAST(add_months(cohort, period + 1) AS TIMESTAMP)) - 1 <= any_value(moment)
           THEN sum(CASE WHEN getbit(months, 12 * (year(cohort) - 2023) + month(cohort) - 12 + period) = 1 THEN customers ELSE 0 END) END
           AS retained_count
FROM periods
GROUP BY cohort, period;

-- Pairs of a customer first, so that customers are counted without sets of them.
CREATE TEMPORARY VIEW step AS
SELECT customer_id, stack(3, 'event', from_event, event, 'stage', from_stage, stage, 'channel', from_channel, channel)
           AS (level, from_label, to_label), since
FROM numbered;

INSERT OVERWRITE DIRECTORY '${output}/transitions' USING parquet
WITH inner_pairs AS (
    SELECT customer_id, level, CASE WHEN since IS NULL THEN '(start)' ELSE coalesce(from_label, '(none)') END AS from_name,
           coalesce(to_label, '(none)') AS to_name, count(*) AS transitions
    FROM step GROUP BY customer_id, level, from_name, to_name
), last_pairs AS (
    SELECT customer_id, stack(3, 'event', last.event, 'stage', last.stage, 'channel', last.channel) AS (level, label),
           CASE WHEN ended_at + 1209600000000 >= as_of.moment THEN '(open)' ELSE '(end)' END AS to_name
    FROM journeys CROSS JOIN as_of
), pairs AS (
    SELECT level, from_name, to_name, sum(transitions) AS transition_count, count(*) AS customer_count
    FROM inner_pairs GROUP BY level, from_name, to_name
    UNION ALL
    SELECT level, coalesce(label, '(none)'), to_name, count(*), count(DISTINCT customer_id)
    FROM last_pairs GROUP BY level, coalesce(label, '(none)'), to_name
), times AS (
    SELECT level, coalesce(from_label, '(none)') AS from_name, coalesce(to_label, '(none)') AS to_name,
           percentile(since, 0.5) / 1e6D AS seconds_p50
    FROM step WHERE since IS NOT NULL GROUP BY 1, 2, 3
)
SELECT level, from_name, to_name, transition_count, customer_count, seconds_p50
FROM pairs LEFT JOIN times USING (level, from_name, to_name);

-- All funnels in one walk: the latest start of a chain of each level so far; touchpoints of one instant are peers.
CREATE TEMPORARY VIEW serving AS
SELECT customer_id, moment, touchpoint_number, session_number, session_start, platform,
       CASE event WHEN 'product_view' THEN 1 WHEN 'add_to_cart' THEN 2 WHEN 'checkout_start' THEN 3 WHEN 'payment_details' THEN 4 WHEN 'purchase' THEN 5 END AS checkout_step,
       CASE event WHEN 'search' THEN 1 WHEN 'wishlist_add' THEN 2 WHEN 'purchase' THEN 3 WHEN 'delivery_booked' THEN 4 WHEN 'delivery_tracked' THEN 5 END AS delivery_step,
       CASE event WHEN 'home_view' THEN 1 WHEN 'product_view' THEN 2 WHEN 'add_to_cart' THEN 3 WHEN 'checkout_start' THEN 4 WHEN 'purchase' THEN 5 END AS one_visit_step
FROM numbered
WHERE event IN ('add_to_cart', 'checkout_start', 'delivery_booked', 'delivery_tracked', 'home_view', 'payment_details', 'product_view', 'purchase', 'search', 'wishlist_add');

CREATE TEMPORARY VIEW level_1 AS
SELECT *, max(CASE WHEN checkout_step = 1 THEN moment END) OVER w AS checkout_1,
       max(CASE WHEN delivery_step = 1 THEN moment END) OVER w AS delivery_1,
       max(CASE WHEN one_visit_step = 1 THEN moment END) OVER w AS one_visit_1
FROM serving WINDOW w AS (PARTITION BY customer_id ORDER BY moment);

CREATE TEMPORARY VIEW level_2 AS
SELECT *, max(CASE WHEN checkout_step = 2 AND moment - checkout_1 <= 604800000000 THEN checkout_1 END) OVER w AS checkout_2,
       max(CASE WHEN delivery_step = 2 AND moment - delivery_1 <= 2592000000000 THEN delivery_1 END) OVER w AS delivery_2,
       max(CASE WHEN one_visit_step = 2 AND one_visit_1 >= session_start THEN one_visit_1 END) OVER w AS one_visit_2
FROM level_1 WINDOW w AS (PARTITION BY customer_id ORDER BY moment);

CREATE TEMPORARY VIEW level_3 AS
SELECT *, max(CASE WHEN checkout_step = 3 AND moment - checkout_2 <= 604800000000 THEN checkout_2 END) OVER w AS checkout_3,
       max(CASE WHEN delivery_step = 3 AND moment - delivery_2 <= 2592000000000 THEN delivery_2 END) OVER w AS delivery_3,
       max(CASE WHEN one_visit_step = 3 AND one_visit_2 >= session_start THEN one_visit_2 END) OVER w AS one_visit_3
FROM level_2 WINDOW w AS (PARTITION BY customer_id ORDER BY moment);

CREATE TEMPORARY VIEW level_4 AS
SELECT *, max(CASE WHEN checkout_step = 4 AND moment - checkout_3 <= 604800000000 THEN checkout_3 END) OVER w AS checkout_4,
       max(CASE WHEN delivery_step = 4 AND moment - delivery_3 <= 2592000000000 THEN delivery_3 END) OVER w AS delivery_4,
       max(CASE WHEN one_visit_step = 4 AND one_visit_3 >= session_start THEN one_visit_3 END) OVER w AS one_visit_4
FROM level_3 WINDOW w AS (PARTITION BY customer_id ORDER BY moment);

CREATE TEMPORARY VIEW started AS
SELECT customer_id, moment, touchpoint_number, session_number, platform,
       stack(3, 'checkout', 0L, checkout_step, CASE WHEN checkout_step IS NOT NULL AND moment - (CASE checkout_step WHEN 1 THEN moment WHEN 2 THEN checkout_1 WHEN 3 THEN checkout_2 WHEN 4 THEN checkout_3 WHEN 5 THEN checkout_4 END) <= 604800000000 THEN CASE checkout_step WHEN 1 THEN moment WHEN 2 THEN checkout_1 WHEN 3 THEN checkout_2 WHEN 4 THEN checkout_3 WHEN 5 THEN checkout_4 END END,
                'delivery', 0L, delivery_step, CASE WHEN delivery_step IS NOT NULL AND moment - (CASE delivery_step WHEN 1 THEN moment WHEN 2 THEN delivery_1 WHEN 3 THEN delivery_2 WHEN 4 THEN delivery_3 WHEN 5 THEN delivery_4 END) <= 2592000000000 THEN CASE delivery_step WHEN 1 THEN moment WHEN 2 THEN delivery_1 WHEN 3 THEN delivery_2 WHEN 4 THEN delivery_3 WHEN 5 THEN delivery_4 END END,
                'one_visit', session_number, one_visit_step, CASE WHEN one_visit_step IS NOT NULL AND (CASE one_visit_step WHEN 1 THEN moment WHEN 2 THEN one_visit_1 WHEN 3 THEN one_visit_2 WHEN 4 THEN one_visit_3 WHEN 5 THEN one_visit_4 END) >= session_start THEN CASE one_visit_step WHEN 1 THEN moment WHEN 2 THEN one_visit_1 WHEN 3 THEN one_visit_2 WHEN 4 THEN one_visit_3 WHEN 5 THEN one_visit_4 END END) AS (funnel, session, step, start)
FROM level_4;

CREATE TEMPORARY VIEW chain AS
SELECT customer_id, funnel, session, start, max(step) AS level,
       min(CASE WHEN step = 2 THEN moment END) AS moment_2, min(CASE WHEN step = 3 THEN moment END) AS moment_3,
       min(CASE WHEN step = 4 THEN moment END) AS moment_4, min(CASE WHEN step = 5 THEN moment END) AS moment_5,
       min(CASE WHEN step = 1 THEN touchpoint_number END) AS number_1, min(CASE WHEN step = 2 THEN touchpoint_number END) AS number_2,
       min(CASE WHEN step = 3 THEN touchpoint_number END) AS number_3, min(CASE WHEN step = 4 THEN touchpoint_number END) AS number_4,
       min(CASE WHEN step = 5 THEN touchpoint_number END) AS number_5,
       min(CASE WHEN step = 1 AND funnel = 'checkout' THEN struct(touchpoint_number, platform) END) AS entry
FROM started WHERE start IS NOT NULL GROUP BY customer_id, funnel, session, start;

CREATE TEMPORARY VIEW best AS
SELECT customer_id, funnel, session, max(start) AS last_entry, min(entry).platform AS platform,
       min_by(struct(level, start, moment_2, moment_3, moment_4, moment_5, greatest(number_1, number_2, number_3, number_4, number_5) AS last_number),
              struct(-level, CASE level WHEN 1 THEN start WHEN 2 THEN moment_2 WHEN 3 THEN moment_3 WHEN 4 THEN moment_4 ELSE moment_5 END)) AS chain
FROM chain GROUP BY customer_id, funnel, session;

CREATE TEMPORARY VIEW open_session AS
SELECT DISTINCT customer_id, session_number FROM numbered
WHERE moment + 1800000000 >= (SELECT moment FROM as_of);

CACHE TABLE unit AS
SELECT best.customer_id, funnel, session, platform, chain.*,
       CASE WHEN chain.level = 5 THEN 'converted'
            WHEN funnel = 'checkout' AND last_entry + 604800000000 > as_of.moment
              OR funnel = 'delivery' AND last_entry + 2592000000000 > as_of.moment
              OR open_session.customer_id IS NOT NULL THEN 'in_progress'
            ELSE 'dropped' END AS state
FROM best CROSS JOIN as_of
LEFT JOIN open_session ON best.customer_id = open_session.customer_id AND best.session = open_session.session_number;

CREATE TEMPORARY VIEW step_name AS
SELECT funnel, pos + 1 AS step, col AS step_name
FROM (VALUES ('checkout', array('product_view', 'add_to_cart', 'checkout_start', 'payment_details', 'purchase')),
             ('delivery', array('search', 'wishlist_add', 'purchase', 'delivery_booked', 'delivery_tracked')),
             ('one_visit', array('home_view', 'product_view', 'add_to_cart', 'checkout_start', 'purchase'))) AS funnels(funnel, names)
LATERAL VIEW posexplode(names) AS pos, col;

INSERT OVERWRITE DIRECTORY '${output}/funnel_steps' USING parquet
WITH steps AS (
    SELECT funnel, level, state, coalesce(platform, '(none)') AS platform,
           stack(5, 1, NULL, 2, moment_2, 3, moment_3, 4, moment_4, 5, moment_5) AS (step, moment), start
    FROM unit
), counts AS (
    SELECT funnel, step, platform, grouping(platform) = 1 AS is_all,
           count(CASE WHEN level >= step THEN 1 END) AS reached_count,
           count(CASE WHEN level = step - 1 AND state = 'dropped' THEN 1 END) AS dropped_count,
           count(CASE WHEN level = step - 1 AND state = 'in_progress' THEN 1 END) AS in_progress_count,
           percentile(CASE WHEN level >= step THEN moment - start END, 0.5) / 1e6D AS seconds_from_first_p50
    FROM steps
    GROUP BY GROUPING SETS ((funnel, step), (funnel, step, platform))
)
SELECT funnel, CASE WHEN is_all THEN 'all' ELSE 'platform' END AS breakdown, CASE WHEN is_all THEN 'all' ELSE platform END AS breakdown_value,
       CAST(step AS BIGINT) AS step, step_name, reached_count, dropped_count, in_progress_count, seconds_from_first_p50
FROM counts JOIN step_name USING (funnel, step)
WHERE is_all OR funnel = 'checkout';

INSERT OVERWRITE DIRECTORY '${output}/drop_offs' USING parquet
WITH lost AS (
    SELECT customer_id, funnel, session, CAST(level + 1 AS INT) AS step, last_number + 1 AS touchpoint_number FROM unit WHERE state = 'dropped'
), next AS (
    SELECT /*+ SHUFFLE_HASH(lost) */ funnel, step,
           CASE WHEN session = 0 OR session = session_number THEN event END AS event, channel
    FROM lost LEFT JOIN numbered USING (customer_id, touchpoint_number)
)
SELECT funnel, CAST(step AS BIGINT) AS step, step_name, coalesce(event, '(nothing)') AS next_event,
       CASE WHEN event IS NULL THEN '(nothing)' ELSE coalesce(channel, '(none)') END AS next_channel, count(*) AS dropped_count
FROM next JOIN step_name USING (funnel, step)
GROUP BY ALL;
