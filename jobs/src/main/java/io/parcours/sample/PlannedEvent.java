package io.parcours.sample;

import java.util.Locale;

/** What customers do in the generated log, and the stage that its map gives each event; null: none. */
enum PlannedEvent {
    AD_CLICK(PlannedStage.DISCOVERY),
    HOME_VIEW(PlannedStage.DISCOVERY),
    BLOG_ARTICLE(PlannedStage.DISCOVERY),
    PROMO_OPEN(PlannedStage.DISCOVERY),
    PRODUCT_VIEW(PlannedStage.CONSIDERATION),
    WISHLIST_ADD(PlannedStage.CONSIDERATION),
    STORE_VISIT(PlannedStage.CONSIDERATION),
    ADD_TO_CART(PlannedStage.CONSIDERATION),
    CHECKOUT_START(PlannedStage.CONSIDERATION),
    PAYMENT_DETAILS(PlannedStage.CONSIDERATION),
    PURCHASE(PlannedStage.PURCHASE),
    STORE_PURCHASE(PlannedStage.PURCHASE),
    DELIVERY_BOOKED(PlannedStage.POST_PURCHASE),
    DELIVERY_TRACKED(PlannedStage.POST_PURCHASE),
    RETURN_REQUEST(PlannedStage.POST_PURCHASE),
    LOYALTY_LOGIN(PlannedStage.RETENTION),
    NEWSLETTER_CLICK(PlannedStage.RETENTION),
    REVIEW_WRITTEN(PlannedStage.ADVOCACY),
    REFERRAL_SENT(PlannedStage.ADVOCACY),
    SOCIAL_SHARE(PlannedStage.ADVOCACY),
    SEARCH(null),
    SUPPORT_CHAT(null),
    COMPLAINT_CALL(null);

    private static final PlannedEvent[] ALL = values();

    private final PlannedStage stage;

    PlannedEvent(PlannedStage stage) {
        this.stage = stage;
    }

    static PlannedEvent of(int number) {
        return ALL[number];
    }

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The position of its stage, -1 where it belongs to none. */
    int stageNumber() {
        return stage == null ? -1 : stage.ordinal();
    }
}
