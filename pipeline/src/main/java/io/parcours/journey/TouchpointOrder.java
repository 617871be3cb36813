package io.parcours.journey;

import io.parcours.ingest.InputRules.Duplicates;
import io.parcours.touchpoint.ContentHash;
import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.util.Arrays;

/**
 * The total order of a customer's touchpoints: by instant, then by the UTF-8 bytes of the event id, then by content
 * hash, then by source file; nothing depends on the order of arrival.
 *
 * <p>Records with one event id are one touchpoint, the first in that order. A record without an id of its own has one
 * derived from its content, so it repeats only what equals it in every field and dimension.
 *
 * <p>One instance serves one task; it is not safe to share between threads.
 */
public final class TouchpointOrder {
    private final ContentHash hash = new ContentHash();
    private final Duplicates rule;
    private final RowSort sort = new RowSort();

    /** By slot of a table of ids: a row that has the id, from 1; 0 is a free slot. Kept zeroed between customers. */
    private int[] rowOfSlot = new int[64];

    private int[] kept = new int[64];
    private int[] repeated = new int[64];

    /** An order that sets repeated records apart, or keeps them, as the rule says. */
    public TouchpointOrder(Duplicates rule) {
        this.rule = rule;
    }

    /** One customer's touchpoints in order; those that arrived are not changed. */
    public OrderedTouchpoints of(CustomerTouchpoints arrived) {
        int size = arrived.size();
        int[] rows = sort.sorted(size, (one, other) -> compare(arrived, one, other));
        if (rule == Duplicates.KEEP || size == 1) {
            return new OrderedTouchpoints(arrived.select(rows, size), arrived.select(rows, 0));
        }
        int slots = makeRoom(size);
        int keptCount = 0;
        for (int i = 0; i < size; i++) {
            if (isNew(arrived, rows[i], slots - 1)) {
                kept[keptCount++] = rows[i];
            } else {
                repeated[i - keptCount] = rows[i];
            }
        }
        Arrays.fill(rowOfSlot, 0, slots, 0);
        return new OrderedTouchpoints(arrived.select(kept, keptCount), arrived.select(repeated, size - keptCount));
    }

    private int compare(CustomerTouchpoints touchpoints, int one, int other) {
        int byTime = Long.compare(touchpoints.occurredAt(one), touchpoints.occurredAt(other));
        if (byTime != 0) {
            return byTime;
        }
        int byId = touchpoints.compareIds(one, other);
        return byId != 0 ? byId : compareContents(touchpoints.touchpoint(one), touchpoints.touchpoint(other));
    }

    /** Asked only where instant and id are equal, which is rare: hashes are worked out then, not kept. */
    private int compareContents(Touchpoint one, Touchpoint other) {
        int byContent = one.isEventIdDerived() ? 0 : hash.of(one).compareTo(hash.of(other));
        return byContent != 0 ? byContent : Utf8Order.COMPARATOR.compare(one.sourceFile(), other.sourceFile());
    }

    /** Whether no row with this row's id was asked about before, for the customer at hand. */
    private boolean isNew(CustomerTouchpoints touchpoints, int row, int mask) {
        int slot = touchpoints.hashOfId(row) & mask;
        while (rowOfSlot[slot] != 0) {
            if (touchpoints.haveOneId(rowOfSlot[slot] - 1, row)) {
                return false;
            }
            slot = slot + 1 & mask;
        }
        rowOfSlot[slot] = row + 1;
        return true;
    }

    /** Makes room for a customer's records; how many slots of the table are his, a power of two. */
    private int makeRoom(int size) {
        int slots = Integer.highestOneBit(size) << 2;
        if (slots <= 0) {
            throw new IllegalArgumentException("a customer with " + size + " records cannot be ordered in memory");
        }
        if (rowOfSlot.length < slots) {
            rowOfSlot = new int[slots];
        }
        if (kept.length < size) {
            kept = new int[size];
            repeated = new int[size];
        }
        return slots;
    }
}
