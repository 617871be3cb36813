package io.parcours.friction;

/** The stages that a move back leads from and to, as one number. */
final class StagePair {
    private static final int BITS = 15;

    private StagePair() {}

    static int of(int from, int to) {
        return from << BITS | to;
    }

    static int from(int pair) {
        return pair >>> BITS;
    }

    static int to(int pair) {
        return pair & (1 << BITS) - 1;
    }
}
