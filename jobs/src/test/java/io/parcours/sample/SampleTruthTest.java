package io.parcours.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.parcours.sample.WrittenLog.Touch;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The truth file says of the log what a plain reading of the written CSV finds. */
class SampleTruthTest {
    private static final long SESSION_GAP = Duration.ofMinutes(30).toMillis();
    private static final long JOURNEY_GAP = Duration.ofDays(14).toMillis();
    private static final long WINDOW = Duration.ofDays(7).toMillis();
    private static final long NO_WINDOW = Long.MAX_VALUE;
    private static final List<Set<String>> STAGES = List.of(
            Set.of("ad_click", "home_view", "blog_article", "promo_open"),
            Set.of("product_view", "wishlist_add", "store_visit", "add_to_cart", "checkout_start", "payment_details"),
            Set.of("purchase", "store_purchase"),
            Set.of("delivery_booked", "delivery_tracked", "return_request"),
            Set.of("loyalty_login", "newsletter_click"),
            Set.of("review_written", "referral_sent", "social_share"));
    private static final List<String> STAGE_NAMES =
            List.of("discovery", "consideration", "purchase", "post_purchase", "retention", "advocacy", "(none)");
    private static final PlainFunnel LIFECYCLE = new PlainFunnel(STAGES, NO_WINDOW);
    private static final PlainFunnel CHECKOUT = new PlainFunnel(
            List.of(
                    Set.of("product_view"),
                    Set.of("add_to_cart"),
                    Set.of("checkout_start"),
                    Set.of("payment_details"),
                    Set.of("purchase")),
            WINDOW);
    private static final PlainFunnel ONE_VISIT =
            new PlainFunnel(List.of(Set.of("product_view"), Set.of("add_to_cart"), Set.of("purchase")), NO_WINDOW);

    @TempDir
    private static Path folder;

    private static JsonNode truth;
    private static WrittenLog log;
    private static Instant asOf;

    @BeforeAll
    static void generate() throws IOException {
        SampleRules rules = new SampleRules(3000, 20240607, 100, 25, LogFormat.CSV, SampleRules.Noise.WITH_NOISE);
        new SampleLog(rules, line -> {}).writeTo(folder, Existing.REFUSED);
        truth = new ObjectMapper().readTree(Files.readString(folder.resolve("truth.json")));
        Instant from = LocalDate.of(2024, 1, 1).atStartOfDay(WrittenLog.PARIS).toInstant();
        Instant to = LocalDate.of(2024, 4, 10).atStartOfDay(WrittenLog.PARIS).toInstant();
        log = WrittenLog.of(Files.readString(folder.resolve("touchpoints.csv")), from, to);
        asOf = log.last;
    }

    @Test
    void everyRecordHasTheOutcomeThatTheTruthSays() {
        JsonNode records = truth.get("records");
        assertThat(records.get("read").asInt()).isEqualTo(log.read);
        assertThat(records.get("duplicate").asInt()).isEqualTo(log.duplicates).isPositive();
        assertThat(records.get("filtered").asInt()).isEqualTo(log.filtered).isPositive();
        Map<String, Integer> reasons = new TreeMap<>();
        records.get("rejected_by_reason")
                .properties()
                .forEach(
                        reason -> reasons.put(reason.getKey(), reason.getValue().asInt()));
        assertThat(reasons).isEqualTo(log.rejected);
        assertThat(reasons)
                .containsOnlyKeys("BAD_TIMESTAMP", "BAD_VALUE", "MALFORMED", "MISSING_CUSTOMER", "MISSING_EVENT");
        int accepted = log.customers.values().stream().mapToInt(List::size).sum();
        assertThat(records.get("accepted").asInt()).isEqualTo(accepted);
        assertThat(records.get("rejected").asInt()).isEqualTo(log.read - accepted - log.duplicates - log.filtered);
        assertThat(records.get("rejected").asDouble()).isLessThan(0.01 * log.read);
    }

    @Test
    void theLogEndsWhenTheTruthSays() {
        assertThat(Instant.parse(truth.get("as_of").asText())).isEqualTo(asOf);
    }

    @Test
    void sessionsAndJourneysAreThoseOfTheGaps() {
        int sessions = 0;
        int openSessions = 0;
        int journeys = 0;
        int openJourneys = 0;
        int converted = 0;
        for (List<Touch> touches : log.customers.values()) {
            long silence =
                    asOf.toEpochMilli() - touches.get(touches.size() - 1).at().toEpochMilli();
            sessions += WrittenLog.spans(touches, SESSION_GAP).size();
            openSessions += silence <= SESSION_GAP ? 1 : 0;
            openJourneys += silence <= JOURNEY_GAP ? 1 : 0;
            for (List<Touch> journey : WrittenLog.spans(touches, JOURNEY_GAP)) {
                journeys++;
                converted += journey.stream().anyMatch(touch -> stage(touch) == 2) ? 1 : 0;
            }
        }
        assertThat(truth.get("customers").asInt()).isEqualTo(log.customers.size());
        assertThat(truth.get("sessions").asInt()).isEqualTo(sessions);
        assertThat(truth.get("open_sessions").asInt()).isEqualTo(openSessions).isPositive();
        assertThat(truth.get("journeys").asInt()).isEqualTo(journeys);
        assertThat(truth.get("open_journeys").asInt()).isEqualTo(openJourneys);
        assertThat(truth.get("converted_journeys").asInt()).isEqualTo(converted);
    }

    @Test
    void gapsOfExactlyTheLimitAndTiesOccur() {
        int exactSessions = 0;
        int exactJourneys = 0;
        int justOver = 0;
        int ties = 0;
        for (List<Touch> touches : log.customers.values()) {
            for (int i = 1; i < touches.size(); i++) {
                long gap = touches.get(i).at().toEpochMilli()
                        - touches.get(i - 1).at().toEpochMilli();
                exactSessions += gap == SESSION_GAP ? 1 : 0;
                justOver += gap == SESSION_GAP + 1 ? 1 : 0;
                exactJourneys += gap == JOURNEY_GAP ? 1 : 0;
                ties += gap == 0 ? 1 : 0;
            }
        }
        assertThat(List.of(exactSessions, justOver, exactJourneys, ties)).allMatch(count -> count > 10);
    }

    @Test
    void valuesAndStagesAddUp() {
        BigDecimal value = BigDecimal.ZERO;
        int valued = 0;
        Map<String, Integer> furthest = new HashMap<>();
        for (List<Touch> touches : log.customers.values()) {
            int stage = -1;
            for (Touch touch : touches) {
                stage = Math.max(stage, stage(touch));
                if (!touch.value().isEmpty()) {
                    valued++;
                    value = value.add(new BigDecimal(touch.value()));
                }
            }
            furthest.merge(STAGE_NAMES.get(stage < 0 ? 6 : stage), 1, Integer::sum);
        }
        assertThat(new BigDecimal(truth.get("value").asText())).isEqualByComparingTo(value);
        assertThat(truth.get("valued_touchpoints").asInt()).isEqualTo(valued);
        for (String name : STAGE_NAMES) {
            assertThat(truth.get("customers_by_furthest_stage").get(name).asInt())
                    .isEqualTo(furthest.getOrDefault(name, 0));
        }
    }

    @Test
    void theLifecycleIsReachedAsPlanned() {
        PlainCounts counts = new PlainCounts(6);
        for (List<Touch> touches : log.customers.values()) {
            counts.add(LIFECYCLE, touches, false, Touch::channel);
        }
        counts.assertEqual(funnel("lifecycle"), "channel");
    }

    @Test
    void theCheckoutIsReachedAsPlanned() {
        for (String breakdown : List.of("channel", "platform")) {
            PlainCounts counts = new PlainCounts(5);
            for (List<Touch> touches : log.customers.values()) {
                boolean isUndecided = touches.stream()
                        .anyMatch(touch -> touch.event().equals("product_view")
                                && touch.at().plusMillis(WINDOW).isAfter(asOf));
                counts.add(
                        CHECKOUT,
                        touches,
                        isUndecided,
                        breakdown.equals("channel") ? Touch::channel : SampleTruthTest::platform);
            }
            counts.assertEqual(funnel("checkout"), breakdown);
        }
    }

    @Test
    void openAndMatureCountsOfTheCheckoutAreThoseOfTheContract() {
        int[] open = new int[5];
        int[] mature = new int[5];
        for (List<Touch> touches : log.customers.values()) {
            int level = CHECKOUT.best(touches, asOf.minusMillis(WINDOW)).level();
            for (int step = 0; step < 5; step++) {
                open[step] += CHECKOUT.firstOf(touches, step) == null ? 0 : 1;
                mature[step] += level > step ? 1 : 0;
            }
        }
        assertThat(ints(funnel("checkout").get("open_count"))).containsExactly(open);
        assertThat(ints(funnel("checkout").get("mature_reached_count"))).containsExactly(mature);
        assertThat(funnel("checkout").get("mature_entered_count").asInt()).isEqualTo(mature[0]);
        assertThat(open[4]).isGreaterThan(ints(funnel("checkout").get("reached_count"))[4]);
    }

    @Test
    void theFunnelOfOneVisitIsReachedAsPlanned() {
        PlainCounts counts = new PlainCounts(3);
        for (List<Touch> touches : log.customers.values()) {
            List<List<Touch>> sessions = WrittenLog.spans(touches, SESSION_GAP);
            for (List<Touch> session : sessions) {
                Instant end = session.get(session.size() - 1).at();
                boolean isOpen = asOf.toEpochMilli() - end.toEpochMilli() <= SESSION_GAP;
                counts.add(ONE_VISIT, session, isOpen, SampleTruthTest::platform);
            }
        }
        counts.assertEqual(funnel("one_visit"), "platform");
    }

    @Test
    void theLostOfTheCheckoutDoNextWhatTheTruthSays() {
        Map<List<String>, Integer> expected = new HashMap<>();
        for (List<Touch> touches : log.customers.values()) {
            PlainFunnel.Reached best = CHECKOUT.best(touches, Instant.MAX);
            boolean isUndecided = touches.stream()
                    .anyMatch(touch -> touch.event().equals("product_view")
                            && touch.at().plusMillis(WINDOW).isAfter(asOf));
            if (best.level() > 0 && best.level() < 5 && !isUndecided) {
                int next = best.lastMatched() + 1;
                boolean isNothing = next == touches.size();
                expected.merge(
                        List.of(
                                String.valueOf(best.level() + 1),
                                isNothing ? "(nothing)" : touches.get(next).event(),
                                isNothing ? "(nothing)" : touches.get(next).channel()),
                        1,
                        Integer::sum);
            }
        }
        Map<List<String>, Integer> told = new HashMap<>();
        truth.get("drop_offs")
                .forEach(row -> told.put(
                        List.of(
                                row.get("step").asText(),
                                row.get("next_event").asText(),
                                row.get("next_channel").asText()),
                        row.get("dropped_count").asInt()));
        assertThat(told).isEqualTo(expected);
    }

    @Test
    void thePlantedDropOffStandsOut() {
        JsonNode planted = truth.get("planted_drop_off");
        Instant from = Instant.parse(planted.get("from").asText());
        Instant to = Instant.parse(planted.get("to").asText());
        long atPayment = log.customers.values().stream()
                .filter(touches -> touches.stream()
                        .anyMatch(touch -> touch.event().equals("payment_details")
                                && touch.platform().equals("ios")
                                && !touch.at().isBefore(from)
                                && touch.at().isBefore(to)))
                .count();
        assertThat(planted.get("customers_at_payment").asLong()).isEqualTo(atPayment);
        int lost = planted.get("customers_lost").asInt();
        assertThat(lost).isBetween((int) atPayment / 3, (int) atPayment);
        JsonNode acts = planted.get("customers_lost_by_last_act");
        assertThat(acts.get("support_chat").asInt()).isGreaterThan(lost / 2);
    }

    @Test
    void transitionsAreThoseInsideJourneys() {
        assertTransitions("event", Touch::event);
        assertTransitions("channel", Touch::channel);
        assertTransitions("stage", touch -> STAGE_NAMES.get(stage(touch) < 0 ? 6 : stage(touch)));
    }

    private static void assertTransitions(String level, Function<Touch, String> name) {
        Map<List<String>, Integer> expected = new HashMap<>();
        for (List<Touch> touches : log.customers.values()) {
            List<List<Touch>> journeys = WrittenLog.spans(touches, JOURNEY_GAP);
            for (List<Touch> journey : journeys) {
                String from = "(start)";
                for (Touch touch : journey) {
                    expected.merge(List.of(from, name.apply(touch)), 1, Integer::sum);
                    from = name.apply(touch);
                }
                Instant end = journey.get(journey.size() - 1).at();
                boolean isOpen = asOf.toEpochMilli() - end.toEpochMilli() <= JOURNEY_GAP;
                expected.merge(List.of(from, isOpen ? "(open)" : "(end)"), 1, Integer::sum);
            }
        }
        Map<List<String>, Integer> told = new HashMap<>();
        JsonNode node = truth.get("transitions").get(level);
        node.get("pairs")
                .forEach(pair -> told.put(
                        List.of(pair.get(0).asText(), pair.get(1).asText()),
                        pair.get(2).asInt()));
        assertThat(told).isEqualTo(expected);
        assertThat(node.get("transition_count").asInt())
                .isEqualTo(expected.values().stream().mapToInt(i -> i).sum());
    }

    @Test
    void cohortsAreTheLocalMonthsOfFirstTouchpoints() {
        Map<YearMonth, Map<YearMonth, Integer>> active = new TreeMap<>();
        for (List<Touch> touches : log.customers.values()) {
            YearMonth cohort = month(touches.get(0));
            Set<YearMonth> months = new HashSet<>();
            touches.forEach(touch -> months.add(month(touch)));
            months.forEach(month ->
                    active.computeIfAbsent(cohort, key -> new TreeMap<>()).merge(month, 1, Integer::sum));
        }
        Map<YearMonth, Map<YearMonth, Integer>> told = new TreeMap<>();
        for (JsonNode row : truth.get("retention_cohorts")) {
            YearMonth cohort = YearMonth.from(LocalDate.parse(row.get("cohort").asText()));
            assertThat(row.get("customers").asInt())
                    .isEqualTo(row.get("active").get(0).asInt());
            for (int later = 0; later < row.get("active").size(); later++) {
                int count = row.get("active").get(later).asInt();
                if (count > 0) {
                    told.computeIfAbsent(cohort, key -> new TreeMap<>()).put(cohort.plusMonths(later), count);
                }
            }
        }
        assertThat(told).isEqualTo(active).hasSize(4);
    }

    @Test
    void plantedCustomersAreBeyondDoubt() {
        JsonNode churn = truth.get("planted_churn");
        Map<String, List<List<Touch>>> byState = new TreeMap<>();
        churn.get("states").properties().forEach(state -> {
            List<Integer> remainders = new ArrayList<>();
            state.getValue().get("remainders").forEach(remainder -> remainders.add(remainder.asInt()));
            List<List<Touch>> members = log.customers.entrySet().stream()
                    .filter(customer -> remainders.contains(
                            Integer.parseInt(customer.getKey().substring(1))
                                    % churn.get("divisor").asInt()))
                    .map(Map.Entry::getValue)
                    .toList();
            assertThat(members).hasSize(state.getValue().get("customers").asInt());
            byState.put(state.getKey(), members);
        });
        assertThat(byState.get("dormant")).allMatch(touches -> silence(touches) >= 45);
        assertThat(byState.get("at_risk"))
                .allMatch(touches -> silence(touches) >= 17 && silence(touches) < 25)
                .allMatch(touches -> longestGap(touches) <= 3 && age(touches) > 20);
        assertThat(byState.get("returned"))
                .allMatch(touches -> silence(touches) < 3)
                .allMatch(touches -> longestGap(touches) > 45)
                .allMatch(touches ->
                        WrittenLog.spans(touches, Duration.ofDays(45).toMillis()).get(1).stream()
                                        .map(touch -> LocalDate.ofInstant(touch.at(), WrittenLog.PARIS))
                                        .distinct()
                                        .count()
                                == 1);
        assertThat(byState.get("new")).allMatch(touches -> age(touches) <= 4);
        assertThat(byState.get("current"))
                .allMatch(touches -> silence(touches) < 1 && longestGap(touches) <= 5 && age(touches) > 39);
    }

    private static long silence(List<Touch> touches) {
        return Duration.between(touches.get(touches.size() - 1).at(), asOf).toDays();
    }

    private static long age(List<Touch> touches) {
        return Duration.between(touches.get(0).at(), asOf).toDays();
    }

    private static long longestGap(List<Touch> touches) {
        Duration longest = Duration.ZERO;
        for (int i = 1; i < touches.size(); i++) {
            Duration gap =
                    Duration.between(touches.get(i - 1).at(), touches.get(i).at());
            longest = gap.compareTo(longest) > 0 ? gap : longest;
        }
        return longest.toDays();
    }

    private static YearMonth month(Touch touch) {
        return YearMonth.from(touch.at().atZone(WrittenLog.PARIS));
    }

    private static String platform(Touch touch) {
        return touch.platform().isEmpty() ? "(none)" : touch.platform();
    }

    private static int stage(Touch touch) {
        for (int stage = 0; stage < STAGES.size(); stage++) {
            if (STAGES.get(stage).contains(touch.event())) {
                return stage;
            }
        }
        return -1;
    }

    private static JsonNode funnel(String name) {
        for (JsonNode funnel : truth.get("funnels")) {
            if (funnel.get("funnel").asText().equals(name)) {
                return funnel;
            }
        }
        throw new AssertionError("no funnel " + name);
    }

    private static int[] ints(JsonNode array) {
        int[] numbers = new int[array.size()];
        Arrays.setAll(numbers, i -> array.get(i).asInt());
        return numbers;
    }

    /** Counts of a funnel by the contract, for all units and by breakdown value. */
    private static final class PlainCounts {
        private final int steps;
        private final Map<String, int[][]> counts = new TreeMap<>();

        PlainCounts(int steps) {
            this.steps = steps;
            counts.put("all", new int[3][steps]);
        }

        void add(PlainFunnel funnel, List<Touch> unit, boolean isUndecided, Function<Touch, String> breakdown) {
            int level = funnel.best(unit, Instant.MAX).level();
            if (level == 0) {
                return;
            }
            String value = breakdown.apply(funnel.firstOf(unit, 0));
            for (String key : List.of("all", "=" + value)) {
                int[][] row = counts.computeIfAbsent(key, name -> new int[3][steps]);
                for (int step = 0; step < level; step++) {
                    row[0][step]++;
                }
                if (level < steps) {
                    row[isUndecided ? 2 : 1][level]++;
                }
            }
        }

        void assertEqual(JsonNode funnel, String breakdown) {
            assertRow(funnel, counts.get("all"));
            JsonNode by = funnel.get("by").get(breakdown);
            assertThat(by.size()).isEqualTo(counts.size() - 1).isGreaterThan(1);
            by.properties().forEach(value -> assertRow(value.getValue(), counts.get("=" + value.getKey())));
        }

        private static void assertRow(JsonNode node, int[][] row) {
            assertThat(ints(node.get("reached_count"))).containsExactly(row[0]);
            assertThat(ints(node.get("dropped_count"))).containsExactly(row[1]);
            assertThat(ints(node.get("in_progress_count"))).containsExactly(row[2]);
        }
    }
}
