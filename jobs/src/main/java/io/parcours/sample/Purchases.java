package io.parcours.sample;

import static io.parcours.sample.SampleCalendar.DAY;
import static io.parcours.sample.SampleCalendar.HOUR;
import static io.parcours.sample.SampleCalendar.MINUTE;

/**
 * Plans attempts to buy. An attempt begins with a product_view of its own and takes the steps of the checkout in order, to
 * a depth decided beforehand; going back inside it repeats steps but skips none. It is over in less than three days, but
 * for the slow ones, whose second half comes either exactly when the seven days of the window end, or after them.
 */
final class Purchases {
    private static final PlannedEvent[] STEPS = {
        PlannedEvent.PRODUCT_VIEW,
        PlannedEvent.ADD_TO_CART,
        PlannedEvent.CHECKOUT_START,
        PlannedEvent.PAYMENT_DETAILS,
        PlannedEvent.PURCHASE
    };
    private static final int PAYMENT_STEP = 3;
    private static final int PURCHASE_STEP = 4;

    private final CustomerPlan plan;
    private final SampleCalendar calendar;
    private final VisitWriter visits;

    Purchases(CustomerPlan plan, SampleCalendar calendar, VisitWriter visits) {
        this.plan = plan;
        this.calendar = calendar;
        this.visits = visits;
    }

    /** Tries and gives up after so many steps, 1 to 4. */
    void abandon(Dice dice, int depth) {
        start(dice);
        steps(dice, 1, depth);
    }

    /** Buys in one visit. */
    void buy(Dice dice) {
        start(dice);
        steps(dice, 1, STEPS.length);
    }

    /** Fills the cart, and buys in a later visit: soon, just in time, or too late for the window. */
    void buyInTwoVisits(Dice dice, int expectedTouchpoints) {
        long first = start(dice);
        steps(dice, 1, 2);
        switch (dice.pick(70, 10, 20)) {
            case 0 -> {
                visits.visit(visits.clock() + dice.between(2 * HOUR, 40 * HOUR), visits.device(), expectedTouchpoints);
                steps(dice, 2, STEPS.length);
            }
            case 1 -> buyJustInTime(dice, first + SampleCalendar.CHECKOUT_WINDOW, expectedTouchpoints);
            default -> buyTooLate(dice, expectedTouchpoints);
        }
    }

    private void buyJustInTime(Dice dice, long purchaseAt, int expectedTouchpoints) {
        visits.visit(purchaseAt - 20 * MINUTE, Device.DESKTOP, expectedTouchpoints);
        visits.touchAt(purchaseAt - 20 * MINUTE, STEPS[2], CustomerPlan.NO_VALUE);
        reached(2);
        visits.touchAt(purchaseAt - 10 * MINUTE, STEPS[PAYMENT_STEP], CustomerPlan.NO_VALUE);
        reached(PAYMENT_STEP);
        visits.touchAt(purchaseAt, PlannedEvent.PURCHASE, worth(dice));
        reached(PURCHASE_STEP);
    }

    private void buyTooLate(Dice dice, int expectedTouchpoints) {
        visits.visit(visits.clock() + dice.between(8 * DAY, 12 * DAY), Device.DESKTOP, expectedTouchpoints);
        for (int step = 2; step < PURCHASE_STEP && !visits.isOver(); step++) {
            visits.touch(STEPS[step]);
            opened(step);
        }
        if (!visits.isOver()) {
            visits.sell(PlannedEvent.PURCHASE, visits.device().channel(), worth(dice));
            opened(PURCHASE_STEP);
        }
    }

    /** A sale at a counter: an event of its own, so that it never ends an attempt begun elsewhere. */
    void buyInStore(Dice dice) {
        visits.touch(PlannedEvent.STORE_VISIT, PlannedChannel.STORE, Device.NONE, 0);
        visits.sell(PlannedEvent.STORE_PURCHASE, PlannedChannel.STORE, worth(dice));
    }

    private long start(Dice dice) {
        visits.touch(PlannedEvent.PRODUCT_VIEW);
        long time = visits.clock();
        for (int more = dice.roll(3); more > 0; more--) {
            visits.touch(PlannedEvent.PRODUCT_VIEW);
        }
        return time;
    }

    private void steps(Dice dice, int from, int to) {
        for (int step = from; step < to && !visits.isOver(); step++) {
            if (step == PURCHASE_STEP) {
                purchase(dice);
                return;
            }
            visits.touch(STEPS[step]);
            reached(step);
            if (step == PAYMENT_STEP && hitsPlantedDropOff()) {
                plan.comeToPlantedStep();
            }
            if (step > 1 && dice.chance(120)) {
                visits.touch(STEPS[step - 1]);
                reached(step - 1);
            }
        }
    }

    private void purchase(Dice dice) {
        boolean isPlanted = Rhythm.of(plan.number()) == Rhythm.UNPLANNED;
        if (isPlanted && hitsPlantedDropOff() && PlantedDropOff.loses(dice)) {
            lose(dice);
            return;
        }
        int cents = worth(dice);
        if (dice.chance(100)) {
            sellAfterItsBooking(cents);
            reached(PURCHASE_STEP);
            return;
        }
        visits.sell(PlannedEvent.PURCHASE, visits.device().channel(), cents);
        reached(PURCHASE_STEP);
        if (dice.chance(100)) {
            visits.tie(PlannedEvent.DELIVERY_BOOKED);
        }
    }

    /** Two systems write at one instant, and the ids put the later of the two acts first. */
    private void sellAfterItsBooking(int cents) {
        visits.touch(PlannedEvent.DELIVERY_BOOKED);
        visits.touchAt(visits.clock(), PlannedEvent.PURCHASE, cents);
        if (!visits.isOver()) {
            plan.takeFormerStageAgain();
        }
    }

    private void lose(Dice dice) {
        PlannedEvent sequel = PlantedDropOff.sequel(dice);
        if (sequel == PlannedEvent.COMPLAINT_CALL) {
            visits.touch(sequel, PlannedChannel.CALL_CENTER, Device.NONE, 0);
        } else if (sequel != null) {
            visits.touch(sequel);
        }
        plan.loseAtPlantedStep(sequel);
        visits.stop();
    }

    private boolean hitsPlantedDropOff() {
        return PlantedDropOff.hits(calendar, visits.device(), visits.clock());
    }

    private void reached(int step) {
        if (!visits.isOver()) {
            plan.checkout().reach(step, plan.size() - 1, visits.clock());
        }
    }

    private void opened(int step) {
        if (!visits.isOver()) {
            plan.checkout().open(step, plan.size() - 1);
        }
    }

    private static int worth(Dice dice) {
        return 499 + dice.roll(9500) + (dice.chance(150) ? dice.roll(40_000) : 0);
    }
}
