package io.parcours.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.Conversions;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.Span;
import io.parcours.stats.ClusteredMean;
import io.parcours.stats.ClusteredProportion;
import io.parcours.stats.ExactSum;
import io.parcours.stats.Interval;
import io.parcours.survey.SurveyAnswer;
import io.parcours.survey.SurveyedHistories;
import io.parcours.table.Column;
import io.parcours.table.TableContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class InventoryTest {

    /** A touchpoint with where it lies. */
    private record Touch(CustomerHistory history, int index) {
        String platform() {
            return orNone(history.dimension(index, 0));
        }

        List<String> name() {
            return List.of(orNone(history.channel(index)), orNone(history.stageName(index)), history.event(index));
        }

        Span journey() {
            return history.journeys().stream().filter(this::isIn).findFirst().orElseThrow();
        }

        Span session() {
            return history.sessions().stream().filter(this::isIn).findFirst().orElseThrow();
        }

        private boolean isIn(Span span) {
            return span.from() <= index && index < span.to();
        }

        List<Object> journeyKey() {
            return List.of(history.customerId(), journey().number());
        }

        List<Object> sessionKey() {
            return List.of(history.customerId(), session().number());
        }

        boolean isConverting() {
            for (int i = journey().from(); i < journey().to(); i++) {
                if (history.event(i).equals("D")) {
                    return true;
                }
            }
            return false;
        }

        boolean isFirst() {
            return index == journey().from();
        }

        boolean isLast() {
            return index == journey().to() - 1 && !journey().isOpen();
        }

        private static String orNone(String text) {
            return text == null ? "(none)" : text;
        }
    }

    private static InventoryQuestion question(int listed) {
        return new InventoryQuestion(
                new InventoryRules(List.of("platform")),
                RandomHistories.RULES,
                new Conversions(RandomHistories.RULES, SurveyedHistories.INDEX),
                SurveyedHistories.READING,
                SurveyedHistories.DIMENSIONS,
                listed);
    }

    @Test
    void two_customers_by_hand() {
        InventoryQuestion question = new InventoryQuestion(
                new InventoryRules(List.of()),
                RandomHistories.RULES,
                SurveyedHistories.INDEX,
                SurveyedHistories.NO_SURVEYS,
                SurveyedHistories.DIMENSIONS);
        List<Map<String, Object>> rows =
                rows(question, List.of(history("1", "A0/web D5/shop"), history("2", "A0/web A5/web")));

        assertThat(rows).hasSize(2);
        assertThat(rows.get(0))
                .containsEntry("breakdown", "all")
                .containsEntry("breakdown_value", "all")
                .containsEntry("channel", "web")
                .containsEntry("stage", "discovery")
                .containsEntry("event", "A")
                .containsEntry("touchpoint_count", 3L)
                .containsEntry("touchpoint_share", 0.75)
                .containsEntry("customer_count", 2L)
                .containsEntry("customer_share", 1.0)
                .containsEntry("journey_count", 2L)
                .containsEntry("first_touch_count", 2L)
                .containsEntry("first_touch_share", 1.0)
                .containsEntry("last_touch_count", 1L)
                .containsEntry("last_touch_share", 0.5)
                .containsEntry("converting_journey_count", 1L)
                .containsEntry("converting_share", 1.0)
                .containsEntry("conversion_rate", 0.5)
                .containsEntry("value", null)
                .containsEntry("value_mean", null)
                .containsEntry("satisfaction_count", 0L);
        assertThat(rows.get(1))
                .containsEntry("channel", "shop")
                .containsEntry("stage", "purchase")
                .containsEntry("customer_share", 0.5)
                .containsEntry("first_touch_share", 0.0)
                .containsEntry("last_touch_share", 0.5)
                .containsEntry("conversion_rate", 1.0);
    }

    @Test
    void every_row_is_what_the_page_says() {
        for (int seed = 0; seed < 20; seed++) {
            List<CustomerHistory> histories = new SurveyedHistories(seed).next(seed < 5 ? 5 : 100);
            List<Map<String, Object>> rows = rows(question(50_000), histories);
            List<Touch> touches = touches(histories);
            Set<List<String>> seen = new LinkedHashSet<>();
            for (List<String> group : groups(touches)) {
                List<Touch> base = touches.stream().filter(inGroup(group)).toList();
                base.stream().map(Touch::name).distinct().forEach(name -> {
                    List<String> key = new ArrayList<>(group);
                    key.addAll(name);
                    seen.add(key);
                    assertSame(row(rows, key), plain(base, name));
                });
            }
            assertThat(rows).hasSize(seen.size());
            assertThat(rows.stream()
                            .filter(row -> row.get("breakdown").equals("all"))
                            .toList())
                    .isSortedAccordingTo(
                            Comparator.<Map<String, Object>>comparingLong(row -> -(long) row.get("touchpoint_count"))
                                    .thenComparing(row -> (String) row.get("channel"))
                                    .thenComparing(row -> (String) row.get("stage"))
                                    .thenComparing(row -> (String) row.get("event")));
        }
    }

    @Test
    void parts_in_any_order_are_the_whole() throws Exception {
        for (int listed : new int[] {4, 50_000}) {
            List<CustomerHistory> histories = new ArrayList<>(new SurveyedHistories(listed).next(200));
            List<Map<String, Object>> whole = rows(question(listed), histories);
            Random random = new Random(listed);
            for (int round = 0; round < 5; round++) {
                Collections.shuffle(histories, random);
                InventoryCounts merged = question(listed).begin(SurveyedHistories.AS_OF);
                for (List<CustomerHistory> part :
                        List.of(histories.subList(0, 3), histories.subList(3, 120), histories.subList(120, 200))) {
                    InventoryCounts counts = question(listed).begin(SurveyedHistories.AS_OF);
                    part.forEach(counts::add);
                    merged.merge(travelled(counts));
                }
                assertThat(rows(question(listed), merged)).isEqualTo(whole);
                assertThat(rows(question(listed), histories)).isEqualTo(whole);
            }
        }
    }

    @Test
    void beyond_the_bound_the_shortest_names_are_kept_and_the_others_add_up() {
        List<CustomerHistory> histories = new SurveyedHistories(11).next(150);
        List<Map<String, Object>> all = rows(question(50_000), histories);
        List<Map<String, Object>> kept = rows(question(4), histories);
        // By length app and web come first, by bytes app, then events from A on.
        Set<List<Object>> names =
                Set.of(List.of("app", "A"), List.of("app", "B"), List.of("app", "C"), List.of("app", "D"));
        Predicate<Map<String, Object>> isKept = row -> names.contains(List.of(row.get("channel"), row.get("event")));

        assertThat(kept.stream().filter(isKept).toList())
                .containsExactlyElementsOf(all.stream().filter(isKept).toList());
        List<Map<String, Object>> others = kept.stream().filter(isKept.negate()).toList();
        assertThat(others).hasSize(4);
        assertThat(others)
                .extracting(row -> row.get("breakdown_value"))
                .containsExactly("all", "(none)", "desktop", "ios");
        for (Map<String, Object> other : others) {
            assertThat(other)
                    .containsEntry("channel", "(other)")
                    .containsEntry("stage", "(other)")
                    .containsEntry("event", "(other)")
                    .containsEntry("customer_count", null)
                    .containsEntry("session_count", null)
                    .containsEntry("journey_count", null)
                    .containsEntry("converting_share", null)
                    .containsEntry("conversion_rate", null)
                    .containsEntry("satisfaction_low", null);
            List<Map<String, Object>> folded = all.stream()
                    .filter(isKept.negate())
                    .filter(row -> row.get("breakdown_value").equals(other.get("breakdown_value")))
                    .toList();
            for (String column : List.of(
                    "touchpoint_count", "first_touch_count", "last_touch_count", "value_count", "satisfaction_count")) {
                assertThat((long) other.get(column))
                        .isEqualTo(folded.stream()
                                .mapToLong(row -> (long) row.get(column))
                                .sum());
            }
        }
    }

    @Test
    void nothing_counted_is_a_table_without_rows() {
        assertThat(rows(question(4), List.of())).isEmpty();
    }

    private static Map<String, Object> plain(List<Touch> base, List<String> name) {
        List<Touch> own =
                base.stream().filter(touch -> touch.name().equals(name)).toList();
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("touchpoint_count", (long) own.size());
        row.put("touchpoint_share", (double) own.size() / base.size());
        long customers = own.stream()
                .map(touch -> touch.history().customerId())
                .distinct()
                .count();
        row.put("customer_count", customers);
        row.put(
                "customer_share",
                (double) customers
                        / base.stream()
                                .map(touch -> touch.history().customerId())
                                .distinct()
                                .count());
        row.put("session_count", own.stream().map(Touch::sessionKey).distinct().count());
        row.put("journey_count", own.stream().map(Touch::journeyKey).distinct().count());
        part(row, "first_touch", own, base, Touch::isFirst);
        part(row, "last_touch", own, base, Touch::isLast);
        row.put(
                "converting_journey_count",
                own.stream()
                        .filter(Touch::isConverting)
                        .map(Touch::journeyKey)
                        .distinct()
                        .count());
        rate(
                row,
                "converting_share",
                base.stream().filter(Touch::isConverting).toList(),
                touch -> touch.name().equals(name));
        rate(row, "conversion_rate", own, Touch::isConverting);
        ExactSum sum = new ExactSum();
        own.forEach(touch -> sum.add(touch.history().value(touch.index())));
        row.put("value", sum.value().orElse(null));
        row.put("value_count", sum.count());
        row.put("value_mean", sum.count() == 0 ? null : (Object) (sum.toDouble() / sum.count()));
        ClusteredMean satisfaction = new ClusteredMean(9);
        own.stream().map(Touch::history).distinct().forEach(history -> {
            double[] scores = SurveyedHistories.READING.answers(history).stream()
                    .filter(answer -> answer.isAnswered() && own.contains(new Touch(history, answer.about())))
                    .mapToDouble(SurveyAnswer::satisfaction)
                    .toArray();
            double total = 0;
            for (double score : scores) {
                total += score;
            }
            satisfaction.add(total, scores.length);
        });
        row.put("satisfaction_count", satisfaction.count());
        row.put("satisfaction_mean", satisfaction.mean().orElse(null));
        row.put(
                "satisfaction_low",
                satisfaction.intervalWithin(0, 1).map(Interval::low).orElse(null));
        return row;
    }

    private static void part(
            Map<String, Object> row, String name, List<Touch> own, List<Touch> base, Predicate<Touch> holds) {
        long part = own.stream().filter(holds).count();
        long whole = base.stream().filter(holds).count();
        row.put(name + "_count", part);
        row.put(name + "_share", whole == 0 ? null : (Object) ((double) part / whole));
    }

    /** Of the journeys with any of these touchpoints, those with one that holds. */
    private static void rate(Map<String, Object> row, String name, List<Touch> base, Predicate<Touch> holds) {
        Map<String, Map<Object, Boolean>> customers = new HashMap<>();
        base.forEach(touch -> customers
                .computeIfAbsent(touch.history().customerId(), customer -> new HashMap<>())
                .merge(touch.journeyKey(), holds.test(touch), Boolean::logicalOr));
        ClusteredProportion proportion = new ClusteredProportion();
        customers
                .values()
                .forEach(journeys -> proportion.add(
                        journeys.values().stream().filter(held -> held).count(), journeys.size()));
        Optional<Interval> interval = proportion.interval();
        row.put(name, proportion.rate().orElse(null));
        row.put(name + "_low", interval.map(Interval::low).orElse(null));
        row.put(name + "_high", interval.map(Interval::high).orElse(null));
    }

    private static List<Touch> touches(List<CustomerHistory> histories) {
        List<Touch> touches = new ArrayList<>();
        for (CustomerHistory history : histories) {
            for (int i = 0; i < history.size(); i++) {
                touches.add(new Touch(history, i));
            }
        }
        return touches;
    }

    private static List<List<String>> groups(List<Touch> touches) {
        Set<List<String>> groups = new LinkedHashSet<>(List.of(List.of("all", "all")));
        touches.forEach(touch -> groups.add(List.of("platform", touch.platform())));
        return List.copyOf(groups);
    }

    private static Predicate<Touch> inGroup(List<String> group) {
        return touch -> group.get(0).equals("all") || touch.platform().equals(group.get(1));
    }

    private static Map<String, Object> row(List<Map<String, Object>> rows, List<String> key) {
        List<Map<String, Object>> found = rows.stream()
                .filter(row -> row.values().stream()
                        .limit(5)
                        .collect(Collectors.toList())
                        .equals(key))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertSame(Map<String, Object> row, Map<String, Object> expected) {
        expected.forEach((name, value) -> assertThat(row.get(name)).as(name).isEqualTo(value));
    }

    private static CustomerHistory history(String customer, String letters) {
        return new HistoryBuilder(RandomHistories.RULES, SurveyedHistories.INDEX, SurveyedHistories.AS_OF)
                .build(Histories.touchpoints(customer, letters));
    }

    private static List<Map<String, Object>> rows(InventoryQuestion question, List<CustomerHistory> histories) {
        InventoryCounts counts = question.begin(SurveyedHistories.AS_OF);
        histories.forEach(counts::add);
        return rows(question, counts);
    }

    private static List<Map<String, Object>> rows(InventoryQuestion question, InventoryCounts counts) {
        return rows(question.report(counts).get(0));
    }

    private static <R> List<Map<String, Object>> rows(TableContent<R> content) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (R row : content.rows()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Column<R> column : content.table().columns()) {
                values.put(column.name(), column.value().apply(row));
            }
            rows.add(values);
        }
        return rows;
    }

    private static InventoryCounts travelled(InventoryCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (InventoryCounts) in.readObject();
        }
    }
}
