package io.parcours.friction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.friction.FrictionByDefinition.Happening;
import io.parcours.friction.FrictionByDefinition.Key;
import io.parcours.friction.FrictionByDefinition.Unit;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Stage;
import io.parcours.stats.AssociationTest;
import io.parcours.stats.CommonOddsRatio;
import io.parcours.stats.FalseDiscoveryRate;
import io.parcours.stats.FourfoldTable;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class FrictionTest {
    private static final Offset<Double> CLOSE = within(1e-9);
    private static final FrictionRules BY_MEDIAN = rules(null, null);

    private static FrictionRules rules(String thing, Duration stallAfter) {
        return new FrictionRules(
                RandomCustomers.CONTACTS, thing, Duration.ofHours(20), 3, Duration.ofMinutes(6), stallAfter);
    }

    @Test
    void a_a_b_a_has_one_immediate_repeat_and_one_loop() {
        assertThat(found("A A B A")).containsExactly("immediate_repeat A null 1", "loop A B 1");
    }

    @Test
    void a_b_a_b_a_loops_three_times() {
        // A B A at A via B twice (1-3, 3-5), B A B at B via A once (2-4).
        assertThat(found("A B A B A")).containsExactly("loop A B 2", "loop B A 1");
    }

    @Test
    void a_long_burst_is_one_and_a_pause_parts_bursts() {
        // Five within a minute, once: 0 to 4 and 1 to 5 share touchpoints; the five at minute 60 are another burst.
        assertThat(found("A0 A0 A0 A0 A1 A1 A60 A60 A60 A60 A61")).contains("burst A null 2");
        assertThat(found("A0 A0 A0 A0 A2")).noneMatch(row -> row.startsWith("burst"));
    }

    @Test
    void the_case_of_the_page_worked_by_hand() {
        TouchpointCondition buy = TouchpointCondition.ofEvents("buy");
        JourneyRules journeys = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP, JourneyRules.DEFAULT_JOURNEY_GAP, List.of(), buy, 1000);
        List<FrictionRow> rows = report(
                journeys, List.of("A A buy", "A A x", "x A buy", "x A x", "x A buy"), Histories.asOfMinute(1_000_000));
        FrictionRow repeat = rows.get(0);
        assertThat(repeat.kind()).isEqualTo(FrictionKind.IMMEDIATE_REPEAT);
        assertThat(repeat.customers()).isEqualTo(2);
        assertThat(repeat.customersAtPlace()).isEqualTo(5);
        assertThat(repeat.conversion().withCount()).isEqualTo(2);
        assertThat(repeat.conversion().withoutCount()).isEqualTo(3);
        assertThat(repeat.conversion().with().value()).isEqualTo(0.5);
        assertThat(repeat.conversion().without().value()).isCloseTo(2 / 3.0, CLOSE);
        assertThat(repeat.loss().count()).isCloseTo(1 / 3.0, CLOSE);
        assertThat(repeat.conversion().test()).isEqualTo(Compared.TOO_FEW);
        // As of the last touchpoint all journeys may go on: nothing is decided.
        assertThat(report(journeys, List.of("A A buy", "A A x", "x A x"), Histories.asOfMinute(2))
                        .get(0)
                        .conversion())
                .isEqualTo(Compared.NOTHING);
    }

    @Test
    void where_each_customer_counts_once_nothing_is_widened() {
        // A large effect, one class: 20 with it, 3 of them convert; 200 without, 120 convert.
        int converted = Fate.converted(Fate.Churn.UNKNOWN);
        int dropped = Fate.dropped(Fate.Churn.UNKNOWN);
        List<Group> groups = List.of(
                new Group(0, 3, converted, 3),
                new Group(0, 3, dropped, 17),
                new Group(1 << 3, Group.NOT_MET, converted, 120),
                new Group(1 << 3, Group.NOT_MET, dropped, 80));
        List<FourfoldTable> table = List.of(new FourfoldTable(3, 17, 120, 80));
        Compared compared = Comparison.of(groups, fate -> true, Fate::isConverted);
        assertThat(compared.pValue())
                .isEqualTo(AssociationTest.of(table).orElseThrow().pValue());
        assertThat(compared.oddsRatioInterval())
                .isEqualTo(CommonOddsRatio.of(table).orElseThrow().interval().orElseThrow());
    }

    @Test
    void who_pays_at_once_is_among_those_who_do_not_go_back() {
        // All stand at pay after cart: one goes back and buys, one goes back and leaves, two buy at once, one leaves.
        TouchpointCondition buy = TouchpointCondition.ofEvents("buy");
        JourneyRules journeys = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                JourneyRules.DEFAULT_JOURNEY_GAP,
                List.of(
                        new Stage("basket", TouchpointCondition.ofEvents("cart")),
                        new Stage("till", TouchpointCondition.ofEvents("pay"))),
                buy,
                1000);
        List<FrictionRow> rows = report(
                journeys,
                List.of("cart pay cart buy", "cart pay cart", "cart pay buy", "cart pay buy", "cart pay"),
                Histories.asOfMinute(1_000_000));
        assertThat(rows).extracting(FrictionRow::kindLabel).containsExactly("loop", "move_back");
        for (FrictionRow row : rows) {
            assertThat(row.conversion().withCount()).isEqualTo(2);
            assertThat(row.conversion().withoutCount()).isEqualTo(3);
            assertThat(row.conversion().with().value()).isEqualTo(0.5);
            assertThat(row.conversion().without().value()).isCloseTo(2 / 3.0, CLOSE);
        }
    }

    @Test
    void everything_is_as_the_sentences_say() {
        for (int seed = 0; seed < 6; seed++) {
            FrictionRules rules = rules(seed % 2 == 0 ? null : "topic", seed % 4 < 2 ? null : Duration.ofMinutes(90));
            JourneyRules journeys = seed < 4 ? RandomCustomers.RULES : RandomCustomers.ENDLESS;
            List<CustomerHistory> histories = new RandomCustomers(seed, journeys).next(220);
            FrictionByDefinition defined = new FrictionByDefinition(histories, rules);
            List<FrictionRow> rows = report(rules, journeys, histories);
            assertThat(rows)
                    .extracting(FrictionTest::key)
                    .containsExactlyInAnyOrderElementsOf(defined.byKey().keySet());
            rows.forEach(row -> check(row, defined, defined.byKey().get(key(row))));
            assertThat(rows).isSortedAccordingTo(FrictionRow.ORDER);
            assertThat(rows)
                    .anyMatch(row ->
                            row.conversion().isTested() && row.satisfaction().withCount() > 0);
            checkQValues(rows, FrictionRow::conversion);
            checkQValues(rows, FrictionRow::churn);
        }
    }

    private static void check(FrictionRow row, FrictionByDefinition defined, List<Happening> happenings) {
        assertThat(row.occurrences()).isEqualTo(happenings.size());
        Set<Object> journeys = new HashSet<>();
        Set<Object> customers = new HashSet<>();
        for (Happening happening : happenings) {
            customers.add(happening.history());
            journeys.add(List.of(happening.history().customerId(), happening.journey()));
        }
        assertThat(row.journeys()).isEqualTo(journeys.size());
        assertThat(row.customers()).isEqualTo(customers.size());
        assertThat(row.customersAtPlace()).isEqualTo(defined.customersWith(row.place()));
        assertThat(row.thresholdSeconds()).isEqualTo(defined.limitSeconds(key(row)));
        List<Unit> units = defined.units(key(row));
        check(row.conversion(), units, Unit::converted);
        check(row.churn(), units.stream().filter(unit -> unit.churned() != null).toList(), Unit::churned);
        checkSatisfaction(
                row.satisfaction(),
                FrictionByDefinition.comparable(
                        units.stream().filter(unit -> unit.satisfied() != null).toList()));
    }

    private static void check(Compared compared, List<Unit> known, Predicate<Unit> outcome) {
        List<Unit> units = FrictionByDefinition.comparable(known);
        List<Unit> with = units.stream().filter(Unit::isWith).toList();
        assertThat(compared.withCount()).isEqualTo(with.size());
        assertThat(compared.withoutCount())
                .isEqualTo(units.stream()
                        .filter(unit -> !unit.isWith())
                        .map(Unit::customer)
                        .distinct()
                        .count());
        if (units.isEmpty()) {
            assertThat(compared).isEqualTo(Compared.NOTHING);
            return;
        }
        assertThat(compared.with().value())
                .isCloseTo(with.stream().filter(outcome).count() / (double) with.size(), CLOSE);
        double without = FrictionByDefinition.weighted(units, unit -> outcome.test(unit) ? 1 : 0);
        assertThat(compared.without().value()).isCloseTo(without, CLOSE);
        assertThat(compared.without().low()).isLessThanOrEqualTo(without + 1e-9);
        assertThat(compared.without().high()).isGreaterThanOrEqualTo(without - 1e-9);
        Double p = FrictionByDefinition.pValue(known, outcome);
        assertThat(compared.isTested()).isEqualTo(p != null);
        if (p == null) {
            assertThat(compared.test()).isEqualTo(Compared.TOO_FEW);
            return;
        }
        assertThat(compared.pValue()).isCloseTo(p, CLOSE);
        Double ratio = FrictionByDefinition.oddsRatio(known, outcome);
        if (ratio == null) {
            assertThat(compared.oddsRatio()).isNull();
        } else {
            assertThat(compared.oddsRatio()).isCloseTo(ratio, CLOSE);
        }
    }

    private static void checkSatisfaction(FrictionRow.SatisfactionDifference found, List<Unit> units) {
        List<Unit> with = units.stream().filter(Unit::isWith).toList();
        assertThat(found.withCount()).isEqualTo(with.size());
        assertThat(found.withoutCount()).isEqualTo(units.size() - with.size());
        if (!with.isEmpty()) {
            double mean = with.stream().mapToDouble(Unit::satisfied).average().orElseThrow();
            double without = FrictionByDefinition.weighted(units, Unit::satisfied);
            assertThat(found.with().value()).isCloseTo(mean, CLOSE);
            assertThat(found.without().value()).isCloseTo(without, CLOSE);
            assertThat(found.difference().value()).isCloseTo(mean - without, CLOSE);
        }
    }

    private static void checkQValues(List<FrictionRow> rows, Function<FrictionRow, Compared> outcome) {
        List<Compared> tested =
                rows.stream().map(outcome).filter(Compared::isTested).toList();
        double[] qValues = FalseDiscoveryRate.of(
                tested.stream().mapToDouble(Compared::pValue).toArray());
        for (int i = 0; i < qValues.length; i++) {
            assertThat(tested.get(i).qValue()).isEqualTo(qValues[i]);
        }
    }

    @Test
    void mergedPartsAreTheWholeInAnyOrder() throws IOException, ClassNotFoundException {
        List<CustomerHistory> histories = new ArrayList<>(new RandomCustomers(77).next(400));
        List<FrictionRow> whole = report(BY_MEDIAN, histories);
        Random random = new Random(7);
        Collections.shuffle(histories, random);
        FrictionQuestion question = RandomCustomers.question(BY_MEDIAN);
        List<FrictionCounts> parts = new ArrayList<>();
        for (int p = 0; p < 5; p++) {
            parts.add(question.begin(RandomCustomers.AS_OF));
        }
        for (CustomerHistory history : histories) {
            int part = random.nextInt(5);
            parts.get(part).add(history);
            if (random.nextInt(100) == 0) {
                parts.set(part, travelled(parts.get(part)));
            }
        }
        while (parts.size() > 1) {
            FrictionCounts part = parts.remove(random.nextInt(parts.size()));
            parts.get(random.nextInt(parts.size())).merge(part);
        }
        assertThat(FrictionRows.of(parts.get(0))).isEqualTo(whole);
        assertThat(report(BY_MEDIAN, List.of())).isEmpty();
    }

    private static FrictionCounts travelled(FrictionCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (FrictionCounts) in.readObject();
        }
    }

    private static List<FrictionRow> report(FrictionRules rules, List<CustomerHistory> histories) {
        return report(rules, RandomCustomers.RULES, histories);
    }

    private static List<FrictionRow> report(
            FrictionRules rules, JourneyRules journeys, List<CustomerHistory> histories) {
        FrictionCounts counts = RandomCustomers.question(rules, journeys).begin(RandomCustomers.AS_OF);
        histories.forEach(counts::add);
        return FrictionRows.of(counts);
    }

    private static List<String> found(String letters) {
        JourneyRules journeys = new JourneyRules(
                JourneyRules.DEFAULT_SESSION_GAP,
                JourneyRules.DEFAULT_JOURNEY_GAP,
                List.of(),
                TouchpointCondition.ofEvents("Z"),
                1000);
        return report(journeys, List.of(letters), Histories.asOfMinute(1_000_000)).stream()
                .map(row -> row.kindLabel() + " " + row.place() + " " + row.via() + " " + row.occurrences())
                .toList();
    }

    /** What default rules find in the customers' letters. */
    private static List<FrictionRow> report(JourneyRules journeys, List<String> customers, AsOf asOf) {
        TouchpointCondition any = TouchpointCondition.ANY;
        ConditionIndex index = new ConditionIndex(List.of(journeys.conversion(), any));
        FrictionCounts counts = new FrictionQuestion(
                        FrictionRules.DEFAULT,
                        journeys,
                        new FrictionQuestion.Inactivity(any, Duration.ofDays(90)),
                        List.of(),
                        index,
                        List.of())
                .begin(asOf);
        for (int i = 0; i < customers.size(); i++) {
            counts.add(
                    new HistoryBuilder(journeys, index, asOf).build(Histories.touchpoints("c" + i, customers.get(i))));
        }
        return FrictionRows.of(counts);
    }

    private static Key key(FrictionRow row) {
        return new Key(row.kind().label(), row.place(), row.via(), row.fromStage(), row.toStage());
    }

    @Test
    void everyColumnTellsOfEveryRow() {
        List<FrictionRow> rows = report(BY_MEDIAN, new RandomCustomers(3).next(300));
        Map<Boolean, Long> nulls = rows.stream()
                .flatMap(row -> FrictionReport.TABLE.columns().stream()
                        .map(column -> column.value().apply(row)))
                .collect(java.util.stream.Collectors.partitioningBy(
                        java.util.Objects::isNull, java.util.stream.Collectors.counting()));
        assertThat(nulls.get(false)).isGreaterThan(nulls.get(true));
    }
}
