package io.parcours.sample;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.parcours.sample.WrittenLog.Touch;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** The truth file says of the log what a plain reading of the written CSV finds. */
class SampleTruthTest {
    private static final long SESSION_GAP = Duration.ofMinutes(30).toMillis();
    private static final long JOURNEY_GAP = Duration.ofDays(14).toMillis();
    private static final List<String> STAGE_NAMES =
            List.of("discovery", "consideration", "purchase", "post_purchase", "retention", "advocacy", "(none)");

    private final JsonNode truth = KnownLog.truth();
    private final WrittenLog log = KnownLog.log();
    private final Instant asOf = log.last;

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
    void transitionsAreThoseInsideJourneys() {
        assertTransitions("event", Touch::event);
        assertTransitions("channel", Touch::channel);
        assertTransitions("stage", touch -> STAGE_NAMES.get(stage(touch) < 0 ? 6 : stage(touch)));
    }

    private void assertTransitions(String level, Function<Touch, String> name) {
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

    private long silence(List<Touch> touches) {
        return Duration.between(touches.get(touches.size() - 1).at(), asOf).toDays();
    }

    private long age(List<Touch> touches) {
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

    private static int stage(Touch touch) {
        for (int stage = 0; stage < KnownLog.STAGES.size(); stage++) {
            if (KnownLog.STAGES.get(stage).contains(touch.event())) {
                return stage;
            }
        }
        return -1;
    }
}
