package io.parcours.attribution;

import java.io.Serializable;
import java.time.LocalDate;

/**
 * What was spent on a channel.
 *
 * @param channel the channel
 * @param firstDay the first local day it was spent for; null: for all time
 * @param lastDay the last such day; null with firstDay
 * @param amount how much, 0 or more
 */
public record Cost(String channel, LocalDate firstDay, LocalDate lastDay, double amount) implements Serializable {

    public Cost {
        if (!(amount >= 0 && amount < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a cost is a number of 0 or more");
        }
        if ((firstDay == null) != (lastDay == null) || firstDay != null && lastDay.isBefore(firstDay)) {
            throw new IllegalArgumentException("a period has a first and a last day");
        }
    }

    /** Whether some day of the period is one of these. */
    boolean touches(LocalDate first, LocalDate last) {
        return firstDay == null || !firstDay.isAfter(last) && !lastDay.isBefore(first);
    }
}
