package io.parcours.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Compares the answers of a peer with those of Parcours, row by row, in DuckDB. */
final class AnswerComparison {
    private static final double TOLERANCE = 1e-9;
    private static final int ROWS_SHOWN = 5;

    private final Path parcours;
    private final Path work;

    /**
     * @param parcours where Parcours wrote its tables
     * @param work where the comparison may spill
     */
    AnswerComparison(Path parcours, Path work) {
        this.parcours = parcours;
        this.work = work;
    }

    /** What differs: the table, how much, and the first rows; empty where all answers are equal. */
    List<String> differences(Path peer) throws SQLException {
        List<String> found = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("SET threads = 2");
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET preserve_insertion_order = false");
            statement.execute("SET memory_limit = '4GiB'");
            statement.execute("SET temp_directory = '" + work.resolve("comparison") + "'");
            for (AnswerTable table : AnswerTable.ALL) {
                compare(statement, table, peer, found);
            }
        }
        return found;
    }

    private void compare(Statement statement, AnswerTable table, Path peer, List<String> found) throws SQLException {
        String ours = table.fromParcours()
                .replace("${table}", "read_parquet('" + parcours.resolve(table.name()) + "/as_of=*/*.parquet')");
        view(statement, "ours", table, ours);
        view(statement, "theirs", table, "SELECT * FROM read_parquet('" + peer.resolve(table.name()) + "/*.parquet')");
        long ourRows = number(statement, "SELECT count(*) FROM ours");
        long theirRows = number(statement, "SELECT count(*) FROM theirs");
        // Rows are told apart by their keys: if the join has as many rows as either side, each met exactly one.
        String joined = " FROM ours FULL JOIN theirs ON " + onKeys(table);
        long joinedRows = number(statement, "SELECT count(*)" + joined);
        long different = number(statement, "SELECT count(*)" + joined + " WHERE " + anyDifferent(table));
        if (ourRows == 0) {
            found.add(table.name() + ": no rows to compare");
        } else if (ourRows != theirRows || joinedRows != ourRows || different > 0) {
            found.add(String.format(
                    Locale.ROOT,
                    "%s: %,d rows of Parcours, %,d of the peer, %,d when joined, %,d different",
                    table.name(),
                    ourRows,
                    theirRows,
                    joinedRows,
                    different));
            show(statement, "SELECT *" + joined + " WHERE " + anyDifferent(table) + " LIMIT " + ROWS_SHOWN, found);
        }
    }

    private static void view(Statement statement, String name, AnswerTable table, String rows) throws SQLException {
        List<String> columns = new ArrayList<>(table.keys());
        columns.addAll(table.exact());
        columns.addAll(table.doubles());
        statement.execute("CREATE OR REPLACE TEMP VIEW " + name + " AS SELECT true AS present, "
                + String.join(", ", columns) + " FROM (" + rows + ")");
    }

    private static String onKeys(AnswerTable table) {
        return table.keys().stream()
                .map(key -> "ours." + key + " IS NOT DISTINCT FROM theirs." + key)
                .collect(Collectors.joining(" AND "));
    }

    private static String anyDifferent(AnswerTable table) {
        List<String> conditions = new ArrayList<>(List.of("ours.present IS NULL", "theirs.present IS NULL"));
        table.exact().forEach(column -> conditions.add("ours." + column + " IS DISTINCT FROM theirs." + column));
        table.doubles().forEach(column -> {
            String our = "ours." + column;
            String their = "theirs." + column;
            conditions.add("(" + our + " IS NULL) <> (" + their + " IS NULL)");
            conditions.add("abs(" + our + " - " + their + ") > " + TOLERANCE + " * greatest(1, abs(" + our + "), abs("
                    + their + "))");
        });
        return "(" + String.join(" OR ", conditions) + ")";
    }

    private static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            result.next();
            return result.getLong(1);
        }
    }

    private static void show(Statement statement, String sql, List<String> found) throws SQLException {
        try (ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> values = new ArrayList<>();
                for (int column = 1; column <= columns; column++) {
                    values.add(result.getMetaData().getColumnName(column) + "=" + result.getString(column));
                }
                found.add("  " + String.join(" ", values));
            }
        }
    }
}
