CREATE TEMP TABLE activity AS
SELECT customer, min(occurred_at) AS first_at, max(occurred_at) AS last_at, sum(is_new_day::INTEGER)::BIGINT - 1 AS frequency,
       bit_or(1::BIGINT << (12 * (year(occurred_at::DATE) - 2023) + month(occurred_at::DATE) - 12)) AS months,
       sum(value) AS value
FROM numbered GROUP BY customer;

COPY (
    WITH repeat_days AS (
        SELECT customer, sum(numbered.value) AS value
        FROM numbered JOIN activity USING (customer)
        WHERE numbered.value IS NOT NULL AND occurred_at::DATE > first_at::DATE
        GROUP BY customer
    )
    SELECT customer_id, first_at, last_at, frequency, (last_at::DATE - first_at::DATE) / 7.0::DOUBLE AS recency,
           (instant::DATE - first_at::DATE) / 7.0::DOUBLE AS age,
           CASE WHEN frequency > 0 AND activity.value IS NOT NULL THEN coalesce(repeat_days.value, 0) / frequency END AS monetary_mean,
           activity.value AS value
    FROM activity LEFT JOIN repeat_days USING (customer) JOIN customer USING (customer) CROSS JOIN as_of
) TO '${output}/churn_customers/part.parquet' (FORMAT parquet, COMPRESSION zstd);

COPY (
    WITH first AS (
        SELECT date_trunc('month', first_at::DATE)::DATE AS cohort, months FROM activity
    ), cohorts AS (
        SELECT cohort, months, count(*) AS customers,
               (12 * (year(cohort) - 2023) + month(cohort) - 12)::INTEGER AS first_month
        FROM first GROUP BY cohort, months
    ), periods AS (
        SELECT cohort, unnest(range(0, (SELECT date_diff('month', cohort, instant::DATE) FROM as_of) + 1))::INTEGER AS period,
               first_month, months, customers
        FROM cohorts
    )
    SELECT strftime(cohort, '%Y-%m') AS cohort, period::BIGINT AS period, sum(customers)::BIGINT AS eligible_count,
           CASE WHEN epoch_us(cohort + to_months(period + 1)) - 1 <= any_value(micros)
               THEN coalesce(sum(customers) FILTER (months >> (first_month + period) & 1 = 1), 0)::BIGINT END AS retained_count
    FROM periods CROSS JOIN as_of
    GROUP BY cohort, period
) TO '${output}/retention_cohorts/part.parquet' (FORMAT parquet, COMPRESSION zstd);
