package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.classic.SparkSession;
import picocli.CommandLine;

/** A query with a Spark session of its own; apart from {@link QueryCommand}, which is looked at by every command. */
final class SparkQuery {
    private static final int ROWS_BETWEEN_CHECKS = 1_000;

    private SparkQuery() {}

    /**
     * Opens a session, prints the answer as it comes, and closes it.
     *
     * @throws CommandException when the query is none, or more than a query, or fails on a value
     */
    static void run(SqlQuestion question, PrintOptions print, CommandLine command) {
        try {
            answer(ParsedQuery.of(question.sql()), question, print, command.getOut());
        } catch (Exception failure) {
            throw QueryError.of(failure, question);
        }
    }

    private static void answer(ParsedQuery query, SqlQuestion question, PrintOptions print, PrintWriter out)
            throws IOException {
        Path warehouse = temporaryFolder();
        SparkSession spark = (SparkSession) SparkSessions.open(settings(warehouse));
        try {
            SparkSessions.nameNoScopes(spark.sparkContext());
            print(QueryViews.answer(spark, query, question), print, out);
        } finally {
            spark.stop();
            delete(warehouse);
        }
    }

    private static SparkConf settings(Path warehouse) {
        SparkConf conf = SparkSessions.settings(null);
        // Results are small: parts of a shuffle cost more than they save.
        conf.setIfMissing(
                "spark.sql.shuffle.partitions",
                Integer.toString(Runtime.getRuntime().availableProcessors()));
        // As many files are listed by the driver itself as a table may have.
        conf.setIfMissing("spark.sql.sources.parallelPartitionDiscovery.threshold", "10000");
        conf.set("spark.sql.session.timeZone", "UTC");
        conf.set("spark.sql.datetime.java8API.enabled", "true");
        // What a query must not do: read other files, or the environment, or leave a folder behind.
        conf.set("spark.sql.runSQLOnFiles", "false");
        conf.set("spark.sql.variable.substitute", "false");
        conf.set("spark.sql.warehouse.dir", warehouse.toUri().toString());
        return conf;
    }

    private static void print(Dataset<Row> answer, PrintOptions print, PrintWriter out) {
        AnswerColumns columns = AnswerColumns.of(answer);
        List<TableColumn> shown = columns.columns();
        long most = print.mostRows();
        Dataset<Row> readable = columns.readable(answer);
        Dataset<Row> wanted = most < Integer.MAX_VALUE ? readable.limit((int) most + 1) : readable;
        // Before the first row is asked for, nothing has been worked out, and a wrong query prints no heading.
        Iterator<Row> rows = wanted.toLocalIterator();
        boolean isMore = rows.hasNext();
        RowPrinter printer = print.printer(shown);
        for (long printed = 0; isMore && printed < most; printed++) {
            Row row = rows.next();
            printer.print(index -> columns.value(row, index));
            if (printed % ROWS_BETWEEN_CHECKS == ROWS_BETWEEN_CHECKS - 1 && out.checkError()) {
                return;
            }
            isMore = rows.hasNext();
        }
        printer.finish();
        out.flush();
        if (isMore) {
            print.tellMore(most);
        }
    }

    private static Path temporaryFolder() {
        try {
            return Files.createTempDirectory("parcours-query");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static void delete(Path folder) {
        try {
            Files.deleteIfExists(folder);
        } catch (IOException inUse) {
            folder.toFile().deleteOnExit();
        }
    }
}
