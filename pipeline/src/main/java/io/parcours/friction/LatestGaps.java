package io.parcours.friction;

import java.util.Arrays;

/** Who had a pair of events last, and his longest gap there; for one task, whose customers come one after the other. */
final class LatestGaps {
    /** It was the first gap. */
    static final long NONE = -1;

    private long[] journeys = new long[64];
    private long[] customers = new long[64];
    private long[] judged = new long[64];
    private long[] longestOfJourney = new long[64];
    private long[] longestOfCustomer = new long[64];

    /** Whether the customer comes to be judged at this pair for the first time. */
    boolean isFirst(int pair, long customer) {
        grow(pair);
        boolean isFirst = judged[pair] != customer;
        judged[pair] = customer;
        return isFirst;
    }

    /** One more gap of a customer: which one is not his longest at this pair then, or {@link #NONE}. */
    long notLongestOfCustomer(int pair, long gap, long customer) {
        grow(pair);
        if (customers[pair] != customer) {
            customers[pair] = customer;
            longestOfCustomer[pair] = gap;
            return NONE;
        }
        long shorter = Math.min(gap, longestOfCustomer[pair]);
        longestOfCustomer[pair] = Math.max(gap, longestOfCustomer[pair]);
        return shorter;
    }

    /** Likewise of a journey. */
    long notLongestOfJourney(int pair, long gap, long journey) {
        grow(pair);
        if (journeys[pair] != journey) {
            journeys[pair] = journey;
            longestOfJourney[pair] = gap;
            return NONE;
        }
        long shorter = Math.min(gap, longestOfJourney[pair]);
        longestOfJourney[pair] = Math.max(gap, longestOfJourney[pair]);
        return shorter;
    }

    private void grow(int pair) {
        if (pair >= journeys.length) {
            int capacity = Math.max(pair + 1, journeys.length * 2);
            journeys = Arrays.copyOf(journeys, capacity);
            customers = Arrays.copyOf(customers, capacity);
            judged = Arrays.copyOf(judged, capacity);
            longestOfJourney = Arrays.copyOf(longestOfJourney, capacity);
            longestOfCustomer = Arrays.copyOf(longestOfCustomer, capacity);
        }
    }
}
