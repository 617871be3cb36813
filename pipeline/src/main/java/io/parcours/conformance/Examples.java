package io.parcours.conformance;

import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Up to five journeys to look at, the same whatever was counted where: those with the smallest hashes of their customers'
 * ids, then the smallest ids and numbers.
 */
final class Examples implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 5;

    private static final Comparator<Example> ORDER = Comparator.comparingLong(Example::customerHash)
            .thenComparing(Example::customerId, Utf8Order.COMPARATOR)
            .thenComparingInt(Example::journeyNumber);

    private final List<Example> smallest = new ArrayList<>(MOST + 1);
    /** The largest hash that can still be among the smallest. */
    private long largest = Long.MAX_VALUE;

    private record Example(long customerHash, String customerId, int journeyNumber) implements Serializable {}

    void add(JourneyFacts facts) {
        if (smallest.size() < MOST
                || facts.customerHash() <= smallest.get(MOST - 1).customerHash()) {
            add(new Example(
                    facts.customerHash(),
                    facts.history().customerId(),
                    facts.journey().number()));
        }
    }

    void merge(Examples other) {
        other.smallest.forEach(this::add);
    }

    private void add(Example example) {
        int place = smallest.size();
        while (place > 0 && ORDER.compare(example, smallest.get(place - 1)) < 0) {
            place--;
        }
        if (place < MOST) {
            smallest.add(place, example);
            if (smallest.size() > MOST) {
                smallest.remove(MOST);
            }
            if (smallest.size() == MOST) {
                largest = smallest.get(MOST - 1).customerHash();
            }
        }
    }

    /** Each as the customer's id, a slash and the journey's number. */
    List<String> texts() {
        return smallest.stream()
                .map(example -> example.customerId() + "/" + example.journeyNumber())
                .toList();
    }
}
