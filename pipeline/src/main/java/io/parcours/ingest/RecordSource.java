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
        JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
        Configuration hadoop = context.hadoopConfiguration();
        List<InputFile> own = new ArrayList<>(files);
        own.removeIf(file -> file.format() == InputFormat.PARQUET);
        InputContract.check(own, layout, rules, hadoop);

        Map<ParquetColumns, List<InputFile>> scanned = new LinkedHashMap<>();
        InputContract.parquetColumns(files, layout, hadoop).forEach((file, columns) -> {
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
