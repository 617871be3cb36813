package io.parcours.report.experience;

import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The rows of one survey, by what its answers are told apart by; keeps no more of a level than is shown. */
final class SurveyLevels {
    static final String PERIOD = "period";

    private static final int MOST_NAMES = 12;
    private static final int MOST_PERIODS = 60;
    private static final int MOST_LEVELS = 10;

    private final Map<String, Level> levels = new LinkedHashMap<>();
    private Row all;

    /** The rows of a level that are shown, in the table's order, and how many it has. */
    static final class Level {
        private final Deque<Row> rows = new ArrayDeque<>();
        private final boolean isPeriod;
        private long count;

        private Level(boolean isPeriod) {
            this.isPeriod = isPeriod;
        }

        private void add(Row row) {
            count++;
            if (isPeriod && rows.size() == MOST_PERIODS) {
                rows.removeFirst();
            }
            if (isPeriod || rows.size() < MOST_NAMES) {
                rows.addLast(row);
            }
        }

        List<Row> rows() {
            return List.copyOf(rows);
        }

        long count() {
            return count;
        }
    }

    /** The surveys of the table by their names, in the table's order. */
    static Map<String, SurveyLevels> of(WrittenTable table) {
        Map<String, SurveyLevels> surveys = new LinkedHashMap<>();
        table.forEach(row -> surveys.computeIfAbsent(row.text("survey"), missing -> new SurveyLevels())
                .add(row));
        return surveys;
    }

    private void add(Row row) {
        String name = row.text("level");
        if (name.equals("all")) {
            all = row;
        } else if (levels.containsKey(name) || levels.size() < MOST_LEVELS) {
            levels.computeIfAbsent(name, missing -> new Level(name.equals(PERIOD)))
                    .add(row);
        }
    }

    /** The row of all answers, or null where the table has none. */
    Row all() {
        return all;
    }

    /** The levels that parts of it are shown by; without periods, and without those that have one group only. */
    Map<String, Level> groups() {
        Map<String, Level> groups = new LinkedHashMap<>(levels);
        groups.remove(PERIOD);
        groups.values().removeIf(level -> level.count() < 2);
        return groups;
    }

    /** The periods from the first to the last; none where the table has none. */
    List<Row> periods() {
        return levels.containsKey(PERIOD) ? new ArrayList<>(levels.get(PERIOD).rows()) : List.of();
    }
}
