package io.parcours.sample;

/**
 * What a customer's visits are about: the stages the customer is going to see, one after the other, and between them
 * repeats, ways back and browsing that lead no further.
 */
final class Story {
    private static final PlannedStage[] STAGES = PlannedStage.values();

    private final VisitWriter visits;
    private final Purchases purchases;
    private final CustomerPlan plan;
    private Dice dice;
    private boolean mayBuyInTwoVisits;
    private boolean isWalkIn;
    private int goal;
    private int next;
    private int furthest;
    private int expectedTouchpoints;

    Story(CustomerPlan plan, VisitWriter visits, Purchases purchases) {
        this.plan = plan;
        this.visits = visits;
        this.purchases = purchases;
    }

    void begin(Dice newDice, Rhythm rhythm, int touchpointsPerVisit) {
        dice = newDice;
        expectedTouchpoints = touchpointsPerVisit;
        mayBuyInTwoVisits = rhythm == Rhythm.UNPLANNED;
        goal = switch (rhythm) {
            case UNPLANNED -> dice.pick(16, 32, 12, 14, 15, 11);
            case NEW -> dice.pick(40, 40, 20);
            default -> dice.pick(5, 25, 15, 20, 20, 15);
        };
        isWalkIn = goal >= PlannedStage.PURCHASE.ordinal() && dice.chance(60);
        boolean isDirect = goal > 0 && dice.chance(120);
        next = isDirect ? 1 : 0;
        furthest = -1;
    }

    /** One visit, with so many still to come, this one included. */
    void visit(int visitsLeft) {
        int stagesLeft = goal - next + 1;
        if (isWalkIn) {
            isWalkIn = false;
            storeVisit();
        } else if (stagesLeft >= visitsLeft) {
            for (int due = (stagesLeft + visitsLeft - 1) / visitsLeft; due > 0 && !visits.isOver(); due--) {
                nextStage();
            }
        } else if (dice.roll(visitsLeft) < stagesLeft) {
            nextStage();
        } else {
            wander();
        }
        linger();
    }

    private void storeVisit() {
        purchases.buyInStore(dice);
        furthest = Math.max(furthest, PlannedStage.PURCHASE.ordinal());
    }

    private void nextStage() {
        PlannedStage stage = STAGES[next];
        switch (stage) {
            case DISCOVERY -> discover();
            case CONSIDERATION -> consider();
            case PURCHASE -> buy();
            case POST_PURCHASE -> service();
            case RETENTION -> loyalty();
            case ADVOCACY -> advocate();
        }
        furthest = Math.max(furthest, next);
        next++;
    }

    /** A visit that brings nothing new: more of what the customer already knows. */
    private void wander() {
        if (goal == 0 || furthest < 0) {
            discover();
            return;
        }
        boolean hasBought = furthest >= PlannedStage.PURCHASE.ordinal();
        int isServed = furthest >= PlannedStage.POST_PURCHASE.ordinal() ? 15 : 0;
        int isLoyal = furthest >= PlannedStage.RETENTION.ordinal() ? 20 : 0;
        switch (dice.pick(35, 20, 20, 8, hasBought ? 15 : 0, hasBought ? 5 : 0, isServed, isLoyal)) {
            case 0 -> browse();
            case 1 -> discover();
            case 2 -> purchases.abandon(dice, 1 + dice.pick(20, 40, 25, 15));
            case 3 -> kiosk();
            case 4 -> purchases.buy(dice);
            case 5 -> purchases.buyInStore(dice);
            case 6 -> service();
            default -> loyalty();
        }
    }

    /** Fills the visit up to its usual length. */
    private void linger() {
        for (int left = expectedTouchpoints - plan.visitSize(); left > 0 && !visits.isOver(); left--) {
            if (goal == 0) {
                visits.touch(dice.chance(500) ? PlannedEvent.HOME_VIEW : PlannedEvent.SEARCH);
            } else {
                browseOnce();
            }
        }
    }

    private void discover() {
        int campaign = 1 + dice.roll(Phrases.CAMPAIGNS.size() - 1);
        switch (dice.pick(35, 20, 15, 30)) {
            case 0 -> {
                visits.touch(PlannedEvent.AD_CLICK, PlannedChannel.SOCIAL, Device.MOBILE_WEB, campaign);
                visits.touch(PlannedEvent.HOME_VIEW);
            }
            case 1 -> visits.touch(PlannedEvent.PROMO_OPEN, PlannedChannel.EMAIL, Device.NONE, campaign);
            case 2 -> visits.touch(PlannedEvent.BLOG_ARTICLE);
            default -> visits.touch(PlannedEvent.HOME_VIEW);
        }
    }

    private void consider() {
        if (dice.chance(350)) {
            purchases.abandon(dice, 1 + dice.pick(15, 40, 25, 20));
        } else {
            browse();
        }
    }

    private void buy() {
        switch (dice.pick(70, mayBuyInTwoVisits ? 18 : 0, 12)) {
            case 0 -> purchases.buy(dice);
            case 1 -> purchases.buyInTwoVisits(dice, expectedTouchpoints);
            default -> purchases.buyInStore(dice);
        }
    }

    private void browse() {
        for (int left = 2 + dice.roll(3); left > 0; left--) {
            browseOnce();
        }
    }

    private void browseOnce() {
        switch (dice.pick(42, 22, 4, 10, 22)) {
            case 0 -> visits.touch(PlannedEvent.PRODUCT_VIEW);
            case 1 -> visits.touch(PlannedEvent.SEARCH);
            case 2 -> {
                visits.touch(PlannedEvent.SEARCH);
                visits.tie(PlannedEvent.WISHLIST_ADD);
            }
            case 3 -> visits.touch(PlannedEvent.WISHLIST_ADD);
            default -> visits.touch(PlannedEvent.HOME_VIEW);
        }
    }

    private void kiosk() {
        visits.touch(PlannedEvent.STORE_VISIT, PlannedChannel.STORE, Device.NONE, 0);
        visits.touch(PlannedEvent.PRODUCT_VIEW, PlannedChannel.STORE, Device.NONE, 0);
    }

    private void service() {
        visits.touch(PlannedEvent.DELIVERY_TRACKED);
        switch (dice.pick(70, 12, 8, 10)) {
            case 1 -> visits.touch(PlannedEvent.RETURN_REQUEST);
            case 2 -> visits.touch(PlannedEvent.SUPPORT_CHAT);
            case 3 -> visits.touch(PlannedEvent.COMPLAINT_CALL, PlannedChannel.CALL_CENTER, Device.NONE, 0);
            default -> {}
        }
    }

    private void loyalty() {
        if (dice.chance(600)) {
            visits.touch(PlannedEvent.LOYALTY_LOGIN);
        } else {
            visits.touch(PlannedEvent.NEWSLETTER_CLICK, PlannedChannel.EMAIL, Device.NONE, 0);
        }
    }

    private void advocate() {
        switch (dice.pick(50, 25, 25)) {
            case 0 -> visits.touch(PlannedEvent.REVIEW_WRITTEN);
            case 1 -> visits.touch(PlannedEvent.REFERRAL_SENT, PlannedChannel.EMAIL, Device.NONE, 7);
            default -> visits.touch(PlannedEvent.SOCIAL_SHARE, PlannedChannel.SOCIAL, Device.MOBILE_WEB, 0);
        }
    }
}
