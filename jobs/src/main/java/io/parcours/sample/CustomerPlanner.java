package io.parcours.sample;

import static io.parcours.sample.SampleCalendar.HOUR;

/** Plans customers, each from dice of its own. */
final class CustomerPlanner {
    /** The customer whose last touchpoint is the log's last, so that the end of the log is known beforehand. */
    static final int LAST_CUSTOMER = 1;

    private static final int LONGEST_VISIT = 200;

    private final SampleRules rules;
    private final SampleCalendar calendar;
    private final CustomerPlan plan;
    private final VisitWriter visits;
    private final Story story;

    CustomerPlanner(SampleRules rules, SampleCalendar calendar, CustomerPlan plan) {
        this.rules = rules;
        this.calendar = calendar;
        this.plan = plan;
        this.visits = new VisitWriter(plan);
        this.story = new Story(plan, visits, new Purchases(plan, calendar, visits));
    }

    /** Fills the plan with all that this customer does. */
    void plan(int customer, Dice dice) {
        plan.begin(customer, dice.roll(Phrases.REGIONS.size()));
        Rhythm rhythm = Rhythm.of(customer);
        boolean isLast = customer == LAST_CUSTOMER;
        visits.begin(dice, isLast ? calendar.end() - 2 * HOUR : calendar.end());
        int touchpoints = touchpoints(dice);
        long[] schedule = rhythm.schedule(calendar, dice);
        int count = schedule.length > 0 ? schedule.length : Math.min(12, Math.max(2, touchpoints / 5));
        int perVisit = Math.max(1, Math.min(LONGEST_VISIT, touchpoints / count));
        story.begin(dice, rhythm, perVisit);
        Device favourite = Device.of(dice.pick(40, 15, 25, 20));
        for (int visit = 0; visit < count && !visits.isOver(); visit++) {
            Device device = dice.chance(800) ? favourite : Device.of(dice.roll(4));
            visits.visit(schedule.length > 0 ? schedule[visit] : start(visit, dice), device, perVisit);
            story.visit(count - visit);
        }
        if (isLast) {
            visits.extend(calendar.end() + 1);
            visits.visit(calendar.end(), Device.DESKTOP, 1);
            visits.touch(PlannedEvent.HOME_VIEW);
        }
        plan.endVisit();
    }

    private long start(int visit, Dice dice) {
        if (visit > 0) {
            return visits.clock() + Rhythm.pause(dice);
        }
        return calendar.day(dice.roll(calendar.days())) + dice.between(7 * HOUR, 22 * HOUR);
    }

    /** Most customers do a little, a few a lot. */
    private int touchpoints(Dice dice) {
        int perThousand = 300 + dice.roll(700) + (dice.chance(250) ? dice.roll(2500) : 0);
        // What the log's end cuts off, and what every story needs at least: found by trying.
        int mean = rules.touchpointsPerCustomer() * 5 / 4 - 4;
        return mean * perThousand / 1000;
    }
}
