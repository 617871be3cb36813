package io.parcours.funnel;

import java.util.Arrays;

/** The different events among touchpoints, as numbers, and how many touchpoints there were. Filled anew for every unit. */
final class EventSet {
    /** By event: the filling that last met it. */
    private int[] lastMet = new int[64];

    private int filling;
    private int[] events = new int[64];
    private int size;
    private int touchpoints;

    void clear() {
        filling++;
        size = 0;
        touchpoints = 0;
    }

    /** Takes in a touchpoint by the number of its event. */
    void add(int event) {
        touchpoints++;
        if (event >= lastMet.length) {
            lastMet = Arrays.copyOf(lastMet, Math.max(event + 1, lastMet.length * 2));
        }
        if (lastMet[event] != filling) {
            lastMet[event] = filling;
            if (size == events.length) {
                events = Arrays.copyOf(events, size * 2);
            }
            events[size++] = event;
        }
    }

    int size() {
        return size;
    }

    int event(int i) {
        return events[i];
    }

    int touchpoints() {
        return touchpoints;
    }
}
