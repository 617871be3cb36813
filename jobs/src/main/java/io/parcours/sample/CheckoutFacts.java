package io.parcours.sample;

import java.util.Arrays;

/**
 * What a customer's plan promises of the funnel checkout: product_view, add_to_cart, checkout_start, payment_details,
 * purchase within seven days. The planner knows of every attempt to buy how deep it goes and whether it keeps the
 * window; here the deepest is remembered.
 *
 * <p>It relies on how attempts are planned: only an attempt has the steps behind product_view, it begins with a
 * product_view of its own, and attempts follow one another. So no chain is hidden across two of them.
 */
final class CheckoutFacts {
    static final int STEPS = 5;

    private final int[] reachedBy = new int[STEPS];
    private final int[] firstOpen = new int[STEPS];
    private final long lastMatureEntry;
    private int level;
    private int matureLevel;
    private long latestEntry;
    private long latestMatureEntry;

    CheckoutFacts(SampleCalendar calendar) {
        this.lastMatureEntry = calendar.end() - SampleCalendar.CHECKOUT_WINDOW;
    }

    void begin() {
        level = 0;
        matureLevel = 0;
        latestEntry = Long.MIN_VALUE;
        latestMatureEntry = Long.MIN_VALUE;
        Arrays.fill(firstOpen, -1);
    }

    /** A product_view, in an attempt or not. */
    void view(int touchpoint, long time) {
        open(0, touchpoint);
        latestEntry = time;
        if (time <= lastMatureEntry) {
            latestMatureEntry = time;
            matureLevel = Math.max(matureLevel, 1);
        }
        rise(1, touchpoint);
    }

    /** A later step of the attempt, inside the window. */
    void reach(int step, int touchpoint, long time) {
        open(step, touchpoint);
        rise(step + 1, touchpoint);
        // An attempt that begins mature keeps its window from there; a later one may still count from an older view.
        boolean isMature = time - SampleCalendar.CHECKOUT_WINDOW <= latestMatureEntry;
        if (isMature) {
            matureLevel = Math.max(matureLevel, step + 1);
        }
    }

    /** A step taken outside any attempt's window: it counts for its step alone. */
    void open(int step, int touchpoint) {
        if (firstOpen[step] < 0) {
            firstOpen[step] = touchpoint;
        }
    }

    private void rise(int newLevel, int touchpoint) {
        if (newLevel > level) {
            level = newLevel;
            reachedBy[newLevel - 1] = touchpoint;
        }
    }

    /** How many steps the customer reached in order and in time. */
    int level() {
        return level;
    }

    /** The same when only product_views at least seven days before the end may begin a chain. */
    int matureLevel() {
        return matureLevel;
    }

    /** Whether the customer has not bought in time but may still: some product_view is less than seven days old. */
    boolean isInProgress() {
        return level > 0 && level < STEPS && latestEntry > lastMatureEntry;
    }

    /** The touchpoint that first brought the customer to the level. */
    int lastMatched() {
        return reachedBy[level - 1];
    }

    /** The first touchpoint of this step, whatever came before it; -1 where there is none. */
    int firstOpen(int step) {
        return firstOpen[step];
    }
}
