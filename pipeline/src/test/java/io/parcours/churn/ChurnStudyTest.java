package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.RandomHistories;
import io.parcours.journey.Study;
import io.parcours.touchpoint.Touchpoint;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChurnStudyTest {
    private static final long DAY = 86_400_000_000L;
    private static final AsOf AS_OF = AsOf.ofMicros(400 * DAY - 1, ZoneOffset.UTC);
    private static final ConditionIndex INDEX = new ConditionIndex(List.of(TouchpointCondition.ANY));
    private static final ChurnRules RULES = rules(Duration.ofDays(60), 250);

    private static ChurnRules rules(Duration inactiveAfter, long cut) {
        return new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), inactiveAfter)
                .calibratedUntil(LocalDate.ofEpochDay(cut));
    }

    @Test
    void partsOfAnyNumberMergedInAnyOrderGiveTheSameBits() throws Exception {
        Random random = new Random(31);
        List<CustomerHistory> histories = buyers(random, 1_500);
        ChurnStudy study = new ChurnStudy(RULES, 0, INDEX);
        List<String> expected = null;
        for (int parts : new int[] {1, 3, 20}) {
            List<ChurnStudyCounts> counts = new ArrayList<>();
            for (int part = 0; part < parts; part++) {
                counts.add(study.begin(AS_OF));
            }
            Collections.shuffle(histories, random);
            histories.forEach(history -> counts.get(random.nextInt(parts)).add(history));
            ChurnStudyCounts merged = travelled(counts.get(0));
            for (ChurnStudyCounts other : counts.subList(1, parts)) {
                merged.merge(travelled(other));
            }
            List<String> rows = new ArrayList<>();
            Study.Conclusion conclusion = study.conclude(merged, Drafts.NONE);
            conclusion.tables().forEach(table -> table.rows().forEach(row -> rows.add(row.toString())));
            CustomerScores scores = BuyingFindings.of(RULES, merged.buying()).scores();
            histories.stream()
                    .sorted((one, other) -> one.customerId().compareTo(other.customerId()))
                    .forEach(history -> rows.add(scored(scores, history)));
            expected = expected == null ? rows : expected;
            assertThat(rows).isEqualTo(expected);
        }
        assertThat(expected)
                .filteredOn(row -> row.contains("rule_of_thumb_used"))
                .singleElement()
                .asString()
                .contains("estimate=0.0");
        assertThat(expected).anyMatch(row -> row.endsWith("MEDIUM")).anyMatch(row -> row.endsWith("HIGH"));
    }

    @Test
    void theProbabilityOfLeavingNeverFallsWhileSilenceGrows() {
        BuyingFindings findings = found(RULES, buyers(new Random(32), 1_500));
        CustomerScores scores = findings.scores();
        int rises = 0;
        for (int x = 0; x < 12; x++) {
            double before = 0;
            for (int silence = 0; silence < 300; silence++) {
                scores.at(draft(x, x * 9, x * 9 + silence, 10));
                assertThat(scores.churnProbability()).isBetween(before, 1.0);
                assertThat(scores.risk()).isEqualTo(ChurnRisk.of(scores.churnProbability(), RULES.buying()));
                rises += scores.churnProbability() > before ? 1 : 0;
                before = scores.churnProbability();
            }
        }
        assertThat(rises).isGreaterThan(100);
    }

    @Test
    void whatIsFoundOfEachOtherIsOneTruth() {
        BuyingFindings findings = found(RULES, buyers(new Random(33), 1_500));
        List<ChurnCalibrationReport.Row> groups = findings.groups();
        for (String model : List.of("bg_nbd", "mbg_nbd", "pareto_nbd")) {
            for (String measure : List.of("activity_days", "left")) {
                ChurnCalibrationReport.Row all = groups.stream()
                        .filter(row -> row.model().equals(model)
                                && row.measure().equals(measure)
                                && row.grouping().equals("all"))
                        .findFirst()
                        .orElseThrow();
                for (String grouping : List.of("frequency", "p_alive", "tenth")) {
                    List<ChurnCalibrationReport.Row> parts = groups.stream()
                            .filter(row -> row.model().equals(model)
                                    && row.measure().equals(measure)
                                    && row.grouping().equals(grouping))
                            .toList();
                    if (!parts.isEmpty()) {
                        assertThat(parts.stream()
                                        .mapToLong(ChurnCalibrationReport.Row::customers)
                                        .sum())
                                .isEqualTo(all.customers());
                        assertThat(parts.stream()
                                        .mapToDouble(ChurnCalibrationReport.Row::actual)
                                        .sum())
                                .isEqualTo(all.actual());
                        assertThat(parts.stream()
                                        .mapToDouble(ChurnCalibrationReport.Row::expected)
                                        .sum())
                                .isCloseTo(all.expected(), within(1e-6));
                    }
                }
            }
        }
        assertThat(groups)
                .filteredOn(row -> row.gain() != null)
                .last()
                .extracting(ChurnCalibrationReport.Row::gain)
                .isNotNull();
        assertThat(groups.stream().filter(row -> row.grouping().equals("risk"))).isNotEmpty();
    }

    @Test
    void logsThatNoModelFitsEndInStatedAnswers() {
        List<List<CustomerHistory>> logs = List.of(
                List.of(),
                List.of(history("c", 3)),
                List.of(history("c", 399)),
                List.of(history("c", IntStream.range(0, 400).toArray())),
                many(1_000, i -> new int[] {10, 20}),
                many(1_000, i -> new int[] {i % 200}),
                many(1_000, i -> new int[] {251 + i % 100}),
                many(1_000, i -> new int[] {399}),
                many(1_000, i -> new int[] {i % 200, 250 + i % 59, 380}),
                many(1_000, i -> new int[] {i % 100, 100 + i % 60}),
                many(
                        1_000,
                        i -> i % 2 == 0
                                ? new int[] {250}
                                : IntStream.range(0, 400).toArray()),
                many(130, i -> new int[] {i, i + 1 + i % 7, 260 + i % 100}));
        List<CustomerHistory> few = many(40, i -> new int[] {i, i + 1 + i % 7, 260 + i % 100});
        assertStated(found(RULES.calibratedUntil(null), few), few);
        // Who left in 200 days cannot be told after 149.
        assertStated(found(rules(Duration.ofDays(200), 250), few), few);
        for (List<CustomerHistory> log : logs) {
            assertStated(found(RULES, log), log);
        }
    }

    @Test
    void greatCountsEndInStatedAnswers() {
        BuyingCounts counts = new BuyingCounts(RULES, AS_OF);
        int most = Integer.MAX_VALUE - 1;
        counts.purchases().add(most, most, most, 5_000_000_000L);
        counts.purchases().add(0, 0, 0, 7_000_000_000L);
        counts.purchases().add(1, 1, most, 1);
        counts.money().add(most, 1e300, 4_000_000_000L);
        counts.money().add(1, 1e-300, 3);
        counts.outcomes()
                .add(OutcomeTable.keyOf(most, most / 2), OutcomeTable.ageAndHalfOf(most / 2, 0), most, 5, 0, 9);
        counts.outcomes()
                .add(OutcomeTable.keyOf(0, 0), OutcomeTable.ageAndHalfOf(0, 1), most, most, most, Long.MAX_VALUE);
        assertStated(BuyingFindings.of(RULES, counts), List.of());
    }

    private static void assertStated(BuyingFindings findings, List<CustomerHistory> log) {
        for (ChurnModelRow row : findings.figures()) {
            assertThat(row.estimate() == null ? row.note() != null : Double.isFinite(row.estimate()))
                    .as(row.toString())
                    .isTrue();
            assertThat(row.standardError() == null || Double.isFinite(row.standardError()))
                    .isTrue();
        }
        for (ChurnCalibrationReport.Row row : findings.groups()) {
            assertThat(row.customers()).isPositive();
            assertThat(Stream.of(row.expected(), row.actual()).allMatch(Double::isFinite))
                    .as(row.toString())
                    .isTrue();
        }
        for (CustomerHistory history : log) {
            assertThat(scored(findings.scores(), history)).doesNotContain("Infinity");
        }
    }

    private static BuyingFindings found(ChurnRules rules, List<CustomerHistory> log) {
        ChurnStudyCounts counts = new ChurnStudy(rules, 0, INDEX).begin(AS_OF);
        log.forEach(counts::add);
        return BuyingFindings.of(rules, counts.buying());
    }

    private static String scored(CustomerScores scores, CustomerHistory history) {
        List<CustomerDrafts.Row> drafts = new ArrayList<>();
        PlainDrafts.of(RULES, INDEX).rows(history, AS_OF, drafts::add);
        scores.at(drafts.get(0));
        return history.customerId() + " " + scores.alive() + " " + scores.expectedNext() + " " + scores.expectedValue()
                + " " + scores.churnProbability() + " " + scores.risk();
    }

    private static CustomerDrafts.Row draft(int x, int recency, int age, double mean) {
        return new CustomerDrafts.Row("c", 0, 0, x, recency, age, mean, mean, null, ChurnState.CURRENT, new double[0]);
    }

    private static List<CustomerHistory> many(int customers, IntFunction<int[]> days) {
        return IntStream.range(0, customers)
                .mapToObj(i -> history("c" + i, days.apply(i)))
                .toList();
    }

    /** Each at his own rate, until he leaves. */
    private static List<CustomerHistory> buyers(Random random, int customers) {
        List<CustomerHistory> histories = new ArrayList<>();
        for (int i = 0; i < customers; i++) {
            List<Integer> days = new ArrayList<>();
            double mean = 5 + 80 * random.nextDouble();
            double leaving = Math.pow(random.nextDouble(), 2);
            int day = random.nextInt(390);
            while (day < 400) {
                days.add(day);
                day += 1 + (int) (-Math.log(random.nextDouble()) * mean);
                day = random.nextDouble() < leaving ? 400 : day;
            }
            histories.add(
                    history("c" + i, days.stream().mapToInt(Integer::intValue).toArray()));
        }
        return histories;
    }

    private static CustomerHistory history(String customer, int... days) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int day : days) {
            double value = 5 + (customer.hashCode() & 31) + day % 10;
            touchpoints.add(new Touchpoint(customer, day * DAY, "1", "A", null, value, List.of(), "made"));
        }
        return new HistoryBuilder(RandomHistories.RULES, INDEX, AS_OF).build(touchpoints);
    }

    private static ChurnStudyCounts travelled(ChurnStudyCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (ChurnStudyCounts) in.readObject();
        }
    }
}
