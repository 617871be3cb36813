package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every snippet of docs/querying.md, as it stands there, on the sample: both dialects answer what the page says. */
class QueryingPageTest {
    private static final Pattern CLASS_NAME = Pattern.compile("public final class (\\w+)");

    @TempDir
    private static Path folder;

    private static List<PageBlock> blocks;
    private static QueryEngine duckdb;
    private static QueryEngine spark;

    @BeforeAll
    static void open() throws IOException, SQLException {
        blocks = PageBlock.of(SampleTwice.root().resolve("docs/querying.md"));
        Path output = SampleTwice.output();
        duckdb = QueryEngine.duckdb();
        spark = QueryEngine.spark(SparkSessions.open("local[2]"));
        spark.answer("set spark.sql.shuffle.partitions = 2");
        spark.answer("set spark.sql.codegen.wholeStage = false");
        for (String table : tablesAsked(output)) {
            // The first three blocks of SQL make the views of one table; others are made like it.
            for (PageBlock block : sql().subList(0, 3)) {
                for (String statement : block.statements()) {
                    String ours = onOutput(statement.replace("funnel_steps", table), output);
                    if (block.isFor("DuckDB")) {
                        duckdb.answer(ours);
                    }
                    if (block.isFor("Spark SQL")) {
                        spark.answer(ours);
                    }
                }
            }
        }
    }

    @AfterAll
    static void close() throws SQLException {
        if (duckdb != null) {
            duckdb.close();
        }
        if (spark != null) {
            spark.close();
        }
    }

    private static List<PageBlock> sql() {
        return blocks.stream().filter(block -> block.language().equals("sql")).toList();
    }

    private static List<String> tablesAsked(Path output) throws IOException {
        String asked =
                String.join(" ", sql().stream().skip(3).map(PageBlock::text).toList());
        try (Stream<Path> tables = Files.list(output)) {
            return tables.map(table -> table.getFileName().toString())
                    .filter(table -> Pattern.compile("\\b" + table + "(_history)?\\b")
                            .matcher(asked)
                            .find())
                    .sorted()
                    .toList();
        }
    }

    private static String onOutput(String snippet, Path output) {
        return snippet.replace("reports/", output + "/");
    }

    @Test
    void both_dialects_give_what_the_page_says() throws SQLException {
        int questions = 0;
        List<PageBlock> asked = new ArrayList<>();
        for (PageBlock block : blocks.subList(blocks.indexOf(sql().get(2)) + 1, blocks.size())) {
            if (block.language().equals("sql")) {
                asked.add(block);
            } else if (block.language().isEmpty() && !asked.isEmpty()) {
                List<List<String>> expected = new ArrayList<>(List.of(block.names()));
                expected.addAll(block.rows());
                assertThat(answer(duckdb, "DuckDB", asked)).isEqualTo(expected);
                assertThat(answer(spark, "Spark SQL", asked)).isEqualTo(expected);
                asked.clear();
                questions++;
            }
        }
        assertThat(asked).isEmpty();
        assertThat(questions).isEqualTo(12);
    }

    /** What the one of these blocks gives that is in the dialect. */
    private static List<List<String>> answer(QueryEngine engine, String dialect, List<PageBlock> asked)
            throws SQLException {
        List<PageBlock> ours =
                asked.stream().filter(block -> block.isFor(dialect)).toList();
        assertThat(ours).as(dialect).hasSize(1);
        assertThat(ours.get(0).statements()).hasSize(1);
        return engine.answer(ours.get(0).statements().get(0));
    }

    @Test
    void a_sum_over_all_days_counts_twice() throws SQLException {
        String twice = "select sum(record_count) from quality_history";
        assertThat(Files.exists(SampleTwice.output().resolve("quality/as_of=" + SampleTwice.EARLIER)))
                .isTrue();
        assertThat(duckdb.answer(twice).get(1)).containsExactly("41484");
        assertThat(spark.answer(twice).get(1)).containsExactly("41484");
    }

    @Test
    void what_python_asks_is_the_same_funnel() throws SQLException {
        String python = blocks.stream()
                .filter(block -> block.language().equals("python"))
                .findFirst()
                .orElseThrow()
                .text();
        String query = onOutput(python.split("\"\"\"")[1], SampleTwice.output());
        assertThat(duckdb.answer(query).stream().skip(1).map(row -> row.get(1)))
                .containsExactly("802", "606", "543", "486", "419");
    }

    @Test
    void both_classes_print_what_the_page_says() throws Exception {
        List<PageBlock> java =
                blocks.stream().filter(block -> block.language().equals("java")).toList();
        String said = blocks.get(blocks.size() - 1).text();
        assertThat(java).hasSize(2);
        for (PageBlock block : java) {
            assertThat(printed(block.text())).isEqualTo(said);
        }
    }

    /** Compiles a class and gives back what its main method prints. */
    private static String printed(String source) throws Exception {
        Matcher name = CLASS_NAME.matcher(source);
        assertThat(name.find()).isTrue();
        Path file = Files.writeString(folder.resolve(name.group(1) + ".java"), source);
        String classPath = System.getProperty("java.class.path");
        int failed = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-proc:none", "-cp", classPath, "-d", folder.toString(), file.toString());
        assertThat(failed).isZero();
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
            loader.loadClass(name.group(1)).getMethod("main", String[].class).invoke(null, (Object)
                    new String[] {SampleTwice.output().toString()});
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
