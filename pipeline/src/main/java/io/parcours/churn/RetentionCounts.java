package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.LocalDays;
import io.parcours.journey.TouchpointColumn;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Utf8Order;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many customers of each beginning were active in each of their periods: of all, and apart by breakdowns' values. */
public final class RetentionCounts implements Counts<RetentionCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final RetentionRules rules;
    private final List<TouchpointColumn> columns;
    private final AsOf asOf;
    private final RetentionCells all = new RetentionCells();
    private final List<Map<String, RetentionCells>> byValue = new ArrayList<>();

    private transient ActivityReader reader;
    private transient RetentionCalendar calendar;

    RetentionCounts(int activity, RetentionRules rules, List<TouchpointColumn> columns, AsOf asOf) {
        this.activity = activity;
        this.rules = rules;
        this.columns = columns;
        this.asOf = asOf;
        columns.forEach(column -> byValue.add(new HashMap<>()));
    }

    @Override
    public void add(CustomerHistory history) {
        if (reader == null) {
            reader = new ActivityReader(activity, new LocalDays(asOf.zone()), Long.MAX_VALUE);
            calendar = new RetentionCalendar(rules);
        }
        reader.read(history).ifPresent(found -> add(history, found));
    }

    @Override
    public void merge(RetentionCounts other) {
        all.merge(other.all);
        for (int column = 0; column < columns.size(); column++) {
            Map<String, RetentionCells> groups = byValue.get(column);
            other.byValue
                    .get(column)
                    .forEach((value, cells) -> groups.computeIfAbsent(value, first -> new RetentionCells())
                            .merge(cells));
        }
    }

    RetentionRules rules() {
        return rules;
    }

    AsOf asOf() {
        return asOf;
    }

    /** All customers. */
    RetentionCells all() {
        return all;
    }

    /** The customers of a breakdown, 0 for the first, by their values in order. */
    Map<String, RetentionCells> of(int breakdown) {
        Map<String, RetentionCells> sorted = new TreeMap<>(Utf8Order.COMPARATOR);
        sorted.putAll(byValue.get(breakdown));
        return sorted;
    }

    private void add(CustomerHistory history, Activity found) {
        long key = calendar.keyOf(found.firstDay());
        count(all.of(key), key, found);
        if (columns.isEmpty()) {
            return;
        }
        int first = 0;
        while (!history.match(first).holds(activity)) {
            first++;
        }
        for (int column = 0; column < columns.size(); column++) {
            String value = Labels.orNone(columns.get(column).value(history, first));
            RetentionCells group = byValue.get(column).computeIfAbsent(value, any -> new RetentionCells());
            count(group.of(key), key, found);
        }
    }

    private void count(RetentionCell cell, long key, Activity found) {
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
}
