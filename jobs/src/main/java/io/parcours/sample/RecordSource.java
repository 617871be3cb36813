package io.parcours.sample;

import java.util.List;
import java.util.function.Consumer;

/** Turns plans into the log's records, and mixes in what a real log has besides: duplicates, bad records, bots. */
final class RecordSource {
    private static final int DUPLICATES_PER_THOUSAND = 7;
    private static final int RECORDS_PER_FAULT = 200;
    private static final int CUSTOMERS_PER_BOT = 250;

    private final SampleRules rules;
    private final SampleCalendar calendar;
    private final RecordCounts counts;
    private final Consumer<LogRecord> sink;
    private final List<Fault> faults;
    private final int customersPerFault;
    private final LogRecord current = new LogRecord();

    RecordSource(SampleRules rules, SampleCalendar calendar, RecordCounts counts, Consumer<LogRecord> sink) {
        this.rules = rules;
        this.calendar = calendar;
        this.counts = counts;
        this.sink = sink;
        this.faults = Fault.of(rules.format());
        this.customersPerFault = Math.max(1, RECORDS_PER_FAULT / rules.touchpointsPerCustomer());
    }

    /** All records of a planned customer. */
    void customer(CustomerPlan plan, Dice dice) {
        boolean isNoisy = rules.noise() == SampleRules.Noise.WITH_NOISE;
        for (int touchpoint = 0; touchpoint < plan.size(); touchpoint++) {
            fill(plan, touchpoint);
            sink.accept(current);
            counts.accepted();
            if (isNoisy && dice.chance(DUPLICATES_PER_THOUSAND)) {
                sink.accept(current);
                counts.duplicate();
            }
        }
        if (isNoisy && plan.number() % customersPerFault == 0) {
            fill(plan, dice.roll(plan.size()));
            current.sequence = plan.size() + 1;
            Fault fault = faults.get(plan.number() / customersPerFault % faults.size());
            current.fault = (byte) fault.ordinal();
            sink.accept(current);
            counts.rejected(fault);
        }
    }

    /** All records of all bots: bursts of views, one every two seconds, that the map's {@code where} leaves out. */
    void bots() {
        int bots = rules.noise() == SampleRules.Noise.WITH_NOISE ? 1 + rules.customers() / CUSTOMERS_PER_BOT : 0;
        for (int bot = 1; bot <= bots; bot++) {
            bot(bot, new Dice(rules.seed(), -bot));
        }
    }

    private void bot(int number, Dice dice) {
        long lastStart = calendar.end() - SampleCalendar.HOUR;
        current.customer = -number;
        current.sequence = 0;
        current.time = calendar.start() + dice.between(0, lastStart - calendar.start());
        current.cents = CustomerPlan.NO_VALUE;
        current.channel = (byte) PlannedChannel.WEB.ordinal();
        current.device = (byte) Device.DESKTOP.ordinal();
        current.region = (byte) dice.roll(Phrases.REGIONS.size());
        current.campaign = 0;
        current.fault = (byte) Fault.NONE.ordinal();
        for (int left = rules.touchpointsPerCustomer() * (2 + dice.roll(3)); left > 0; left--) {
            current.sequence++;
            current.time += 2 * SampleCalendar.SECOND;
            boolean isHome = dice.chance(200);
            current.event = (byte) (isHome ? PlannedEvent.HOME_VIEW : PlannedEvent.PRODUCT_VIEW).ordinal();
            sink.accept(current);
            counts.filtered();
        }
    }

    private void fill(CustomerPlan plan, int touchpoint) {
        current.time = plan.time(touchpoint);
        current.customer = plan.number();
        current.sequence = touchpoint + 1;
        current.cents = plan.cents(touchpoint);
        current.event = (byte) plan.event(touchpoint).ordinal();
        current.channel = (byte) plan.channel(touchpoint).ordinal();
        current.device = (byte) plan.device(touchpoint).ordinal();
        current.region = (byte) plan.region();
        current.campaign = (byte) plan.campaign(touchpoint);
        current.fault = (byte) Fault.NONE.ordinal();
    }
}
