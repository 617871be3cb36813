-- A unit that entered a funnel: how far its chain that counts came, its times, and where it stands.
CREATE TEMP TABLE funnel_unit (
    funnel VARCHAR, platform platform_name, level INTEGER, state VARCHAR, seconds DOUBLE[], next_position BIGINT, unit BIGINT);

CREATE TEMP TABLE open_session AS
SELECT DISTINCT session FROM numbered WHERE occurred_at >= (SELECT instant - INTERVAL 30 MINUTE FROM as_of);

-- checkout: the latest start of a chain of each level so far; touchpoints of one instant in the order of their steps.
CREATE TEMP TABLE checkout_step AS
SELECT customer, moment, position, platform, list_position(['product_view', 'add_to_cart', 'checkout_start', 'payment_details', 'purchase']::event_name[], event)::TINYINT AS step
FROM numbered
WHERE event IN ('product_view', 'add_to_cart', 'checkout_start', 'payment_details', 'purchase')
ORDER BY moment, step, position;

CREATE TEMP TABLE checkout_chain AS
WITH one AS (
    SELECT *, max(CASE WHEN step = 1 THEN moment END) OVER (ROWS UNBOUNDED PRECEDING) AS start_1 FROM checkout_step
), two AS (
    SELECT *, max(CASE WHEN step = 2 AND moment - start_1 <= 604800000000 THEN start_1 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_2 FROM one
), three AS (
    SELECT *, max(CASE WHEN step = 3 AND moment - start_2 <= 604800000000 THEN start_2 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_3 FROM two
), four AS (
    SELECT *, max(CASE WHEN step = 4 AND moment - start_3 <= 604800000000 THEN start_3 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_4 FROM three
), started AS (
    SELECT customer, moment, position, step, CASE step WHEN 2 THEN start_1 WHEN 3 THEN start_2 WHEN 4 THEN start_3 WHEN 5 THEN start_4 END AS start
    FROM four WHERE step > 1
)
SELECT customer, start, max(step) AS level,
       [start, min(CASE WHEN step = 2 THEN moment END), min(CASE WHEN step = 3 THEN moment END), min(CASE WHEN step = 4 THEN moment END), min(CASE WHEN step = 5 THEN moment END)] AS moments,
       greatest(min(CASE WHEN step = 2 THEN position END), min(CASE WHEN step = 3 THEN position END), min(CASE WHEN step = 4 THEN position END), min(CASE WHEN step = 5 THEN position END)) AS last_position
FROM started
WHERE moment - start <= 604800000000
GROUP BY customer, start;

INSERT INTO funnel_unit
WITH entry AS (
    SELECT customer, min(moment) AS first_entry, max(moment) AS last_entry, min(position) AS first_position, arg_min_null(platform, position) AS platform
    FROM checkout_step WHERE step = 1 GROUP BY customer
), best AS (
    SELECT customer, unnest(arg_min(struct_pack(level, moments, last_position), struct_pack(rank := -level, ends_at := moments[level])))
    FROM checkout_chain GROUP BY customer
)
SELECT 'checkout', platform, coalesce(level, 1),
       CASE WHEN level = 5 THEN 'converted' WHEN last_entry > customer * ${spacing}::${moment} + (SELECT moment FROM as_of) - 604800000000 THEN 'in_progress' ELSE 'dropped' END,
       CASE WHEN level IS NULL THEN [0.0] ELSE list_transform(moments, lambda moment: (moment - moments[1]) / 1e6) END,
       coalesce(last_position, first_position) + 1, customer
FROM entry LEFT JOIN best USING (customer);

-- delivery: the latest start of a chain of each level so far; touchpoints of one instant in the order of their steps.
CREATE TEMP TABLE delivery_step AS
SELECT customer, moment, position, list_position(['search', 'wishlist_add', 'purchase', 'delivery_booked', 'delivery_tracked']::event_name[], event)::TINYINT AS step
FROM numbered
WHERE event IN ('search', 'wishlist_add', 'purchase', 'delivery_booked', 'delivery_tracked')
ORDER BY moment, step, position;

CREATE TEMP TABLE delivery_chain AS
WITH one AS (
    SELECT *, max(CASE WHEN step = 1 THEN moment END) OVER (ROWS UNBOUNDED PRECEDING) AS start_1 FROM delivery_step
), two AS (
    SELECT *, max(CASE WHEN step = 2 AND moment - start_1 <= 2592000000000 THEN start_1 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_2 FROM one
), three AS (
    SELECT *, max(CASE WHEN step = 3 AND moment - start_2 <= 2592000000000 THEN start_2 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_3 FROM two
), four AS (
    SELECT *, max(CASE WHEN step = 4 AND moment - start_3 <= 2592000000000 THEN start_3 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_4 FROM three
), started AS (
    SELECT customer, moment, position, step, CASE step WHEN 2 THEN start_1 WHEN 3 THEN start_2 WHEN 4 THEN start_3 WHEN 5 THEN start_4 END AS start
    FROM four WHERE step > 1
)
SELECT customer, start, max(step) AS level,
       [start, min(CASE WHEN step = 2 THEN moment END), min(CASE WHEN step = 3 THEN moment END), min(CASE WHEN step = 4 THEN moment END), min(CASE WHEN step = 5 THEN moment END)] AS moments,
       greatest(min(CASE WHEN step = 2 THEN position END), min(CASE WHEN step = 3 THEN position END), min(CASE WHEN step = 4 THEN position END), min(CASE WHEN step = 5 THEN position END)) AS last_position
FROM started
WHERE moment - start <= 2592000000000
GROUP BY customer, start;

INSERT INTO funnel_unit
WITH entry AS (
    SELECT customer, min(moment) AS first_entry, max(moment) AS last_entry, min(position) AS first_position, NULL AS platform
    FROM delivery_step WHERE step = 1 GROUP BY customer
), best AS (
    SELECT customer, unnest(arg_min(struct_pack(level, moments, last_position), struct_pack(rank := -level, ends_at := moments[level])))
    FROM delivery_chain GROUP BY customer
)
SELECT 'delivery', platform, coalesce(level, 1),
       CASE WHEN level = 5 THEN 'converted' WHEN last_entry > customer * ${spacing}::${moment} + (SELECT moment FROM as_of) - 2592000000000 THEN 'in_progress' ELSE 'dropped' END,
       CASE WHEN level IS NULL THEN [0.0] ELSE list_transform(moments, lambda moment: (moment - moments[1]) / 1e6) END,
       coalesce(last_position, first_position) + 1, customer
FROM entry LEFT JOIN best USING (customer);

-- one_visit: the latest start of a chain of each level so far; touchpoints of one instant in the order of their steps.
CREATE TEMP TABLE one_visit_step AS
SELECT session, moment, position, session_start, list_position(['home_view', 'product_view', 'add_to_cart', 'checkout_start', 'purchase']::event_name[], event)::TINYINT AS step
FROM numbered
WHERE event IN ('home_view', 'product_view', 'add_to_cart', 'checkout_start', 'purchase')
ORDER BY moment, step, position;

CREATE TEMP TABLE one_visit_chain AS
WITH one AS (
    SELECT *, max(CASE WHEN step = 1 THEN moment END) OVER (ROWS UNBOUNDED PRECEDING) AS start_1 FROM one_visit_step
), two AS (
    SELECT *, max(CASE WHEN step = 2 AND start_1 >= session_start THEN start_1 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_2 FROM one
), three AS (
    SELECT *, max(CASE WHEN step = 3 AND start_2 >= session_start THEN start_2 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_3 FROM two
), four AS (
    SELECT *, max(CASE WHEN step = 4 AND start_3 >= session_start THEN start_3 END) OVER (ROWS UNBOUNDED PRECEDING) AS start_4 FROM three
), started AS (
    SELECT session, moment, position, step, session_start, CASE step WHEN 2 THEN start_1 WHEN 3 THEN start_2 WHEN 4 THEN start_3 WHEN 5 THEN start_4 END AS start
    FROM four WHERE step > 1
)
SELECT session, start, max(step) AS level,
       [start, min(CASE WHEN step = 2 THEN moment END), min(CASE WHEN step = 3 THEN moment END), min(CASE WHEN step = 4 THEN moment END), min(CASE WHEN step = 5 THEN moment END)] AS moments,
       greatest(min(CASE WHEN step = 2 THEN position END), min(CASE WHEN step = 3 THEN position END), min(CASE WHEN step = 4 THEN position END), min(CASE WHEN step = 5 THEN position END)) AS last_position
FROM started
WHERE start >= session_start
GROUP BY session, start;

INSERT INTO funnel_unit
WITH entry AS (
    SELECT session, min(moment) AS first_entry, max(moment) AS last_entry, min(position) AS first_position, NULL AS platform
    FROM one_visit_step WHERE step = 1 GROUP BY session
), best AS (
    SELECT session, unnest(arg_min(struct_pack(level, moments, last_position), struct_pack(rank := -level, ends_at := moments[level])))
    FROM one_visit_chain GROUP BY session
)
SELECT 'one_visit', platform, coalesce(level, 1),
       CASE WHEN level = 5 THEN 'converted' WHEN session IN (SELECT session FROM open_session) THEN 'in_progress' ELSE 'dropped' END,
       CASE WHEN level IS NULL THEN [0.0] ELSE list_transform(moments, lambda moment: (moment - moments[1]) / 1e6) END,
       coalesce(last_position, first_position) + 1, session
FROM entry LEFT JOIN best USING (session);

CREATE TEMP TABLE step_name AS
SELECT 'checkout' AS funnel, unnest(['product_view', 'add_to_cart', 'checkout_start', 'payment_details', 'purchase']) AS step_name, unnest(range(1, 6)) AS step
UNION ALL
SELECT 'delivery', unnest(['search', 'wishlist_add', 'purchase', 'delivery_booked', 'delivery_tracked']), unnest(range(1, 6))
UNION ALL
SELECT 'one_visit', unnest(['home_view', 'product_view', 'add_to_cart', 'checkout_start', 'purchase']), unnest(range(1, 6));

COPY (
    SELECT funnel, CASE WHEN is_all THEN 'all' ELSE 'platform' END AS breakdown,
           CASE WHEN is_all THEN 'all' ELSE coalesce(platform::VARCHAR, '(none)') END AS breakdown_value, step, step_name,
           reached_count, dropped_count, in_progress_count, seconds_from_first_p50
    FROM (
        SELECT funnel, platform, grouping(platform) = 1 AS is_all, step, step_name,
               count(*) FILTER (level >= step) AS reached_count,
               count(*) FILTER (level = step - 1 AND state = 'dropped') AS dropped_count,
               count(*) FILTER (level = step - 1 AND state = 'in_progress') AS in_progress_count,
               CASE WHEN step > 1 THEN median(CASE WHEN level >= step THEN seconds[step] END) END AS seconds_from_first_p50
        FROM funnel_unit JOIN step_name USING (funnel)
        GROUP BY GROUPING SETS ((funnel, step, step_name), (funnel, step, step_name, platform))
    )
    WHERE is_all OR funnel = 'checkout'
) TO '${output}/funnel_steps/part.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
    WITH lost AS (
        SELECT funnel, level + 1 AS step, next_position AS position, unit FROM funnel_unit WHERE state = 'dropped'
    ), next AS (
        SELECT funnel, lost.step,
               CASE WHEN funnel = 'one_visit' AND session = unit OR funnel <> 'one_visit' AND customer = unit THEN event::VARCHAR END AS event,
               channel
        FROM lost LEFT JOIN numbered USING (position)
    )
    SELECT funnel, step::BIGINT AS step, step_name, coalesce(event, '(nothing)') AS next_event,
           CASE WHEN event IS NULL THEN '(nothing)' ELSE coalesce(channel::VARCHAR, '(none)') END AS next_channel,
           count(*) AS dropped_count
    FROM next JOIN step_name USING (funnel, step)
    GROUP BY ALL
) TO '${output}/drop_offs/part.parquet' (FORMAT parquet, COMPRESSION zstd);
