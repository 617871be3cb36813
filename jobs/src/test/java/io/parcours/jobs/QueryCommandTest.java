package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryCommandTest {
    @TempDir
    Path folder;

    private Path output;

    @BeforeEach
    void writeTwoResults() throws IOException {
        // Letters that Spark's paths would take for a pattern, an escape or another scheme.
        output = Files.createDirectories(folder.resolve("out {a,b} [1] %20"));
        ShownTables.write(output, "2024-03-01", ShownTables.HOSTILE);
        ShownTables.write(output, "2024-10-01", ShownTables.random(1, 50));
    }

    @Test
    void aTableIsThereAsOfOneDayAndItsHistoryWithAll() {
        assertThat(answer("select count(*) as n from visits")).isEqualTo("n\n50\n");
        assertThat(answer("select count(*) as n from Visits", "--as-of", "2024-03-01"))
                .isEqualTo("n\n6\n");
        assertThat(answer("select as_of, count(*) as n from visits_history group by as_of order by as_of"))
                .isEqualTo("as_of,n\n2024-03-01,6\n2024-10-01,50\n");
        assertFails(query("select as_of from visits"), "the SQL, line 1 position 8: ", "`as_of`", "`name`");
        assertThat(query("select 1 from visits", "--as-of", "2024-03-02").exitCode())
                .isEqualTo(ExitCode.INPUT_CONTRACT);
    }

    @Test
    void everyKindOfValueIsPrintedAsShowPrintsIt() {
        String hostile = Outcome.table("visits", output, "--as-of", "2024-03-01");
        assertThat(answer("select * from visits order by visits", "--as-of", "2024-03-01")
                        .length())
                .isEqualTo(hostile.length());
        assertThat(answer("""
                select -- what our tables do not have
                  7 as seven, 2.50 as price, float(0.1) as f, double('NaN') as nan, x'00ff' as bytes,
                  array(1, null) as numbers, named_struct('a', 'x"y') as pair, map('k', 1) as m,
                  timestamp_ntz'2024-01-01 10:00:00' as local_time, timestamp'2024-01-01 10:00:00.5' as at,
                  interval '1' day as gap, array('a', 'b') as list, array(timestamp'1970-01-01') as times, null as nothing
                """)).isEqualTo("""
                seven,price,f,nan,bytes,numbers,pair,m,local_time,at,gap,list,times,nothing
                7,2.50,0.1,NaN,00ff,"[1,null]","{""a"":""x\\""y""}","{""k"":1}",2024-01-01 10:00:00,2024-01-01T10:00:00.500Z,INTERVAL '1' DAY,"a, b",1970-01-01T00:00:00Z,
                """);
        assertThat(answer("select double('-Infinity') as low, 9007199254740993 as big", "--format", "json"))
                .isEqualTo("[\n{\"low\": \"-Infinity\", \"big\": 9007199254740993}\n]\n");
    }

    @Test
    void theOrderAndTheLimitAreThoseOfTheQuery() {
        assertThat(answer("select at from visits order by at desc limit 2"))
                .isEqualTo("at\n1970-01-01T00:00:49Z\n1970-01-01T00:00:48Z\n");
        assertThat(answer("select at from visits order by at", "--limit", "1")).isEqualTo("at\n1970-01-01T00:00:00Z\n");
        assertThat(answer("select name from visits where false")).isEqualTo("name\n");
    }

    @Test
    void twoColumnsOfOneNameAreNoObject() {
        assertThat(answer("select 1 as a, 2 as a")).isEqualTo("a,a\n1,2\n");
        assertFails(query("select 1 as a, 2 as a", "--format", "json"), "two columns are named a");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select identifier('ref' || 'lect')('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select * from identifier('csv.`FOLDER/secret.csv`')",
                "select * from `FOLDER/secret.csv`"
            })
    void whatHidesFromTheParserDoesNothing(String sql) throws IOException {
        Files.writeString(folder.resolve("secret.csv"), "seven-seals\n");
        // Other tests of this process may have made one.
        boolean hasWarehouse = Files.exists(Path.of("spark-warehouse"));
        Ran ran = query(sql.replace("FOLDER", folder.toString()));
        assertFails(ran, "");
        assertThat(ran.err()).doesNotContain("seven-seals");
        assertThat(System.getProperty("parcours.query.ran")).isNull();
        assertThat(Files.exists(Path.of("spark-warehouse"))).isEqualTo(hasWarehouse);
    }

    @Test
    void aDocumentInAQueryReadsNoFile() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "seven-seals\n");
        String document = "<!DOCTYPE a [<!ENTITY e SYSTEM \"file://" + secret + "\">]><a>&e;</a>";
        Ran ran = query("select xpath_string('" + document + "', 'a') as text");
        assertThat(ran.out() + ran.err()).doesNotContain("seven-seals");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "selec 1                               | the SQL, line 1 position 1: Syntax error at or near 'selec'.",
                "select nam from visits                | the SQL, line 1 position 8: A column, variable, or function parameter with name `nam` cannot be resolved. Did you mean one of the following? [",
                "select 1 from visit                   | no table visit in OUT; did you mean visits?; there are: visits",
                "select 1 from visit_history           | no table visit_history in OUT; there are: visits",
                "select 1 / (visits - visits) from visits | the SQL, line 1 position 8: Division by zero. Use `try_divide`",
                "select cast('z' as int)               | the SQL, line 1 position 8: The value 'z' of the type",
                "select nonsense(1)                    | the SQL, line 1 position 8: ",
                "select count(*) from visits group by  | the SQL, line 1 position 37: Syntax error at or near end of input.",
                "--                                    | the SQL, line 1 position 4: Syntax error at or near end of input."
            })
    void aWrongQueryIsOneLineThatSaysWhere(String sql, String message) {
        String spaced = sql.equals("--") ? " --" : sql;
        assertFails(query(spaced), message.replace("OUT", output.toString()));
    }

    @Test
    void aPlaceholderIsNotFilledFromTheEnvironment() {
        assertThat(answer("select '${env:PATH}${system:user.home}' as a"))
                .isEqualTo("a\n${env:PATH}${system:user.home}\n");
    }

    @Test
    void withoutResultsThereIsNothingToAsk() {
        Ran ran = Ran.parcours("query", "select 1", "--output", folder.toString());
        assertThat(ran.exitCode()).isEqualTo(ExitCode.INPUT_CONTRACT);
        assertThat(ran.err()).startsWith("parcours: no results in ");
    }

    private String answer(String sql, String... more) {
        Ran ran = query(sql, more);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.exitCode()).isZero();
        return ran.out();
    }

    private Ran query(String sql, String... more) {
        List<String> format = List.of(more).contains("--format") ? List.of() : List.of("--format", "csv");
        return Ran.parcours(Stream.of(List.of("query", sql, "--output", output.toString()), format, List.of(more))
                .flatMap(List::stream)
                .toArray(String[]::new));
    }

    private static void assertFails(Ran ran, String... messages) {
        assertThat(ran.err()).startsWith("parcours: ").contains(messages);
        assertThat(ran.err().lines()).as("lines on stderr").hasSize(1);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.exitCode()).isEqualTo(ExitCode.USAGE);
    }
}
