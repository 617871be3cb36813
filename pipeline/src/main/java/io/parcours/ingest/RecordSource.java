package io.parcours.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** The records of a log as a distributed collection. */
public final class RecordSource {
    private RecordSource() {}

    /**
     * The records of files, in no particular order. The input contract of every file is checked first.
     *
     * @throws InputException at once where a file cannot be read or lacks a needed column; a file that turns out damaged
     *     later makes the job fail with an InputException among its causes
     */
    public static JavaRDD<SourceRecord> records(
            SparkSession spark, List<InputFile> files, FieldLayout layout, InputRules rules) {
        Configuration hadoop = spark.sparkContext().hadoopConfiguration();
        return records(spark, InputContract.check(files, layout, rules, hadoop), layout, rules);
    }

    /**
     * The records of files that were checked before, in no particular order. A file that turns out damaged makes the job
     * fail with an InputException among its causes.
     */
    public static JavaRDD<SourceRecord> records(
            SparkSession spark, CheckedFiles files, FieldLayout layout, InputRules rules) {
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        List<InputFile> own = new ArrayList<>(files.files());
        own.removeIf(file -> file.format() == InputFormat.PARQUET);

        Map<ParquetColumns, List<InputFile>> scanned = new LinkedHashMap<>();
        files.parquet().forEach((file, columns) -> {
            if (ParquetScan.canRead(file, columns)) {
                scanned.computeIfAbsent(columns, any -> new ArrayList<>()).add(file);
            } else {
                own.add(file);
            }
        });

        List<JavaRDD<SourceRecord>> parts = new ArrayList<>();
        if (!own.isEmpty()) {
            parts.add(new SliceSource(context, layout, rules).records(own));
        }
        if (!scanned.isEmpty()) {
            ParquetScan scan = new ParquetScan(spark, layout, rules);
            scanned.forEach((columns, same) -> parts.add(scan.records(same, columns)));
        }
        return union(context, parts);
    }

    private static JavaRDD<SourceRecord> union(JavaSparkContext context, List<JavaRDD<SourceRecord>> parts) {
        return parts.stream().reduce(JavaRDD::union).orElseGet(context::emptyRDD);
    }
}
