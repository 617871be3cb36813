package io.parcours.friction;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;

/** Walks along journeys and finds their friction. One object serves one task; its buffers are used again. */
final class FrictionWalk {
    private static final int NO_STAGE = -1;
    private static final int NOWHERE = -1;

    private final Steps steps;
    private final Sites sites;
    private final Stalls stalls;
    private final Landmarks landmarks;
    private final Bursts bursts;
    private final Contacts contacts;
    private final SatisfactionAfter satisfaction;
    private CustomerHistory history;
    private long customer;
    private long journey;
    /** The ground of the latest two steps; none where they are not two, or alike. */
    private int afterPair;
    /** The touchpoint that converts the journey, or the one after its last. */
    private int conversion;

    private int fate;

    FrictionWalk(FrictionPlan plan, EventNames names, Sites sites, Stalls stalls, Arrivals arrivals) {
        this.steps = new Steps(names, plan.surveys());
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
        conversion = first;
        fate = itsFate;
        satisfaction.begin(span);
        landmarks.begin();
        steps.read(history, span);
        afterPair = NOWHERE;
        int stage = NO_STAGE;
        for (int step = 0; step < steps.count(); step++) {
            moveBack(step, stage);
            loop(step);
            step(step);
            contact(step);
            if (step > 0) {
                gap(step);
            }
            int own = history.stage(steps.index(step));
            stage = own < 0 ? stage : own;
        }
        stand(stage > 0 ? sites.afterStage(stage) : NOWHERE, steps.count());
        stand(afterPair, steps.count());
        landmarks.close(fate, satisfaction, journey, customer);
    }

    private void step(int step) {
        int event = steps.event(step);
        int ground = sites.ofEvent(event);
        sites.count(ground, journey, customer);
        if (step > 0 && steps.event(step - 1) == event) {
            found(FrictionKind.IMMEDIATE_REPEAT, 0, ground, step, LengthClass.of(step + 1));
        }
        if (bursts.take(journey, event, step, steps.times())) {
            found(FrictionKind.BURST, 0, ground, step, LengthClass.of(step + 1));
        }
        come(ground, step);
    }

    /** Only from the second stage on can a journey move back. */
    private void moveBack(int step, int formerStage) {
        if (formerStage > 0) {
            int ground = sites.afterStage(formerStage);
            int stage = history.stage(steps.index(step));
            if (stage >= 0 && stage < formerStage) {
                wentBack(FrictionKind.MOVE_BACK, StagePair.of(formerStage, stage), ground, step);
            }
            stand(ground, step);
        }
    }

    private void loop(int step) {
        if (afterPair != NOWHERE) {
            if (steps.event(step - 2) == steps.event(step)) {
                wentBack(FrictionKind.LOOP, steps.event(step - 1), afterPair, step);
            }
            stand(afterPair, step);
        }
    }

    /** The journey stood on a ground with the step before this one, which is the one after the last where it left. */
    private void stand(int ground, int step) {
        if (ground != NOWHERE && steps.index(step - 1) < conversion) {
            landmarks.come(ground, LengthClass.of(step), steps.index(step - 1), journey);
        }
    }

    /** Who goes back is as long under way as who stood there with him and did not. */
    private void wentBack(FrictionKind kind, int via, int ground, int step) {
        found(kind, via, ground, step, LengthClass.of(step));
    }

    private void contact(int step) {
        int i = steps.index(step);
        if (!contacts.isContact(history, i)) {
            return;
        }
        int ground = sites.of(Sites.CONTACT, steps.event(step), 0);
        FrictionKind kind = contacts.take(history, i);
        if (kind != null) {
            found(kind, 0, ground, step, LengthClass.of(step + 1));
        }
        come(ground, step);
    }

    private void gap(int step) {
        int from = steps.event(step - 1);
        int to = steps.event(step);
        long gap = steps.gap(step);
        int pair = stalls.enter(from, to, gap);
        if (steps.index(step) < conversion && stalls.isFirst(pair, customer) && fate >= 0) {
            judge(step, pair);
        }
        stalls.belongs(pair, gap, journey, customer);
        afterPair = from == to ? NOWHERE : sites.afterPair(pair, from, to);
    }

    private void judge(int step, int pair) {
        int lengthClass = LengthClass.of(step + 1);
        stalls.judge(pair, lengthClass, fate);
        int level = satisfaction.isAsked() ? satisfaction.level(steps.index(step)) : SatisfactionAfter.NONE;
        if (level != SatisfactionAfter.NONE) {
            stalls.satisfied(pair, lengthClass, level);
        }
    }

    private void come(int ground, int step) {
        if (steps.index(step) < conversion) {
            landmarks.come(ground, LengthClass.of(step + 1), steps.index(step), journey);
        }
    }

    private void found(FrictionKind kind, int via, int ground, int step, int lengthClass) {
        int site = sites.of(kind.ordinal(), steps.event(step), via);
        sites.count(site, journey, customer);
        if (steps.index(step) < conversion) {
            landmarks.meet(site, ground, lengthClass, steps.index(step), journey);
        }
    }
}
