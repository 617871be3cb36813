package io.parcours.segment;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.journey.ValueScores;
import io.parcours.survey.SurveyReading;
import io.parcours.survey.SurveyRules;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;

/** Random customers, and what is known of them read plainly from their touchpoints. */
final class SegmentWorld {
    static final List<String> DIMENSIONS = List.of("plan", "score");
    static final AsOf AS_OF = new AsOf(Instant.parse("2024-04-01T03:30:00Z"), ZoneId.of("America/New_York"));
    static final JourneyRules RULES = new JourneyRules(
            Duration.ofMinutes(30),
            Duration.ofDays(9),
            List.of(
                    new Stage("look", TouchpointCondition.ofEvents("A")),
                    new Stage("choose", TouchpointCondition.ofEvents("B")),
                    new Stage("buy", TouchpointCondition.ofEvents("C"))),
            TouchpointCondition.ofEvents("C"),
            1_000);
    static final SurveyRules SURVEY = new SurveyRules(
            "stars",
            TouchpointCondition.ofEvents("S"),
            "score",
            1,
            5,
            SurveyRules.Rule.CSAT,
            SurveyRules.DEFAULT_ABOUT,
            null,
            SurveyRules.Period.MONTH,
            List.of());
    static final ConditionIndex INDEX = new ConditionIndex(List.of(RULES.conversion(), SURVEY.touchpoints()));
    static final SurveyReading SURVEYS = new SurveyReading(List.of(SURVEY), INDEX, DIMENSIONS);

    private static final long MINUTE = 60_000_000;

    private SegmentWorld() {}

    /** The touchpoints of a random customer in order, up to as_of. */
    static List<Touchpoint> customer(String id, Random random) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        long at = AS_OF.micros() - random.nextInt(40_000) * MINUTE;
        int size = 1 + random.nextInt(12);
        for (int i = 0; i < size && at <= AS_OF.micros(); i++) {
            String event = oneOf(random, "A", "A", "B", "C", "D", "S");
            String score = event.equals("S") ? oneOf(random, null, "1", "2", "4.5", "5") : null;
            touchpoints.add(new Touchpoint(
                    id,
                    at,
                    "%03d".formatted(i),
                    event,
                    oneOf(random, null, "web", "app", "shop"),
                    random.nextInt(3) > 0 ? Double.NaN : (random.nextInt(1_000) - 100) / 100.0,
                    Collections.unmodifiableList(
                            Arrays.asList(random.nextInt(3) > 0 ? null : oneOf(random, "free", "pro", "x"), score)),
                    "file"));
            at += new long[] {0, MINUTE, 30 * MINUTE, 31 * MINUTE, 1_440 * MINUTE, 12_961 * MINUTE}[random.nextInt(6)];
        }
        touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
        return touchpoints;
    }

    static CustomerHistory history(List<Touchpoint> touchpoints, HistoryLabeller labeller) {
        return new HistoryBuilder(RULES, INDEX, labeller, ValueScores.NONE, AS_OF).build(touchpoints);
    }

    static String oneOf(Random random, String... words) {
        return words[random.nextInt(words.length)];
    }

    /** What the page says is known of a customer, by column; numbers as doubles, null where there is none. */
    static TreeMap<String, Object> known(List<Touchpoint> touchpoints) {
        TreeMap<String, Object> known = new TreeMap<>();
        Touchpoint first = touchpoints.get(0);
        Touchpoint last = touchpoints.get(touchpoints.size() - 1);
        List<List<Touchpoint>> journeys = cut(touchpoints, Duration.ofDays(9));
        known.put("customer_id", first.customerId());
        known.put("first_at", first.occurredAt());
        known.put("last_at", last.occurredAt());
        known.put("touchpoints", (double) touchpoints.size());
        known.put("sessions", (double) cut(touchpoints, Duration.ofMinutes(30)).size());
        known.put("journeys", (double) journeys.size());
        known.put("conversions", (double) converted(journeys));
        known.put("days_since_first", (double) daysSince(first));
        known.put("days_since_last", (double) daysSince(last));
        known.put("value", sum(touchpoints));
        known.put(
                "conversion_value",
                sum(touchpoints.stream().filter(one -> one.event().equals("C")).toList()));
        known.put("channels", (double) touchpoints.stream()
                .map(Touchpoint::channel)
                .filter(Objects::nonNull)
                .distinct()
                .count());
        known.put("first_channel", first.channel());
        known.put("last_channel", last.channel());
        known.put("last_event", last.event());
        List<String> stages = touchpoints.stream()
                .map(Touchpoint::event)
                .filter("ABC"::contains)
                .toList();
        known.put("first_stage", stages.isEmpty() ? null : stage(stages.get(0)));
        known.put("furthest_stage", stages.isEmpty() ? null : stage(Collections.max(stages)));
        known.put("last_stage", stages.isEmpty() ? null : stage(stages.get(stages.size() - 1)));
        List<Double> scores = scores(touchpoints);
        known.put("answers", (double) scores.size());
        known.put(
                "satisfaction",
                scores.isEmpty()
                        ? null
                        : scores.stream().mapToDouble(Double::doubleValue).sum() / scores.size());
        for (int d = 0; d < DIMENSIONS.size(); d++) {
            int dimension = d;
            List<String> values = touchpoints.stream()
                    .map(one -> one.dimensions().get(dimension))
                    .filter(Objects::nonNull)
                    .toList();
            known.put(DIMENSIONS.get(d), values.isEmpty() ? null : values.get(values.size() - 1));
        }
        return known;
    }

    /** The answers as parts of the scale 1 to 5. */
    static List<Double> scores(List<Touchpoint> touchpoints) {
        return touchpoints.stream()
                .filter(one -> one.event().equals("S") && one.dimensions().get(1) != null)
                .map(one -> (Double.parseDouble(one.dimensions().get(1)) - 1) / 4)
                .toList();
    }

    static List<List<Touchpoint>> cut(List<Touchpoint> touchpoints, Duration gap) {
        List<List<Touchpoint>> spans = new ArrayList<>();
        Touchpoint former = null;
        for (Touchpoint touchpoint : touchpoints) {
            if (former == null || touchpoint.occurredAt() - former.occurredAt() > gap.toSeconds() * 1_000_000) {
                spans.add(new ArrayList<>());
            }
            spans.get(spans.size() - 1).add(touchpoint);
            former = touchpoint;
        }
        return spans;
    }

    static long converted(List<List<Touchpoint>> journeys) {
        return journeys.stream()
                .filter(journey -> journey.stream().anyMatch(one -> one.event().equals("C")))
                .count();
    }

    static long daysSince(Touchpoint touchpoint) {
        LocalDate day = Instant.EPOCH
                .plus(touchpoint.occurredAt(), ChronoUnit.MICROS)
                .atZone(AS_OF.zone())
                .toLocalDate();
        return ChronoUnit.DAYS.between(day, AS_OF.date());
    }

    /** In whole hundredths, which is what the values are; null where there is none. */
    private static Double sum(List<Touchpoint> touchpoints) {
        long[] cents = touchpoints.stream()
                .filter(one -> !Double.isNaN(one.value()))
                .mapToLong(one -> Math.round(one.value() * 100))
                .toArray();
        return cents.length == 0 ? null : (Double) (Arrays.stream(cents).sum() / 100.0);
    }

    private static String stage(String event) {
        return List.of("look", "choose", "buy").get("ABC".indexOf(event));
    }
}
