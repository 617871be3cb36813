package io.parcours.sample;

/**
 * Random whole numbers, the same on every machine and JDK: SplitMix64 (Steele, Lea, Flood: Fast splittable
 * pseudorandom number generators, OOPSLA 2014). Every customer has dice of their own, so that nothing depends on who
 * was planned before.
 */
public final class Dice {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    /** The dice of one stream of a seed. */
    public Dice(long seed, long stream) {
        this.state = mix(mix(seed + GOLDEN) + GOLDEN * (stream + 1));
    }

    /** A number from 0 to bound - 1. */
    public int roll(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** A number from {@code from} to {@code to} - 1. */
    public long between(long from, long to) {
        return from + (next() >>> 1) % (to - from);
    }

    /** True so often in a thousand. */
    public boolean chance(int perThousand) {
        return roll(1000) < perThousand;
    }

    /** An index, each as often as its weight says. */
    public int pick(int... weights) {
        int sum = 0;
        for (int weight : weights) {
            sum += weight;
        }
        int rolled = roll(sum);
        int index = 0;
        while (rolled >= weights[index]) {
            rolled -= weights[index++];
        }
        return index;
    }

    private long next() {
        state += GOLDEN;
        return mix(state);
    }

    private static long mix(long value) {
        long z = value;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
