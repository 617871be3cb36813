package io.parcours.jobs;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What answers SQL, with values as a page shows them: numbers without trailing zeros, nothing for null. */
interface QueryEngine extends AutoCloseable {

    /** The names of the answer's columns, then its rows. */
    List<List<String>> answer(String sql) throws SQLException;

    @Override
    void close() throws SQLException;

    static String shown(Object value) {
        if (value == null) {
            return "";
        }
        return value instanceof Number
                ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
                : value.toString();
    }

    /** DuckDB, by its JDBC driver. */
    static QueryEngine duckdb() throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        return new QueryEngine() {
            @Override
            public List<List<String>> answer(String sql) throws SQLException {
                List<List<String>> answer = new ArrayList<>();
                try (Statement statement = connection.createStatement()) {
                    if (!statement.execute(sql)) {
                        return answer;
                    }
                    ResultSet rows = statement.getResultSet();
                    int width = rows.getMetaData().getColumnCount();
                    List<String> names = new ArrayList<>();
                    for (int column = 1; column <= width; column++) {
                        names.add(rows.getMetaData().getColumnName(column));
                    }
                    answer.add(names);
                    while (rows.next()) {
                        List<String> row = new ArrayList<>();
                        for (int column = 1; column <= width; column++) {
                            row.add(shown(rows.getObject(column)));
                        }
                        answer.add(row);
                    }
                }
                return answer;
            }

            @Override
            public void close() throws SQLException {
                connection.close();
            }
        };
    }

    /** Spark SQL, in the session given, which is stopped in the end. */
    static QueryEngine spark(SparkSession session) {
        return new QueryEngine() {
            @Override
            public List<List<String>> answer(String sql) {
                Dataset<Row> rows = session.sql(sql);
                List<List<String>> answer = new ArrayList<>(List.of(List.of(rows.columns())));
                for (Row row : rows.collectAsList()) {
                    List<String> fields = new ArrayList<>();
                    for (int column = 0; column < row.length(); column++) {
                        fields.add(shown(row.get(column)));
                    }
                    answer.add(fields);
                }
                return answer;
            }

            @Override
            public void close() {
                session.stop();
            }
        };
    }
}
