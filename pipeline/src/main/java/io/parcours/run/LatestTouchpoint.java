package io.parcours.run;

import io.parcours.ingest.InputRules.Duplicates;
import io.parcours.journey.CustomerGrouping;
import io.parcours.journey.CustomerTouchpoints;
import io.parcours.journey.TouchpointOrder;
import io.parcours.map.JourneyMap;
import java.io.Serializable;
import java.util.Iterator;

/**
 * Finds the latest accepted touchpoint of a partition, which is the instant of a run that was not given one. The latest
 * record may be none: it may repeat an earlier one, or lie beyond the limit of a customer's touchpoints.
 */
final class LatestTouchpoint implements Serializable {
    private static final long serialVersionUID = 1L;

    private final Duplicates duplicates;
    private final int dimensions;
    private final int attributes;
    private final int limit;

    LatestTouchpoint(JourneyMap map) {
        this.duplicates = map.input().duplicates();
        this.dimensions = map.input().dimensions().size();
        this.attributes = map.attributeCount();
        this.limit = map.journey().touchpointLimit();
    }

    /** Its instant in microseconds. The partition holds at least one record. */
    long in(Iterator<byte[]> blocks) {
        TouchpointOrder order = new TouchpointOrder(duplicates);
        long[] latest = {Long.MIN_VALUE};
        new CustomerGrouping(blocks, dimensions, attributes).forEachCustomer(arrived -> {
            if (reachesBeyond(arrived, latest[0])) {
                CustomerTouchpoints accepted = order.of(arrived).touchpoints();
                long last = accepted.occurredAt(Math.min(limit, accepted.size()) - 1);
                latest[0] = Math.max(latest[0], last);
            }
        });
        return latest[0];
    }

    private static boolean reachesBeyond(CustomerTouchpoints touchpoints, long instant) {
        for (int row = 0; row < touchpoints.size(); row++) {
            if (touchpoints.occurredAt(row) > instant) {
                return true;
            }
        }
        return false;
    }
}
