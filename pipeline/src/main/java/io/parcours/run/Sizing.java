package io.parcours.run;

import io.parcours.ingest.InputFile;
import java.util.List;
import org.apache.spark.SparkContext;

/**
 * How many partitions a run uses. Results do not depend on it; memory does: a partition's touchpoints are in memory
 * while it is passed over.
 */
final class Sizing {
    /** Text that gives a partition of some 200,000 touchpoints, at 100 to 150 bytes each. */
    private static final long TEXT_BYTES = 24L << 20;

    /** Compressed binary that does, at 30 to 40 bytes each. */
    private static final long BINARY_BYTES = 8L << 20;

    private static final int MOST = 8192;

    /** Beyond it the numbers in file names would no longer sort as numbers do. */
    private static final int MOST_SAID = 49_999;

    /** Spark's setting that says how many partitions to use, where a user knows better. */
    static final String SETTING = "spark.parcours.partitions";

    private Sizing() {}

    static PartitionPlan partitions(List<InputFile> inputs, SparkContext context) {
        int said = context.getConf().getInt(SETTING, 0);
        if (said > MOST_SAID) {
            throw new IllegalArgumentException(SETTING + " is " + said + "; at most " + MOST_SAID + " are possible");
        }
        return said > 0 ? new PartitionPlan(said, said) : partitions(inputs, context.defaultParallelism());
    }

    static PartitionPlan partitions(List<InputFile> inputs, int cores) {
        double wanted = 0;
        for (InputFile file : inputs) {
            wanted += (double) file.length() / (isCompact(file) ? BINARY_BYTES : TEXT_BYTES);
        }
        int histories = (int) Math.min(MOST, Math.max(1, Math.ceil(wanted)));
        if (histories > 1) {
            // Whole rounds of tasks keep every core busy to the end.
            histories = Math.min(MOST, (histories + cores - 1) / cores * cores);
        }
        return new PartitionPlan(histories, histories);
    }

    private static boolean isCompact(InputFile file) {
        return switch (file.format()) {
            case PARQUET, AVRO -> true;
            default -> !file.name().matches(".*\\.(csv|tsv|txt|json|jsonl|ndjson)");
        };
    }
}
