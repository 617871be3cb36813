package io.parcours.jobs;

import io.parcours.table.ColumnType;
import io.parcours.table.TableColumn;
import io.parcours.table.TableFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.parquet.io.InputFile;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.Dataset$;
import org.apache.spark.sql.classic.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The written tables as Spark's views: {@code x} as of one day, and {@code x_history} with all days and {@code as_of}. */
final class QueryViews {
    private static final String HISTORY = "_history";
    private static final String DAY = "as_of";

    private final SparkSession spark;
    private final Results results;
    private final LocalDate asOf;

    private QueryViews(SparkSession spark, SqlQuestion question) {
        this.spark = spark;
        this.results = question.results();
        this.asOf = question.asOf();
    }

    /**
     * The answer, not yet worked out. Only the tables that the query names are looked at.
     *
     * @throws CommandException when it names a table that has no result of the day
     */
    static Dataset<Row> answer(SparkSession spark, ParsedQuery query, SqlQuestion question) throws IOException {
        query.guard().disarm(spark);
        QueryViews views = new QueryViews(spark, question);
        for (String name : query.guard().tables()) {
            views.create(name.toLowerCase(Locale.ROOT));
        }
        return Dataset$.MODULE$.ofRows(spark, query.plan());
    }

    private void create(String name) throws IOException {
        List<String> tables = results.tables();
        if (tables.contains(name)) {
            // Says so where there is no such day.
            List<InputFile> files = results.files(name, asOf);
            LocalDate day = asOf == null ? results.days(name).last() : asOf;
            read(schema(columns(files)), results.locations(name, day)).createOrReplaceTempView(name);
        } else if (name.endsWith(HISTORY) && tables.contains(name.substring(0, name.length() - HISTORY.length()))) {
            history(name.substring(0, name.length() - HISTORY.length())).createOrReplaceTempView(name);
        }
    }

    /** All days of a table, with the columns that any of them has, and the day behind them. */
    private Dataset<Row> history(String table) throws IOException {
        Map<String, TableColumn> columns = new LinkedHashMap<>();
        List<String> locations = new ArrayList<>();
        SortedSet<LocalDate> latestFirst = new TreeSet<>(Comparator.reverseOrder());
        latestFirst.addAll(results.days(table));
        for (LocalDate day : latestFirst) {
            columns(results.files(table, day)).forEach(column -> columns.putIfAbsent(column.name(), column));
            locations.addAll(results.locations(table, day));
        }
        StructType schema = schema(List.copyOf(columns.values())).add(DAY, DataTypes.DateType);
        return read(schema, locations);
    }

    private Dataset<Row> read(StructType schema, List<String> locations) {
        // Folders, for Spark reads a file twice whose path looks like a pattern, such as one with a bracket.
        List<String> folders = locations.stream()
                .map(QueryViews::uri)
                .map(QueryViews::parent)
                .distinct()
                .toList();
        DataFrameReader reader =
                spark.read().schema(schema).option("__globPaths__", "false").option("pathGlobFilter", "*.parquet");
        // Below the table's folder Spark reads as_of=... as a column; otherwise it is told not to look at folders'
        // names.
        boolean isHistory = schema.getFieldIndex(DAY).isDefined();
        return (isHistory
                        ? reader.option("basePath", parent(folders.get(0)))
                        : reader.option("recursiveFileLookup", "true"))
                .parquet(folders.toArray(String[]::new));
    }

    private static String parent(String location) {
        return location.substring(0, location.lastIndexOf('/'));
    }

    private static String uri(String location) {
        Optional<Path> local = TableFiles.local(location);
        return local.isPresent() ? "file://" + local.get().toAbsolutePath() : location;
    }

    private static List<TableColumn> columns(List<InputFile> files) throws IOException {
        return FileRows.of(files).columns();
    }

    /** Known from the file's foot already: asking Spark to find out takes a job a table. */
    private static StructType schema(List<TableColumn> columns) {
        StructType schema = new StructType();
        for (TableColumn column : columns) {
            schema = schema.add(column.name(), type(column.type()));
        }
        return schema;
    }

    private static DataType type(ColumnType type) {
        return switch (type) {
            case TEXT -> DataTypes.StringType;
            case WHOLE -> DataTypes.LongType;
            case REAL -> DataTypes.DoubleType;
            case FLAG -> DataTypes.BooleanType;
            case INSTANT -> DataTypes.TimestampType;
            case DATE -> DataTypes.DateType;
            case TEXTS -> DataTypes.createArrayType(DataTypes.StringType);
            case INSTANTS -> DataTypes.createArrayType(DataTypes.TimestampType);
        };
    }
}
