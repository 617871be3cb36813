package io.parcours.funnel;

import io.parcours.stats.FourfoldTable;
import io.parcours.touchpoint.Labels;
import io.parcours.touchpoint.Touchpoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The section "Drop-off drivers" of the counting rules read word by word, for funnels of customers over single letters with
 * a window and touchpoints of different instants. Times are minutes.
 */
final class DriversByDefinition {
    private final String steps;
    private final int window;
    private final int undecidedAfter;
    private final int asOf;
    /** By step, factor and value, then by stratum: lost with, lost, went on with, went on. */
    private final Map<String, Map<Integer, long[]>> counts = new TreeMap<>();
    /** The same of all units, by step and kind. */
    private final Map<String, Map<Integer, long[]>> totals = new TreeMap<>();

    DriversByDefinition(String steps, int window, int undecidedAfter, int asOf) {
        this.steps = steps;
        this.window = window;
        this.undecidedAfter = undecidedAfter;
        this.asOf = asOf;
    }

    /** Where a chain of this level first ends, or -1; all touchpoints' letters and minutes. */
    private int arrival(List<Touchpoint> all, int[] minutes, int level) {
        for (int end = 0; end < all.size(); end++) {
            if (latestStart(all, minutes, level, end, minutes[end]) >= 0) {
                return end;
            }
        }
        return -1;
    }

    /** The latest start of a chain of this level that ends with this touchpoint, or -1. */
    private int latestStart(List<Touchpoint> all, int[] minutes, int level, int end, int last) {
        if (!all.get(end).event().equals(steps.substring(level - 1, level)) || last - minutes[end] > window) {
            return -1;
        }
        int latest = level == 1 ? minutes[end] : -1;
        for (int before = 0; before < end && level > 1; before++) {
            latest = Math.max(latest, latestStart(all, minutes, level - 1, before, last));
        }
        return latest;
    }

    void add(List<Touchpoint> all, int[] minutes) {
        boolean isOver = true;
        for (int i = 0; i < minutes.length; i++) {
            isOver &= !all.get(i).event().equals(steps.substring(0, 1)) || minutes[i] + window <= asOf;
        }
        for (int step = 2; isOver && step <= steps.length(); step++) {
            int anchor = arrival(all, minutes, step - 1);
            if (anchor >= 0) {
                add(step, anchor, all, minutes);
            }
        }
    }

    private void add(int step, int anchor, List<Touchpoint> all, int[] minutes) {
        int next = arrival(all, minutes, step);
        boolean isLost = next < 0;
        List<String> before = others(all, minutes, Integer.MIN_VALUE, minutes[anchor] - 1);
        int stratum = stratum(before.size());
        count(totals, step + " anchor", stratum, isLost);
        String channel = all.get(anchor).channel();
        count(counts, step + " channel " + (channel == null ? Labels.NONE : channel), stratum, isLost);
        for (String event : new HashSet<>(before)) {
            count(counts, step + " preceding_event " + event, stratum, isLost);
        }
        int until = minutes[anchor] + undecidedAfter;
        int began = latestStart(all, minutes, step - 1, anchor, minutes[anchor]);
        if (until <= asOf && began + window > until && (isLost || minutes[next] > until)) {
            List<String> meanwhile = others(all, minutes, minutes[anchor] + 1, until);
            count(totals, step + " undecided", stratum(meanwhile.size()), isLost);
            for (String event : new HashSet<>(meanwhile)) {
                count(counts, step + " intervening_event " + event, stratum(meanwhile.size()), isLost);
            }
        }
    }

    private List<String> others(List<Touchpoint> all, int[] minutes, int from, int to) {
        List<String> events = new ArrayList<>();
        for (int i = 0; i < minutes.length; i++) {
            if (minutes[i] >= from
                    && minutes[i] <= to
                    && !steps.contains(all.get(i).event())) {
                events.add(all.get(i).event());
            }
        }
        return events;
    }

    /** 0, 1, 2, 3 to 4, 5 to 8, 9 to 16 ... by the most it holds. */
    private static int stratum(int touchpoints) {
        int most = 2;
        while (touchpoints > most) {
            most *= 2;
        }
        return touchpoints <= 2 ? touchpoints : most;
    }

    private static void count(Map<String, Map<Integer, long[]>> counts, String key, int stratum, boolean isLost) {
        counts.computeIfAbsent(key, any -> new TreeMap<>())
                .computeIfAbsent(stratum, any -> new long[2])[isLost ? 0 : 1]++;
    }

    /** Step, factor and value of every row. */
    Set<String> rows() {
        return counts.keySet();
    }

    /** The tables of a row's strata, rising, with those that tell nothing. */
    List<FourfoldTable> strata(String row) {
        List<FourfoldTable> tables = new ArrayList<>();
        totals(row).forEach((stratum, all) -> {
            long[] with = counts.get(row).getOrDefault(stratum, new long[2]);
            tables.add(new FourfoldTable(with[0], all[0] - with[0], with[1], all[1] - with[1]));
        });
        return tables;
    }

    private Map<Integer, long[]> totals(String row) {
        return totals.get(
                row.replaceFirst("(\\d+) .*", "$1") + (row.contains("intervening") ? " undecided" : " anchor"));
    }
}
