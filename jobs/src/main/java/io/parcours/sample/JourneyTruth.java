package io.parcours.sample;

/** Sessions and journeys as they were planned, and the transitions in them. */
final class JourneyTruth {
    private static final int STAGES = PlannedStage.values().length;

    private final SampleCalendar calendar;
    private final TransitionTruth events = new TransitionTruth(PlannedEvent.values().length);
    private final TransitionTruth channels = new TransitionTruth(PlannedChannel.values().length);
    /** Behind the stages comes the number of none. */
    private final TransitionTruth stages = new TransitionTruth(STAGES + 1);

    private long sessions;
    private long openSessions;
    private long journeys;
    private long openJourneys;
    private long convertedJourneys;
    private long purchases;
    private long cents;

    JourneyTruth(SampleCalendar calendar) {
        this.calendar = calendar;
    }

    void session(boolean isOpen) {
        sessions++;
        openSessions += isOpen ? 1 : 0;
    }

    void add(CustomerPlan plan) {
        int from = 0;
        for (int i = 1; i <= plan.size(); i++) {
            if (i == plan.size() || plan.beginsJourney(i)) {
                journey(plan, from, i);
                from = i;
            }
        }
    }

    private void journey(CustomerPlan plan, int from, int to) {
        boolean isOpen = to == plan.size() && calendar.end() - plan.time(to - 1) <= SampleCalendar.JOURNEY_GAP;
        boolean isConverted = false;
        follow(plan, -1, from);
        for (int i = from; i < to; i++) {
            if (i > from) {
                follow(plan, i - 1, i);
            }
            if (plan.cents(i) != CustomerPlan.NO_VALUE) {
                isConverted = true;
                purchases++;
                cents += plan.cents(i);
            }
        }
        leave(plan, to - 1, isOpen);
        journeys++;
        openJourneys += isOpen ? 1 : 0;
        convertedJourneys += isConverted ? 1 : 0;
    }

    private void follow(CustomerPlan plan, int before, int now) {
        boolean isStart = before < 0;
        events.add(
                isStart ? events.start() : plan.event(before).ordinal(),
                plan.event(now).ordinal());
        channels.add(
                isStart ? channels.start() : plan.channel(before).ordinal(),
                plan.channel(now).ordinal());
        stages.add(isStart ? stages.start() : stage(plan, before), stage(plan, now));
    }

    private void leave(CustomerPlan plan, int last, boolean isOpen) {
        events.add(plan.event(last).ordinal(), isOpen ? events.open() : events.end());
        channels.add(plan.channel(last).ordinal(), isOpen ? channels.open() : channels.end());
        stages.add(stage(plan, last), isOpen ? stages.open() : stages.end());
    }

    private static int stage(CustomerPlan plan, int touchpoint) {
        int stage = plan.event(touchpoint).stageNumber();
        return stage < 0 ? STAGES : stage;
    }

    TransitionTruth events() {
        return events;
    }

    TransitionTruth channels() {
        return channels;
    }

    TransitionTruth stages() {
        return stages;
    }

    long sessionCount() {
        return sessions;
    }

    long openSessionCount() {
        return openSessions;
    }

    long journeyCount() {
        return journeys;
    }

    long openJourneyCount() {
        return openJourneys;
    }

    long convertedJourneyCount() {
        return convertedJourneys;
    }

    long purchaseCount() {
        return purchases;
    }

    long cents() {
        return cents;
    }
}
