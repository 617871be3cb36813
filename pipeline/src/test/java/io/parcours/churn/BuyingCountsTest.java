package io.parcours.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHash;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.journey.RandomHistories;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class BuyingCountsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What a plain reading says of a customer: where he belongs at the cut, and what he did then. */
    private record Read(String group, int left, int fallenSilent, long laterDays) {}

    @Test
    void whatCameAfterTheCutIsThatOfAPlainReading() {
        Random random = new Random(11);
        int withOutcome = 0;
        long left = 0;
        long fallenSilent = 0;
        for (int round = 0; round < 60; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, PARIS);
            LocalDate cut = asOf.date().minusDays(random.nextInt(60) - 1);
            ChurnRules rules = new ChurnRules(
                            TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofHours(12L + random.nextInt(900)))
                    .calibratedUntil(cut);
            List<CustomerHistory> histories = new RandomHistories(round, asOf).next(80);
            BuyingCounts counts = counted(rules, asOf, histories);
            assertThat(counts.purchases().customers()).isEqualTo(histories.size());
            if (!cut.isBefore(asOf.date())) {
                assertThat(counts.backTest()).isNull();
                assertThat(counts.outcomes().size()).isZero();
                continue;
            }
            List<Read> plain = new ArrayList<>();
            histories.forEach(history -> read(history, cut, asOf, rules, plain));
            OutcomeGroups groups = OutcomeGroups.of(counts.outcomes());
            assertThat(written(groups)).isEqualTo(summed(plain));
            assertThat(groups.purchases().customers()).isEqualTo(plain.size());
            withOutcome += plain.size();
            left += plain.stream().mapToLong(Read::left).sum();
            fallenSilent += plain.stream().mapToLong(Read::fallenSilent).sum();
        }
        assertThat(withOutcome).isGreaterThan(1000);
        assertThat(left).isBetween(100L, withOutcome - 100L);
        assertThat(fallenSilent).isPositive();
    }

    @Test
    void theExampleOfTheDocumentationIsCountedAsItSays() {
        // Cut on day 100, as_of on day 160, 30 days.
        BackTest backTest = BackTest.of(
                        new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(30))
                                .calibratedUntil(LocalDate.ofEpochDay(100)),
                        AsOf.ofMicros(160 * 86_400_000_000L, ZoneOffset.UTC))
                .orElseThrow();
        assertOutcome(backTest, 3, 0, true, 10, 40, 95);
        assertOutcome(backTest, 3, 1, false, 10, 40, 95, 130);
        assertOutcome(backTest, 3, 2, true, 10, 40, 95, 131, 150);
        assertOutcome(backTest, 1, 1, false, 20, 105);
    }

    private static void assertOutcome(BackTest backTest, int daysBefore, int laterDays, boolean hasLeft, long... days) {
        Activity all = new Activity(days, 0, 0, Activity.NEVER);
        Activity before = new Activity(Arrays.copyOf(days, daysBefore), 0, 0, Activity.NEVER);
        assertThat(BackTest.laterDays(before, all)).isEqualTo(laterDays);
        assertThat(backTest.hasLeft(before, all)).isEqualTo(hasLeft);
    }

    @Test
    void theStateAtTheCutIsThatOfARunAsOfTheCut() {
        Random random = new Random(12);
        for (int round = 0; round < 30; round++) {
            AsOf asOf = RandomHistories.randomAsOf(random, PARIS);
            LocalDate cut = asOf.date().minusDays(1 + random.nextInt(50));
            ChurnRules rules = new ChurnRules(TouchpointCondition.ANY, Duration.ofDays(7), Duration.ofDays(25))
                    .calibratedUntil(cut);
            List<CustomerHistory> histories = new RandomHistories(round, asOf).next(80);
            BuyingCounts counts = counted(rules, asOf, histories);
            AsOf endOfCut =
                    new AsOf(cut.plusDays(1).atStartOfDay(PARIS).toInstant().minusNanos(1_000), PARIS);
            StateRule rule = StateRule.of(rules.inactiveAfter());
            ActivityReader reader = reader(rules, asOf);
            Map<ChurnState, Long> expected = histories.stream()
                    .flatMap(history -> reader.read(history, cut.toEpochDay()).stream())
                    .collect(Collectors.groupingBy(before -> rule.stateOf(before, endOfCut), Collectors.counting()));
            for (ChurnState state : ChurnState.values()) {
                assertThat(counts.states().customers(state, 0) + counts.states().customers(state, 1))
                        .isEqualTo(expected.getOrDefault(state, 0L));
            }
        }
    }

    private static BuyingCounts counted(ChurnRules rules, AsOf asOf, List<CustomerHistory> histories) {
        BuyingCounts counts = new BuyingCounts(rules, asOf);
        ActivityReader reader = reader(rules, asOf);
        histories.forEach(history -> reader.read(history).ifPresent(found -> counts.add(history, found, reader)));
        return counts;
    }

    private static ActivityReader reader(ChurnRules rules, AsOf asOf) {
        return new ActivityReader(
                RandomHistories.INDEX.numberOf(rules.activity()),
                new LocalDays(asOf.zone()),
                StateRule.of(rules.inactiveAfter()).inactiveAfter());
    }

    private static void read(
            CustomerHistory history, LocalDate cut, AsOf asOf, ChurnRules rules, List<Read> customers) {
        TreeMap<LocalDate, List<Integer>> days = ActivityOracle.days(history, rules.activity(), asOf);
        if (days.firstKey().isAfter(cut)) {
            return;
        }
        long hours = rules.inactiveAfter().toHours();
        int inactive = (int) (hours / 24 + (hours % 24 == 0 ? 0 : 1));
        LocalDate last = days.floorKey(cut);
        LocalDate next = days.higherKey(cut);
        boolean isKnown = !cut.plusDays(inactive).isAfter(asOf.date());
        boolean hasLeft = isKnown && (next == null || next.isAfter(cut.plusDays(inactive)));
        boolean isShort = last.plusDays(inactive).isAfter(cut);
        boolean hasFallenSilent = isKnown && isShort && (next == null || next.isAfter(last.plusDays(inactive)));
        customers.add(new Read(
                (days.headMap(cut, true).size() - 1) + " "
                        + (last.toEpochDay() - days.firstKey().toEpochDay()) + " "
                        + (cut.toEpochDay() - days.firstKey().toEpochDay()) + " "
                        + (CustomerHash.of(history.customerId()) & 1),
                hasLeft ? 1 : 0,
                hasFallenSilent ? 1 : 0,
                days.tailMap(cut, false).size()));
    }

    private static Map<String, List<Long>> summed(List<Read> customers) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (Read read : customers) {
            List<Long> one = List.of(1L, (long) read.left(), (long) read.fallenSilent(), read.laterDays());
            sums.merge(
                    read.group(),
                    one,
                    (a, b) -> List.of(
                            a.get(0) + b.get(0), a.get(1) + b.get(1), a.get(2) + b.get(2), a.get(3) + b.get(3)));
        }
        return sums;
    }

    private static Map<String, List<Long>> written(OutcomeGroups groups) {
        Map<String, List<Long>> sums = new TreeMap<>();
        for (int i = 0; i < groups.size(); i++) {
            sums.put(
                    groups.x(i) + " " + groups.recency(i) + " " + groups.age(i) + " " + groups.half(i),
                    List.of(
                            (long) groups.customers(i),
                            (long) groups.left(i),
                            (long) groups.fallenSilent(i),
                            groups.laterDays(i)));
        }
        assertThat(sums).hasSize(groups.size());
        return sums;
    }
}
