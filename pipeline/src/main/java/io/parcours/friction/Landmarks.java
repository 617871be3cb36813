package io.parcours.friction;

import java.util.Arrays;

/**
 * The touchpoints of a journey from which it is judged: in each class of length the first on a ground, and the first with
 * which a friction was complete. All stand before the journey's conversion, so that what is judged lies after them.
 *
 * <p>One object serves one task; its buffers are used again.
 */
final class Landmarks {
    private final Sites sites;
    private final Arrivals arrivals;
    /** By ground: the customer who was judged there last, and in which journey. */
    private long[] judgedCustomers = new long[64];

    private long[] judgedJourneys = new long[64];
    /** By site: the journey that came or met the friction there last. */
    private long[] journeys = new long[64];
    /** By ground: the classes of length in which the journey came there, as bits. */
    private int[] classes = new int[64];
    /** By ground and class: the first touchpoint there. */
    private int[] firsts = new int[64 * LengthClass.COUNT];

    private int[] grounds = new int[64];
    private int groundCount;
    private Met[] met = new Met[16];
    private int metCount;

    /** A friction met for the first time in a journey. */
    private static final class Met {
        private int site;
        private int ground;
        private int before;
        private int lengthClass;
        private int at;
    }

    Landmarks(Sites sites, Arrivals arrivals) {
        this.sites = sites;
        this.arrivals = arrivals;
    }

    /** The next journey begins. */
    void begin() {
        groundCount = 0;
        metCount = 0;
    }

    /** The journey is at a ground. Asked after {@link #meet} for the same touchpoint, which is no place before itself. */
    void come(int ground, int lengthClass, int at, long journey) {
        grow();
        if (journeys[ground] != journey) {
            journeys[ground] = journey;
            classes[ground] = 0;
            if (groundCount == grounds.length) {
                grounds = Arrays.copyOf(grounds, groundCount * 2);
            }
            grounds[groundCount++] = ground;
        }
        int bit = 1 << lengthClass;
        if ((classes[ground] & bit) == 0) {
            classes[ground] |= bit;
            firsts[ground * LengthClass.COUNT + lengthClass] = at;
        }
    }

    /** A friction is complete with this touchpoint. */
    void meet(int site, int ground, int lengthClass, int at, long journey) {
        grow();
        if (journeys[site] == journey) {
            return;
        }
        journeys[site] = journey;
        if (metCount == met.length) {
            met = Arrays.copyOf(met, metCount * 2);
        }
        if (met[metCount] == null) {
            met[metCount] = new Met();
        }
        Met one = met[metCount++];
        one.site = site;
        one.ground = ground;
        one.before = journeys[ground] == journey ? classes[ground] : 0;
        one.lengthClass = lengthClass;
        one.at = at;
    }

    /**
     * The journey's touchpoints are done.
     *
     * @param fate what became of it; -1 where that is not known, for the journey may go on
     */
    void close(int fate, SatisfactionAfter satisfaction, long journey, long customer) {
        for (int i = 0; i < groundCount; i++) {
            int ground = grounds[i];
            if (judgedCustomers[ground] != customer) {
                judgedCustomers[ground] = customer;
                judgedJourneys[ground] = journey;
                if (fate >= 0) {
                    judge(ground, fate, satisfaction);
                }
            }
        }
        for (int i = 0; i < metCount && fate >= 0; i++) {
            if (judgedJourneys[met[i].ground] == journey) {
                judge(met[i], fate, satisfaction);
            }
        }
    }

    private void judge(int ground, int fate, SatisfactionAfter satisfaction) {
        arrivals.count(ground, Arrivals.came(classes[ground], fate));
        if (satisfaction.isAsked()) {
            satisfied(ground, ground, classes[ground], Arrivals.Type.CAME_SATISFIED, satisfaction);
        }
    }

    private void judge(Met one, int fate, SatisfactionAfter satisfaction) {
        int all = classes[one.ground];
        arrivals.count(one.site, Arrivals.met(all, one.before, one.lengthClass, fate));
        if (satisfaction.isAsked()) {
            int level = satisfaction.level(one.at);
            if (level != SatisfactionAfter.NONE) {
                arrivals.count(one.site, Arrivals.satisfied(Arrivals.Type.MET_SATISFIED, one.lengthClass, level));
            }
            satisfied(one.site, one.ground, all & ~one.before, Arrivals.Type.AFTERWARDS_SATISFIED, satisfaction);
        }
    }

    private void satisfied(int site, int ground, int bits, Arrivals.Type type, SatisfactionAfter satisfaction) {
        for (int lengthClass = 0; lengthClass < LengthClass.COUNT; lengthClass++) {
            if ((bits & 1 << lengthClass) != 0) {
                int level = satisfaction.level(firsts[ground * LengthClass.COUNT + lengthClass]);
                if (level != SatisfactionAfter.NONE) {
                    arrivals.count(site, Arrivals.satisfied(type, lengthClass, level));
                }
            }
        }
    }

    private void grow() {
        if (sites.size() > journeys.length) {
            int capacity = Math.max(sites.size(), journeys.length * 2);
            judgedCustomers = Arrays.copyOf(judgedCustomers, capacity);
            judgedJourneys = Arrays.copyOf(judgedJourneys, capacity);
            journeys = Arrays.copyOf(journeys, capacity);
            classes = Arrays.copyOf(classes, capacity);
            firsts = Arrays.copyOf(firsts, capacity * LengthClass.COUNT);
        }
    }
}
