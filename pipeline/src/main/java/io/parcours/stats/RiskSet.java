package io.parcours.stats;

import java.util.Arrays;
import java.util.TreeMap;

/**
 * How many units of a group are at risk at each of the days on which somebody of any group has the event, as far as any
 * are left.
 */
final class RiskSet {
    private final long[] atRisk;

    private RiskSet(long[] atRisk) {
        this.atRisk = atRisk;
    }

    /** The group at these days, which rise. */
    static RiskSet of(ObservedDays group, int[] days) {
        TreeMap<Integer, Long> leaving = group.unitsByDay();
        long left = group.units();
        long[] atRisk = new long[days.length];
        int size = 0;
        while (size < days.length) {
            while (!leaving.isEmpty() && leaving.firstKey() < days[size]) {
                left -= leaving.pollFirstEntry().getValue();
            }
            if (left == 0) {
                break;
            }
            atRisk[size++] = left;
        }
        return new RiskSet(Arrays.copyOf(atRisk, size));
    }

    /** How many of the days there are at which somebody is at risk: the first ones. */
    int days() {
        return atRisk.length;
    }

    /** How many are at risk at one of these days, 0 for the first. */
    long atRisk(int day) {
        return atRisk[day];
    }
}
