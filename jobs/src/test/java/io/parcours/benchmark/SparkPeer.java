package io.parcours.benchmark;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Answers the questions in Spark's SQL: window functions over one ordered table that is kept in memory. */
final class SparkPeer {
    /** The hash of the customer is sorted before the text; duplicates are looked for among equal hashes alone. */
    static final List<String> HASHED = List.of("spark/touchpoints-hashed.sql", "spark/questions-hashed.sql");

    /** Partitioned and sorted by the customer's id, duplicates found by a window. */
    static final List<String> PLAIN = List.of("spark/touchpoints-plain.sql", "spark/questions-plain.sql");

    private SparkPeer() {}

    static void run(List<String> scripts, Map<String, String> values) throws IOException {
        try (SparkSession spark = session(values)) {
            for (String sql : SqlScript.of(scripts, values).statements()) {
                long start = System.nanoTime();
                spark.sql(sql);
                ProcessReport.phase(nameOf(sql), (System.nanoTime() - start) / 1e9);
            }
        }
    }

    /** A session on two cores with what a peer or a floor is told. */
    static SparkSession session(Map<String, String> values) {
        return SparkSession.builder()
                .appName("benchmark")
                .master("local[" + values.get("threads") + "]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.local.dir", values.get("temp"))
                .config("spark.sql.catalogImplementation", "in-memory")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", values.get("partitions"))
                .config("spark.sql.parquet.compression.codec", "zstd")
                .config("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS")
                // A join by customer and more finds both sides by customer already: no need to shuffle again.
                .config("spark.sql.requireAllClusterKeysForCoPartition", "false")
                .getOrCreate();
    }

    /** What a statement makes: the name of its table, view or folder. */
    private static String nameOf(String sql) {
        String plain = sql.replaceAll("--[^\n]*\n", "").strip();
        return plain.lines().findFirst().orElse("").replaceAll("^.*(TABLE|VIEW) (\\w+).*|^.*/(\\w+)'.*", "$2$3");
    }
}
