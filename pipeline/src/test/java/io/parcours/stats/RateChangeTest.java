package io.parcours.stats;

import static io.parcours.stats.ChangeTables.reached;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The parts of the change of a rate: by hand, against all orders of changes, and what must hold of any counts. */
class RateChangeTest {
    private static final Offset<Double> EXACT = within(1e-12);

    @Test
    void everyValueRisesAndTheTotalFallsBecauseOfTheMix() {
        // Rates .5 to .6 and .1 to .15, shares .6 to .4 and .4 to .6. Mix: -.2 x .55 + .2 x .125 = -.085;
        // step 2: .5 x .1 + .5 x .05 = .075.
        RateChange change = between(
                reached(new long[] {60, 30}, new long[] {40, 4}), reached(new long[] {40, 24}, new long[] {60, 9}));

        assertThat(change.total().contribution()).isEqualTo(-.01, EXACT);
        assertThat(change.mix().contribution()).isEqualTo(-.085, EXACT);
        assertThat(change.steps()).hasSize(1);
        assertThat(change.steps().get(0).contribution()).isEqualTo(.075, EXACT);
    }

    @Test
    void theRatesOfTwoStepsByHand() {
        // .5 to .6, then .4 to .2: step 2 .1 x .3 = .03, step 3 -.2 x .55 = -.11.
        RateChange change = between(reached(new long[] {100, 50, 20}), reached(new long[] {50, 30, 6}));

        assertThat(change.total().contribution()).isEqualTo(-.08, EXACT);
        assertThat(change.mix().contribution()).isZero();
        assertThat(change.steps().get(0).contribution()).isEqualTo(.03, EXACT);
        assertThat(change.steps().get(1).contribution()).isEqualTo(-.11, EXACT);
    }

    @Test
    void theMixIsEverythingWhereNoRateOfAnyValueChanges() {
        RateChange change = between(
                reached(new long[] {300, 100, 50}, new long[] {30, 20, 4}),
                reached(new long[] {60, 20, 10}, new long[] {600, 400, 80}));

        assertThat(change.total().contribution()).isNotZero();
        assertThat(change.mix().contribution()).isEqualTo(change.total().contribution(), EXACT);
        assertThat(change.steps())
                .allSatisfy(step -> assertThat(step.contribution()).isZero());
    }

    @Test
    void whatDoesNotChangeContributesNothing() {
        Random random = new Random(3);
        for (int round = 0; round < 200; round++) {
            ComparedCounts counts = ChangeTables.random(random, 3, 4, 20);
            RateChange change = between(counts.before(), counts.before());

            assertThat(contributions(change)).containsOnly(0.0);
        }
    }

    @Test
    void theMeanOverAllOrdersOfChangesIsFound() {
        Random random = new Random(7);
        for (int round = 0; round < 400; round++) {
            ComparedCounts counts = ChangeTables.random(random, 1 + random.nextInt(3), 1 + random.nextInt(5), 12);
            double[] expected = overAllOrders(counts);
            double[] actual = ChangeParts.of(counts);

            for (int part = 0; part < expected.length; part++) {
                assertThat(actual[part]).isEqualTo(expected[part], EXACT);
            }
        }
    }

    @Test
    void thePartsAddUpToTheTotal() {
        Random random = new Random(11);
        for (int round = 0; round < 300; round++) {
            int steps = 1 + random.nextInt(32);
            RateChange change = of(ChangeTables.random(random, 1 + random.nextInt(100), steps, 200));
            double sum = change.mix().contribution();
            for (ChangePart step : change.steps()) {
                sum += step.contribution();
            }

            assertThat(change.steps()).hasSize(steps - 1);
            assertThat(sum).isEqualTo(change.total().contribution(), EXACT);
        }
    }

    @Test
    void turningThePeriodsAroundTurnsTheSigns() {
        Random random = new Random(13);
        for (int round = 0; round < 100; round++) {
            ComparedCounts counts = ChangeTables.random(random, 3, 5, 30);
            double[] forth = ChangeParts.of(counts);
            double[] back = ChangeParts.of(new ComparedCounts(counts.after(), counts.before()));

            for (int part = 0; part < forth.length; part++) {
                assertThat(back[part]).isEqualTo(-forth[part], EXACT);
            }
        }
    }

    @Test
    void aValueThatIsNewContributesByTheMixAlone() {
        // The first value keeps its rate, the second has none before: nothing can be said of its change.
        RateChange change = between(
                reached(new long[] {100, 50}, new long[] {0, 0}), reached(new long[] {50, 25}, new long[] {50, 5}));

        assertThat(change.steps().get(0).contribution()).isZero();
        assertThat(change.mix().contribution()).isEqualTo(-.2, EXACT);
    }

    @Test
    void aFunnelOfOneStepNeverChanges() {
        RateChange change = between(reached(new long[] {7}, new long[] {3}), reached(new long[] {1}, new long[] {11}));

        assertThat(change.total()).isEqualTo(new ChangePart(0, 0, 0));
        assertThat(change.mix().contribution()).isZero();
        assertThat(change.steps()).isEmpty();
    }

    @Test
    void thePartsLieWithinTheirIntervals() {
        Random random = new Random(17);
        for (int round = 0; round < 200; round++) {
            RateChange change = of(ChangeTables.random(random, 3, 4, 8));
            List<ChangePart> parts = new ArrayList<>(change.steps());
            parts.add(change.mix());
            parts.add(change.total());
            assertThat(parts).allSatisfy(part -> {
                assertThat(part.contribution()).isBetween(part.low(), part.high());
                assertThat(part.low()).isGreaterThanOrEqualTo(-1);
                assertThat(part.high()).isLessThanOrEqualTo(1);
            });
        }
    }

    @Test
    void theIntervalOfTheTotalOfOneValueByHand() {
        // 50 of 100 and 60 of 100: drawn by four units, 50 + 2 x 51 / 102 + 1 of 104 = .5 and
        // 60 + 2 x 61 / 102 + 1 of 104 = .598039; sqrt(.25 / 100 + .240388 / 100) = .070027; x 1.959964 = .137251.
        RateChange change = between(reached(new long[] {100, 50}), reached(new long[] {100, 60}));

        assertThat(change.total().contribution()).isEqualTo(.1, EXACT);
        assertThat(change.total().low()).isEqualTo(.1 - .137251, within(1e-5));
        assertThat(change.total().high()).isEqualTo(.1 + .137251, within(1e-5));
        assertThat(change.steps().get(0)).isEqualTo(change.total());
    }

    @Test
    void ratesOfZeroAndOneAreNotCertain() {
        for (long reached : new long[] {0, 20}) {
            LastStepCounts period = reached(new long[] {20, reached});
            ChangePart total = between(period, period).total();

            assertThat(total.contribution()).isZero();
            assertThat(total.high()).isBetween(.05, .3);
            assertThat(total.low()).isEqualTo(-total.high());
        }
    }

    @Test
    void leavingOutGroupsByHand() {
        // Without the first group .4 to .6, without the second .6 to .4: 1/2 x (.2² + .2²); the third is empty.
        ComparedCounts first = new ComparedCounts(reached(new long[] {5, 3}), reached(new long[] {5, 2}));
        ComparedCounts second = new ComparedCounts(reached(new long[] {5, 2}), reached(new long[] {5, 3}));
        ComparedCounts none = new ComparedCounts(reached(new long[] {0, 0}), reached(new long[] {0, 0}));
        ComparedCounts all = new ComparedCounts(reached(new long[] {10, 5}), reached(new long[] {10, 5}));
        GroupJackknife jackknife = new GroupJackknife(all, List.of(first, second, none)::get, 3);

        assertThat(jackknife.filled()).isEqualTo(2);
        assertThat(jackknife.variance(1)).isEqualTo(.04, EXACT);
        assertThat(jackknife.variance(2)).isEqualTo(.04, EXACT);
    }

    @Test
    void aPeriodWithoutUnitsIsRefused() {
        LastStepCounts some = reached(new long[] {3, 1});
        LastStepCounts none = reached(new long[] {0, 0});

        assertThatThrownBy(() -> between(some, none)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> between(none, some)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void periodsOfDifferentStepsAreRefused() {
        assertThatThrownBy(() -> new ComparedCounts(reached(new long[] {3, 1}), reached(new long[] {3})))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static RateChange between(LastStepCounts before, LastStepCounts after) {
        return of(new ComparedCounts(before, after));
    }

    private static RateChange of(ComparedCounts counts) {
        return RateChange.between(counts);
    }

    private static List<Double> contributions(RateChange change) {
        List<Double> contributions = new ArrayList<>();
        contributions.add(change.total().contribution());
        contributions.add(change.mix().contribution());
        change.steps().forEach(step -> contributions.add(step.contribution()));
        return contributions;
    }

    /** The definition: in every order, each part in turn goes from before to after. */
    private static double[] overAllOrders(ComparedCounts counts) {
        int parts = counts.steps();
        double[] sums = new double[parts];
        List<int[]> orders = orders(parts);
        for (int[] order : orders) {
            boolean[] isAfter = new boolean[parts];
            for (int part : order) {
                double former = rate(counts, isAfter);
                isAfter[part] = true;
                sums[part] += rate(counts, isAfter) - former;
            }
        }
        for (int part = 0; part < parts; part++) {
            sums[part] /= orders.size();
        }
        return sums;
    }

    /** The final rate with these parts as they are after, the others as before. */
    private static double rate(ComparedCounts counts, boolean[] isAfter) {
        double rate = 0;
        for (int value = 0; value < counts.values(); value++) {
            LastStepCounts shares = isAfter[0] ? counts.after() : counts.before();
            double product = (double) shares.reached(value, 1) / shares.reached(1);
            for (int step = 2; step <= counts.steps(); step++) {
                LastStepCounts own = isAfter[step - 1] ? counts.after() : counts.before();
                LastStepCounts other = isAfter[step - 1] ? counts.before() : counts.after();
                LastStepCounts rates = own.reached(value, step - 1) > 0 ? own : other;
                long base = rates.reached(value, step - 1);
                product *= base > 0 ? (double) rates.reached(value, step) / base : .5;
            }
            rate += product;
        }
        return rate;
    }

    private static List<int[]> orders(int size) {
        List<int[]> orders = new ArrayList<>();
        collect(new int[size], 0, new boolean[size], orders);
        return orders;
    }

    private static void collect(int[] order, int filled, boolean[] isUsed, List<int[]> orders) {
        if (filled == order.length) {
            orders.add(order.clone());
            return;
        }
        for (int part = 0; part < order.length; part++) {
            if (!isUsed[part]) {
                isUsed[part] = true;
                order[filled] = part;
                collect(order, filled + 1, isUsed, orders);
                isUsed[part] = false;
            }
        }
    }
}
