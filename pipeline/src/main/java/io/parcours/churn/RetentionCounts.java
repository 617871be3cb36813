package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** How many customers of each beginning were active in each of their periods. */
public final class RetentionCounts implements Counts<RetentionCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final RetentionRules rules;
    private final AsOf asOf;
    /** By the key of the calendar. With ON_OR_AFTER a customer counts in his last period alone until the report. */
    private final Map<Long, RetentionCell> cells = new HashMap<>();

    private transient ActivityReader reader;
    private transient RetentionCalendar calendar;

    RetentionCounts(int activity, RetentionRules rules, AsOf asOf) {
        this.activity = activity;
        this.rules = rules;
        this.asOf = asOf;
    }

    @Override
    public void add(CustomerHistory history) {
        if (reader == null) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), Long.MAX_VALUE);
            calendar = new RetentionCalendar(rules);
        }
        reader.read(history).ifPresent(this::add);
    }

    @Override
    public void merge(RetentionCounts other) {
        other.cells.forEach((key, cell) -> cell(key).merge(cell));
    }

    RetentionRules rules() {
        return rules;
    }

    AsOf asOf() {
        return asOf;
    }

    /** The cells in the order of their keys, each period with the customers retained in it. */
    Map<Long, RetentionCell> cells() {
        Map<Long, RetentionCell> retained = new TreeMap<>();
        cells.forEach(
                (key, cell) -> retained.put(key, rules.count() == RetentionRules.Count.ON ? cell : cell.accumulated()));
        return retained;
    }

    private void add(Activity found) {
        long key = calendar.keyOf(found.firstDay());
        RetentionCell cell = cell(key);
        cell.countCustomer();
        if (rules.count() == RetentionRules.Count.ON_OR_AFTER) {
            cell.count(calendar.periodOf(key, found.lastDay()));
            return;
        }
        int former = -1;
        for (long day : found.days()) {
            int period = calendar.periodOf(key, day);
            if (period != former) {
                cell.count(period);
                former = period;
            }
        }
    }

    private RetentionCell cell(long key) {
        return cells.computeIfAbsent(key, first -> new RetentionCell());
    }
}
