package io.parcours.journey;

import java.util.SplittableRandom;

/**
 * A hash of bytes for tables that live within one task. Its keys are drawn anew by every process: a log cannot be made
 * whose ids all fall on one place, and nothing that is written depends on it.
 */
final class IdHash {
    private static final long SEED = new SplittableRandom().nextLong();
    private static final long FACTOR = new SplittableRandom().nextLong() | 1;

    private IdHash() {}

    static int of(byte[] bytes, int from, int to) {
        long hash = SEED ^ to - from;
        int at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mixed(hash ^ (long) ByteSource.LONGS.get(bytes, at));
        }
        long rest = 0;
        for (; at < to; at++) {
            rest = rest << 8 | bytes[at] & 0xFF;
        }
        return (int) (mixed(hash ^ rest) >>> 32);
    }

    private static long mixed(long word) {
        // Both halves of the product, so that every bit of the word moves the lower half that the next word meets.
        return word * FACTOR ^ Math.multiplyHigh(word, FACTOR);
    }
}
