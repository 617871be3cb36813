package io.parcours.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.SparkSessions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Spark reads what we write. */
class TableInSparkTest {
    @TempDir
    Path folder;

    @Test
    void sparkSeesTheTypesAndTheComments() throws IOException {
        StructType schema = read(List.of()).schema();
        assertThat(schema.simpleString())
                .isEqualTo("struct<text:string,whole:bigint,real:double,flag:boolean,instant:timestamp,date:date,"
                        + "texts:array<string>,instants:array<timestamp>>");
        assertThat(schema.apply("text").getComment().get()).isEqualTo("any text, \"quoted\" too");
        assertThat(schema.apply("texts").getComment().get()).isEqualTo("a list");
    }

    @Test
    void sparkReadsTheSameValues() throws IOException {
        List<Specimen> specimens = new ArrayList<>(Specimen.random(11, 2_000));
        specimens.add(Specimen.EMPTY);
        specimens.add(new Specimen(
                "before 1970 👩‍🚀",
                Long.MIN_VALUE,
                Double.NaN,
                false,
                -1L,
                LocalDate.of(1500, 2, 28),
                Arrays.asList(null, "", "é"),
                Arrays.asList(null, -1L, 0L)));
        assertThat(values(read(specimens))).isEqualTo(values(specimens));
    }

    @ParameterizedTest
    @ValueSource(longs = {2, 5, 8, 11})
    void sparkReadsManyPagesWithAndWithoutDictionary(long seed) throws IOException {
        List<Specimen> specimens = Patterned.rows(seed, 65_000);
        assertThat(values(read(specimens))).isEqualTo(values(specimens));
    }

    @Test
    void sparksReaderOfBatchesReadsThem() throws IOException {
        // Lists aside, which make Spark choose by a setting of its own.
        List<Specimen> specimens = Patterned.rows(3, 65_000);
        Dataset<Row> table = read(specimens).drop("texts", "instants");
        assertThat(table.queryExecution().executedPlan().toString()).contains("ColumnarToRow");
        assertThat(values(table.withColumn("texts", functions.lit(null))
                        .withColumn("instants", functions.lit(null).cast("array<timestamp>"))))
                .isEqualTo(values(specimens.stream()
                        .map(row -> new Specimen(
                                row.text(), row.whole(), row.real(), row.flag(), row.instant(), row.date(), null, null))
                        .toList()));
    }

    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36})
    void whatSparkSkipsHasNothingThatWasAskedFor(long seed) throws IOException {
        List<Specimen> specimens = new ArrayList<>(Patterned.rows(seed, 45_000));
        specimens.addAll(Specimen.random(seed, 2_000));
        Dataset<Row> table = read(specimens);
        for (Specimen sought : List.of(specimens.get(300), specimens.get(33_333), specimens.get(46_000))) {
            assertThat(table.where(table.col("text").equalTo(sought.text())).count())
                    .isEqualTo(count(
                            specimens,
                            row -> sought.text() != null && sought.text().equals(row.text())));
            assertThat(table.where(table.col("whole").geq(sought.whole())).count())
                    .isEqualTo(count(
                            specimens,
                            row -> sought.whole() != null && row.whole() != null && row.whole() >= sought.whole()));
        }
        assertThat(table.where("real < -10").count())
                .isEqualTo(
                        count(specimens, row -> row.real() != null && Double.isFinite(row.real()) && row.real() < -10));
        assertThat(table.where("date is null").count()).isEqualTo(count(specimens, row -> row.date() == null));
        assertThat(table.where("flag").count()).isEqualTo(count(specimens, row -> Boolean.TRUE.equals(row.flag())));
    }

    private static long count(List<Specimen> specimens, Predicate<Specimen> sought) {
        return specimens.stream().filter(sought).count();
    }

    @Test
    void sparkReadsATableWithoutRows() throws IOException {
        assertThat(read(List.of()).count()).isZero();
    }

    @Test
    void withoutSparksOwnSchemaTheTypesAreTheSame() throws IOException {
        // Readers that know nothing of Spark's key see the schema of the file itself.
        Dataset<Row> plain = SparkSessions.shared()
                .read()
                .schema("text string, whole long, real double, flag boolean, instant timestamp, date date, "
                        + "texts array<string>, instants array<timestamp>")
                .parquet(read(Specimen.random(3, 50)).inputFiles());
        assertThat(values(plain)).isEqualTo(values(Specimen.random(3, 50)));
    }

    private Dataset<Row> read(List<Specimen> specimens) throws IOException {
        Path file = folder.resolve("part-00000.parquet");
        try (TableWriter<Specimen> writer = TableWriter.open(Specimen.TABLE, TableFiles.output(file))) {
            specimens.forEach(writer);
        }
        return SparkSessions.shared().read().parquet(file.toString());
    }

    /** Instants and days as numbers: java.sql's classes follow the old calendar and the machine's zone. */
    private static List<List<Object>> values(Dataset<Row> table) {
        return table
                .selectExpr(
                        "text",
                        "whole",
                        "real",
                        "flag",
                        "unix_micros(instant)",
                        "unix_date(date)",
                        "texts",
                        "transform(instants, instant -> unix_micros(instant))")
                .collectAsList()
                .stream()
                .map(row -> Arrays.asList(
                        row.get(0),
                        row.get(1),
                        row.get(2),
                        row.get(3),
                        row.get(4),
                        row.isNullAt(5) ? null : LocalDate.ofEpochDay(row.getInt(5)),
                        row.isNullAt(6) ? null : row.getList(6),
                        row.isNullAt(7) ? null : row.getList(7)))
                .toList();
    }

    private static List<List<Object>> values(List<Specimen> specimens) {
        return specimens.stream().map(Specimen::values).toList();
    }
}
