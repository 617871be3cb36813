package io.parcours.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** A customer who is none: one id with millions of touchpoints, as a broken tracker writes them. */
final class HotCustomer {
    private HotCustomer() {}

    /** Writes the touchpoints, evenly over the days of the log, in its columns. */
    static Path write(Path file, int touchpoints, LogSize log) throws SQLException {
        String sql = SqlScript.Template.fill(
                SqlScript.Template.text("hot-customer.sql"),
                Map.of(
                        "touchpoints", Integer.toString(touchpoints),
                        "days", Integer.toString(log.days() - 1),
                        "file", file.toString()));
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        return file;
    }
}
