package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OutcomeRanksTest {

    /** A case with the cells of two scores. */
    private record Case(int first, int second, boolean isHit) {}

    @Test
    void theAreaIsTheShareOfPairsInTheRightOrder() {
        // Hits 2 and 1, misses 0 and 1: three pairs right, one equal.
        OutcomeRanks ranks = new OutcomeRanks(3);
        ranks.add(2, true);
        ranks.add(1, true);
        ranks.add(0, false);
        ranks.add(1, false);
        assertThat(ranks.area()).isEqualTo(3.5 / 4);
    }

    @Test
    void areasAndTheirDifferenceAreThoseOfThePlainDefinitionHoweverDealtOut() {
        Random random = new Random(9);
        for (int round = 0; round < 50; round++) {
            List<Case> cases = cases(random, 20 + random.nextInt(200));
            OutcomeRanks first = new OutcomeRanks(30);
            OutcomeRanks second = new OutcomeRanks(30);
            OutcomeRanks rest = new OutcomeRanks(30);
            for (Case one : cases) {
                (random.nextBoolean() ? first : rest).add(one.first(), one.isHit());
                second.add(one.second(), one.isHit());
            }
            first.merge(rest);
            PairedAreas areas = new PairedAreas(first, second);
            PairedAreas other = new PairedAreas(first, second);
            cases.forEach(one -> (random.nextBoolean() ? areas : other).add(one.first(), one.second(), one.isHit()));
            areas.merge(other);

            double[] plain = plain(cases);
            assertThat(first.area()).isCloseTo(plain[0], within(1e-12));
            assertThat(first.areaError()).isCloseTo(plain[1], within(1e-9));
            assertThat(areas.difference()).isCloseTo(plain[2], within(1e-12));
            assertThat(areas.standardError()).isCloseTo(plain[3], within(1e-6));
        }
    }

    @Test
    void twoEqualScoresDifferByNothing() {
        Random random = new Random(10);
        OutcomeRanks ranks = new OutcomeRanks(30);
        List<Case> cases = cases(random, 100);
        cases.forEach(one -> ranks.add(one.first(), one.isHit()));
        PairedAreas areas = new PairedAreas(ranks, ranks);
        cases.forEach(one -> areas.add(one.first(), one.first(), one.isHit()));
        assertThat(areas.interval()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void oneCaseAloneHasNoStandardError() {
        for (boolean isLonelyHit : new boolean[] {true, false}) {
            OutcomeRanks ranks = new OutcomeRanks(3);
            ranks.add(2, isLonelyHit);
            ranks.add(0, !isLonelyHit);
            ranks.add(1, !isLonelyHit);
            PairedAreas areas = new PairedAreas(ranks, ranks);
            areas.add(2, 2, isLonelyHit);
            areas.add(0, 0, !isLonelyHit);
            areas.add(1, 1, !isLonelyHit);
            assertThat(ranks.area()).isEqualTo(isLonelyHit ? 1 : 0);
            assertThatThrownBy(ranks::areaError).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(areas::standardError).isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(areas::interval).isInstanceOf(IllegalStateException.class);
        }
    }

    private static List<Case> cases(Random random, int size) {
        List<Case> cases = new ArrayList<>(List.of(new Case(3, 4, true), new Case(4, 3, false)));
        for (int i = 0; i < size; i++) {
            boolean isHit = random.nextInt(3) == 0;
            int common = random.nextInt(10) + (isHit ? 5 : 0);
            cases.add(new Case(common + random.nextInt(10), common + random.nextInt(14), isHit));
        }
        return cases;
    }

    /** Area of the first score, its standard error, the difference of areas, its standard error: pair by pair. */
    private static double[] plain(List<Case> cases) {
        List<Case> hits = cases.stream().filter(Case::isHit).toList();
        List<Case> misses = cases.stream().filter(one -> !one.isHit()).toList();
        List<double[]> ofHits = new ArrayList<>();
        for (Case hit : hits) {
            double first = 0;
            double second = 0;
            for (Case miss : misses) {
                first += above(hit.first(), miss.first());
                second += above(hit.second(), miss.second());
            }
            ofHits.add(new double[] {first / misses.size(), (first - second) / misses.size()});
        }
        List<double[]> ofMisses = new ArrayList<>();
        for (Case miss : misses) {
            double first = 0;
            double second = 0;
            for (Case hit : hits) {
                first += above(hit.first(), miss.first());
                second += above(hit.second(), miss.second());
            }
            ofMisses.add(new double[] {first / hits.size(), (first - second) / hits.size()});
        }
        double[] found = new double[4];
        for (int i = 0; i < 2; i++) {
            found[2 * i] = mean(ofHits, i);
            found[2 * i + 1] = Math.sqrt(variance(ofHits, i) / hits.size() + variance(ofMisses, i) / misses.size());
        }
        return found;
    }

    private static double above(int one, int other) {
        return one > other ? 1 : one == other ? 0.5 : 0;
    }

    private static double mean(List<double[]> values, int index) {
        return values.stream().mapToDouble(value -> value[index]).average().orElseThrow();
    }

    private static double variance(List<double[]> values, int index) {
        double mean = mean(values, index);
        return values.size() < 2
                ? 0
                : values.stream()
                                .mapToDouble(value -> Math.pow(value[index] - mean, 2))
                                .sum()
                        / (values.size() - 1);
    }
}
