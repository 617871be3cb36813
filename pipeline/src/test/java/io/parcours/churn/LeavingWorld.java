package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * A made-up log: customers come at their own pace, by changing channels, spend and complain. At the end of each of two days,
 * 60 days apart, each of those still there leaves for good or comes again within 60 days, by chance, and by one planted
 * cause in what he did before, or by none.
 */
final class LeavingWorld {
    static final TouchpointCondition VISIT = TouchpointCondition.ofEvents("visit");
    private static final TouchpointCondition COMPLAINT = TouchpointCondition.ofEvents("complaint");
    private static final TouchpointCondition LETTER = TouchpointCondition.ofEvents("letter");
    private static final int INACTIVE_DAYS = 60;
    private static final long MICROS_PER_DAY = 86_400_000_000L;
    private static final int LATTER = 300;
    private static final int FORMER = LATTER - INACTIVE_DAYS;
    private static final List<String> CAUSES =
            List.of("signal:complaint", "touchpoint_trend", "channel_trend", "value_trend", "silence");

    private static final String NO_CAUSE = "none";

    private final Random random;
    private final ConditionIndex index = new ConditionIndex(List.of(VISIT, COMPLAINT, LETTER));
    private final ChurnRules rules = new ChurnRules(
            VISIT,
            Duration.ofDays(7),
            Duration.ofDays(INACTIVE_DAYS),
            BuyingRules.DEFAULT,
            CurveRules.DEFAULT,
            new SignalRules(
                    Duration.ofDays(30),
                    List.of(new ChurnSignal("complaint", COMPLAINT), new ChurnSignal("letter", LETTER))));
    private final BehaviourFeatures features = new BehaviourFeatures(rules, 0, index);
    private final int customers;
    private final String cause;
    private final double effect;
    private final double intercept;

    /** A world of its own for each seed. */
    LeavingWorld(long seed, boolean hasCause, int leastCustomers, int mostCustomers) {
        random = new Random(seed);
        customers = leastCustomers + random.nextInt(mostCustomers - leastCustomers);
        cause = hasCause ? CAUSES.get(random.nextInt(CAUSES.size())) : NO_CAUSE;
        double strength = 0.3 + 0.9 * random.nextDouble();
        effect = cause.endsWith("trend") ? -strength : strength;
        intercept = -1.8 + 0.8 * random.nextDouble();
    }

    int customers() {
        return customers;
    }

    /** The planted feature, or none. */
    String cause() {
        return cause;
    }

    /** By how much one unit of it raises the log-odds of leaving. */
    double effect() {
        return effect;
    }

    ChurnRules rules() {
        return rules;
    }

    ConditionIndex index() {
        return index;
    }

    BehaviourFeatures features() {
        return features;
    }

    AsOf asOf() {
        return AsOf.ofMicros(micros(LATTER + INACTIVE_DAYS + 1) - 1, ZoneOffset.UTC);
    }

    private static long micros(double day) {
        return Histories.START.getEpochSecond() * 1_000_000 + (long) (day * MICROS_PER_DAY);
    }

    List<CustomerHistory> histories() {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            histories.add(history("c" + i));
        }
        return histories;
    }

    private CustomerHistory history(String customer) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        int begin = random.nextInt(FORMER);
        double pace = Math.exp(2 + 0.7 * random.nextGaussian());
        live(customer, begin, FORMER, pace, touchpoints);
        if (goesOn(customer, touchpoints, FORMER, FORMER, pace)
                && goesOn(customer, touchpoints, FORMER, LATTER, pace)) {
            comeAgain(customer, touchpoints, LATTER, pace);
        }
        return built(touchpoints, asOf());
    }

    /** Goes through the days before a cut; whether he stays after it. */
    private boolean goesOn(String customer, List<Touchpoint> touchpoints, int former, int cut, double pace) {
        if (cut > former) {
            comeAgain(customer, touchpoints, former, pace);
        }
        BehaviourReader reader =
                new BehaviourReader(features, new io.parcours.journey.LocalDays(ZoneOffset.UTC), dayOf(cut));
        CustomerHistory history = built(touchpoints, AsOf.ofMicros(micros(cut + 1) - 1, ZoneOffset.UTC));
        reader.read(history);
        if (!reader.isThere(0)) {
            return false;
        }
        double logOdds = intercept;
        for (int i = 0; i < features.size(); i++) {
            logOdds += features.name(i).equals(cause) ? effect * (reader.features(0)[i] - usual()) : 0;
        }
        return random.nextDouble() >= 1 / (1 + Math.exp(-logOdds));
    }

    private double usual() {
        return cause.equals("silence") ? 2 : 0;
    }

    private static long dayOf(int day) {
        return Histories.START.getEpochSecond() / 86_400 + day;
    }

    /** At least once within the 60 days after a cut. */
    private void comeAgain(String customer, List<Touchpoint> touchpoints, int cut, double pace) {
        int first = cut + 1 + random.nextInt(INACTIVE_DAYS - 5);
        visit(customer, first + random.nextDouble(), touchpoints);
        live(customer, first, cut + INACTIVE_DAYS, pace, touchpoints);
    }

    private void live(String customer, int from, int to, double pace, List<Touchpoint> touchpoints) {
        for (double day = from + random.nextDouble(); day < to + 1; day += -pace * Math.log(1 - random.nextDouble())) {
            visit(customer, day, touchpoints);
        }
        for (String event : List.of("complaint", "letter")) {
            for (double day = from - 40 * Math.log(1 - random.nextDouble());
                    day < to + 1;
                    day += -40 * Math.log(1 - random.nextDouble())) {
                add(customer, day, event, Double.NaN, touchpoints);
            }
        }
    }

    private void visit(String customer, double day, List<Touchpoint> touchpoints) {
        add(customer, day, "visit", random.nextInt(3) == 0 ? Double.NaN : 1 + random.nextInt(100), touchpoints);
    }

    private void add(String customer, double day, String event, double value, List<Touchpoint> touchpoints) {
        String channel = List.of("web", "app", "shop", "phone").get(random.nextInt(4));
        touchpoints.add(new Touchpoint(
                customer,
                micros(day),
                "%06d".formatted(touchpoints.size()),
                event,
                channel,
                value,
                List.of(),
                "world"));
    }

    private CustomerHistory built(List<Touchpoint> touchpoints, AsOf asOf) {
        List<Touchpoint> ordered = touchpoints.stream()
                .sorted(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId))
                .toList();
        return new HistoryBuilder(Histories.rules(), index, asOf).build(ordered);
    }

    @Override
    public String toString() {
        return "%d customers, %s %.2f".formatted(customers, cause, effect);
    }
}
