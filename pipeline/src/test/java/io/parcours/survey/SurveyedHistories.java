package io.parcours.survey;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.RandomHistories;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Seeded random histories with ties, missing channels and values, dimensions and answers to two surveys, and with gaps
 * around seven and ninety days. Stages and conversion as in {@link RandomHistories#RULES}.
 */
public final class SurveyedHistories {
    public static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    public static final List<String> DIMENSIONS = List.of("platform", "score");

    /** {@code S} with its score in the dimension, about the touchpoint before; {@code T} with its score as value. */
    public static final List<SurveyRules> SURVEYS =
            List.of(survey("S", "score", 0, 10, Duration.ofDays(1)), survey("T", SurveyRules.VALUE, 1, 5, null));

    public static final ConditionIndex INDEX = new ConditionIndex(List.of(
            TouchpointCondition.ANY,
            RandomHistories.RULES.conversion(),
            SURVEYS.get(0).touchpoints(),
            SURVEYS.get(1).touchpoints()));

    public static final SurveyReading READING = new SurveyReading(SURVEYS, INDEX, DIMENSIONS);
    public static final SurveyReading NO_SURVEYS = new SurveyReading(List.of(), INDEX, DIMENSIONS);

    private static final List<String> EVENTS = List.of("A", "B", "C", "D", "E", "A", "S", "T");
    private static final List<String> CHANNELS = Arrays.asList("web", "web", "app", "shop", "desk", null);
    private static final List<String> PLATFORMS = Arrays.asList("ios", "ios", "desktop", null);
    private static final long DAY = 86_400_000_000L;

    private final Random random;
    private int customers;

    public SurveyedHistories(long seed) {
        this.random = new Random(seed);
    }

    /** The histories of so many customers. */
    public List<CustomerHistory> next(int howMany) {
        HistoryBuilder builder =
                new HistoryBuilder(RandomHistories.RULES, INDEX, HistoryLabeller.NONE, READING.valueScores(), AS_OF);
        List<CustomerHistory> histories = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            histories.add(builder.build(touchpoints()));
        }
        return histories;
    }

    private List<Touchpoint> touchpoints() {
        String customer = "c" + customers++;
        int size = 1 + random.nextInt(random.nextInt(4) == 0 ? 30 : 5);
        boolean isFaithful = random.nextInt(3) == 0;
        List<Touchpoint> touchpoints = new ArrayList<>();
        long occurredAt = AS_OF.micros() - (long) (random.nextDouble() * 120 * DAY);
        for (int i = 0; i < size; i++) {
            String event = EVENTS.get(random.nextInt(EVENTS.size()));
            String channel = isFaithful ? "web" : CHANNELS.get(random.nextInt(CHANNELS.size()));
            String score = event.equals("S") && random.nextBoolean() ? String.valueOf(random.nextInt(11)) : null;
            touchpoints.add(new Touchpoint(
                    customer,
                    occurredAt,
                    "%03d".formatted(random.nextInt(1000)),
                    event,
                    channel,
                    value(event),
                    Arrays.asList(PLATFORMS.get(random.nextInt(PLATFORMS.size())), score),
                    "random"));
            occurredAt -= gap();
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return touchpoints;
    }

    private double value(String event) {
        if (event.equals("T")) {
            return random.nextBoolean() ? 1 + random.nextInt(5) : Double.NaN;
        }
        return random.nextInt(3) == 0 ? (random.nextInt(2_000) - 200) / 100.0 : Double.NaN;
    }

    private long gap() {
        return switch (random.nextInt(7)) {
            case 0 -> 0;
            case 1 -> 7 * DAY + random.nextInt(3) - 1;
            case 2 -> 90 * DAY + random.nextInt(3) - 1;
            case 3 -> (long) (random.nextDouble() * DAY);
            default -> (long) (random.nextDouble() * 20 * DAY);
        };
    }

    private static SurveyRules survey(String event, String score, double low, double high, Duration about) {
        return new SurveyRules(
                event,
                TouchpointCondition.ofEvents(event),
                score,
                low,
                high,
                SurveyRules.Rule.CSAT,
                about,
                null,
                SurveyRules.Period.MONTH,
                List.of());
    }
}
