package io.parcours.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Answers the questions in DuckDB's SQL: two threads, one materialised ordered table in memory, spilling to disk. */
final class DuckdbPeer {
    /** Ordered once; windows then stream over the table in its own order, which DuckDB does without sorting again. */
    static final List<String> STREAMING = List.of(
            "duckdb/settings.sql",
            "duckdb/accepted.sql",
            "duckdb/codes.sql",
            "duckdb/ordered.sql",
            "duckdb/numbered-streaming.sql",
            "duckdb/as-of.sql",
            "duckdb/touchpoints.sql",
            "duckdb/journeys.sql",
            "duckdb/churn.sql",
            "duckdb/transitions.sql",
            "duckdb/funnels-streaming.sql");

    /** Windows partitioned by customer, as textbooks have them. */
    static final List<String> WINDOWS = List.of(
            "duckdb/settings.sql",
            "duckdb/accepted.sql",
            "duckdb/codes.sql",
            "duckdb/numbered-windows.sql",
            "duckdb/as-of.sql",
            "duckdb/touchpoints.sql",
            "duckdb/journeys.sql",
            "duckdb/churn.sql",
            "duckdb/transitions.sql",
            "duckdb/funnels-windows.sql");

    private DuckdbPeer() {}

    /** Runs the scripts one after the other; the seconds of each are phases of the report. */
    static void run(List<String> scripts, Map<String, String> values, Path output) throws IOException, SQLException {
        for (AnswerTable table : AnswerTable.ALL) {
            Files.createDirectories(output.resolve(table.name()));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            for (String script : scripts) {
                long start = System.nanoTime();
                for (String sql : SqlScript.of(List.of(script), values).statements()) {
                    statement.execute(sql);
                }
                ProcessReport.phase(nameOf(script), (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static String nameOf(String script) {
        return script.replaceAll(".*/|\\.sql", "");
    }
}
