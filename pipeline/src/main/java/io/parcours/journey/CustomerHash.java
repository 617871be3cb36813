package io.parcours.journey;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The 64-bit number by which customers are dealt to partitions and put in order: the first half of MurmurHash3 (x64,
 * 128 bits, seed 0) of the id's UTF-8 bytes. The same on every machine, so tables written in its order are too.
 * Customers that share a number are told apart by their ids.
 */
public final class CustomerHash {
    private CustomerHash() {}

    public static long of(String customerId) {
        return of(customerId.getBytes(StandardCharsets.UTF_8));
    }

    static long of(byte[] customerId) {
        return MurmurHash3.hash128x64(customerId, 0, customerId.length, 0)[0];
    }

    /**
     * The partition of a customer: the hash's range (unsigned) is cut into equal parts, so that partitions in their
     * order hold customers in the order of their hashes, however many partitions there are.
     */
    public static int partitionOf(long hash, int partitions) {
        return (int) ((hash >>> 32) * partitions >>> 32);
    }
}
