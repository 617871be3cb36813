package io.parcours.benchmark;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;

/**
 * What nobody who answers by customer in Spark can go below: its own reading of the mapped columns, without and with one
 * shuffle of the rows by customer. Rows are Spark's internal ones; they are walked over and nothing is done with them.
 */
enum Floor {
    READ {
        @Override
        Dataset<Row> rows(Dataset<Row> columns, int partitions) {
            return columns;
        }
    },
    SHUFFLE {
        @Override
        Dataset<Row> rows(Dataset<Row> columns, int partitions) {
            return columns.repartition(partitions, columns.col("customer_id"));
        }
    };

    abstract Dataset<Row> rows(Dataset<Row> columns, int partitions);

    void run(Map<String, String> values) throws IOException {
        try (SparkSession spark = SparkPeer.session(values)) {
            Dataset<Row> columns = spark.read()
                    .parquet(values.get("log"))
                    .select("customer_id", "occurred_at", "event", "channel", "value", "event_id", "platform");
            int partitions = Integer.parseInt(values.get("partitions"));
            JavaRDD<InternalRow> rows =
                    rows(columns, partitions).queryExecution().toRdd().toJavaRDD();
            rows.foreachPartition(partition -> {
                LongAdder seen = new LongAdder();
                partition.forEachRemaining(row -> seen.add(row.numFields()));
            });
        }
    }
}
