package io.parcours.report.compare;

import io.parcours.report.data.ReportTables;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A figure that two days can be compared by: it has an interval in the tables of both.
 *
 * @param key its name in the words of changes
 * @param table the table it stands in
 * @param column its column; NAME_low and NAME_high are its interval
 * @param base how many it rests on
 * @param labels the columns that tell its rows apart, in the order they are read
 * @param unit what it is
 * @param wanted which rows are compared
 */
public record Measure(
        String key, String table, String column, Base base, List<String> labels, Unit unit, Predicate<Row> wanted) {
    /** Paths and touchpoints are many: those on which too few journeys rest would only cost the others their power. */
    private static final long ENOUGH = 30;

    /** Columns whose base is those whose time is over. */
    private static final Set<String> MATURE = Set.of("mature_rate", "cancelled_rate");

    private static final List<String> STEP = List.of("funnel", "breakdown", "breakdown_value", "step", "step_name");

    public Measure {
        labels = List.copyOf(labels);
    }

    /** What a figure is, and so how it and its differences are written. */
    public enum Unit {
        /** A part of one; differences are in points of a percentage. */
        SHARE,
        /** A number on a scale of its own. */
        SCORE
    }

    /** All of them that the tables of a day can have. */
    public static List<Measure> all(ReportTables tables) {
        List<Measure> measures = new ArrayList<>();
        Map<String, Long> lastSteps = lastSteps(tables.table("funnel_steps"));
        Predicate<Row> step = row -> isCompared(row, lastSteps);
        measures.add(matureStep(step.and(row -> !row.isMissing("mature_rate"))));
        measures.add(step(step.and(row -> row.isMissing("mature_entered_count"))));
        measures.add(share("paths", "paths", "conversion_rate", "journey_count", enough(), "path"));
        measures.add(share(
                "channel_mix",
                "channel_mix",
                "conversion_rate",
                "journey_count",
                everybody().and(row -> row.text("length").equals("all")),
                "channel_class"));
        measures.add(share(
                "inventory",
                "touchpoint_inventory",
                "conversion_rate",
                "journey_count",
                everybody().and(enough()),
                "channel",
                "stage",
                "event"));
        measures.add(new Measure(
                "satisfaction",
                "satisfaction",
                "metric",
                Base.column("answer_count"),
                List.of("survey", "level", "name"),
                Unit.SCORE,
                row -> !row.text("level").equals("period")));
        measures.add(share(
                "conformance",
                "conformance",
                "journey_share",
                "eligible_count",
                everybody().and(row -> !row.text("deviation").equals("(any)")),
                "deviation",
                "stage"));
        measures.add(share(
                "trigger_cancelled", "trigger_summary", "cancelled_rate", "mature_count", everybody(), "trigger"));
        measures.add(
                share("trigger_due", "trigger_summary", "due_conversion_rate", "due_count", everybody(), "trigger"));
        measures.add(share(
                "attribution",
                "attribution",
                "credit_share",
                Base.none(),
                row -> row.text("model").equals("markov"),
                "by",
                "name"));
        measures.add(share("segments", "segments", "customer_share", Base.customers(), row -> true, "segment"));
        return measures;
    }

    /** What of those whose time is over reached a step. */
    public static Measure matureStep(Predicate<Row> wanted) {
        return new Measure(
                "funnel_mature",
                "funnel_steps",
                "mature_rate",
                Base.column("mature_entered_count"),
                STEP,
                Unit.SHARE,
                wanted);
    }

    /** What reached a step, in a funnel without a window. */
    public static Measure step(Predicate<Row> wanted) {
        return new Measure("funnel", "funnel_steps", "rate_from_first", Base.entered(), STEP, Unit.SHARE, wanted);
    }

    /** The rows that are compared, by the values of their labels. */
    public Map<List<String>, Row> rows(ReportTables tables) {
        Map<List<String>, Row> rows = new LinkedHashMap<>();
        WrittenTable written = tables.table(table);
        if (written.isThere()) {
            written.rows(wanted).forEach(row -> rows.put(names(row), row));
        }
        return rows;
    }

    /** Whether it counts only those whose time is over, so that two days compare like with like. */
    public boolean isMature() {
        return MATURE.contains(column);
    }

    /** The values of a row's labels. */
    public List<String> names(Row row) {
        return labels.stream().map(row::shown).toList();
    }

    private static Measure share(
            String key, String table, String column, String base, Predicate<Row> wanted, String... labels) {
        return share(key, table, column, Base.column(base), wanted, labels);
    }

    private static Measure share(
            String key, String table, String column, Base base, Predicate<Row> wanted, String... labels) {
        return new Measure(key, table, column, base, List.of(labels), Unit.SHARE, wanted);
    }

    private static Predicate<Row> everybody() {
        return row -> row.text("breakdown").equals("all");
    }

    private static Predicate<Row> enough() {
        return row -> row.whole("journey_count") >= ENOUGH;
    }

    /** Every step for everybody, and the last one for every value of a breakdown. */
    private static boolean isCompared(Row row, Map<String, Long> lastSteps) {
        long step = row.whole("step");
        return step == lastSteps.get(row.text("funnel"))
                || row.text("breakdown").equals("all") && step > 1;
    }

    private static Map<String, Long> lastSteps(WrittenTable steps) {
        Map<String, Long> last = new HashMap<>();
        if (steps.isThere()) {
            steps.forEach(row -> last.merge(row.text("funnel"), row.whole("step"), Math::max), "funnel", "step");
        }
        return last;
    }
}
