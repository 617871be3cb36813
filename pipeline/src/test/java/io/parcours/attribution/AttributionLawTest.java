package io.parcours.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.attribution.AttributionRules.Serves;
import io.parcours.attribution.AttributionRules.Transform;
import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.RandomHistories;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The tables agree with a plain reading of docs/attribution.md on random histories, in which the event D converts. */
class AttributionLawTest {
    private static final AsOf AS_OF = new AsOf(Instant.parse("2024-06-30T10:00:00Z"), ZoneOffset.UTC);
    private static final TouchpointCondition CONVERSION = TouchpointCondition.ofEvents("D");

    @Test
    void credits_and_paths_are_those_of_a_plain_reading() {
        for (int seed = 0; seed < 60; seed++) {
            AttributionRules rules = randomRules(new Random(seed));
            List<CustomerHistory> histories = new RandomHistories(seed, AS_OF).next(60);
            AttributionCounts counts = counts(rules, histories);
            AttributionQuestion question = question(rules);
            List<AttributionRow> rows = rows(question, counts);
            for (String by : rules.by()) {
                PlainReading plain = new PlainReading(rules, by, histories);
                for (Model model : rules.models()) {
                    check(rows, by, model, plain.credits(model), "seed %d %s %s".formatted(seed, by, model));
                }
                assertThat(PlainReading.shown(paths(question, counts), by))
                        .as("seed %d", seed)
                        .isEqualTo(plain.paths());
            }
        }
    }

    private static void check(
            List<AttributionRow> rows, String by, Model model, Map<String, double[]> plain, String what) {
        double conversions = 0;
        double value = 0;
        double share = 0;
        double allConversions = 0;
        double allValue = 0;
        for (AttributionRow row : rows) {
            if (row.by().equals(by) && row.model().equalsIgnoreCase(model.name())) {
                double[] expected = plain.getOrDefault(row.name(), new double[2]);
                assertThat(row.conversions()).as(what + row.name()).isCloseTo(expected[0], within(1e-7));
                assertThat(row.value()).as(what + row.name()).isCloseTo(expected[1], within(1e-4));
                conversions += row.conversions();
                value += row.value();
                share += row.share() == null ? 0 : row.share();
            }
        }
        for (double[] credit : plain.values()) {
            allConversions += credit[0];
            allValue += credit[1];
        }
        assertThat(conversions).as(what).isCloseTo(allConversions, within(1e-9 * Math.max(1, allConversions)));
        assertThat(value).as(what).isCloseTo(allValue, within(1e-9 * Math.max(1, Math.abs(allValue))));
        assertThat(share).as(what).isCloseTo(allConversions == 0 ? 0 : 1, within(1e-9));
    }

    @Test
    void merged_parts_are_the_whole_to_the_bit_whatever_the_order() throws Exception {
        for (int seed = 0; seed < 12; seed++) {
            Random random = new Random(seed);
            AttributionRules rules = randomRules(random);
            List<CustomerHistory> histories = new RandomHistories(100 + seed, AS_OF).next(150);
            AttributionQuestion question = question(rules);
            AttributionCounts whole = counts(rules, histories);
            List<CustomerHistory> shuffled = new ArrayList<>(histories);
            Collections.shuffle(shuffled, random);
            List<AttributionCounts> parts = new ArrayList<>();
            for (int part = 0; part < 5; part++) {
                parts.add(question.begin(AS_OF));
            }
            for (CustomerHistory history : shuffled) {
                parts.get(random.nextInt(parts.size())).add(history);
            }
            while (parts.size() > 1) {
                AttributionCounts part = copied(parts.remove(random.nextInt(parts.size())));
                parts.get(random.nextInt(parts.size())).merge(part);
            }
            assertThat(rows(question, parts.get(0))).isEqualTo(rows(question, whole));
            assertThat(paths(question, parts.get(0))).isEqualTo(paths(question, whole));
        }
    }

    @Test
    void counting_goes_on_after_a_merge() {
        AttributionRules rules = new Asked().rules();
        List<CustomerHistory> histories = new RandomHistories(7, AS_OF).next(90);
        AttributionCounts counts = counts(rules, histories.subList(0, 30));
        counts.merge(counts(rules, histories.subList(30, 60)));
        histories.subList(60, 90).forEach(counts::add);

        assertThat(rows(question(rules), counts)).isEqualTo(rows(question(rules), counts(rules, histories)));
        assertThat(paths(question(rules), counts)).isEqualTo(paths(question(rules), counts(rules, histories)));
    }

    @Test
    void the_shares_of_shapley_are_the_shapley_value_by_its_definition() {
        // phi(n) = sum over S without n of |S|! (N - |S| - 1)! / N! (v(S + n) - v(S)), v(S): conversions of paths
        // within S.
        for (int seed = 0; seed < 20; seed++) {
            Asked asked = new Asked();
            asked.by = List.of("event");
            asked.models = List.of(Model.SHAPLEY);
            List<CustomerHistory> histories = new RandomHistories(200 + seed, AS_OF).next(40);
            List<AttributionRow> rows = rows(question(asked.rules()), counts(asked.rules(), histories));
            Map<String, double[]> expected = new PlainReading(asked.rules(), "event", histories).shapleyByDefinition();
            check(rows, "event", Model.SHAPLEY, expected, "seed " + seed);
        }
    }

    private static AttributionRules randomRules(Random random) {
        Asked asked = new Asked();
        asked.by = random.nextBoolean() ? List.of("channel") : List.of("event", "channel");
        asked.touches = random.nextInt(3) == 0 ? TouchpointCondition.ANY : null;
        asked.lookback = random.nextInt(4) == 0 ? null : Duration.ofHours(1 + random.nextInt(2000));
        asked.transform = Transform.values()[random.nextInt(3)];
        asked.serves = Serves.values()[random.nextInt(2)];
        asked.firstShare = random.nextInt(5) / 10.0;
        asked.lastShare = random.nextInt(5) / 10.0;
        asked.halfLife = Duration.ofMinutes(1 + random.nextInt(20_000));
        asked.markovOrder = 1 + random.nextInt(3);
        asked.replicates = random.nextInt(3) * 5;
        return asked.rules();
    }

    private static AttributionQuestion question(AttributionRules rules) {
        return new AttributionQuestion(rules, CONVERSION, List.of(), List.of(), RandomHistories.INDEX);
    }

    private static AttributionCounts counts(AttributionRules rules, List<CustomerHistory> histories) {
        AttributionCounts counts = question(rules).begin(AS_OF);
        histories.forEach(counts::add);
        return counts;
    }

    private static List<AttributionRow> rows(AttributionQuestion question, AttributionCounts counts) {
        return question.report(counts).get(0).rows().stream()
                .map(AttributionRow.class::cast)
                .toList();
    }

    private static List<ConversionPathsReport.Row> paths(AttributionQuestion question, AttributionCounts counts) {
        return question.report(counts).get(1).rows().stream()
                .map(ConversionPathsReport.Row.class::cast)
                .toList();
    }

    private static AttributionCounts copied(AttributionCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (AttributionCounts) in.readObject();
        }
    }
}
