package io.parcours.benchmark;

import io.parcours.jobs.Parcours;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The main method of a contender's process: {@code REPORT CONTENDER name=value...}; for Parcours the arguments of its
 * command stand behind the contender.
 */
public final class ContenderProcess {
    private ContenderProcess() {}

    /** Runs the contender and leaves its report. */
    public static void main(String[] arguments) throws IOException, SQLException {
        ProcessReport.writeAtEnd(Path.of(arguments[0]));
        Contender contender = Contender.of(arguments[1]);
        String[] rest = Arrays.copyOfRange(arguments, 2, arguments.length);
        if (contender == Contender.PARCOURS) {
            Parcours.main(rest);
            return;
        }
        Map<String, String> values = new HashMap<>();
        for (String argument : rest) {
            int equals = argument.indexOf('=');
            values.put(argument.substring(0, equals), argument.substring(equals + 1));
        }
        run(contender, values);
        // Spark leaves threads that would keep the process.
        System.exit(0);
    }

    private static void run(Contender contender, Map<String, String> values) throws IOException, SQLException {
        Path output = Path.of(values.get("output"));
        switch (contender) {
            case DUCKDB_STREAMING -> DuckdbPeer.run(DuckdbPeer.STREAMING, values, output);
            case DUCKDB_WINDOWS -> DuckdbPeer.run(DuckdbPeer.WINDOWS, values, output);
            case SPARK_HASHED -> SparkPeer.run(SparkPeer.HASHED, values);
            case SPARK_PLAIN -> SparkPeer.run(SparkPeer.PLAIN, values);
            case READ -> Floor.READ.run(values);
            case READ_AND_SHUFFLE -> Floor.SHUFFLE.run(values);
            default -> throw new IllegalArgumentException(contender.label());
        }
    }
}
