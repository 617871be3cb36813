"""Tests parcours_tables on the folder that $PARCOURS_OUTPUT names, by every reader that is installed.

NotebooksTest writes that folder and runs this: a table `visits` of every type, as of two days, in a folder whose name has
blanks, quotes and brackets.
"""

import datetime
import os
import pathlib
import tempfile
import unittest
import warnings

import pandas

import parcours_tables

BIG = 9_007_199_254_740_993  # 2 ** 53 + 1, which no real number holds


class TablesTest(unittest.TestCase):
    def each(self, wanted=("duckdb", "pandas", "jpype")):
        for reader in parcours_tables.readers():
            if reader in wanted:
                with self.subTest(reader=reader):
                    yield parcours_tables.open_output(reader=reader)

    def asking(self):
        return self.each(("duckdb", "jpype"))

    def test_something_reads_parquet_here(self):
        self.assertTrue(parcours_tables.readers())

    def test_the_latest_day_is_the_default(self):
        for output in self.each():
            self.assertEqual(output.as_of, datetime.date(2024, 3, 30))
            self.assertEqual(output.days, [datetime.date(2024, 2, 29), datetime.date(2024, 3, 30)])
            self.assertEqual(output.names, ["visits"])
            self.assertEqual(output.row_count("visits"), 6)
            self.assertEqual(len(output.table("visits")), 6)

    def test_another_day_is_another_result(self):
        earlier = parcours_tables.open_output(as_of="2024-02-29")
        self.assertEqual(earlier.row_count("visits"), 2)
        self.assertEqual(earlier.table("visits")["as_of"].unique().tolist(), [pandas.Timestamp("2024-02-29").value])

    def test_history_has_every_day(self):
        for output in self.each():
            self.assertEqual(output.history("visits").groupby("as_of").size().tolist(), [2, 6])

    def test_types(self):
        for output in self.each():
            table = output.table("visits")
            self.assertEqual(str(table["visits"].dtype), "Int64")
            self.assertEqual(str(table["rate"].dtype), "float64")
            self.assertEqual(str(table["is_open"].dtype), "boolean")
            self.assertEqual(str(table["at"].dt.tz), "UTC")

    def test_values(self):
        for output in self.each():
            table = output.table("visits")
            plain = table[table["name"] == "plain"].iloc[0]
            self.assertEqual(plain["at"], pandas.Timestamp("2024-02-29T12:00:00Z"))
            self.assertEqual(str(plain["day"])[:10], "2024-02-29")
            self.assertEqual(plain["path"], ["a", "b", "c"])
            self.assertEqual(plain["rate"], 0.123456789)
            self.assertIs(bool(plain["is_open"]), True)
            self.assertEqual(table["visits"].dropna().tolist(), [1, -20, BIG, 0])
            self.assertEqual(table["name"].tolist()[2], "two\nlines\r\n| pipe")
            self.assertEqual(table["at"].dropna().min(), pandas.Timestamp("1969-12-31T23:59:59.999999Z"))
            # Older than what the Timestamp of older pandas knows.
            self.assertIn("1500-01-01", [str(day)[:10] for day in table["day"]])

    def test_nulls_are_missing_and_lists_keep_theirs(self):
        for output in self.each():
            table = output.table("visits")
            last = table.iloc[-1]
            self.assertEqual(last["name"], "")
            for column in ("visits", "is_open", "at", "day", "path"):
                self.assertTrue(pandas.isna(last[column]), column)
            self.assertEqual(table["path"].tolist()[4], ["x", None, "<b>[y](z)`"])
            self.assertEqual(table["path"].tolist()[1], [])
            self.assertEqual(int(table["rate"].isna().sum()), 1)

    def test_queries(self):
        for output in self.asking():
            answer = output.sql("select sum(visits) as total, avg(rate) > 0 as is_positive from visits -- all; ;")
            self.assertEqual(answer["total"].tolist(), [BIG - 19])
            self.assertEqual(answer["is_positive"].tolist(), [True])
            ordered = output.sql("select name, visits from visits where visits is not null order by visits desc")
            self.assertEqual(ordered["visits"].tolist(), [BIG, 1, 0, -20])
            self.assertEqual(output.sql("describe visits")["column_name"].tolist()[:2], ["name", "visits"])
            self.assertEqual(len(output.sql("select * from visits where false")), 0)
            times = output.sql("select [visits.at, null] as moments, visits.at::timestamp as local_time from visits where name = 'plain'")
            moment = datetime.datetime(2024, 2, 29, 12)
            self.assertEqual(times["moments"][0], [moment.replace(tzinfo=datetime.timezone.utc), None])
            self.assertEqual(times["local_time"][0], pandas.Timestamp(moment))

    def test_many_rows_keep_their_order(self):
        for output in self.asking():
            numbers = output.sql("select i, 'n' || i as name from range(250_000) as all_of_them(i) order by i desc")
            self.assertEqual(numbers["i"].tolist(), list(range(249_999, -1, -1)))
            self.assertEqual(numbers["name"].iloc[-1], "n0")

    def test_whole_numbers_beyond_64_bits_stay_whole(self):
        for output in self.asking():
            self.assertEqual(output.sql(f"select {2**100}::hugeint as n")["n"].tolist(), [2**100])

    def test_a_text_stays_a_value(self):
        hostile = "it's '' \"x\" \\ ; drop table visits; --"
        for output in self.asking():
            self.assertEqual(output.sql(f"select {parcours_tables.quoted(hostile)} as x")["x"].tolist(), [hostile])

    def test_a_wrong_query_is_told_by_duckdb(self):
        for output in self.asking():
            with self.assertRaisesRegex(parcours_tables.QueryError, "nothing_like_it"):
                output.sql("select * from nothing_like_it")
            with self.assertRaisesRegex(parcours_tables.QueryError, "rowid"):
                output.sql("select 1 as rowid")
            self.assertEqual(len(output.table("visits")), 6)

    def test_what_is_not_there_is_a_sentence(self):
        for output in self.each():
            self.assertFalse(output.shows("survival"))
            with self.assertRaisesRegex(parcours_tables.NotThere, "there is no table survival"):
                output.table("survival")
            with self.assertRaisesRegex(parcours_tables.NotThere, "there is no table survival"):
                output.history("survival")
        with self.assertRaisesRegex(parcours_tables.NotThere, "2024-02-29, 2024-03-30"):
            parcours_tables.open_output(as_of="2020-01-01")
        with self.assertRaisesRegex(parcours_tables.NotThere, "no tables in"):
            parcours_tables.open_output(folder=pathlib.Path(os.environ["PARCOURS_OUTPUT"]) / "visits")

    def test_a_publication_under_way_is_told(self):
        with tempfile.TemporaryDirectory() as folder:
            journal = pathlib.Path(folder, "_publication.json")
            partition = pathlib.Path(folder, "visits", "as_of=2024-03-30")
            partition.mkdir(parents=True)
            partition.joinpath("part-00000.parquet").touch()
            with warnings.catch_warnings():
                warnings.simplefilter("error")
                parcours_tables.open_output(folder=folder)
            journal.touch()
            with self.assertWarnsRegex(UserWarning, "a run is publishing here"):
                parcours_tables.open_output(folder=folder)

    def test_a_missing_jar_is_told_with_the_way_to_get_it(self):
        before = {name: os.environ.get(name) for name in ("PARCOURS_DUCKDB_JAR", "HOME")}
        try:
            os.environ["PARCOURS_DUCKDB_JAR"] = "/no/such.jar"
            with self.assertRaisesRegex(parcours_tables.NoReader, "names no file: /no/such.jar"):
                parcours_tables._jar()
            del os.environ["PARCOURS_DUCKDB_JAR"]
            with tempfile.TemporaryDirectory() as home:
                os.environ["HOME"] = home
                with self.assertRaisesRegex(parcours_tables.NoReader, "mvn dependency:get .*org.duckdb:duckdb_jdbc:"):
                    parcours_tables._jar()
        finally:
            for name, value in before.items():
                os.environ.pop(name, None) if value is None else os.environ.update({name: value})


if __name__ == "__main__":
    unittest.main()
