package io.parcours.buying;

import io.parcours.stats.LocalExpansion;
import java.util.stream.IntStream;

/**
 * Sums over groups on all processors, with the same bits whatever their number: groups are parted into chunks of one
 * size, a chunk is summed in order, and the chunks' sums are added in order.
 */
final class GroupSums {
    private static final int CHUNK = 4_096;

    /** Sums over the groups from one to another. */
    @FunctionalInterface
    interface Chunk {
        LocalExpansion sum(int from, int to);
    }

    private GroupSums() {}

    static LocalExpansion of(int groups, int dimension, Chunk chunk) {
        int chunks = (groups + CHUNK - 1) / CHUNK;
        LocalExpansion[] parts = IntStream.range(0, chunks)
                .parallel()
                .mapToObj(i -> chunk.sum(i * CHUNK, Math.min(groups, (i + 1) * CHUNK)))
                .toArray(LocalExpansion[]::new);
        LocalExpansion sum = new LocalExpansion(dimension);
        for (LocalExpansion part : parts) {
            sum.add(part);
        }
        return sum;
    }
}
