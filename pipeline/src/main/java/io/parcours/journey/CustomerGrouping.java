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
    private final int attributes;
    private final CustomerTouchpoints noAttributes;

    /**
     * @param received the partition's blocks, in any order
     * @param dimensions how many dimensions a touchpoint has
     * @param attributes how many attributes a customer has; 0 where the map joins none
     */
    public CustomerGrouping(Iterator<byte[]> received, int dimensions, int attributes) {
        this.dimensions = dimensions;
        this.attributes = attributes;
        this.noAttributes = new CustomerTouchpoints(texts, "", 0, attributes);
        List<ReceivedBlock> arrived = new ArrayList<>();
        while (received.hasNext()) {
            int number = arrived.size();
            ReceivedBlock block = new ReceivedBlock(received.next(), dimensions, attributes, texts);
            arrived.add(block);
            block.index((hash, position) -> index.add(hash, number, position));
        }
        this.blocks = arrived.toArray(ReceivedBlock[]::new);
    }

    /** Takes what arrived of a customer. */
    public interface Customers {

        /**
         * Takes the next customer.
         *
         * @param touchpoints may be empty, where there are attributes
         * @param attributes a row a record of the table of customers, with the attributes as dimensions; mostly one or none
         */
        void take(CustomerTouchpoints touchpoints, CustomerTouchpoints attributes);
    }

    /** Hands over the touchpoints of every customer who has any, one customer after the other. */
    public void forEachCustomer(Consumer<CustomerTouchpoints> customers) {
        forEachCustomer((touchpoints, own) -> {
            if (touchpoints.size() > 0) {
                customers.accept(touchpoints);
            }
        });
    }

    /** Hands over every customer's touchpoints and attributes, one customer after the other. */
    public void forEachCustomer(Customers customers) {
        index.forEachGroup((places, from, to) -> {
            if (isOneCustomer(places, from, to)) {
                handOver(customerId(places[from]), places, from, to, customers);
            } else {
                apart(places, from, to)
                        .forEach((customerId, own) -> handOver(customerId, own, 0, own.length, customers));
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

    private void handOver(String customerId, long[] places, int from, int to, Customers customers) {
        int own = attributes == 0 ? 0 : countAttributes(places, from, to);
        CustomerTouchpoints touchpoints = new CustomerTouchpoints(texts, customerId, to - from - own, dimensions);
        CustomerTouchpoints found =
                own == 0 ? noAttributes : new CustomerTouchpoints(texts, customerId, own, attributes);
        int touchpoint = 0;
        int record = 0;
        for (int i = from; i < to; i++) {
            ReceivedBlock block = block(places[i]);
            if (own > 0 && block.hasAttributes(position(places[i]))) {
                block.read(position(places[i]), found, record++);
            } else {
                block.read(position(places[i]), touchpoints, touchpoint++);
            }
        }
        customers.take(touchpoints, found);
    }

    private int countAttributes(long[] places, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += block(places[i]).hasAttributes(position(places[i])) ? 1 : 0;
        }
        return count;
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
