package io.parcours.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.sample.WrittenLog.Touch;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The truth about funnels is what the contract's sentences, read word by word, say of the written CSV. */
class FunnelTruthTest {
    private static final long SESSION_GAP = Duration.ofMinutes(30).toMillis();
    private static final long WINDOW = Duration.ofDays(7).toMillis();
    private static final long NO_WINDOW = Long.MAX_VALUE;
    private static final PlainFunnel LIFECYCLE = new PlainFunnel(KnownLog.STAGES, NO_WINDOW);
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

    private final JsonNode truth = KnownLog.truth();
    private final WrittenLog log = KnownLog.log();
    private final Instant asOf = log.last;

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
                        breakdown.equals("channel") ? Touch::channel : FunnelTruthTest::platform);
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
                counts.add(ONE_VISIT, session, isOpen, FunnelTruthTest::platform);
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

    private static String platform(Touch touch) {
        return touch.platform().isEmpty() ? "(none)" : touch.platform();
    }

    private JsonNode funnel(String name) {
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
