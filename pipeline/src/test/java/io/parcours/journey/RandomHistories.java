package io.parcours.journey;

import io.parcours.condition.TouchpointCondition;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded random histories with ties, missing channels, values and stages, and gaps from microseconds to years. */
public final class RandomHistories {
    /** discovery: A B; consideration: C; purchase: D; E and F belong to no stage. D converts. */
    public static final JourneyRules RULES = new JourneyRules(
            JourneyRules.DEFAULT_SESSION_GAP,
            JourneyRules.DEFAULT_JOURNEY_GAP,
            List.of(
                    new Stage("discovery", TouchpointCondition.ofEvents("A", "B")),
                    new Stage("consideration", TouchpointCondition.ofEvents("C")),
                    new Stage("purchase", TouchpointCondition.ofEvents("D"))),
            TouchpointCondition.ofEvents("D"),
            JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);

    public static final ConditionIndex INDEX =
            new ConditionIndex(List.of(TouchpointCondition.ANY, TouchpointCondition.ofEvents("D")));

    private static final List<String> EVENTS = List.of("A", "B", "C", "D", "E", "F");
    private static final List<String> CHANNELS = List.of("web", "app", "shop");
    private static final long[] GAPS = {1_000, 60_000_000L, 3_600_000_000L, 86_400_000_000L, 30 * 86_400_000_000L};

    private final Random random;
    private final AsOf asOf;
    private final ConditionIndex index;
    private int customers;

    /** Histories that end at this instant or before it. */
    public RandomHistories(long seed, AsOf asOf) {
        this(seed, asOf, INDEX);
    }

    /** The same histories, whose touchpoints answer other conditions. */
    public RandomHistories(long seed, AsOf asOf, ConditionIndex index) {
        this.random = new Random(seed);
        this.asOf = asOf;
        this.index = index;
    }

    /** A random instant of 2024, often just before or at a local midnight. */
    public static AsOf randomAsOf(Random random, ZoneId zone) {
        LocalDate day = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(366));
        Instant midnight = day.atStartOfDay(zone).toInstant();
        Instant instant = switch (random.nextInt(3)) {
            case 0 -> midnight.minusNanos(1_000);
            case 1 -> midnight;
            default ->
                day.atTime(LocalTime.ofSecondOfDay(random.nextInt(86_400)))
                        .atZone(zone)
                        .toInstant();
        };
        return new AsOf(instant, zone);
    }

    /** The histories of this many customers. */
    public List<CustomerHistory> next(int howMany) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            histories.add(next());
        }
        return histories;
    }

    /** The history of one more customer. */
    public CustomerHistory next() {
        String customer = "c" + customers++;
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 40 : 6);
        long longest = GAPS[random.nextInt(GAPS.length)];
        List<Touchpoint> touchpoints = new ArrayList<>();
        long occurredAt = asOf.micros() - (long) (random.nextDouble() * longest);
        for (int i = 0; i < size; i++) {
            touchpoints.add(new Touchpoint(
                    customer,
                    occurredAt,
                    "%03d".formatted(random.nextInt(1000)),
                    EVENTS.get(random.nextInt(EVENTS.size())),
                    random.nextInt(4) == 0 ? null : CHANNELS.get(random.nextInt(CHANNELS.size())),
                    random.nextInt(3) == 0 ? Double.NaN : (random.nextInt(2_000) - 200) / 100.0,
                    List.of(),
                    "random"));
            occurredAt -= gap(longest);
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return new HistoryBuilder(RULES, index, asOf).build(touchpoints);
    }

    private long gap(long longest) {
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> Duration.ofMinutes(30).toNanos() / 1000 + random.nextInt(3) - 1;
            case 2 -> Duration.ofDays(90).toNanos() / 1000 + random.nextInt(3) - 1;
            default -> (long) (random.nextDouble() * longest * 2);
        };
    }
}
