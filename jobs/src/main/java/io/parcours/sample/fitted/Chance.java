package io.parcours.sample.fitted;

import io.parcours.sample.Dice;
import java.util.List;

/** What is drawn beside whole numbers, from the same dice; nothing of it depends on the machine. */
final class Chance {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final double UNIT = 0x1p-53;

    private final Dice dice;

    Chance(long seed, long stream) {
        this.dice = new Dice(seed, stream);
    }

    /** For what is drawn once a log: another map has other draws with the same seed. */
    static Chance ofMap(String name, long seed, long stream) {
        return new Chance(seed + GOLDEN * name.hashCode(), stream);
    }

    /** From 0 to below 1. */
    double unit() {
        return dice.between(0, 1L << 53) * UNIT;
    }

    /** True with this probability. */
    boolean is(double probability) {
        return unit() < probability;
    }

    double between(double from, double to) {
        return from + (to - from) * unit();
    }

    /** From 0 to bound - 1. */
    int roll(int bound) {
        return dice.roll(bound);
    }

    <T> T of(List<T> choices) {
        return choices.get(roll(choices.size()));
    }

    /** About a standard normal deviate: the sum of twelve uniform ones less six. */
    double normal() {
        double sum = -6;
        for (int i = 0; i < 12; i++) {
            sum += unit();
        }
        return sum;
    }

    /** Log-normal: half of all lie below the median; sigma is the deviation of the logarithm. */
    double around(double median, double sigma) {
        return median * StrictMath.exp(sigma * normal());
    }
}
