package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A made-up shop, random in everything: how many customers, how they come, in how many visits, what they do beside the
 * funnel's steps, and how likely they go on. At most one thing makes them go on less; what it is, is known.
 */
final class DriverWorld {
    static final String PLATFORM = "platform";
    private static final long MINUTE = 60_000_000L;
    private static final long DAY = 1440 * MINUTE;

    /** What customers differ in, beside the cause. */
    enum Customers {
        ALIKE,
        /** Some come more often, some do more in a visit, some go on more readily, some came late; each by itself. */
        UNLIKE
    }

    /**
     * What makes customers go on less.
     *
     * @param factor as in the report; null: nothing does
     * @param effect how much lower the logarithm of the odds of going on is
     */
    record Cause(int step, String factor, String value, double effect) {
        static final Cause NONE = new Cause(0, null, null, 0);
    }

    private final Random random;
    private final Customers kind;
    private final int customers;
    private final int steps;
    private final double[] goesOn;
    private final List<String> events;
    private final double[] eventShares;
    private final List<String> channels;
    private final List<String> platforms;
    private final int days;
    private final double meanVisits;
    private final double meanBetween;
    private final FunnelRules rules;
    private final Cause cause;

    DriverWorld(long seed, Customers kind, boolean isWithCause, int fewest, int most) {
        this.random = new Random(seed * 7919 + kind.ordinal());
        this.kind = kind;
        this.customers = (int) (fewest * Math.pow((double) most / fewest, random.nextDouble()));
        this.steps = 3 + random.nextInt(4);
        this.goesOn = random.doubles(steps + 1, .5, .9).toArray();
        this.events = names("e", 5 + random.nextInt(16));
        this.eventShares = random.doubles(events.size(), .2, 3).toArray();
        this.channels = names("c", 3 + random.nextInt(4));
        this.platforms = names("p", 2 + random.nextInt(4));
        this.days = 20 + random.nextInt(80);
        this.meanVisits = .5 + 2 * random.nextDouble();
        this.meanBetween = .5 + 3 * random.nextDouble();
        this.rules = funnel();
        this.cause = isWithCause ? randomCause() : Cause.NONE;
    }

    private FunnelRules funnel() {
        List<FunnelStep> funnelSteps = IntStream.rangeClosed(1, steps)
                .mapToObj(step -> new FunnelStep("s" + step, TouchpointCondition.ofEvents("s" + step)))
                .toList();
        FunnelRules.Unit unit = random.nextInt(3) == 0 ? FunnelRules.Unit.JOURNEY : FunnelRules.Unit.CUSTOMER;
        return FunnelRules.of("f", funnelSteps)
                .withUnit(unit)
                .withChains(ChainRules.DEFAULT.withWindow(Duration.ofHours(6L << random.nextInt(5))));
    }

    private Cause randomCause() {
        int step = 2 + random.nextInt(steps - 1);
        double effect = .3 + 1.2 * random.nextDouble();
        return switch (random.nextInt(4)) {
            case 0 -> new Cause(step, "channel", any(channels), effect);
            case 1 -> new Cause(step, PLATFORM, any(platforms), effect);
            case 2 -> new Cause(step, "preceding_event", any(events), effect);
            default -> new Cause(step, "intervening_event", any(events), effect);
        };
    }

    int customers() {
        return customers;
    }

    Cause cause() {
        return cause;
    }

    FunnelRules rules() {
        return rules;
    }

    AsOf asOf() {
        return AsOf.ofMicros(days * DAY, ZoneOffset.UTC);
    }

    ConditionIndex index() {
        return new ConditionIndex(rules.conditions().toList());
    }

    /** The histories, always the same ones for one world when asked once. */
    void forEach(Consumer<CustomerHistory> action) {
        JourneyRules journeys = new JourneyRules(
                Duration.ofMinutes(30), Duration.ofDays(2), List.of(), TouchpointCondition.ANY, 1_000_000);
        HistoryBuilder builder = new HistoryBuilder(journeys, index(), asOf());
        for (int customer = 0; customer < customers; customer++) {
            List<Touchpoint> touchpoints = new Life(customer).touchpoints();
            if (!touchpoints.isEmpty()) {
                action.accept(builder.build(touchpoints));
            }
        }
    }

    private List<String> names(String letter, int count) {
        return IntStream.range(0, count).mapToObj(i -> letter + i).toList();
    }

    private String any(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }

    private String anyEvent() {
        double left = random.nextDouble()
                * IntStream.range(0, eventShares.length)
                        .mapToDouble(i -> eventShares[i])
                        .sum();
        int event = 0;
        while (left > eventShares[event] && event < eventShares.length - 1) {
            left -= eventShares[event++];
        }
        return events.get(event);
    }

    private int howMany(double mean) {
        int count = 0;
        while (random.nextDouble() < mean / (1 + mean)) {
            count++;
        }
        return count;
    }

    private double factor(double spread) {
        return kind == Customers.ALIKE ? 1 : Math.exp(spread * random.nextGaussian());
    }

    /** What one customer does. */
    private final class Life {
        private final String id;
        private final List<Touchpoint> touchpoints = new ArrayList<>();
        private final double visits = meanVisits * factor(.7);
        private final double between = meanBetween * factor(.7);
        private final double readiness = kind == Customers.ALIKE ? 0 : random.nextGaussian();
        private final String usualChannel = any(channels);
        private long time =
                (long) (days * DAY * (kind == Customers.ALIKE ? random.nextDouble() : Math.sqrt(random.nextDouble())));
        private String channel;
        private String platform;

        private Life(int number) {
            this.id = "c" + number;
        }

        private List<Touchpoint> touchpoints() {
            int more = howMany(visits);
            for (int visit = 0; visit <= more; visit++) {
                visit();
                time += (long) (DAY * 4 * random.nextDouble() * random.nextDouble());
            }
            long asOf = asOf().micros();
            touchpoints.removeIf(touchpoint -> touchpoint.occurredAt() > asOf);
            touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
            return touchpoints;
        }

        private void visit() {
            channel = random.nextInt(4) == 0 ? any(channels) : usualChannel;
            platform = any(platforms);
            others();
            if (random.nextInt(5) == 0) {
                return;
            }
            does("s1");
            for (int step = 2; step <= steps; step++) {
                int before = touchpoints.size();
                others();
                if (random.nextDouble() > chance(step, before)) {
                    others();
                    return;
                }
                wait(40);
                does("s" + step);
            }
            others();
        }

        private void others() {
            int count = howMany(between);
            for (int i = 0; i < count; i++) {
                does(anyEvent());
            }
        }

        /** How likely the step is reached, the last step having been done just before this touchpoint. */
        private double chance(int step, int before) {
            double odds = Math.log(goesOn[step] / (1 - goesOn[step])) + readiness;
            return 1 / (1 + Math.exp(-odds + (isHit(step, before) ? cause.effect() : 0)));
        }

        private boolean isHit(int step, int before) {
            if (step != cause.step()) {
                return false;
            }
            return switch (cause.factor()) {
                case "channel" -> channel.equals(cause.value());
                case PLATFORM -> platform.equals(cause.value());
                case "preceding_event" -> hasEvent(0, before);
                default -> hasEvent(before, touchpoints.size());
            };
        }

        private boolean hasEvent(int from, int to) {
            return touchpoints.subList(from, to).stream()
                    .anyMatch(touchpoint -> touchpoint.event().equals(cause.value()));
        }

        private void does(String event) {
            wait(10);
            touchpoints.add(new Touchpoint(
                    id,
                    time,
                    "%05d".formatted(touchpoints.size()),
                    event,
                    channel,
                    Double.NaN,
                    List.of(platform),
                    "world"));
        }

        private void wait(int meanMinutes) {
            // Whole minutes, so that instants are shared now and then.
            time += (long) (-Math.log(1 - random.nextDouble()) * meanMinutes) * MINUTE;
        }
    }
}
