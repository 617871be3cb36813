package io.parcours.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.channel.ChannelsByDefinition.Journey;
import io.parcours.channel.ChannelsByDefinition.Switch;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.Span;
import io.parcours.survey.SurveyedHistories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChannelLawsTest {
    private static final ChannelRules RULES =
            new ChannelRules(ChannelTables.RULES.kinds(), ChannelTables.RULES.handoverWindow(), List.of("platform"));
    private static final ChannelQuestion QUESTION = ChannelTables.question(RULES, SurveyedHistories.READING);
    private static final List<String> CLASSES =
            List.of("(none)", "single", "multichannel", "crosschannel", "omnichannel");
    private static final List<String> LENGTHS = List.of("all", "1", "2", "3-4", "5-8", "9-16", "17+");

    @Test
    void channel_mix_is_what_the_page_says() {
        Set<String> seen = new HashSet<>();
        for (int seed = 0; seed < 25; seed++) {
            List<CustomerHistory> histories = new SurveyedHistories(seed).next(seed < 5 ? 8 : 150);
            ChannelsByDefinition plain = new ChannelsByDefinition(RULES, SurveyedHistories.READING, histories);
            List<Map<String, Object>> rows = ChannelTables.rows(QUESTION, histories, "channel_mix");
            List<Map<String, Object>> unseen = new ArrayList<>(rows);
            unseen.removeIf(row -> row.get("length").equals(ChannelMixReport.STANDARDISED));
            for (String group : groups(plain)) {
                for (String length : LENGTHS) {
                    List<Journey> ofLength = plain.journeys.stream()
                            .filter(inGroup(group))
                            .filter(journey -> journey.isOfLength(length))
                            .toList();
                    for (String channelClass : CLASSES) {
                        if (ofLength.stream()
                                .anyMatch(journey -> journey.channelClass().equals(channelClass))) {
                            seen.add(channelClass + length);
                            Map<String, Object> row = only(rows, group, length, channelClass);
                            assertSame(row, ChannelsByDefinition.mixRow(ofLength, channelClass));
                            unseen.remove(row);
                        }
                    }
                }
            }
            assertThat(unseen).isEmpty();
        }
        // Every class at every length, less several channels at length 1 and long journeys without any.
        assertThat(seen).hasSizeGreaterThanOrEqualTo(5 * 7 - 3 - 4);
    }

    @Test
    void standardised_rates_weigh_the_lengths_of_all_journeys() {
        for (int seed = 30; seed < 40; seed++) {
            List<Map<String, Object>> rows =
                    ChannelTables.rows(QUESTION, new SurveyedHistories(seed).next(200), "channel_mix");
            for (Map<String, Object> row : rows) {
                if (row.get("length").equals(ChannelMixReport.STANDARDISED)) {
                    assertStandardised(row, rows);
                }
            }
        }
    }

    private static void assertStandardised(Map<String, Object> standardised, List<Map<String, Object>> rows) {
        List<Map<String, Object>> group = rows.stream()
                .filter(row -> row.get("breakdown_value").equals(standardised.get("breakdown_value"))
                        && row.get("breakdown").equals(standardised.get("breakdown"))
                        && LENGTHS.indexOf((String) row.get("length")) >= 2)
                .toList();
        double weights = 0;
        double rate = 0;
        double below = 0;
        double all =
                group.stream().mapToLong(row -> (long) row.get("journey_count")).sum();
        for (Map<String, Object> row : group) {
            if (row.get("channel_class").equals(standardised.get("channel_class"))) {
                weights += weight(group, row);
            }
        }
        for (Map<String, Object> row : group) {
            if (row.get("channel_class").equals(standardised.get("channel_class"))) {
                double weight = weight(group, row) / weights;
                double own = (double) row.get("conversion_rate");
                rate += weight * own;
                below += Math.pow(weight * (own - (double) row.get("conversion_rate_low")), 2);
            }
        }
        assertThat(ChannelsByDefinition.isNear(standardised.get("conversion_rate"), rate))
                .isTrue();
        assertThat(ChannelsByDefinition.isNear(
                        standardised.get("conversion_rate_low"), Math.max(0, rate - Math.sqrt(below))))
                .isTrue();
        assertThat(ChannelsByDefinition.isNear(standardised.get("covered_share"), weights / all))
                .isTrue();
    }

    private static double weight(List<Map<String, Object>> group, Map<String, Object> row) {
        return group.stream()
                .filter(other -> other.get("length").equals(row.get("length")))
                .mapToLong(other -> (long) other.get("journey_count"))
                .sum();
    }

    @Test
    void channel_switches_are_what_the_page_says() {
        for (int seed = 50; seed < 70; seed++) {
            List<CustomerHistory> histories = new SurveyedHistories(seed).next(120);
            ChannelsByDefinition plain = new ChannelsByDefinition(RULES, SurveyedHistories.READING, histories);
            List<Map<String, Object>> rows = ChannelTables.rows(QUESTION, histories, "channel_switches");
            int expected = 0;
            for (String group : groups(plain)) {
                List<Switch> switches = plain.switches(inGroup(group));
                Map<List<String>, List<Switch>> pairs =
                        switches.stream().collect(Collectors.groupingBy(each -> List.of(each.from(), each.to())));
                expected += pairs.size();
                pairs.forEach((pair, own) -> assertSame(
                        rows.stream()
                                .filter(row -> isOf(group, row)
                                        && row.get("from_channel").equals(pair.get(0))
                                        && row.get("to_channel").equals(pair.get(1)))
                                .findFirst()
                                .orElseThrow(),
                        ChannelsByDefinition.switchRow(own, switches.size())));
            }
            assertThat(rows).hasSize(expected);
            assertThat(rows.stream().map(row -> (String) row.get("breakdown")).distinct())
                    .containsExactly("all", "platform");
            assertThat(rows.stream()
                            .filter(row -> row.get("breakdown").equals("all"))
                            .toList())
                    .isSortedAccordingTo(
                            Comparator.<Map<String, Object>>comparingLong(row -> -(long) row.get("switch_count"))
                                    .thenComparing(row -> (String) row.get("from_channel"))
                                    .thenComparing(row -> (String) row.get("to_channel")));
        }
    }

    @Test
    void a_journey_that_goes_on_only_moves_to_later_classes() {
        JourneyClasses classes = new JourneyClasses(RULES, 3);
        Set<ChannelClass> seen = new HashSet<>();
        for (CustomerHistory history : new SurveyedHistories(7).next(300)) {
            for (Span journey : history.journeys()) {
                ChannelClass former = ChannelClass.NONE;
                for (int to = journey.from() + 1; to <= journey.to(); to++) {
                    ChannelClass now = classes.of(history, new Span(1, journey.from(), to, true));
                    assertThat(now).isGreaterThanOrEqualTo(former);
                    former = now;
                    seen.add(now);
                }
            }
        }
        assertThat(seen).hasSize(5);
    }

    @Test
    void parts_in_any_order_are_the_whole() throws Exception {
        for (int listed : new int[] {3, 10_000}) {
            ChannelQuestion question = new ChannelQuestion(
                    RULES,
                    RandomHistories.RULES,
                    SurveyedHistories.INDEX,
                    SurveyedHistories.READING,
                    SurveyedHistories.DIMENSIONS,
                    listed);
            List<CustomerHistory> histories = new ArrayList<>(new SurveyedHistories(listed).next(300));
            List<List<Map<String, Object>>> whole = tables(question, List.of(histories));
            Random random = new Random(listed);
            for (int round = 0; round < 5; round++) {
                Collections.shuffle(histories, random);
                assertThat(tables(question, List.of(histories))).isEqualTo(whole);
                assertThat(tables(
                                question,
                                List.of(
                                        histories.subList(0, 20),
                                        histories.subList(20, 150),
                                        histories.subList(150, 300))))
                        .isEqualTo(whole);
            }
        }
    }

    @Test
    void beyond_the_bound_the_shortest_names_are_kept_and_the_others_add_up() {
        ChannelQuestion bounded = new ChannelQuestion(
                RULES,
                RandomHistories.RULES,
                SurveyedHistories.INDEX,
                SurveyedHistories.READING,
                SurveyedHistories.DIMENSIONS,
                3);
        List<CustomerHistory> histories = new SurveyedHistories(3).next(200);
        List<Map<String, Object>> all = ofEverything(ChannelTables.rows(QUESTION, histories, "channel_switches"));
        List<Map<String, Object>> kept = ofEverything(ChannelTables.rows(bounded, histories, "channel_switches"));

        // Names of three letters come first: app to web and web to app; then app to desk, before app to shop.
        List<List<Object>> names = List.of(List.of("app", "web"), List.of("web", "app"), List.of("app", "desk"));
        assertThat(kept.subList(0, 3))
                .containsExactlyInAnyOrderElementsOf(all.stream()
                        .filter(row -> names.contains(List.of(row.get("from_channel"), row.get("to_channel"))))
                        .toList());
        assertThat(kept).hasSize(4);
        assertThat(kept.get(3))
                .containsEntry("from_channel", "(other)")
                .containsEntry("to_channel", "(other)")
                .containsEntry("customer_count", null)
                .containsEntry("journey_count", null)
                .containsEntry("conversion_rate_low", null);
        for (String column : List.of("switch_count", "handover_count", "converted_after_count")) {
            assertThat(kept.stream().mapToLong(row -> (long) row.get(column)).sum())
                    .isEqualTo(all.stream()
                            .mapToLong(row -> (long) row.get(column))
                            .sum());
        }
        ChannelsByDefinition plain = new ChannelsByDefinition(RULES, SurveyedHistories.READING, histories);
        List<Switch> others = plain.switches(journey -> true).stream()
                .filter(each -> !names.contains(List.<Object>of(each.from(), each.to())))
                .toList();
        assertThat(kept.get(3).get("seconds_p50"))
                .isEqualTo(ChannelsByDefinition.switchRow(others, 1).get("seconds_p50"));
    }

    @Test
    void nothing_counted_is_two_tables_without_rows() {
        assertThat(QUESTION.report(QUESTION.begin(SurveyedHistories.AS_OF)))
                .extracting(content -> content.rows().size())
                .containsExactly(0, 0);
    }

    private static List<Map<String, Object>> ofEverything(List<Map<String, Object>> rows) {
        return rows.stream().filter(row -> row.get("breakdown").equals("all")).toList();
    }

    private static List<List<Map<String, Object>>> tables(ChannelQuestion question, List<List<CustomerHistory>> parts)
            throws IOException, ClassNotFoundException {
        ChannelCounts merged = question.begin(SurveyedHistories.AS_OF);
        for (List<CustomerHistory> part : parts) {
            ChannelCounts counts = question.begin(SurveyedHistories.AS_OF);
            part.forEach(counts::add);
            merged.merge(travelled(counts));
        }
        return List.of(
                ChannelTables.rows(question.report(merged), "channel_mix"),
                ChannelTables.rows(question.report(merged), "channel_switches"));
    }

    private static ChannelCounts travelled(ChannelCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ChannelCounts) in.readObject();
        }
    }

    private static List<String> groups(ChannelsByDefinition plain) {
        List<String> groups = new ArrayList<>(List.of("all"));
        plain.journeys.stream().map(Journey::platform).distinct().forEach(groups::add);
        return groups;
    }

    private static Predicate<Journey> inGroup(String group) {
        return journey -> group.equals("all") || journey.platform().equals(group);
    }

    private static boolean isOf(String group, Map<String, Object> row) {
        return row.get("breakdown_value").equals(group)
                && row.get("breakdown").equals(group.equals("all") ? "all" : "platform");
    }

    private static Map<String, Object> only(
            List<Map<String, Object>> rows, String group, String length, String channelClass) {
        List<Map<String, Object>> found = rows.stream()
                .filter(row -> isOf(group, row)
                        && Arrays.asList(row.get("length"), row.get("channel_class"))
                                .equals(List.of(length, channelClass)))
                .toList();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private static void assertSame(Map<String, Object> row, Map<String, Object> expected) {
        expected.forEach((name, value) -> assertThat(ChannelsByDefinition.isNear(row.get(name), value))
                .as(name + " is " + row.get(name) + " and should be " + value)
                .isTrue());
    }
}
