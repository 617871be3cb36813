-- The one ordered table. A moment is a point on one line on which customers lie one after the other, further apart
-- than any gap or window: so most questions need no look at the customer.
CREATE TABLE ordered AS
SELECT customer, customer::${moment} * ${spacing} + epoch_us(occurred_at) - epoch_us(TIMESTAMPTZ '2023-12-31 00:00:00+00') AS moment,
       occurred_at, event_id, event::event_name AS event, channel::channel_name AS channel,
       stage_of(event)::stage_name AS stage, value, platform::platform_name AS platform
FROM accepted JOIN customer USING (customer_id)
ORDER BY moment, event_id NULLS LAST, event, channel, value, platform;
