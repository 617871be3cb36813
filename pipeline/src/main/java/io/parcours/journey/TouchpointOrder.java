package io.parcours.journey;

import io.parcours.ingest.InputRules.Duplicates;
import io.parcours.touchpoint.ContentHash;
import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

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

    private final Comparator<Touchpoint> order = Comparator.comparingLong(Touchpoint::occurredAt)
            .thenComparing(Touchpoint::eventId, Utf8Order.COMPARATOR)
            .thenComparing(this::compareContents)
            .thenComparing(Touchpoint::sourceFile, Utf8Order.COMPARATOR);

    /** An order that sets repeated records apart, or keeps them, as the rule says. */
    public TouchpointOrder(Duplicates rule) {
        this.rule = rule;
    }

    /** One customer's touchpoints in order; the list that arrived is not changed. */
    public OrderedTouchpoints of(List<Touchpoint> arrived) {
        List<Touchpoint> ordered = new ArrayList<>(arrived);
        ordered.sort(order);
        if (rule == Duplicates.KEEP || ordered.size() == 1) {
            return new OrderedTouchpoints(ordered, List.of());
        }
        List<Touchpoint> kept = new ArrayList<>(ordered.size());
        List<Touchpoint> duplicates = new ArrayList<>();
        Set<String> ids = new HashSet<>(ordered.size() * 2);
        for (Touchpoint touchpoint : ordered) {
            if (ids.add(touchpoint.eventId())) {
                kept.add(touchpoint);
            } else {
                duplicates.add(touchpoint);
            }
        }
        return new OrderedTouchpoints(kept, duplicates);
    }

    /** Asked only where instant and id are equal, which is rare: hashes are worked out then, not kept. */
    private int compareContents(Touchpoint one, Touchpoint other) {
        return one.isEventIdDerived() ? 0 : hash.of(one).compareTo(hash.of(other));
    }
}
