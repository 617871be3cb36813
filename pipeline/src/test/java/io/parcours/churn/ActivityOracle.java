package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.RandomHistories;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The slow, plain reading: activity touchpoints of a history by local day. */
final class ActivityOracle {
    private ActivityOracle() {}

    static LocalDate dayOf(long micros, AsOf asOf) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS).atZone(asOf.zone()).toLocalDate();
    }

    /** The indexes of the activity touchpoints on each local day. */
    static TreeMap<LocalDate, List<Integer>> days(CustomerHistory history, TouchpointCondition activity, AsOf asOf) {
        TreeMap<LocalDate, List<Integer>> days = new TreeMap<>();
        for (int i = 0; i < history.size(); i++) {
            if (history.match(i).holds(RandomHistories.INDEX.numberOf(activity))) {
                days.computeIfAbsent(dayOf(history.occurredAt(i), asOf), day -> new ArrayList<>())
                        .add(i);
            }
        }
        return days;
    }
}
