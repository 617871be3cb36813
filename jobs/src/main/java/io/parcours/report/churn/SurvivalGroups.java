package io.parcours.report.churn;

import io.parcours.report.chart.Ink;
import io.parcours.report.churn.SurvivalCurve.Moment;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.ReportContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Churn's curves in the table {@code survival}: for everybody, and for the largest groups of each column. */
final class SurvivalGroups {
    static final String ALL = "all";

    static final String CHURN = "churn:";

    private final List<String> breakdown;
    private final Map<String, Map<String, Long>> sizes = new LinkedHashMap<>();
    private final Map<List<String>, List<Moment>> moments = new HashMap<>();

    private SurvivalGroups(List<String> breakdown) {
        this.breakdown = breakdown;
    }

    /** Reads the table twice: how large groups are, then the curves of the largest. */
    static SurvivalGroups read(ReportContext context) {
        SurvivalGroups groups = new SurvivalGroups(
                context.tables().manifest().mapOf("survival").churn().curves().breakdown());
        WrittenTable table = context.table("survival");
        table.forEach(groups::measure, "curve", "group", "time", "at_risk");
        Set<List<String>> wanted = new HashSet<>();
        for (String curve : groups.curves()) {
            wanted.add(List.of(curve, ALL));
            for (String column : groups.columns(curve)) {
                groups.shown(curve, column).forEach(group -> wanted.add(List.of(curve, group)));
            }
        }
        table.rows(row -> wanted.contains(key(row)), SurvivalCurve.COLUMNS)
                .forEach(row -> groups.moments
                        .computeIfAbsent(key(row), missing -> new ArrayList<>())
                        .add(Moment.of(row)));
        return groups;
    }

    private void measure(Row row) {
        if (row.text("curve").startsWith(CHURN) && row.number("time") == 0) {
            sizes.computeIfAbsent(row.text("curve"), missing -> new LinkedHashMap<>())
                    .put(row.text("group"), row.whole("at_risk"));
        }
    }

    private static List<String> key(Row row) {
        return List.of(row.text("curve"), row.text("group"));
    }

    /** The curves that are drawn for everybody. */
    List<String> curves() {
        return sizes.entrySet().stream()
                .filter(curve -> curve.getValue().containsKey(ALL))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The columns by which a curve is drawn apart. */
    List<String> columns(String curve) {
        return breakdown.stream().filter(column -> count(curve, column) > 0).toList();
    }

    /** How many groups a curve has by a column. */
    long count(String curve, String column) {
        return sizes.get(curve).keySet().stream()
                .filter(group -> group.startsWith(column + "="))
                .count();
    }

    /** The groups with the most customers, as many as can be told apart. */
    List<String> shown(String curve, String column) {
        return sizes.get(curve).entrySet().stream()
                .filter(group -> group.getKey().startsWith(column + "="))
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(Ink.MOST_SERIES)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The moments of a curve. */
    List<Moment> moments(String curve, String group) {
        return moments.get(List.of(curve, group));
    }
}
