package io.parcours.satisfaction;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.survey.SurveyRules;
import io.parcours.survey.SurveyRules.Period;
import io.parcours.survey.SurveyRules.Rule;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Surveys, and histories with answers to them. */
final class Surveys {
    static final List<String> DIMENSIONS = List.of("platform", "stars", "words", "path");
    static final ZoneId ZONE = ZoneId.of("America/Bahia_Banderas");
    static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZONE);

    /** discovery: A B; consideration: C; purchase: D; C and D in turn make long paths. */
    static final JourneyRules JOURNEY = new JourneyRules(
            JourneyRules.DEFAULT_SESSION_GAP,
            Duration.ofDays(30),
            List.of(
                    new Stage("discovery", TouchpointCondition.ofEvents("A", "B")),
                    new Stage("consideration", TouchpointCondition.ofEvents("C")),
                    new Stage("purchase", TouchpointCondition.ofEvents("D"))),
            TouchpointCondition.ofEvents("D"),
            JourneyRules.DEFAULT_TOUCHPOINT_LIMIT);

    /** Events N with a value, within two days of what they are about. */
    static final SurveyRules NPS = survey("nps", "N", SurveyRules.VALUE, 0, 10, Rule.NPS)
            .about(Duration.ofDays(2))
            .text("words")
            .breakdown("platform", "path")
            .rules();

    /** Events S with stars as text, about their journey. */
    static final SurveyRules CSAT = survey("stars", "S", "stars", 1, 5, Rule.CSAT)
            .period(Period.WEEK)
            .breakdown("platform")
            .rules();

    /** Events M with a value, within an hour. */
    static final SurveyRules CES = survey("effort", "M", SurveyRules.VALUE, 1, 7, Rule.CES)
            .about(Duration.ofHours(1))
            .text("words")
            .period(Period.DAY)
            .rules();

    static final Map<String, List<String>> THEMES =
            Map.of("delivery", List.of("deliver*", "livraison"), "price", List.of("price"));

    private static final List<String> EVENTS = List.of("A", "B", "C", "D", "E", "N", "S", "M");
    private static final List<String> WORDS = List.of("late delivery", "the price", "Livraison, price", "fine");

    private Surveys() {}

    static SatisfactionRules rules() {
        return new SatisfactionRules(List.of(NPS, CSAT, CES), THEMES);
    }

    static ConditionIndex index(SatisfactionRules rules) {
        return new ConditionIndex(
                rules.surveys().stream().map(SurveyRules::touchpoints).toList());
    }

    static SatisfactionPlan plan(SatisfactionRules rules) {
        return new SatisfactionPlan(rules, index(rules), JOURNEY, DIMENSIONS);
    }

    static SatisfactionCounts count(SatisfactionPlan plan, List<CustomerHistory> histories) {
        SatisfactionCounts counts = new SatisfactionCounts(plan, ZONE);
        histories.forEach(counts::add);
        return counts;
    }

    static Made survey(String name, String event, String score, double low, double high, Rule rule) {
        return new Made(name, event, score, low, high, rule);
    }

    /** A touchpoint of customer "c", this many minutes after 2024-03-01T00:00Z. */
    static Touchpoint touchpoint(
            String customer, int minute, String event, String channel, double value, String... dims) {
        List<String> dimensions = new ArrayList<>(Arrays.asList(dims));
        while (dimensions.size() < DIMENSIONS.size()) {
            dimensions.add(null);
        }
        long micros = Instant.parse("2024-03-01T00:00:00Z")
                        .plus(Duration.ofMinutes(minute))
                        .getEpochSecond()
                * 1_000_000;
        return new Touchpoint(customer, micros, "%09d".formatted(minute), event, channel, value, dimensions, "f");
    }

    static CustomerHistory history(SatisfactionRules rules, Touchpoint... touchpoints) {
        return new HistoryBuilder(JOURNEY, index(rules), AS_OF).build(List.of(touchpoints));
    }

    /** Histories with ties, gaps of seconds to months, missing names, answers and invitations. */
    static List<CustomerHistory> random(SatisfactionRules rules, long seed, int customers) {
        Random random = new Random(seed);
        List<CustomerHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < customers; customer++) {
            int size = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 8);
            long at = AS_OF.micros() - random.nextInt(1_000_000) * 1_000_000L;
            List<Touchpoint> touchpoints = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                touchpoints.add(random(random, "c" + customer, at));
                at -= gap(random);
            }
            touchpoints.sort(Comparator.comparingLong(Touchpoint::occurredAt).thenComparing(Touchpoint::eventId));
            histories.add(new HistoryBuilder(JOURNEY, index(rules), AS_OF).build(touchpoints));
        }
        return histories;
    }

    private static long gap(Random random) {
        long hour = 3_600_000_000L;
        return switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> hour + random.nextInt(3) - 1;
            case 2 -> 48 * hour + random.nextInt(3) - 1;
            case 3 -> random.nextInt(60) * 24 * hour;
            default -> random.nextInt(1000) * 60_000_000L;
        };
    }

    private static Touchpoint random(Random random, String customer, long at) {
        String event = EVENTS.get(random.nextInt(EVENTS.size()));
        double value = random.nextInt(4) == 0
                ? Double.NaN
                : event.equals("M") ? 1 + random.nextInt(61) / 10.0 : random.nextInt(11);
        List<String> dimensions = new ArrayList<>();
        dimensions.add(random.nextInt(3) == 0 ? null : "p" + random.nextInt(3));
        dimensions.add(
                random.nextInt(4) == 0
                        ? null
                        : List.of("1", "2", "3.5", "4", "5").get(random.nextInt(5)));
        dimensions.add(random.nextInt(4) == 0 ? null : WORDS.get(random.nextInt(WORDS.size())));
        dimensions.add("x" + random.nextInt(9));
        return new Touchpoint(
                customer,
                at,
                "%03d".formatted(random.nextInt(1000)),
                event,
                random.nextInt(4) == 0 ? null : "ch" + random.nextInt(3),
                value,
                dimensions,
                "f");
    }

    /** A survey in the making, with its defaults. */
    static final class Made {
        private final String name;
        private final String event;
        private final String score;
        private final double low;
        private final double high;
        private final Rule rule;
        private Duration about;
        private String text;
        private Period period = Period.MONTH;
        private List<String> breakdown = List.of();

        private Made(String name, String event, String score, double low, double high, Rule rule) {
            this.name = name;
            this.event = event;
            this.score = score;
            this.low = low;
            this.high = high;
            this.rule = rule;
        }

        Made about(Duration given) {
            about = given;
            return this;
        }

        Made text(String given) {
            text = given;
            return this;
        }

        Made period(Period given) {
            period = given;
            return this;
        }

        Made breakdown(String... given) {
            breakdown = List.of(given);
            return this;
        }

        SurveyRules rules() {
            TouchpointCondition touchpoints = TouchpointCondition.ofEvents(event);
            return new SurveyRules(name, touchpoints, score, low, high, rule, about, text, period, breakdown);
        }
    }
}
