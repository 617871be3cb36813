package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.PublicLog;
import io.parcours.stats.KaplanMeier.Point;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.junit.jupiter.api.Test;

class LogRankTest {
    /** Weeks to relapse; E. J. Freireich and others, Blood 21 (1963) 699-716, as every textbook prints them. */
    private static final String DRUG = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+";

    private static final String PLACEBO = "1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23";

    /** Somebody observed. */
    private record Unit(int group, int day, boolean isEvent) {}

    @Test
    void freireichsRemissionsAreThePublishedOnes() {
        ObservedDays drug = days(DRUG);
        List<Point> curve = KaplanMeier.curve(drug);
        // J. D. Kalbfleisch and R. L. Prentice (1980); D. R. Cox and D. Oakes (1984).
        assertThat(at(curve, 6).survival()).isCloseTo(.857, within(5e-4));
        assertThat(at(curve, 6).standardError()).isCloseTo(.0764, within(5e-5));
        assertThat(at(curve, 23).survival()).isCloseTo(.448, within(5e-4));
        assertThat(at(curve, 23).standardError()).isCloseTo(.1346, within(5e-5));

        LogRank logRank = new LogRank(List.of(drug, days(PLACEBO)));
        ChiSquare test = logRank.ofGroup(0).orElseThrow();
        assertThat(test.statistic()).isCloseTo(16.793, within(5e-4));
        assertThat(test.degrees()).isEqualTo(1);
        assertThat(test.pValue()).isCloseTo(4.17e-5, within(5e-8));
        // 9 relapses observed with the drug against 19.25 expected.
        assertThat(logRank.expected(0)).isCloseTo(19.25, within(5e-3));
        assertThat(logRank.expected(1)).isCloseTo(10.75, within(5e-3));
    }

    @Test
    void waltonsFliesDieApart() {
        Map<String, ObservedDays> groups = new TreeMap<>();
        for (String line : PublicLog.lines("waltons/waltons_dataset.csv").subList(1, 164)) {
            String[] fields = line.strip().split(",");
            ObservedDays days = groups.computeIfAbsent(fields[2], group -> new ObservedDays());
            int day = (int) Double.parseDouble(fields[0]);
            if (Double.parseDouble(fields[1]) == 1) {
                days.addEvent(day);
            } else {
                days.addCensoring(day);
            }
        }
        ChiSquare test = new LogRank(List.copyOf(groups.values())).ofAll().orElseThrow();
        assertThat(groups.keySet()).containsExactly("control", "miR-137");
        assertThat(test.statistic()).isCloseTo(122, within(.5));
        // The first day by which half are dead.
        assertThat(groups.values().stream().map(LogRankTest::median)).containsExactly(58, 26);
    }

    @Test
    void twoGroupsHaveOneTestFromBothSidesAndAtOnce() {
        // By hand: day 1, one of 4 dies, in A: expected 2/4, variance 1/4. Day 2, one of 3, in B: expected in A 1/3,
        // variance 2/9. Day 3, one of 2, in A: 1/2, 1/4. Day 4: nobody is left in A. O - E = 2 - 4/3 = 2/3, V = 13/18.
        LogRank logRank = new LogRank(List.of(days("1 3"), days("2 4")));
        assertThat(logRank.expected(0)).isCloseTo(4 / 3.0, within(1e-15));
        assertThat(logRank.ofGroup(0).orElseThrow().statistic()).isCloseTo(8 / 13.0, within(1e-15));
        assertThat(logRank.ofGroup(1).orElseThrow().statistic()).isCloseTo(8 / 13.0, within(1e-15));
        assertThat(logRank.ofAll().orElseThrow().statistic()).isCloseTo(8 / 13.0, within(1e-15));
    }

    @Test
    void whereNothingCouldBeOtherwiseThereIsNoTest() {
        assertThat(new LogRank(List.of()).ofAll()).isEmpty();
        for (List<ObservedDays> groups : List.of(
                // One group, no event, everybody on one day, one group gone before the first event, nobody in one.
                List.of(days("1 2 3+")),
                List.of(days("1+ 2+"), days("5+")),
                List.of(days("3 3"), days("3 2+")),
                List.of(days("1 2 4"), days("0+ 0+")),
                List.of(days("1 2 4"), new ObservedDays()))) {
            LogRank logRank = new LogRank(groups);
            assertThat(logRank.ofAll()).isEmpty();
            for (int group = 0; group < groups.size(); group++) {
                assertThat(logRank.ofGroup(group)).isEmpty();
                assertThat(logRank.expected(group)).isCloseTo(groups.get(group).events(), within(1e-15));
            }
        }
    }

    @Test
    void groupsGoneBeforeTheFirstEventTakeNoDegreeOfFreedom() {
        List<ObservedDays> groups = List.of(days("2 5 7+"), days("1+"), days("3 3 9"), days("2+ 4"));
        ChiSquare test = new LogRank(groups).ofAll().orElseThrow();
        assertThat(test.degrees()).isEqualTo(2);
        assertThat(test)
                .isEqualTo(new LogRank(List.of(groups.get(0), groups.get(2), groups.get(3)))
                        .ofAll()
                        .orElseThrow());
        assertThat(new LogRank(groups).ofGroup(1)).isEmpty();
    }

    @Test
    void everyStatisticIsThatOfTheDefinition() {
        Random random = new Random(21);
        for (int round = 0; round < 300; round++) {
            int groups = 2 + random.nextInt(4);
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < 2 + random.nextInt(60); i++) {
                units.add(new Unit(random.nextInt(groups), random.nextInt(12), random.nextInt(3) > 0));
            }
            LogRank logRank = new LogRank(grouped(units, groups));
            for (int group = 0; group < groups; group++) {
                int one = group;
                List<Unit> two = units.stream()
                        .map(unit -> new Unit(unit.group() == one ? 1 : 0, unit.day(), unit.isEvent()))
                        .toList();
                assertSame(logRank.ofGroup(group).orElse(null), plain(two, 2));
            }
            assertSame(logRank.ofAll().orElse(null), plain(units, groups));
        }
    }

    @Test
    void withoutAnyDifferenceEveryPValueIsAsLikely() {
        // 2,000 logs of three groups at random: 100 of the p values of all at once are expected below .05 (+- 9.7).
        int[] below = new int[3];
        double sum = 0;
        for (int seed = 0; seed < 2_000; seed++) {
            Random random = new Random(seed);
            List<Unit> units = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                int event = (int) (-30 * StrictMath.log(1 - random.nextDouble()));
                int censoring = random.nextInt(90);
                units.add(new Unit(random.nextInt(3), Math.min(event, censoring), event <= censoring));
            }
            LogRank logRank = new LogRank(grouped(units, 3));
            double p = logRank.ofAll().orElseThrow().pValue();
            sum += p;
            below[0] += p < .05 ? 1 : 0;
            below[1] += p < .5 ? 1 : 0;
            below[2] += logRank.ofGroup(1).orElseThrow().pValue() < .05 ? 1 : 0;
        }
        assertThat(below[0]).isBetween(70, 130);
        assertThat(below[1]).isBetween(930, 1_070);
        assertThat(below[2]).isBetween(70, 130);
        assertThat(sum / 2_000).isCloseTo(.5, within(.02));
    }

    @Test
    void aDifferenceOfOneInAHundredGroupsIsTheOnlyFinding() {
        Random random = new Random(3);
        List<ObservedDays> groups = new ArrayList<>();
        for (int group = 0; group < 100; group++) {
            ObservedDays days = new ObservedDays();
            for (int i = 0; i < 200; i++) {
                days.addEvent((int) (-(group == 42 ? 60 : 30) * StrictMath.log(1 - random.nextDouble())));
            }
            groups.add(days);
        }
        LogRank logRank = new LogRank(groups);
        double[] q = FalseDiscoveryRate.of(groups.stream()
                .mapToDouble(days ->
                        logRank.ofGroup(groups.indexOf(days)).orElseThrow().pValue())
                .toArray());
        for (int group = 0; group < 100; group++) {
            assertThat(q[group] < .01).isEqualTo(group == 42);
        }
        assertThat(logRank.ofAll().orElseThrow().degrees()).isEqualTo(99);
    }

    @Test
    void ofTooManyGroupsOnlyEachIsTested() {
        List<ObservedDays> groups = new ArrayList<>(Collections.nCopies(LogRank.MOST_GROUPS, days("1 2 9+")));
        assertThat(new LogRank(groups).ofAll()).isPresent();
        groups.add(days("3 4"));
        assertThat(new LogRank(groups).ofAll()).isEmpty();
        assertThat(new LogRank(groups).ofGroup(1_000)).isPresent();
    }

    @Test
    void aSingleUnitBesideAHundredMillionKeepsItsDigits() {
        ObservedDays many = days("1 2 3 4+ 5");
        ObservedDays more = days("1 1 2 5 6+");
        for (int doubled = 0; doubled < 25; doubled++) {
            for (ObservedDays days : List.of(many, more)) {
                ObservedDays same = new ObservedDays();
                same.merge(days);
                days.merge(same);
            }
        }
        ObservedDays single = days("3");
        double first = statistic(single, many, more);
        assertThat(many.units()).isEqualTo(5L << 25);
        assertThat(statistic(many, single, more)).isCloseTo(first, within(first * 1e-13));
        assertThat(statistic(more, many, single)).isCloseTo(first, within(first * 1e-13));
    }

    private static double statistic(ObservedDays... groups) {
        return new LogRank(List.of(groups)).ofAll().orElseThrow().statistic();
    }

    @Test
    void largeStatisticsHaveTinyPValues() {
        assertThat(new ChiSquare(0, 1).pValue()).isEqualTo(1);
        assertThat(new ChiSquare(3.841458820694124, 1).pValue()).isCloseTo(.05, within(1e-12));
        assertThat(new ChiSquare(1_074.679, 1_000).pValue()).isCloseTo(.05, within(1e-5));
        for (double statistic : new double[] {1e3, 1e6, 1e12}) {
            assertThat(new ChiSquare(statistic, 3).pValue()).isBetween(0.0, 1e-200);
            assertThat(new ChiSquare(statistic, 1).pValue()).isBetween(0.0, 1e-200);
        }
    }

    @Test
    void mergedDaysAreTheWhole() {
        ObservedDays whole = days("1 1 4+ 7 9");
        ObservedDays merged = days("1 7 9");
        merged.merge(days("1 4+"));
        assertThat(KaplanMeier.curve(merged)).isEqualTo(KaplanMeier.curve(whole));
        assertThat(merged.units()).isEqualTo(5);
        assertThat(merged.events()).isEqualTo(4);
    }

    /** The test from its definition: sums over all days and units, and a general solver; null where it is singular. */
    private static ChiSquare plain(List<Unit> units, int groups) {
        double[] excess = new double[groups];
        double[][] covariance = new double[groups][groups];
        boolean[] compared = new boolean[groups];
        for (int day = 0; day <= 100; day++) {
            int now = day;
            double n = units.stream().filter(unit -> unit.day() >= now).count();
            double d = units.stream()
                    .filter(unit -> unit.day() == now && unit.isEvent())
                    .count();
            if (d == 0) {
                continue;
            }
            double[] part = new double[groups];
            for (Unit unit : units) {
                part[unit.group()] += unit.day() >= now ? 1 / n : 0;
                excess[unit.group()] += unit.day() == now && unit.isEvent() ? 1 : 0;
            }
            for (int g = 0; g < groups; g++) {
                excess[g] -= d * part[g];
                compared[g] |= part[g] > 0;
                for (int h = 0; h < groups && n > 1; h++) {
                    covariance[g][h] += d * (n - d) / (n - 1) * part[g] * ((g == h ? 1 : 0) - part[h]);
                }
            }
        }
        List<Integer> free = new ArrayList<>();
        for (int g = 0; g < groups; g++) {
            if (compared[g]) {
                free.add(g);
            }
        }
        // Without the last of them, where the other way leaves out the largest.
        return free.size() < 2 ? null : solved(excess, covariance, free.subList(0, free.size() - 1));
    }

    private static ChiSquare solved(double[] excess, double[][] covariance, List<Integer> free) {
        RealMatrix matrix = new Array2DRowRealMatrix(free.size(), free.size());
        RealVector vector = new ArrayRealVector(free.size());
        for (int row = 0; row < free.size(); row++) {
            vector.setEntry(row, excess[free.get(row)]);
            for (int column = 0; column < free.size(); column++) {
                matrix.setEntry(row, column, covariance[free.get(row)][free.get(column)]);
            }
        }
        LUDecomposition decomposition = new LUDecomposition(matrix);
        return decomposition.getDeterminant() == 0
                ? null
                : new ChiSquare(vector.dotProduct(decomposition.getSolver().solve(vector)), free.size());
    }

    private static void assertSame(ChiSquare actual, ChiSquare expected) {
        if (expected == null) {
            assertThat(actual).isNull();
            return;
        }
        assertThat(actual.degrees()).isEqualTo(expected.degrees());
        assertThat(actual.statistic()).isCloseTo(expected.statistic(), within(1e-9 * (1 + expected.statistic())));
    }

    private static List<ObservedDays> grouped(List<Unit> units, int groups) {
        List<ObservedDays> grouped = new ArrayList<>();
        for (int group = 0; group < groups; group++) {
            grouped.add(new ObservedDays());
        }
        for (Unit unit : units) {
            if (unit.isEvent()) {
                grouped.get(unit.group()).addEvent(unit.day());
            } else {
                grouped.get(unit.group()).addCensoring(unit.day());
            }
        }
        return grouped;
    }

    /** Days of events, and with a plus of censorings. */
    private static ObservedDays days(String text) {
        ObservedDays days = new ObservedDays();
        for (String word : text.split(" ")) {
            if (word.endsWith("+")) {
                days.addCensoring(Integer.parseInt(word.substring(0, word.length() - 1)));
            } else {
                days.addEvent(Integer.parseInt(word));
            }
        }
        return days;
    }

    private static Point at(List<Point> curve, int day) {
        return curve.stream()
                .filter(point -> point.seconds() == day * 86_400.0)
                .findFirst()
                .orElseThrow();
    }

    private static int median(ObservedDays days) {
        return KaplanMeier.curve(days).stream()
                .filter(point -> point.survival() <= .5)
                .mapToInt(point -> (int) (point.seconds() / 86_400))
                .findFirst()
                .orElseThrow();
    }
}
