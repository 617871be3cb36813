package io.parcours.friction;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * A made-up shop, random in everything: its customers walk from event to event by chance, buy or leave by chance, repeat,
 * go back and wait by chance. At most one friction makes them buy less afterwards; what it is, is known.
 */
final class FrictionWorld {
    static final String BUY = "buy";

    private static final long SECOND = 1_000_000L;
    private static final long DAY = 86_400 * SECOND;
    private static final JourneyRules RULES = new JourneyRules(
            Duration.ofMinutes(30),
            Duration.ofDays(4),
            List.of(
                    new Stage("one", TouchpointCondition.ofEvents("e0", "e1")),
                    new Stage("two", TouchpointCondition.ofEvents("e2", "e3"))),
            TouchpointCondition.ofEvents(BUY),
            1_000_000);
    private static final TouchpointCondition CONTACTS = TouchpointCondition.ofEvents("e2", "e4");
    private static final ConditionIndex INDEX =
            new ConditionIndex(List.of(RULES.conversion(), CONTACTS, TouchpointCondition.ANY));
    private static final List<String> CHANNELS = List.of("web", "app", "shop");

    /** What customers differ in, beside the cause. */
    enum Customers {
        ALIKE,
        /** Some do more, some are readier to buy, some repeat more, some came late; each by itself. */
        UNLIKE
    }

    /**
     * What makes customers buy less afterwards.
     *
     * @param place the event where it happens; null: nothing does
     * @param via the event between the two of a loop, or at which a stall ends
     * @param effect by how much the logarithm of the odds of buying instead of leaving is lower
     */
    record Cause(FrictionKind kind, String place, String via, double effect) {
        static final Cause NONE = new Cause(null, null, null, 0);
    }

    private final Random random;
    private final Customers kind;
    private final int customers;
    private final int events;
    private final double[][] next;
    private final double[] ends;
    private final double buys;
    private final double repeats;
    private final double waits;
    private final int days;
    private final Cause cause;

    FrictionWorld(long seed, Customers kind, boolean isWithCause, int fewest, int most) {
        this(seed, kind, fewest, most, isWithCause ? FrictionWorld::randomCause : any -> Cause.NONE);
    }

    /** A world in which going back to the first stage halves the odds of buying and more. */
    static FrictionWorld withMoveBack(long seed, int customers) {
        Cause cause = new Cause(FrictionKind.MOVE_BACK, "e0", null, 1);
        return new FrictionWorld(seed, Customers.ALIKE, customers, customers, any -> cause);
    }

    private FrictionWorld(long seed, Customers kind, int fewest, int most, Function<FrictionWorld, Cause> chosen) {
        this.random = new Random(seed * 7919 + kind.ordinal());
        this.kind = kind;
        this.customers = (int) (fewest * Math.pow((double) most / fewest, random.nextDouble()));
        this.events = 5 + random.nextInt(8);
        this.next = IntStream.range(0, events)
                .mapToObj(any -> random.doubles(events, .1, 2).toArray())
                .toArray(double[][]::new);
        this.ends = random.doubles(events, .05, .25).toArray();
        this.buys = .15 + .5 * random.nextDouble();
        this.repeats = .05 + .2 * random.nextDouble();
        this.waits = .02 + .1 * random.nextDouble();
        this.days = 40 + random.nextInt(80);
        this.cause = chosen.apply(this);
    }

    private Cause randomCause() {
        FrictionKind[] kinds = FrictionKind.values();
        FrictionKind chosen = kinds[random.nextInt(kinds.length)];
        boolean isContact = chosen.label().startsWith("contact");
        boolean isBack = chosen == FrictionKind.MOVE_BACK;
        String place =
                isContact ? List.of("e2", "e4").get(random.nextInt(2)) : isBack ? "e" + random.nextInt(2) : any();
        String via = any();
        while (via.equals(place)) {
            via = any();
        }
        boolean isPair = chosen == FrictionKind.LOOP || chosen == FrictionKind.STALL;
        return new Cause(chosen, place, isPair ? via : null, .5 + 1.5 * random.nextDouble());
    }

    private String any() {
        return "e" + random.nextInt(events);
    }

    int customers() {
        return customers;
    }

    Cause cause() {
        return cause;
    }

    AsOf asOf() {
        return AsOf.ofMicros(days * DAY, ZoneOffset.UTC);
    }

    FrictionRules rules() {
        return new FrictionRules(CONTACTS, null, Duration.ofDays(7), 3, Duration.ofMinutes(3), null);
    }

    FrictionQuestion question() {
        return new FrictionQuestion(
                rules(),
                RULES,
                new FrictionQuestion.Inactivity(TouchpointCondition.ANY, Duration.ofDays(10)),
                List.of(),
                INDEX,
                List.of());
    }

    /** The histories, always the same ones for one world when asked once. */
    void forEach(Consumer<CustomerHistory> action) {
        HistoryBuilder builder = new HistoryBuilder(RULES, INDEX, asOf());
        for (int customer = 0; customer < customers; customer++) {
            List<Touchpoint> touchpoints = new Life(customer).touchpoints();
            if (!touchpoints.isEmpty()) {
                action.accept(builder.build(touchpoints));
            }
        }
    }

    /** What one customer does. */
    private final class Life {
        private final String id;
        private final List<Touchpoint> touchpoints = new ArrayList<>();
        private final double readiness = spread(1);
        private final double stays = spread(.6);
        private final double repeating = spread(.5);
        private long time =
                (long) (days * DAY * (kind == Customers.ALIKE ? random.nextDouble() : Math.sqrt(random.nextDouble())));
        private boolean isHit;
        private int journey;

        private Life(int number) {
            this.id = "c" + number;
        }

        private double spread(double size) {
            return kind == Customers.ALIKE ? 0 : size * random.nextGaussian();
        }

        private List<Touchpoint> touchpoints() {
            int journeys = 1 + (int) (-Math.log(1 - random.nextDouble()));
            for (journey = 0; journey < journeys; journey++) {
                walk();
                time += (long) ((5 + 10 * random.nextDouble()) * DAY);
            }
            long asOf = asOf().micros();
            touchpoints.removeIf(touchpoint -> touchpoint.occurredAt() > asOf);
            touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
            return touchpoints;
        }

        private void walk() {
            isHit = false;
            int begin = touchpoints.size();
            int at = random.nextInt(events);
            does("e" + at, begin);
            while (random.nextDouble() > ends[at] * Math.exp(-stays) && touchpoints.size() < begin + 300) {
                boolean isAgain = random.nextDouble() < repeats * Math.exp(repeating);
                at = isAgain ? at : drawn(next[at]);
                boolean isLong = random.nextDouble() < waits;
                double seconds = -Math.log(1 - random.nextDouble()) * (isLong ? 40_000 : isAgain ? 20 : 200);
                time += (long) Math.min(seconds, 300_000) * SECOND;
                does("e" + at, begin);
            }
            double odds = Math.log(buys / (1 - buys)) + readiness - (isHit ? cause.effect() : 0);
            if (random.nextDouble() < 1 / (1 + Math.exp(-odds))) {
                time += 60 * SECOND;
                does(BUY, begin);
            }
        }

        private int drawn(double[] weights) {
            double left = random.nextDouble()
                    * IntStream.range(0, weights.length)
                            .mapToDouble(i -> weights[i])
                            .sum();
            int drawn = 0;
            while (left > weights[drawn] && drawn < weights.length - 1) {
                left -= weights[drawn++];
            }
            return drawn;
        }

        private void does(String event, int begin) {
            touchpoints.add(new Touchpoint(
                    id,
                    time,
                    "%05d".formatted(touchpoints.size()),
                    event,
                    CHANNELS.get(random.nextInt(CHANNELS.size())),
                    Double.NaN,
                    List.of(),
                    "world"));
            isHit = isHit || cause.place() != null && happens(begin);
        }

        /** Whether the cause is complete with the latest touchpoint of the journey that began there. */
        private boolean happens(int begin) {
            int last = touchpoints.size() - 1;
            String event = touchpoints.get(last).event();
            if (cause.kind() == FrictionKind.STALL) {
                return last > begin
                        && event.equals(cause.via())
                        && touchpoints.get(last - 1).event().equals(cause.place())
                        && gap(last - 1, last) > 2_000;
            }
            return event.equals(cause.place()) && last > begin && happensHere(begin, last, event);
        }

        private boolean happensHere(int begin, int last, String event) {
            String before = touchpoints.get(last - 1).event();
            return switch (cause.kind()) {
                case IMMEDIATE_REPEAT -> before.equals(event);
                case LOOP ->
                    last > begin + 1
                            && before.equals(cause.via())
                            && touchpoints.get(last - 2).event().equals(event);
                case MOVE_BACK -> isBack(begin, last);
                case BURST -> isBurst(begin, last, event);
                case CONTACT_AGAIN_SAME_CHANNEL -> isAgain(last, event, true);
                case CONTACT_AGAIN_OTHER_CHANNEL -> isAgain(last, event, false);
                case STALL -> false;
            };
        }

        private boolean isBack(int begin, int last) {
            int former = last - 1;
            while (former >= begin
                    && !List.of("e0", "e1", "e2", "e3")
                            .contains(touchpoints.get(former).event())) {
                former--;
            }
            return former >= begin
                    && List.of("e2", "e3").contains(touchpoints.get(former).event());
        }

        private boolean isBurst(int begin, int last, String event) {
            long near = IntStream.range(begin, last)
                    .filter(i -> touchpoints.get(i).event().equals(event) && gap(i, last) <= 180)
                    .count();
            return near >= 2;
        }

        private boolean isAgain(int last, String event, boolean isSameChannel) {
            int former = last - 1;
            while (former >= 0 && !touchpoints.get(former).event().equals(event)) {
                former--;
            }
            return former >= 0
                    && gap(former, last) <= 7 * 86_400
                    && touchpoints
                                    .get(former)
                                    .channel()
                                    .equals(touchpoints.get(last).channel())
                            == isSameChannel;
        }

        private long gap(int one, int other) {
            return (touchpoints.get(other).occurredAt() - touchpoints.get(one).occurredAt()) / SECOND;
        }
    }
}
