-- Everything is measured as of the latest touchpoint.
CREATE TEMP TABLE as_of AS
SELECT max(occurred_at) AS instant, epoch_us(max(occurred_at)) AS micros,
       epoch_us(max(occurred_at)) - epoch_us(TIMESTAMPTZ '2023-12-31 00:00:00+00') AS moment
FROM numbered;
