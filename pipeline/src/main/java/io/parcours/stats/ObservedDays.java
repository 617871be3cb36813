package io.parcours.stats;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * For how many whole days units were observed: until the event, or until nothing more is known of them. Counts by day, so
 * there are no more of them than days, however many units.
 */
public final class ObservedDays implements Serializable {
    private static final long serialVersionUID = 1L;

    private static final long MICROS_PER_DAY = 86_400_000_000L;

    private final Map<Integer, Long> events = new HashMap<>();
    private final Map<Integer, Long> censorings = new HashMap<>();

    /** Counts a unit that had the event this many days, 0 or more, after its time zero. */
    public void addEvent(int day) {
        add(events, day, 1);
    }

    /** Counts a unit known to have had no event up to this many days, 0 or more, after its time zero. */
    public void addCensoring(int day) {
        add(censorings, day, 1);
    }

    /** Takes in what was counted of other units. */
    public void merge(ObservedDays other) {
        other.events.forEach((day, count) -> add(events, day, count));
        other.censorings.forEach((day, count) -> add(censorings, day, count));
    }

    private static void add(Map<Integer, Long> counts, int day, long more) {
        if (day < 0) {
            throw new IllegalArgumentException("nobody is observed for less than no time: " + day);
        }
        counts.merge(day, more, Long::sum);
    }

    /** How many units. */
    public long units() {
        return events() + sum(censorings);
    }

    /** How many of them had the event. */
    public long events() {
        return sum(events);
    }

    private static long sum(Map<Integer, Long> counts) {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The events by day, rising. */
    TreeMap<Integer, Long> eventsByDay() {
        return new TreeMap<>(events);
    }

    /** All units by the last day of observation, rising. */
    TreeMap<Integer, Long> unitsByDay() {
        TreeMap<Integer, Long> units = new TreeMap<>(events);
        censorings.forEach((day, count) -> units.merge(day, count, Long::sum));
        return units;
    }

    SpanCursor eventCursor() {
        return new Cursor(events);
    }

    SpanCursor censoringCursor() {
        return new Cursor(censorings);
    }

    private static final class Cursor implements SpanCursor {
        private final TreeMap<Integer, Long> rest;
        private Map.Entry<Integer, Long> current;

        Cursor(Map<Integer, Long> counts) {
            rest = new TreeMap<>(counts);
        }

        @Override
        public boolean next() {
            current = rest.pollFirstEntry();
            return current != null;
        }

        @Override
        public long span() {
            return current.getKey() * MICROS_PER_DAY;
        }

        @Override
        public long occurrences() {
            return current.getValue();
        }
    }
}
