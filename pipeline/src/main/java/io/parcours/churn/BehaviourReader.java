package io.parcours.churn;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import java.util.Arrays;

/**
 * Walks along a customer's history once and tells the behaviour before each of some cuts. Not safe to share between
 * threads.
 */
final class BehaviourReader {
    private final BehaviourFeatures rules;
    private final LocalDays localDays;
    private final long[] cuts;
    private final CutBehaviour[] behaviours;
    private long[] days = new long[64];
    private int size;

    /** @param cuts days since 1970-01-01, rising */
    BehaviourReader(BehaviourFeatures rules, LocalDays localDays, long... cuts) {
        this.rules = rules;
        this.localDays = localDays;
        this.cuts = cuts.clone();
        this.behaviours = Arrays.stream(cuts)
                .mapToObj(cut -> new CutBehaviour(rules, cut))
                .toArray(CutBehaviour[]::new);
    }

    /**
     * Takes in a history, about whose cuts it then can be asked.
     *
     * <p>Of customers with more touchpoints than the map's limit the later ones are not known, so that they would seem to
     * have left: they are there at no cut.
     */
    void read(CustomerHistory history) {
        size = 0;
        if (history.isTruncated() || isOutside(history)) {
            return;
        }
        for (CutBehaviour behaviour : behaviours) {
            behaviour.begin();
        }
        boolean isRising = true;
        for (int i = 0; i < history.size(); i++) {
            long day = localDays.dayOf(history.occurredAt(i));
            if (history.match(i).holds(rules.activity()) && (size == 0 || days[size - 1] != day)) {
                isRising = isRising && (size == 0 || days[size - 1] < day);
                days = size == days.length ? Arrays.copyOf(days, size * 2) : days;
                days[size++] = day;
            }
            for (CutBehaviour behaviour : behaviours) {
                behaviour.take(history, i, day);
            }
        }
        if (!isRising) {
            sortDays();
        }
    }

    /** Spares most of the work with customers gone long before the first cut or come after the last one. */
    private boolean isOutside(CustomerHistory history) {
        // A day to spare on either side, as clocks put back over midnight bring days back.
        long first = localDays.dayOf(history.occurredAt(0)) - 1;
        long last = localDays.dayOf(history.occurredAt(history.size() - 1)) + 1;
        return first > cuts[cuts.length - 1] || !rules.hasEnds() && last <= cuts[0] - rules.inactiveDays();
    }

    private void sortDays() {
        long[] sorted = Arrays.stream(days, 0, size).sorted().distinct().toArray();
        System.arraycopy(sorted, 0, days, 0, sorted.length);
        size = sorted.length;
    }

    /** Whether the customer had begun at a cut, and was not gone. */
    boolean isThere(int cut) {
        int before = daysUntil(cut);
        return before > 0 && behaviours[cut].isThere(days[before - 1]);
    }

    /** Whether the customer had begun at a cut, gone or not. */
    boolean hasBegun(int cut) {
        return daysUntil(cut) > 0;
    }

    /** Whether one who was there left in the days after the cut. */
    boolean isLeaving(int cut) {
        return behaviours[cut].isLeaving();
    }

    /** Since how many days one who was there had been silent. */
    long silentDays(int cut) {
        return cuts[cut] - days[daysUntil(cut) - 1];
    }

    /** The features before a cut of a customer who was active before it. */
    double[] features(int cut) {
        return behaviours[cut].features(days, daysUntil(cut));
    }

    private int daysUntil(int cut) {
        int place = Arrays.binarySearch(days, 0, size, cuts[cut]);
        return place < 0 ? -place - 1 : place + 1;
    }
}
