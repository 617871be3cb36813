package io.parcours.sample;

import io.parcours.sample.FunnelTruth.Ending;
import io.parcours.touchpoint.Labels;

/** The map's three funnels: lifecycle and checkout by customer, one_visit by session. */
final class FunnelTruths implements CustomerPlan.VisitSink {
    static final int LIFECYCLE_STEPS = PlannedStage.values().length;
    static final int ONE_VISIT_STEPS = 3;

    private static final int NOTHING = PlannedEvent.values().length;

    private final SampleCalendar calendar;
    private final JourneyTruth journeys;

    final FunnelTruth lifecycle = new FunnelTruth(LIFECYCLE_STEPS);
    final FunnelTruth.ByValue lifecycleByChannel = new FunnelTruth.ByValue(LIFECYCLE_STEPS);
    final FunnelTruth checkout = new FunnelTruth(CheckoutFacts.STEPS);
    final FunnelTruth.ByValue checkoutByChannel = new FunnelTruth.ByValue(CheckoutFacts.STEPS);
    final FunnelTruth.ByValue checkoutByPlatform = new FunnelTruth.ByValue(CheckoutFacts.STEPS);
    final FunnelTruth oneVisit = new FunnelTruth(ONE_VISIT_STEPS);
    final FunnelTruth.ByValue oneVisitByPlatform = new FunnelTruth.ByValue(ONE_VISIT_STEPS);

    /** Customers with any touchpoint of each step of the checkout, and those who reached it from a mature entry. */
    final long[] checkoutOpen = new long[CheckoutFacts.STEPS];

    final long[] checkoutMature = new long[CheckoutFacts.STEPS];
    /** What those who dropped out of the checkout did next: step, event, channel. */
    private final long[][][] next;

    FunnelTruths(SampleCalendar calendar, JourneyTruth journeys) {
        this.calendar = calendar;
        this.journeys = journeys;
        this.next = new long[CheckoutFacts.STEPS][NOTHING + 1][PlannedChannel.values().length + 1];
    }

    @Override
    public void visit(CustomerPlan plan, int from, int to, Ascent ascent) {
        boolean isOpen = calendar.end() - plan.time(to - 1) <= SampleCalendar.SESSION_GAP;
        journeys.session(isOpen);
        if (ascent.level() > 0) {
            Ending ending = isOpen ? Ending.IN_PROGRESS : Ending.LOST;
            oneVisit.add(ascent.level(), ending);
            oneVisitByPlatform.add(platform(plan, ascent.entry()), ascent.level(), ending);
        }
    }

    void add(CustomerPlan plan) {
        Ascent ascent = plan.lifecycle();
        if (ascent.level() > 0) {
            lifecycle.add(ascent.level(), Ending.LOST);
            lifecycleByChannel.add(plan.channel(ascent.entry()).label(), ascent.level(), Ending.LOST);
        }
        CheckoutFacts facts = plan.checkout();
        for (int step = 0; step < CheckoutFacts.STEPS; step++) {
            checkoutOpen[step] += facts.firstOpen(step) >= 0 ? 1 : 0;
            checkoutMature[step] += facts.matureLevel() > step ? 1 : 0;
        }
        if (facts.level() > 0) {
            addCheckout(plan, facts);
        }
    }

    private void addCheckout(CustomerPlan plan, CheckoutFacts facts) {
        Ending ending = facts.isInProgress() ? Ending.IN_PROGRESS : Ending.LOST;
        int entry = facts.firstOpen(0);
        checkout.add(facts.level(), ending);
        checkoutByChannel.add(plan.channel(entry).label(), facts.level(), ending);
        checkoutByPlatform.add(platform(plan, entry), facts.level(), ending);
        if (facts.level() < CheckoutFacts.STEPS && ending == Ending.LOST) {
            int following = facts.lastMatched() + 1;
            boolean isNothing = following == plan.size();
            int event = isNothing ? NOTHING : plan.event(following).ordinal();
            int channel = isNothing
                    ? PlannedChannel.values().length
                    : plan.channel(following).ordinal();
            next[facts.level()][event][channel]++;
        }
    }

    private static String platform(CustomerPlan plan, int touchpoint) {
        String platform = plan.device(touchpoint).platform();
        return Labels.orNone(platform);
    }

    /** How many of those lost before this step did this next, by numbers of event and channel; behind the last: nothing. */
    long next(int step, int event, int channel) {
        return next[step][event][channel];
    }
}
