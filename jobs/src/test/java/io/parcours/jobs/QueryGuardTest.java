package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.apache.spark.sql.catalyst.parser.ParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QueryGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "with v as (select * from visits where visits > 0) select count(*) from v join visits using (name)",
                "select name, row_number() over w from visits window w as (partition by name order by at)",
                "select s from visits lateral view explode(path) t as s union all select name from visits",
                "select * from visits pivot (count(*) for is_open in (true, false))",
                "from visits |> where visits > 0 |> aggregate count(*) group by name",
                "select name from visits group by all having count(*) > (select 1) order by 1",
                "select * from (values (1, 'a')) as t(n, s) cross join lateral (select n + 1)",
                "select x from range(3) as r(x) except select 1 intersect select 2 offset 0",
                "select grouping(name), count(*) from visits group by rollup (name)",
                "select transform(path, p -> upper(p)) from visits where exists (select 1 from visits_history h)"
            })
    void whatIsAQueryPasses(String sql) throws ParseException {
        assertThat(ParsedQuery.of(sql).plan()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table t as select 1",
                "create temporary view visits as select 1",
                "insert into visits values (1)",
                "insert overwrite local directory 'FOLDER/written' select 1",
                "drop view visits",
                "set spark.sql.runSQLOnFiles = true",
                "set var x = 1",
                "add jar 'FOLDER/x.jar'",
                "show tables",
                "explain select 1",
                "cache table visits",
                "use system",
                "begin select 1; end",
                "select 1; select 2",
                "execute immediate 'create table t as select 1'",
                "call system.run()",
                "with a as (select 1) insert into t select * from a",
                "select transform (name) using 'touch FOLDER/written' as x from visits",
                "select * from (select transform (name) using 'touch FOLDER/written' as x from visits)",
                "select reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select Java_Method('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select try_reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select `reflect`('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select system.builtin.reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select * from values (reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes'))",
                "select (select max(reflect('java.lang.System', 'setProperty', 'parcours.query.ran', name)) from visits)",
                "with a as (select reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')) select * from a",
                "select transform(array(1), x -> reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes'))",
                "select 1 order by reflect('java.lang.System', 'setProperty', 'parcours.query.ran', 'yes')",
                "select * from csv.`FOLDER/secret.csv`",
                "select * from text.`FOLDER/secret.csv`"
            })
    void whatIsMoreThanAQueryIsRefused(String sql) {
        assertThat(catchThrowable(() -> ParsedQuery.of(sql)))
                .as(sql)
                .isInstanceOfAny(CommandException.class, ParseException.class);
    }

    @Test
    void theTablesItReadsAreThoseItNames() throws ParseException {
        ParsedQuery query = ParsedQuery.of(
                "with mine as (select * from a) select (select max(x) from b) from mine where exists (select 1 from C)");
        assertThat(query.guard().tables()).containsExactlyInAnyOrder("a", "b", "C", "mine");
    }
}
