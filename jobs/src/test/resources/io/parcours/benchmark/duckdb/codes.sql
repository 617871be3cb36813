-- Texts that come again and again are codes.
CREATE TYPE event_name AS ENUM (SELECT DISTINCT event FROM record ORDER BY event);
CREATE TYPE channel_name AS ENUM (SELECT DISTINCT channel FROM record WHERE channel IS NOT NULL ORDER BY channel);
CREATE TYPE platform_name AS ENUM (SELECT DISTINCT platform FROM record WHERE platform IS NOT NULL ORDER BY platform);
CREATE TYPE stage_name AS ENUM
    ('discovery', 'consideration', 'purchase', 'post_purchase', 'retention', 'advocacy');
CREATE MACRO stage_of(event) AS CASE
    WHEN event IN ('ad_click', 'home_view', 'blog_article', 'promo_open') THEN 'discovery'
    WHEN event IN ('product_view', 'wishlist_add', 'store_visit', 'add_to_cart', 'checkout_start', 'payment_details')
        THEN 'consideration'
    WHEN event IN ('purchase', 'store_purchase') THEN 'purchase'
    WHEN event IN ('delivery_booked', 'delivery_tracked', 'return_request') THEN 'post_purchase'
    WHEN event IN ('loyalty_login', 'newsletter_click') THEN 'retention'
    WHEN event IN ('review_written', 'referral_sent', 'social_share') THEN 'advocacy' END;

CREATE TABLE customer AS
SELECT customer_id, (row_number() OVER ())::INTEGER AS customer
FROM (SELECT DISTINCT customer_id FROM record);
