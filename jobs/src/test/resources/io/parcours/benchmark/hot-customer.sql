COPY (
    SELECT 'C99999999' AS customer_id,
           TIMESTAMPTZ '2024-01-01 00:00:00+00' + to_microseconds((${days} * 86400000000 // ${touchpoints}) * number) AS occurred_at,
           ['home_view', 'search', 'product_view', 'add_to_cart', 'wishlist_add'][number % 5 + 1] AS event,
           ['web', 'app'][number // 1000 % 2 + 1] AS channel,
           NULL::DOUBLE AS value, printf('C99999999-%08d', number) AS event_id,
           'ios' AS platform, 'France' AS region, 'none' AS campaign
    FROM range(${touchpoints}) AS numbers(number)
) TO '${file}' (FORMAT parquet, COMPRESSION zstd)
