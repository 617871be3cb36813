package io.parcours.friction;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyRules;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** Seeded random customers with much friction, ties, short and long gaps, contacts about topics, and answers to a survey. */
final class RandomCustomers {
    static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    static final List<String> DIMENSIONS = List.of("topic");
    static final TouchpointCondition CONTACTS = TouchpointCondition.ofEvents("A", "C");
    static final TouchpointCondition ACTIVITY = TouchpointCondition.ofEvents("A", "B", "D");
    static final Duration INACTIVE_AFTER = Duration.ofDays(10);
    static final SurveyRules SURVEY = new SurveyRules(
            "s",
            TouchpointCondition.ofEvents("S"),
            SurveyRules.VALUE,
            0,
            10,
            SurveyRules.Rule.NPS,
            SurveyRules.DEFAULT_ABOUT,
            null,
            SurveyRules.Period.MONTH,
            List.of());
    static final JourneyRules RULES = new JourneyRules(
            Duration.ofMinutes(30),
            Duration.ofDays(2),
            List.of(
                    new Stage("one", TouchpointCondition.ofEvents("A")),
                    new Stage("two", TouchpointCondition.ofEvents("B", "C")),
                    new Stage("three", TouchpointCondition.ofEvents("D"))),
            TouchpointCondition.ofEvents("D"),
            1_000_000);
    static final JourneyRules ENDLESS =
            new JourneyRules(RULES.sessionGap(), null, RULES.stages(), RULES.conversion(), RULES.touchpointLimit());
    static final ConditionIndex INDEX =
            new ConditionIndex(List.of(RULES.conversion(), CONTACTS, ACTIVITY, SURVEY.touchpoints()));

    private static final List<String> EVENTS = List.of("A", "A", "B", "B", "C", "E", "F", "D", "S");
    private static final long MINUTE = 60_000_000L;

    private final Random random;
    private final JourneyRules journeys;
    private int customers;

    RandomCustomers(long seed) {
        this(seed, RULES);
    }

    RandomCustomers(long seed, JourneyRules journeys) {
        this.random = new Random(seed);
        this.journeys = journeys;
    }

    static FrictionQuestion question(FrictionRules rules) {
        return question(rules, RULES);
    }

    static FrictionQuestion question(FrictionRules rules, JourneyRules journeys) {
        return new FrictionQuestion(
                rules,
                journeys,
                new FrictionQuestion.Inactivity(ACTIVITY, INACTIVE_AFTER),
                List.of(SURVEY),
                INDEX,
                DIMENSIONS);
    }

    List<CustomerHistory> next(int howMany) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int i = 0; i < howMany; i++) {
            histories.add(history("c" + customers++));
        }
        return histories;
    }

    private CustomerHistory history(String customer) {
        int size = 1 + random.nextInt(random.nextInt(3) == 0 ? 60 : 10);
        long at = AS_OF.micros() - random.nextInt(3) * 12 * 1440 * MINUTE;
        List<Touchpoint> touchpoints = new ArrayList<>();
        String event = "A";
        for (int i = 0; i < size; i++) {
            event = random.nextInt(4) == 0 ? event : EVENTS.get(random.nextInt(EVENTS.size()));
            touchpoints.add(new Touchpoint(
                    customer,
                    at,
                    "%03d".formatted(random.nextInt(1000)),
                    event,
                    random.nextInt(5) == 0 ? null : random.nextBoolean() ? "web" : "app",
                    random.nextInt(4) == 0 ? Double.NaN : random.nextInt(11),
                    java.util.Collections.singletonList(random.nextInt(5) == 0 ? null : "t" + random.nextInt(3)),
                    "random"));
            at -= gap();
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return new HistoryBuilder(journeys, INDEX, AS_OF).build(touchpoints);
    }

    private long gap() {
        return switch (random.nextInt(8)) {
            case 0 -> 0;
            case 1 -> random.nextInt(2 * 1440) * MINUTE;
            case 2 -> random.nextInt(20) == 0 ? 5 * 1440 * MINUTE : MINUTE;
            default -> (1 + random.nextInt(10)) * MINUTE;
        };
    }
}
