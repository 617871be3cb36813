package io.parcours.journey;

import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
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
    private final ReceivedBlock[] blocks;
    private final HashIndex index = new HashIndex();
    private final TextCodes texts = new TextCodes();
    private final int dimensions;

    /**
     * @param received the partition's blocks, in any order
     * @param dimensions how many dimensions a touchpoint has
     */
    public CustomerGrouping(Iterator<byte[]> received, int dimensions) {
        this.dimensions = dimensions;
        List<ReceivedBlock> arrived = new ArrayList<>();
        while (received.hasNext()) {
            int number = arrived.size();
            ReceivedBlock block = new ReceivedBlock(received.next(), dimensions, texts);
            arrived.add(block);
            block.index((hash, position) -> index.add(hash, number, position));
        }
        this.blocks = arrived.toArray(ReceivedBlock[]::new);
    }

    /** Hands over every customer's touchpoints, one customer after the other. */
    public void forEachCustomer(Consumer<CustomerTouchpoints> customers) {
        index.forEachGroup((places, from, to) -> {
            if (isOneCustomer(places, from, to)) {
                customers.accept(touchpoints(customerId(places[from]), places, from, to));
            } else {
                apart(places, from, to)
                        .forEach((customerId, own) -> customers.accept(touchpoints(customerId, own, 0, own.length)));
            }
        });
    }

    private boolean isOneCustomer(long[] places, int from, int to) {
        ReceivedBlock first = block(places[from]);
        for (int i = from + 1; i < to; i++) {
            if (!block(places[i]).hasCustomerOf(position(places[i]), first, position(places[from]))) {
                return false;
            }
        }
        return true;
    }

    private CustomerTouchpoints touchpoints(String customerId, long[] places, int from, int to) {
        CustomerTouchpoints touchpoints = new CustomerTouchpoints(texts, customerId, to - from, dimensions);
        for (int i = from; i < to; i++) {
            block(places[i]).read(position(places[i]), touchpoints, i - from);
        }
        return touchpoints;
    }

    /** Customers whose ids have one hash, told apart. */
    private Map<String, long[]> apart(long[] places, int from, int to) {
        Map<String, List<Long>> byCustomer = new TreeMap<>(Utf8Order.COMPARATOR);
        for (int i = from; i < to; i++) {
            byCustomer
                    .computeIfAbsent(customerId(places[i]), id -> new ArrayList<>())
                    .add(places[i]);
        }
        Map<String, long[]> apart = new TreeMap<>(Utf8Order.COMPARATOR);
        byCustomer.forEach((customerId, own) ->
                apart.put(customerId, own.stream().mapToLong(Long::longValue).toArray()));
        return apart;
    }

    private String customerId(long place) {
        return block(place).customerId(position(place));
    }

    private ReceivedBlock block(long place) {
        return blocks[(int) (place >>> 32)];
    }

    private static int position(long place) {
        return (int) place;
    }
}
