package io.parcours.journey;

import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The receiving side of the one grouping of touchpoints by customer: takes the blocks of a partition and hands over
 * each customer's touchpoints, customers in the order of their {@link CustomerHash}, then of their ids. The
 * touchpoints of a customer are in no particular order: {@link TouchpointOrder} gives them theirs.
 */
public final class CustomerGrouping {
    private final List<ReceivedBlock> blocks = new ArrayList<>();
    private final HashIndex index = new HashIndex();

    /**
     * @param received the partition's blocks, in any order
     * @param dimensions how many dimensions a touchpoint has
     */
    public CustomerGrouping(Iterator<byte[]> received, int dimensions) {
        Map<String, String> interned = new HashMap<>();
        while (received.hasNext()) {
            int number = blocks.size();
            ReceivedBlock block = new ReceivedBlock(received.next(), dimensions, interned);
            blocks.add(block);
            block.index((hash, position) -> index.add(hash, number, position));
        }
    }

    /** Hands over every customer's touchpoints, one customer after the other. */
    public void forEachCustomer(Consumer<List<Touchpoint>> customers) {
        index.forEachGroup((places, from, to) -> {
            List<Touchpoint> touchpoints = new ArrayList<>(to - from);
            boolean isOneCustomer = true;
            for (int i = from; i < to; i++) {
                Touchpoint touchpoint = blocks.get((int) (places[i] >>> 32)).touchpoint((int) places[i]);
                isOneCustomer &= touchpoints.isEmpty()
                        || touchpoint.customerId().equals(touchpoints.get(0).customerId());
                touchpoints.add(touchpoint);
            }
            if (isOneCustomer) {
                customers.accept(touchpoints);
            } else {
                apart(touchpoints).forEach(customers);
            }
        });
    }

    /** Customers whose ids have one hash, told apart. */
    private static Iterable<List<Touchpoint>> apart(List<Touchpoint> touchpoints) {
        Map<String, List<Touchpoint>> byCustomer = new TreeMap<>(Utf8Order.COMPARATOR);
        for (Touchpoint touchpoint : touchpoints) {
            byCustomer
                    .computeIfAbsent(touchpoint.customerId(), id -> new ArrayList<>())
                    .add(touchpoint);
        }
        return byCustomer.values();
    }
}
