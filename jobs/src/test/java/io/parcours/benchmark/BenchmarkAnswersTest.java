package io.parcours.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The benchmark's questions mean the same to everybody, on a log small enough to ask at every build. */
class BenchmarkAnswersTest {
    @TempDir
    private static Path work;

    private static Stable stable;

    @BeforeAll
    static void raceOnce() throws Exception {
        BenchmarkLog log = BenchmarkLog.prepare(new LogSize(1500, 20, 90, 3), work, line -> {});
        stable = new Stable(work, "1g", 2);
        for (Contender contender : List.of(Contender.PARCOURS, Contender.DUCKDB_STREAMING, Contender.DUCKDB_WINDOWS)) {
            Measurement measurement = stable.run(contender, log);
            assertThat(measurement.cpuSeconds()).as(contender.label()).isPositive();
            assertThat(measurement.insideSeconds()).as(contender.label()).isLessThan(measurement.wallSeconds());
        }
    }

    @Test
    void bothVariantsOfDuckdbAnswerAsParcoursDoes() throws Exception {
        assertThat(differences(Contender.DUCKDB_STREAMING)).isEmpty();
        assertThat(differences(Contender.DUCKDB_WINDOWS)).isEmpty();
    }

    @Test
    void oneChangedRowIsADifference() throws Exception {
        Path changed = work.resolve("changed");
        Path answers = stable.output(Contender.DUCKDB_STREAMING);
        for (AnswerTable table : AnswerTable.ALL) {
            Files.createDirectories(changed.resolve(table.name()));
            Files.copy(
                    answers.resolve(table.name()).resolve("part.parquet"),
                    changed.resolve(table.name()).resolve("part.parquet"));
        }
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = connection.createStatement()) {
            statement.execute("COPY (SELECT * REPLACE (value + 0.01 AS value) FROM read_parquet('"
                    + answers.resolve("journeys") + "/part.parquet')) TO '"
                    + changed.resolve("journeys") + "/part.parquet' (FORMAT parquet)");
            statement.execute("COPY (SELECT * FROM read_parquet('" + answers.resolve("transitions")
                    + "/part.parquet') OFFSET 1) TO '" + changed.resolve("transitions")
                    + "/part.parquet' (FORMAT parquet)");
        }
        assertThat(new AnswerComparison(stable.output(Contender.PARCOURS), work).differences(changed))
                .anyMatch(line -> line.startsWith("journeys: "))
                .anyMatch(line -> line.startsWith("transitions: "))
                .noneMatch(line -> line.startsWith("touchpoints: "));
    }

    private static List<String> differences(Contender peer) throws Exception {
        return new AnswerComparison(stable.output(Contender.PARCOURS), work).differences(stable.output(peer));
    }
}
