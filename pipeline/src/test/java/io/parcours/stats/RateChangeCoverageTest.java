package io.parcours.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * How often the 95 % intervals hold the truth, on drawn logs of known probabilities. Figures of many rounds:
 * {@code -Dparcours.coverage.rounds=10000}.
 */
class RateChangeCoverageTest {
    private static final int ROUNDS = Integer.getInteger("parcours.coverage.rounds", 300);
    private static final int GROUPS = 64;

    /** A log of which everything is known: units (of customers of two kinds) by share, kind and rates. */
    private enum World {
        COMMON(800, 1, 3, .8, new double[] {.6, .5}, new double[] {.5, .55}),
        UNLIKE(800, 1, 3, .3, new double[] {.8, .7}, new double[] {.7, .7}),
        FEW(60, 1, 2, .8, new double[] {.5, .5}, new double[] {.6, .3}),
        RARE(1500, 1, 3, .8, new double[] {.1, .3}, new double[] {.08, .3}),
        SPARSE(400, 1, 150, .8, new double[] {.4, .5}, new double[] {.5, .5}),
        LONG(600, 1, 3, .8, new double[] {.9, .8, .9, .7, .9, .8, .9}, new double[] {.9, .8, .8, .8, .9, .8, .9}),
        SESSIONS(200, 4, 3, .8, new double[] {.6, .5}, new double[] {.5, .55}),
        UNLIKE_SESSIONS(200, 4, 3, .3, new double[] {.8, .7}, new double[] {.7, .7}),
        FEW_CUSTOMERS(40, 6, 2, .8, new double[] {.6, .5}, new double[] {.5, .5});

        private final int customers;
        private final int unitsPerCustomer;
        private final int values;
        private final double contrast;
        private final double[][] rates;
        private final double[][] shares = new double[2][];

        World(int customers, int unitsPerCustomer, int values, double contrast, double[] before, double[] after) {
            this.customers = customers;
            this.unitsPerCustomer = unitsPerCustomer;
            this.values = values;
            this.contrast = contrast;
            this.rates = new double[][] {before, after};
            for (int period = 0; period < 2; period++) {
                // Falling with the value before, less so after.
                double slope = period == 0 ? 1 : .6;
                double[] weights = IntStream.range(0, values)
                        .mapToDouble(value -> 1 / (1 + value * slope))
                        .toArray();
                double sum = Arrays.stream(weights).sum();
                shares[period] =
                        Arrays.stream(weights).map(weight -> weight / sum).toArray();
            }
        }

        int steps() {
            return rates[0].length + 1;
        }

        double share(int period, int value) {
            return shares[period][value];
        }

        /** Every other value has lower rates. Half of all customers are good ones, with fewer losses, where a customer has several units. */
        double rate(int period, int value, int factor, boolean isGood) {
            double rate = rates[period][factor] * (value % 2 == 0 ? 1 : contrast);
            return unitsPerCustomer == 1 ? rate : isGood ? 1 - (1 - rate) * .5 : rate * .5;
        }

        /** The probabilities as counts so great that rounding does not show. */
        ComparedCounts truth() {
            return new ComparedCounts(truth(0), truth(1));
        }

        private LastStepCounts truth(int period) {
            long[][] reached = new long[values][steps()];
            for (int value = 0; value < values; value++) {
                for (boolean isGood : new boolean[] {true, false}) {
                    double probability = share(period, value) / 2;
                    for (int step = 1; step <= steps(); step++) {
                        reached[value][step - 1] += Math.round(probability * 1e15);
                        probability *= step < steps() ? rate(period, value, step - 1, isGood) : 1;
                    }
                }
            }
            return ChangeTables.reached(reached);
        }
    }

    @ParameterizedTest
    @EnumSource(World.class)
    void theIntervalsHoldTheTruthAsOftenAsTheySay(World world) {
        double[] truth = ChangeParts.of(world.truth());
        int[] covered = new int[truth.length + 1];
        Random random = new Random(5);
        for (int round = 0; round < ROUNDS; round++) {
            RateChange change = drawn(world, random);
            count(change.total(), ChangeParts.total(world.truth()), covered, 0);
            count(change.mix(), truth[0], covered, 1);
            for (int part = 1; part < truth.length; part++) {
                count(change.steps().get(part - 1), truth[part], covered, part + 1);
            }
        }
        double[] coverage = Arrays.stream(covered)
                .mapToDouble(count -> (double) count / ROUNDS)
                .toArray();
        if (ROUNDS > 1000) {
            System.err.println(world + " total, mix, steps: " + Arrays.toString(coverage));
        }

        // Of 300 rounds at 95 % fewer than 91 % are covered once in a thousand times.
        assertThat(Arrays.stream(coverage).min().orElseThrow()).isGreaterThan(.91);
    }

    private static void count(ChangePart part, double truth, int[] covered, int index) {
        if (part.low() <= truth && truth <= part.high()) {
            covered[index]++;
        }
    }

    private static RateChange drawn(World world, Random random) {
        long[][][][] cells = new long[GROUPS][2][world.values][world.steps()];
        for (int customer = 0; customer < world.customers; customer++) {
            draw(world, customer, random, cells[customer % GROUPS]);
        }
        ComparedCounts all = compared(world, sum(world, cells));
        return world.unitsPerCustomer == 1
                ? RateChange.between(all)
                : RateChange.betweenClustered(
                        all, group -> compared(world, cells[group]), GROUPS, world.unitsPerCustomer);
    }

    /** A customer's units: one in one period, or several in both, mostly of one value. */
    private static void draw(World world, int customer, Random random, long[][][] cells) {
        boolean isGood = random.nextBoolean();
        double taste = random.nextDouble();
        for (int period = 0; period < 2; period++) {
            int units =
                    world.unitsPerCustomer == 1 ? (customer + period) % 2 : random.nextInt(world.unitsPerCustomer + 1);
            for (int unit = 0; unit < units; unit++) {
                double drawn = random.nextInt(5) == 0 ? random.nextDouble() : taste;
                int value = value(world, period, drawn);
                cells[period][value][lastStep(world, period, value, isGood, random)]++;
            }
        }
    }

    private static int value(World world, int period, double drawn) {
        double left = drawn;
        int value = 0;
        while (value < world.values - 1 && left >= world.share(period, value)) {
            left -= world.share(period, value++);
        }
        return value;
    }

    private static int lastStep(World world, int period, int value, boolean isGood, Random random) {
        int last = 0;
        while (last < world.steps() - 1 && random.nextDouble() < world.rate(period, value, last, isGood)) {
            last++;
        }
        return last;
    }

    private static long[][][] sum(World world, long[][][][] cells) {
        long[][][] sum = new long[2][world.values][world.steps()];
        for (long[][][] group : cells) {
            for (int period = 0; period < 2; period++) {
                for (int value = 0; value < world.values; value++) {
                    for (int step = 0; step < world.steps(); step++) {
                        sum[period][value][step] += group[period][value][step];
                    }
                }
            }
        }
        return sum;
    }

    private static ComparedCounts compared(World world, long[][][] cells) {
        return new ComparedCounts(
                LastStepCounts.ofLastSteps(cells[0], world.steps()),
                LastStepCounts.ofLastSteps(cells[1], world.steps()));
    }
}
