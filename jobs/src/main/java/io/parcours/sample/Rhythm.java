package io.parcours.sample;

import static io.parcours.sample.SampleCalendar.DAY;
import static io.parcours.sample.SampleCalendar.HOUR;
import static io.parcours.sample.SampleCalendar.MINUTE;

/**
 * How often a customer comes. Planted kinds are laid out so that any sensible reading of churn puts them in the same
 * state, with the map's {@code inactive_after} of 30 days; the remainder of the customer's number by
 * {@link #DIVISOR} says which kind a customer is.
 */
enum Rhythm {
    /** Came every few days in the first six weeks, then never again: silent for at least 45 days. */
    DORMANT,
    /** Came every one to three days, then fell silent for the last 18 to 24 days. */
    AT_RISK,
    /** Came in the first month, stayed away for more than 50 days, and came back once, in the last two days. */
    RETURNED,
    /** Came once, in the last four days. */
    NEW,
    /** Comes every four or five days, for more than a month, last within the last day. */
    CURRENT,
    /** As it happens. */
    UNPLANNED;

    static final int DIVISOR = 20;

    /** A kind that was not planted has this in place of a schedule: it makes its visits up as it goes. */
    private static final long[] NO_SCHEDULE = {};

    static Rhythm of(int customer) {
        return switch (customer % DIVISOR) {
            case 1, 5 -> CURRENT;
            case 3, 13 -> DORMANT;
            case 7 -> AT_RISK;
            case 11 -> RETURNED;
            case 17 -> NEW;
            default -> UNPLANNED;
        };
    }

    String label() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /** When each visit begins, in order; empty where it is not laid down. */
    long[] schedule(SampleCalendar calendar, Dice dice) {
        long end = calendar.end();
        return switch (this) {
            case DORMANT -> forwards(dice, 5 + dice.roll(5), calendar.start() + dice.between(8 * HOUR, 8 * DAY), 4);
            case AT_RISK -> backwards(dice, 6 + dice.roll(5), end - dice.between(18 * DAY, 24 * DAY), 1, 3);
            case RETURNED ->
                joined(
                        forwards(dice, 3 + dice.roll(4), calendar.start() + dice.between(8 * HOUR, 6 * DAY), 3),
                        new long[] {atDaytime(dice, end - dice.roll(2) * DAY)});
            case NEW -> new long[] {atDaytime(dice, end - dice.roll(4) * DAY)};
            case CURRENT -> backwards(dice, 11 + dice.roll(4), end - dice.between(6 * HOUR, 22 * HOUR), 4, 5);
            case UNPLANNED -> NO_SCHEDULE;
        };
    }

    /** How long an unplanned customer stays away: mostly hours or days, now and then exactly as long as a gap allows. */
    static long pause(Dice dice) {
        return switch (dice.pick(10, 120, 580, 200, 10, 80)) {
            case 0 -> SampleCalendar.SESSION_GAP + 1;
            case 1 -> dice.between(31 * MINUTE, 6 * HOUR);
            case 2 -> dice.between(6 * HOUR, 3 * DAY);
            case 3 -> dice.between(3 * DAY, 9 * DAY);
            case 4 -> SampleCalendar.JOURNEY_GAP;
            default -> dice.between(16 * DAY, 28 * DAY);
        };
    }

    /** On the day that ends with this instant, early enough for a visit to end on the same day. */
    private static long atDaytime(Dice dice, long endOfDay) {
        return endOfDay - dice.between(8 * HOUR, 14 * HOUR);
    }

    private static long[] forwards(Dice dice, int visits, long first, int mostDays) {
        long[] starts = new long[visits];
        starts[0] = first;
        for (int i = 1; i < visits; i++) {
            starts[i] = starts[i - 1] + dice.between(DAY, mostDays * DAY);
        }
        return starts;
    }

    private static long[] backwards(Dice dice, int visits, long last, int leastDays, int mostDays) {
        long[] starts = new long[visits];
        starts[visits - 1] = last;
        for (int i = visits - 2; i >= 0; i--) {
            starts[i] = starts[i + 1] - dice.between(leastDays * DAY, mostDays * DAY);
        }
        return starts;
    }

    private static long[] joined(long[] early, long[] late) {
        long[] all = java.util.Arrays.copyOf(early, early.length + late.length);
        System.arraycopy(late, 0, all, early.length, late.length);
        return all;
    }
}
