package io.parcours.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.SerializableConfiguration;

/** The records of a log as a distributed collection. */
public final class RecordSource {
    private RecordSource() {}

    /**
     * The records of files, in no particular order.
     *
     * @throws InputException at once where a file cannot be read or lacks a needed column; a file that turns out damaged
     *     makes the job fail with an InputException as a cause
     */
    public static JavaRDD<SourceRecord> records(
            SparkSession spark, List<InputFile> files, FieldLayout layout, InputRules rules) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        Broadcast<SerializableConfiguration> shipped = context.broadcast(new SerializableConfiguration(hadoop));
        List<InputSlice> slices = new ArrayList<>();
        for (InputFile file : files) {
            slices.add(InputSlice.whole(file));
        }
        slices.sort(Comparator.comparingLong(InputSlice::size).reversed());
        return context.parallelize(slices, Math.max(1, slices.size()))
                .flatMap(slice ->
                        RecordReaders.open(slice, layout, rules, shipped.value().value()));
    }
}
