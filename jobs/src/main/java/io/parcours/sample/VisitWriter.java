package io.parcours.sample;

import static io.parcours.sample.SampleCalendar.MINUTE;
import static io.parcours.sample.SampleCalendar.SECOND;

/**
 * The hand that writes a plan: keeps the clock, begins visits, and stops for good when the log's end is reached. Within a
 * visit the clock never moves by more than the session gap, between visits always by more.
 */
final class VisitWriter {
    private final CustomerPlan plan;
    private Dice dice;
    private long clock;
    private long limit;
    private Device device;
    private boolean isHasty;
    private boolean isOver;

    VisitWriter(CustomerPlan plan) {
        this.plan = plan;
    }

    /** Begins a customer whose last touchpoint lies before the limit. */
    void begin(Dice newDice, long newLimit) {
        dice = newDice;
        limit = newLimit;
        clock = Long.MIN_VALUE / 2;
        isOver = false;
    }

    /** A visit at this instant, or as soon after it as the last visit's end allows. */
    void visit(long start, Device with, int expectedTouchpoints) {
        device = with;
        isHasty = expectedTouchpoints > 40;
        boolean isFirst = plan.size() == 0;
        long earliest = clock + SampleCalendar.SESSION_GAP + 1;
        long at = isFirst ? start : Math.max(start, earliest);
        if (at >= limit) {
            isOver = true;
            return;
        }
        plan.beginVisit(isFirst || at - clock > SampleCalendar.JOURNEY_GAP);
        clock = at;
    }

    void touch(PlannedEvent event) {
        touch(event, device.channel(), device, 0);
    }

    void touch(PlannedEvent event, PlannedChannel channel, Device with, int campaign) {
        advance(pause());
        add(event, channel, with, campaign, CustomerPlan.NO_VALUE);
    }

    /** A touchpoint worth money, with nothing left to chance about its time. */
    void sell(PlannedEvent event, PlannedChannel channel, int cents) {
        advance(dice.between(20 * SECOND, 4 * MINUTE));
        add(event, channel, channel == PlannedChannel.STORE ? Device.NONE : device, 0, cents);
    }

    /** A touchpoint at exactly this instant, which must be neither before the clock nor beyond the session. */
    void touchAt(long instant, PlannedEvent event, int cents) {
        clock = instant;
        isOver |= clock >= limit;
        add(event, device.channel(), device, 0, cents);
    }

    /** A touchpoint recorded at the very instant of the one before. */
    void tie(PlannedEvent event) {
        touchAt(clock, event, CustomerPlan.NO_VALUE);
    }

    private void add(PlannedEvent event, PlannedChannel channel, Device with, int campaign, int cents) {
        if (!isOver) {
            plan.add(clock, event, channel, with, campaign, cents);
        }
    }

    private void advance(long by) {
        boolean isFirstOfVisit = plan.isVisitEmpty();
        clock += isFirstOfVisit ? 0 : by;
        isOver |= clock >= limit;
    }

    private long pause() {
        if (isHasty) {
            return dice.between(SECOND, 30 * SECOND);
        }
        return switch (dice.pick(960, 34, 6)) {
            case 0 -> dice.between(3 * SECOND, 4 * MINUTE);
            case 1 -> dice.between(8 * MINUTE, 29 * MINUTE);
            default -> SampleCalendar.SESSION_GAP;
        };
    }

    /** Lets a customer go on after the limit, up to another. */
    void extend(long newLimit) {
        limit = newLimit;
        isOver = false;
    }

    /** No touchpoint follows any more. */
    void stop() {
        isOver = true;
    }

    /** Whether the log's end, or the customer's, is reached. */
    boolean isOver() {
        return isOver;
    }

    long clock() {
        return clock;
    }

    Device device() {
        return device;
    }
}
