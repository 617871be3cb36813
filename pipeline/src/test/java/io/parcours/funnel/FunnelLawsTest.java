package io.parcours.funnel;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Histories;
import io.parcours.table.TableContent;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold of every funnel over every log, on random histories. */
class FunnelLawsTest {
    private static final int AS_OF = 150;
    private static final List<String> CUSTOMERS = randomHistories(400, 7);

    private static LetterFunnel funnel(FunnelRules.Unit unit) {
        return LetterFunnel.of("A B AC D").within(25).per(unit).by("channel").asOfMinute(AS_OF);
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void reachedNeverRisesAlongAFunnel(FunnelRules.Unit unit) {
        for (List<FunnelStepsRow> rows : byValue(report(funnel(unit))).values()) {
            for (int step = 2; step <= rows.size(); step++) {
                assertThat(rows.get(step - 1).reached())
                        .isLessThanOrEqualTo(rows.get(step - 2).reached());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void whoReachedAStepReachedTheNextOrDroppedOrIsInProgress(FunnelRules.Unit unit) {
        for (List<FunnelStepsRow> rows : byValue(report(funnel(unit))).values()) {
            for (int step = 2; step <= rows.size(); step++) {
                FunnelStepsRow row = rows.get(step - 1);
                assertThat(row.reached() + row.dropped() + row.inProgress())
                        .isEqualTo(rows.get(step - 2).reached());
            }
        }
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void theValuesOfABreakdownSumToAll(FunnelRules.Unit unit) {
        List<FunnelStepsRow> rows = report(funnel(unit));
        List<ToLongFunction<FunnelStepsRow>> counts = List.of(
                FunnelStepsRow::reached,
                FunnelStepsRow::dropped,
                FunnelStepsRow::inProgress,
                FunnelStepsRow::open,
                FunnelStepsRow::matureEntered,
                FunnelStepsRow::matureReached);
        for (ToLongFunction<FunnelStepsRow> count : counts) {
            long total = 0;
            for (int step = 1; step <= 4; step++) {
                assertThat(sum(rows, "channel", step, count)).isEqualTo(sum(rows, "all", step, count));
                total += sum(rows, "all", step, count);
            }
            assertThat(total).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void matureCountsNeverExceedTheFunnels(FunnelRules.Unit unit) {
        for (FunnelStepsRow row : report(funnel(unit))) {
            assertThat(row.matureReached()).isLessThanOrEqualTo(row.reached());
            assertThat(row.matureReached()).isLessThanOrEqualTo(row.matureEntered());
        }
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void whatTheLostDidNextSumsToTheDropped(FunnelRules.Unit unit) {
        List<TableContent<?>> report = reportOf(funnel(unit));
        Map<Integer, Long> dropOffs = LetterFunnel.dropOffs(report).stream()
                .collect(Collectors.groupingBy(DropOffsRow::step, Collectors.summingLong(DropOffsRow::dropped)));
        Map<Integer, Double> shares = LetterFunnel.dropOffs(report).stream()
                .collect(Collectors.groupingBy(DropOffsRow::step, Collectors.summingDouble(DropOffsRow::share)));

        Map<Integer, Long> dropped = LetterFunnel.steps(report).stream()
                .filter(row -> row.breakdown().equals("all") && row.dropped() > 0)
                .collect(Collectors.toMap(FunnelStepsRow::step, FunnelStepsRow::dropped));

        assertThat(dropped).hasSizeGreaterThan(1);
        assertThat(dropOffs).isEqualTo(dropped);
        assertThat(shares.values()).allSatisfy(share -> assertThat(share).isBetween(1 - 1e-12, 1 + 1e-12));
    }

    @ParameterizedTest
    @EnumSource(FunnelRules.Unit.class)
    void partsMergedInAnyOrderAreTheWhole(FunnelRules.Unit unit) throws Exception {
        LetterFunnel funnel = funnel(unit);
        List<TableContent<?>> whole = reportOf(funnel);
        for (int seed = 0; seed < 5; seed++) {
            List<FunnelCounts> parts = new ArrayList<>();
            for (List<String> part : cut(7)) {
                parts.add(travelled(funnel.count(part.toArray(String[]::new))));
            }
            Collections.shuffle(parts, new Random(seed));
            FunnelCounts merged = funnel.question().begin(funnel.asOf());
            parts.forEach(merged::merge);

            assertThat(rows(funnel.question().report(merged))).isEqualTo(rows(whole));
        }
    }

    @Test
    void aFunnelIsTheSameWhicheverOthersAreAskedWithIt() {
        // D and E serve no step of the first, and every unit of the last is left out by the others.
        List<LetterFunnel> funnels = List.of(
                LetterFunnel.of("A B AC").within(25).asOfMinute(AS_OF),
                LetterFunnel.of("C A")
                        .per(FunnelRules.Unit.SESSION)
                        .by("channel")
                        .asOfMinute(AS_OF),
                LetterFunnel.of("D E D").per(FunnelRules.Unit.JOURNEY).asOfMinute(AS_OF));
        List<FunnelRules> rules = funnels.stream().map(LetterFunnel::rules).toList();
        ConditionIndex index = new ConditionIndex(rules.stream()
                .flatMap(funnel -> funnel.steps().stream())
                .map(FunnelStep::condition)
                .toList());
        FunnelQuestion together = new FunnelQuestion(rules, index, List.of());
        FunnelCounts counts = together.begin(funnels.get(0).asOf());
        for (String letters : CUSTOMERS) {
            counts.add(LetterFunnel.history(index, funnels.get(0).asOf(), Histories.touchpoints("c", letters)));
        }
        List<List<Object>> apart = new ArrayList<>();
        for (LetterFunnel funnel : funnels) {
            List<List<?>> tables = rows(reportOf(funnel));
            for (int table = 0; table < tables.size(); table++) {
                if (apart.size() == table) {
                    apart.add(new ArrayList<>());
                }
                apart.get(table).addAll(tables.get(table));
            }
        }

        assertThat(rows(together.report(counts))).isEqualTo(apart);
    }

    @Test
    void takingPartsInChangesNoPart() {
        LetterFunnel funnel = funnel(FunnelRules.Unit.SESSION);
        FunnelCounts part = funnel.count(CUSTOMERS.get(0), CUSTOMERS.get(1));
        List<List<?>> before = rows(funnel.question().report(part));

        FunnelCounts merged = funnel.question().begin(funnel.asOf());
        merged.merge(part);
        merged.merge(funnel.count(CUSTOMERS.toArray(String[]::new)));

        assertThat(rows(funnel.question().report(part))).isEqualTo(before);
    }

    @Test
    void tiesTogetherNeverReachLessThanStrictOnes() {
        long strictTotal = 0;
        long togetherTotal = 0;
        for (String letters : CUSTOMERS) {
            LetterFunnel funnel = funnel(FunnelRules.Unit.CUSTOMER);
            int together = levelOrNone(funnel, letters);
            int strict = levelOrNone(funnel.strictTies(), letters);
            assertThat(together).isGreaterThanOrEqualTo(strict);
            strictTotal += strict;
            togetherTotal += together;
        }
        assertThat(togetherTotal).isGreaterThan(strictTotal);
    }

    @Test
    void aLongerWindowNeverReachesLess() {
        long shortest = 0;
        long longest = 0;
        for (String letters : CUSTOMERS) {
            int former = 0;
            for (int minutes : new int[] {0, 1, 5, 20, 80, 1000}) {
                int level = levelOrNone(LetterFunnel.of("A B AC D").within(minutes), letters);
                assertThat(level).isGreaterThanOrEqualTo(former);
                former = level;
                shortest += minutes == 0 ? level : 0;
            }
            longest += former;
            assertThat(levelOrNone(LetterFunnel.of("A B AC D"), letters)).isEqualTo(former);
        }
        assertThat(longest).isGreaterThan(shortest);
    }

    private static int levelOrNone(LetterFunnel funnel, String letters) {
        return funnel.track(funnel.history(letters)).map(LetterProgress::level).orElse(0);
    }

    private static List<FunnelStepsRow> report(LetterFunnel funnel) {
        return LetterFunnel.steps(reportOf(funnel));
    }

    private static List<TableContent<?>> reportOf(LetterFunnel funnel) {
        return funnel.question().report(funnel.count(CUSTOMERS.toArray(String[]::new)));
    }

    private static List<List<?>> rows(List<TableContent<?>> report) {
        return report.stream().<List<?>>map(TableContent::rows).toList();
    }

    private static Map<String, List<FunnelStepsRow>> byValue(List<FunnelStepsRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.breakdown() + " " + row.breakdownValue(), TreeMap::new, Collectors.toList()));
    }

    private static long sum(
            List<FunnelStepsRow> rows, String breakdown, int step, ToLongFunction<FunnelStepsRow> count) {
        return rows.stream()
                .filter(row -> row.breakdown().equals(breakdown) && row.step() == step)
                .mapToLong(count)
                .sum();
    }

    private static List<List<String>> cut(int parts) {
        return IntStream.range(0, parts)
                .mapToObj(part -> IntStream.range(0, CUSTOMERS.size())
                        .filter(i -> i % parts == part)
                        .mapToObj(CUSTOMERS::get)
                        .toList())
                .toList();
    }

    /** As the counts of a task arrive at the driver. */
    private static FunnelCounts travelled(FunnelCounts counts) throws IOException, ClassNotFoundException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(counts);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (FunnelCounts) in.readObject();
        }
    }

    /** Up to 30 touchpoints within {@link #AS_OF} minutes, on three channels or none. */
    private static List<String> randomHistories(int count, long seed) {
        Random random = new Random(seed);
        return IntStream.range(0, count).mapToObj(i -> randomHistory(random)).toList();
    }

    private static String randomHistory(Random random) {
        int[] minutes =
                random.ints(1 + random.nextInt(30), 0, AS_OF + 1).sorted().toArray();
        return IntStream.of(minutes)
                .mapToObj(minute -> "ABCDE".charAt(random.nextInt(5))
                        + String.valueOf(minute / 5 * 5)
                        + List.of("", "/web", "/app", "/shop").get(random.nextInt(4)))
                .collect(Collectors.joining(" "));
    }
}
