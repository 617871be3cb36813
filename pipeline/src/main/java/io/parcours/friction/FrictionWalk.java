package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;

/** Walks along journeys and finds their friction. One object serves one task; its buffers are used again. */
final class FrictionWalk {
    private static final int NO_STAGE = -1;

    private final FrictionPlan plan;
    private final EventNames names;
    private final Sites sites;
    private final Stalls stalls;
    private final Landmarks landmarks;
    private final Bursts bursts;
    private final Contacts contacts;
    private final SatisfactionAfter satisfaction;
    private int[] events = new int[64];
    private long[] times = new long[64];
    private CustomerHistory history;
    private long customer;
    private long journey;
    private int from;
    /** The touchpoint that converts the journey, or the one after its last. */
    private int conversion;

    private int fate;

    FrictionWalk(FrictionPlan plan, EventNames names, Sites sites, Stalls stalls, Arrivals arrivals) {
        this.plan = plan;
        this.names = names;
        this.sites = sites;
        this.stalls = stalls;
        this.landmarks = new Landmarks(sites, arrivals);
        this.bursts = new Bursts(plan.burstCount(), plan.burstMicros());
        this.contacts = plan.contacts();
        this.satisfaction = new SatisfactionAfter(plan.surveys());
    }

    /** The journeys of a customer follow. */
    void begin(CustomerHistory next) {
        history = next;
        customer++;
        contacts.begin();
        satisfaction.begin(next);
    }

    /**
     * Walks along a journey.
     *
     * @param first the index of the touchpoint that converts it, or its end
     * @param itsFate what became of it, or -1
     */
    void along(Span span, int first, int itsFate) {
        journey++;
        from = span.from();
        conversion = first;
        fate = itsFate;
        satisfaction.begin(span);
        landmarks.begin();
        read(span);
        int stage = NO_STAGE;
        for (int i = from; i < span.to(); i++) {
            step(i, stage);
            stage = history.stage(i) < 0 ? stage : history.stage(i);
        }
        landmarks.close(fate, satisfaction, journey, customer);
    }

    private void read(Span span) {
        if (events.length < span.size()) {
            int capacity = Math.max(span.size(), events.length * 2);
            events = new int[capacity];
            times = new long[capacity];
        }
        for (int i = span.from(); i < span.to(); i++) {
            events[i - from] = names.of(history.event(i));
            times[i - from] = history.occurredAt(i);
        }
    }

    private void step(int i, int formerStage) {
        int at = i - from;
        int event = events[at];
        int ground = sites.ofEvent(event);
        sites.count(ground, journey, customer);
        if (at > 0 && events[at - 1] == event) {
            found(FrictionKind.IMMEDIATE_REPEAT, event, 0, ground, i);
        }
        if (at > 1 && events[at - 2] == event && events[at - 1] != event) {
            found(FrictionKind.LOOP, event, events[at - 1], ground, i);
        }
        if (bursts.take(journey, event, at, times)) {
            found(FrictionKind.BURST, event, 0, ground, i);
        }
        if (history.stage(i) >= 0 && history.stage(i) < formerStage) {
            found(FrictionKind.MOVE_BACK, event, plan.stagePair(formerStage, history.stage(i)), ground, i);
        }
        come(ground, i);
        contact(i, event);
        if (at > 0) {
            gap(i);
        }
    }

    private void contact(int i, int event) {
        if (!contacts.isContact(history, i)) {
            return;
        }
        int ground = sites.of(Sites.CONTACT, event, 0);
        FrictionKind kind = contacts.take(history, i);
        if (kind != null) {
            found(kind, event, 0, ground, i);
        }
        come(ground, i);
    }

    private void gap(int i) {
        int at = i - from;
        long gap = times[at] - times[at - 1];
        int pair = stalls.enter(events[at - 1], events[at], gap);
        if (i < conversion && stalls.isFirst(pair, customer) && fate >= 0) {
            judge(i, pair);
        }
        stalls.belongs(pair, gap, journey, customer);
    }

    private void judge(int i, int pair) {
        int lengthClass = LengthClass.of(i - from + 1);
        stalls.judge(pair, lengthClass, fate);
        int level = satisfaction.isAsked() ? satisfaction.level(i) : SatisfactionAfter.NONE;
        if (level != SatisfactionAfter.NONE) {
            stalls.satisfied(pair, lengthClass, level);
        }
    }

    private void come(int ground, int i) {
        if (i < conversion) {
            landmarks.come(ground, LengthClass.of(i - from + 1), i, journey);
        }
    }

    private void found(FrictionKind kind, int event, int via, int ground, int i) {
        int site = sites.of(kind.ordinal(), event, via);
        sites.count(site, journey, customer);
        if (i < conversion) {
            landmarks.meet(site, ground, LengthClass.of(i - from + 1), i, journey);
        }
    }
}
