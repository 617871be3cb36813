package io.parcours.sample;

/** How often one thing followed another inside a journey: things are numbered, and the last three numbers are borders. */
final class TransitionTruth {
    private final int size;
    private final long[][] counts;

    /** Transitions between things numbered 0 to things - 1. */
    TransitionTruth(int things) {
        this.size = things;
        this.counts = new long[things + 3][things + 3];
    }

    int start() {
        return size;
    }

    int end() {
        return size + 1;
    }

    int open() {
        return size + 2;
    }

    void add(int from, int to) {
        counts[from][to]++;
    }

    long count(int from, int to) {
        return counts[from][to];
    }

    /** All numbers that occur as from or to. */
    int numbers() {
        return counts.length;
    }

    long total() {
        long sum = 0;
        for (int from = 0; from < counts.length; from++) {
            sum += from(from);
        }
        return sum;
    }

    private long from(int from) {
        long sum = 0;
        for (long count : counts[from]) {
            sum += count;
        }
        return sum;
    }
}
