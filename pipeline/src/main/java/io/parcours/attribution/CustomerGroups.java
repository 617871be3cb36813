package io.parcours.attribution;

import io.parcours.journey.CustomerHash;

/**
 * Deals customers to groups by a hash of their id, as if by chance. Partitions of a log hold customers in the order of
 * that hash, so that each has few groups.
 */
final class CustomerGroups {
    /** How many groups there are. */
    static final int COUNT = 256;

    private CustomerGroups() {}

    /** The group of a customer, 0 for the first. */
    static int of(String customerId) {
        return (int) (CustomerHash.of(customerId) >>> Long.SIZE - Byte.SIZE);
    }
}
