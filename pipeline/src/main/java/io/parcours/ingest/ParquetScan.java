package io.parcours.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.execution.SparkPlan;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.sql.vectorized.ColumnarBatch;

/**
 * Parquet files through Spark's vectorised reader. This class, {@link ScannedRecords} and {@link ScannedColumn} take
 * Spark's own batches of columns instead of its {@code Row}s: a row costs a projection, and an encoder or a copy of every
 * value. Before this project began, reading and packing 40 million touchpoints took 18 seconds by rows and 13 by batches.
 */
final class ParquetScan {
    private static final String FILE_PATH = "file_path";

    private final SparkSession spark;
    private final FieldLayout layout;
    private final InputRules rules;

    ParquetScan(SparkSession spark, FieldLayout layout, InputRules rules) {
        // A session of its own, so that neither the caller's settings change what is read nor ours change his.
        this.spark = spark.newSession();
        this.spark.conf().set("spark.sql.caseSensitive", "true");
        this.spark.conf().set("spark.sql.legacy.parquet.nanosAsLong", "true");
        this.spark.conf().set("spark.sql.files.ignoreCorruptFiles", "false");
        this.spark.conf().set("spark.sql.files.ignoreMissingFiles", "false");
        // Batches, whatever the types and however many columns.
        this.spark.conf().set("spark.sql.parquet.enableVectorizedReader", "true");
        this.spark.conf().set("spark.sql.parquet.enableNestedColumnVectorizedReader", "true");
        this.spark.conf().set("spark.sql.codegen.wholeStage", "true");
        this.spark.conf().set("spark.sql.codegen.maxFields", "1000000");
        this.spark.conf().set("spark.sql.adaptive.enabled", "false");
        this.layout = layout;
        this.rules = rules;
    }

    /** Whether Spark's reader lists the file and knows all the kinds of its columns. */
    static boolean canRead(InputFile file, ParquetColumns columns) {
        return !isSkipped(file.path().getName())
                && columns.columns().stream().noneMatch(column -> column.kind() == ParquetKind.UUID);
    }

    // Spark leaves out files of such names without a word, even where they are asked for by name.
    private static boolean isSkipped(String name) {
        return name.startsWith("_") || name.startsWith(".") || name.endsWith("._COPYING_");
    }

    /** The records of files that have the fields at the same places. */
    JavaRDD<SourceRecord> records(List<InputFile> files, ParquetColumns columns) {
        Map<String, String> names = files.stream().collect(Collectors.toMap(InputFile::location, InputFile::name));
        StructType schema = schema(columns.columns(), 0);
        SparkPlan scan = scan(files, schema);
        List<String> scanned = new ArrayList<>();
        scan.output().foreach(attribute -> scanned.add(attribute.name()));
        List<ScannedColumn.Place> places = columns.columns().stream()
                .map(column -> new ScannedColumn.Place(column, positions(column, scanned, schema)))
                .toList();
        // The path comes behind the file's own columns, one of which may have its name.
        int filePath = scanned.lastIndexOf(FILE_PATH);
        FieldLayout shippedLayout = layout;
        InputRules shippedRules = rules;
        return scan.executeColumnar()
                .toJavaRDD()
                .mapPartitions((Iterator<ColumnarBatch> batches) ->
                        new ScannedRecords(batches, shippedLayout, places, filePath, names, shippedRules));
    }

    private SparkPlan scan(List<InputFile> files, StructType schema) {
        Column[] selected = Stream.concat(
                        Arrays.stream(schema.fieldNames())
                                .map(name -> functions.col("`" + name.replace("`", "``") + "`")),
                        Stream.of(functions.col("_metadata." + FILE_PATH)))
                .toArray(Column[]::new);
        SparkPlan plan = spark.read()
                .schema(schema)
                .option("recursiveFileLookup", "true")
                .option("__globPaths__", "false")
                .parquet(files.stream().map(InputFile::location).toArray(String[]::new))
                .select(selected)
                .queryExecution()
                .executedPlan();
        SparkPlan scan = plan.collectLeaves().head();
        if (!scan.supportsColumnar()) {
            throw new IllegalStateException("Spark does not read these Parquet columns in batches: " + schema.sql());
        }
        return scan;
    }

    /** Where a column lies: among what is scanned, then in each of the records around it. */
    private static List<Integer> positions(ParquetColumn column, List<String> scanned, StructType schema) {
        List<Integer> positions = new ArrayList<>();
        positions.add(scanned.indexOf(column.path().get(0)));
        DataType type = schema.apply(column.path().get(0)).dataType();
        for (String name : column.path().subList(1, column.path().size())) {
            StructType nested = (StructType) type;
            positions.add(nested.fieldIndex(name));
            type = nested.apply(name).dataType();
        }
        return positions;
    }

    /** The schema of what is read, at one depth of nested records. */
    private static StructType schema(List<ParquetColumn> columns, int depth) {
        StructType schema = new StructType();
        List<String> names = columns.stream()
                .map(column -> column.path().get(depth))
                .distinct()
                .toList();
        for (String name : names) {
            List<ParquetColumn> same = columns.stream()
                    .filter(column -> column.path().get(depth).equals(name))
                    .toList();
            ParquetColumn first = same.get(0);
            boolean isLeaf = first.path().size() == depth + 1;
            schema = schema.add(name, isLeaf ? type(first) : schema(same, depth + 1), true);
        }
        return schema;
    }

    static DataType type(ParquetColumn column) {
        return switch (column.kind()) {
            case TEXT -> DataTypes.StringType;
            case INT -> DataTypes.IntegerType;
            // Spark's own reading of milliseconds fails the task where one lies beyond the reach of microseconds.
            case LONG, UNSIGNED_INT, INSTANT_MILLIS, LOCAL_MILLIS, INSTANT_NANOS, LOCAL_NANOS -> DataTypes.LongType;
            case UNSIGNED_LONG -> DataTypes.createDecimalType(20, 0);
            case FLOAT -> DataTypes.FloatType;
            case DOUBLE -> DataTypes.DoubleType;
            case FLAG -> DataTypes.BooleanType;
            case DECIMAL -> DataTypes.createDecimalType(column.precision(), column.scale());
            case DATE -> DataTypes.DateType;
            case INSTANT_MICROS, INT96 -> DataTypes.TimestampType;
            case LOCAL_MICROS -> DataTypes.TimestampNTZType;
            case UUID -> throw new IllegalArgumentException("Spark reads no UUID columns");
        };
    }
}
