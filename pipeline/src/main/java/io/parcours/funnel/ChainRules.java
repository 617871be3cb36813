package io.parcours.funnel;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which chains of touchpoints a funnel has. Counting rules: docs/counting-rules.md.
 *
 * @param order how a chain's steps lie to each other; default ORDERED
 * @param entry which chains of a unit are looked at; default BEST
 * @param ties whether touchpoints at one instant may follow each other; default TOGETHER
 * @param window the longest time from the first matched touchpoint to the last, both ends inclusive; null: no limit
 *     (default)
 * @param exclusions what must not lie between matched touchpoints; default none
 * @param hold the dimensions (or "channel") whose values all touchpoints of a chain share; default none
 */
public record ChainRules(
        Order order, Entry entry, Ties ties, Duration window, List<FunnelExclusion> exclusions, List<String> hold)
        implements Serializable {

    public static final ChainRules DEFAULT =
            new ChainRules(Order.ORDERED, Entry.BEST, Ties.TOGETHER, null, List.of(), List.of());

    /** How the steps of a chain lie to each other. */
    public enum Order {
        /** In the funnel's order; other touchpoints may lie between. */
        ORDERED,
        /** In the funnel's order, and no other touchpoint of the unit lies between. */
        STRICT,
        /** In any order. */
        UNORDERED
    }

    /** Which chains of a unit are looked at. */
    public enum Entry {
        /** All; the furthest counts. */
        BEST,
        /** Those that start at the unit's first touchpoint of step 1. */
        FIRST,
        /** One after the other; what is counted are attempts. */
        EVERY
    }

    /** How touchpoints at one instant are taken. */
    public enum Ties {
        /** In whichever order reaches further. */
        TOGETHER,
        /** Never one after the other: time must rise from step to step. */
        STRICT
    }

    public ChainRules {
        exclusions = List.copyOf(exclusions);
        hold = List.copyOf(hold);
        if (window != null && window.isNegative()) {
            throw new IllegalArgumentException("a window is negative: " + window);
        }
    }

    public Optional<Duration> windowIfAny() {
        return Optional.ofNullable(window);
    }

    public ChainRules withWindow(Duration newWindow) {
        return new ChainRules(order, entry, ties, newWindow, exclusions, hold);
    }

    public ChainRules withTies(Ties newTies) {
        return new ChainRules(order, entry, newTies, window, exclusions, hold);
    }

    public ChainRules withOrder(Order newOrder) {
        return new ChainRules(newOrder, entry, ties, window, exclusions, hold);
    }

    public ChainRules withEntry(Entry newEntry) {
        return new ChainRules(order, newEntry, ties, window, exclusions, hold);
    }

    public ChainRules withExclusions(List<FunnelExclusion> newExclusions) {
        return new ChainRules(order, entry, ties, window, newExclusions, hold);
    }

    public ChainRules withHold(List<String> newHold) {
        return new ChainRules(order, entry, ties, window, exclusions, newHold);
    }
}
