"""Gives the tables of a Parcours output folder as pandas DataFrames, by whatever reads Parquet here.

    import parcours_tables
    output = parcours_tables.open_output()        # $PARCOURS_OUTPUT or ../reports, as of its latest day
    output.table("funnel_steps")                  # a whole table as of that day
    output.sql("select * from funnel_steps where funnel = 'checkout'")
    output.history("funnel_steps")                # every day that was published, told apart by as_of

Read by, in this order: the package `duckdb`; `pyarrow` or `fastparquet` (whole tables only); the DuckDB JDBC jar with JPype.
Whichever it is, types are the same: whole numbers Int64, real numbers float64, flags boolean, instants in UTC, days
without a zone, lists as Python lists; what is null is missing. Nothing is computed here.
"""

import datetime
import importlib.util
import json
import os
import pathlib
import re
import warnings

import numpy
import pandas

_DAY = re.compile(r"as_of=(\d{4}-\d{2}-\d{2})")
_HERE = pathlib.Path(__file__).resolve().parent
_END = re.compile(r"[;\s]+$")


class NotThere(LookupError):
    """There is no such folder, day or table; the message says what is there."""


class NoReader(RuntimeError):
    """Nothing that reads Parquet is installed; the message says what to install."""


class QueryError(ValueError):
    """The query is wrong; the message is DuckDB's."""


def open_output(folder=None, as_of=None, reader=None):
    """Opens an output folder.

    folder: where the tables lie; default $PARCOURS_OUTPUT, else ../reports beside the notebooks. A path that is not
        there from where Python runs is looked for from the project's folder, as kernels start in that of the notebook.
    as_of: the day whose results are meant, as a date or YYYY-MM-DD; default the latest one.
    reader: duckdb, pandas or jpype; default $PARCOURS_READER, else the first that is there.
    """
    folder = pathlib.Path(folder or os.environ.get("PARCOURS_OUTPUT") or "reports")
    folder = folder if folder.is_dir() else _HERE.parent / folder
    return Output(folder.absolute(), as_of, reader or os.environ.get("PARCOURS_READER"))


def readers():
    """The readers whose Python packages are installed, the preferred one first."""
    packages = {"duckdb": ["duckdb"], "pandas": ["pyarrow", "fastparquet"], "jpype": ["jpype"]}
    return [name for name, wanted in packages.items() if any(map(_importable, wanted))]


def quoted(text):
    """A text as a value of SQL, whatever it holds."""
    return "'" + str(text).replace("'", "''") + "'"


class Output:
    """The tables of one folder as of one day."""

    def __init__(self, folder, as_of, reader):
        self.folder = folder
        if (folder / "_publication.json").exists():
            warnings.warn("a run is publishing here, or was cut off: tables may be of different runs (docs/publishing.md)")
        self._published = _published(folder)
        every = sorted({day for days in self._published.values() for day in days})
        if not every:
            raise NotThere(f"no tables in {folder}: name the --output of a run in the variable PARCOURS_OUTPUT")
        self.days = every
        self.as_of = every[-1] if as_of is None else datetime.date.fromisoformat(str(as_of))
        if self.as_of not in every:
            raise NotThere(f"nothing was published as of {self.as_of}; there is {', '.join(map(str, every))}")
        if reader not in (None, "duckdb", "pandas", "jpype"):
            raise NoReader(f"no reader {reader}: there are duckdb, pandas and jpype")
        self._reader = reader
        self._database = None

    @property
    def names(self):
        """The tables that were written as of this day, sorted."""
        return sorted(name for name, days in self._published.items() if self.as_of in days)

    @property
    def reader(self):
        """What reads whole tables here: duckdb, pandas or jpype."""
        there = [self._reader] if self._reader else readers()
        if not there:
            raise NoReader("nothing here reads Parquet: install duckdb, or pyarrow, or python3-jpype with a Java")
        return there[0]

    @property
    def manifest(self):
        """What the run wrote down of itself: inputs, counts, versions; empty where it is missing."""
        file = self.folder / "_runs" / f"as_of={self.as_of}" / "manifest.json"
        return json.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}

    @property
    def time_zone(self):
        """The time zone in which the run cut days; None where its manifest is missing."""
        told = re.search(r'^timezone: "(.*)"$', self.manifest.get("map", {}).get("effective", ""), re.MULTILINE)
        return told[1] if told else None

    def has(self, name):
        """Whether the table was written as of this day."""
        return name in self.names

    def shows(self, *names):
        """Whether each of these tables has rows; where one has none, a sentence says so."""
        for name in names:
            if not self.has(name):
                print(self._absence(name))
                return False
            if self.row_count(name) == 0:
                print(f"Nothing to show: {name} has no rows as of {self.as_of}.")
                return False
        return True

    def row_count(self, name):
        """How many rows the table has as of this day."""
        if self.reader == "pandas":
            return len(self.table(name))
        return int(self._rows(f"select count(*) from {self._view(name)}")[0][0])

    def table(self, name):
        """The table as of this day."""
        if self.reader == "pandas":
            return _read_by_pandas(self._files(name, self.as_of)).assign(as_of=pandas.Timestamp(self.as_of))
        return self.sql(f"select * from {self._view(name)}")

    def history(self, name):
        """The table as of every day that has it, in the order of days. A sum over all its rows counts most things
        several times: choose by as_of, or group by it."""
        days = sorted(self._published.get(name, {}))
        if not days:
            raise NotThere(self._absence(name))
        if self.reader == "pandas":
            parts = [_read_by_pandas(self._files(name, day)).assign(as_of=pandas.Timestamp(day)) for day in days]
            return pandas.concat(parts, ignore_index=True)
        return self.sql("\nunion all by name ".join(self._select(name, day) for day in days))

    def sql(self, query):
        """What a query in DuckDB's SQL gives. Each table is a view of its name with the rows of this day alone."""
        query = _END.sub("", query)
        # The line break ends a comment; the copy fixes the order of rows, which a list must be gathered in.
        self._rows(f"create or replace temp table _answer as from (\n{query}\n)")
        try:
            return _answer(self._rows)
        finally:
            self._rows("drop table _answer")

    def _rows(self, statement):
        if self._database is None:
            self._database = _database(self._reader)
            for name in self.names:
                self._database(f"create view {_identifier(name)} as {self._select(name, self.as_of)}")
        return self._database(statement)

    def _view(self, name):
        self._files(name, self.as_of)
        return _identifier(name)

    def _select(self, name, day):
        files = ", ".join(quoted(file) for file in self._files(name, day))
        return f"select *, date '{day}' as as_of from read_parquet([{files}], hive_partitioning = false)"

    def _files(self, name, day):
        try:
            return self._published[name][day]
        except KeyError:
            raise NotThere(self._absence(name)) from None

    def _absence(self, name):
        days = sorted(self._published.get(name, {}))
        if days:
            return f"Nothing to show: {name} was not written as of {self.as_of}; it was as of {', '.join(map(str, days))}."
        return f"Nothing to show: there is no table {name}, as the map did not ask for it (docs/map.md)."


def _published(folder):
    """Files by table and day. Names that begin with an underscore are the publication's own."""
    tables = {}
    for part in sorted(folder.glob("[!_.]*/as_of=*/*.parquet")):
        day = _DAY.fullmatch(part.parent.name)
        if day and not part.name.startswith(("_", ".")):
            days = tables.setdefault(part.parent.parent.name, {})
            days.setdefault(datetime.date.fromisoformat(day[1]), []).append(part)
    return tables


def _importable(package):
    return importlib.util.find_spec(package) is not None


def _identifier(name):
    return '"' + name.replace('"', '""') + '"'


# DuckDB, by its own package or by its JDBC driver: a function that runs a statement and gives rows of texts.


def _database(reader):
    if reader == "duckdb" or (reader in (None, "pandas") and _importable("duckdb")):
        run = _package_database()
    elif _importable("jpype"):
        run = _java_database()
    else:
        raise NoReader("sql needs DuckDB: install the package duckdb, or python3-jpype with a Java")
    # Nothing may be fetched from the network, and instants are told in UTC.
    run("set autoinstall_known_extensions = false")
    run("set timezone = 'UTC'")
    return run


def _package_database():
    import duckdb

    connection = duckdb.connect()

    def run(statement):
        try:
            rows = connection.execute(statement).fetchall()
        except duckdb.Error as wrong:
            raise QueryError(str(wrong)) from None
        return [tuple(None if value is None else str(value) for value in row) for row in rows]

    return run


def _java_database():
    import jpype

    if not jpype.isJVMStarted():
        # Debian keeps JPype's own classes apart from its package.
        support = [str(jar) for jar in [pathlib.Path("/usr/share/java/org.jpype.jar")] if jar.is_file()]
        # DuckDB works in native code: what is left for Java is soon over, and starts faster so.
        quick = ["-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"]
        jpype.startJVM(*quick, classpath=[str(_jar()), *support], convertStrings=False)
    properties = jpype.JClass("java.util.Properties")()
    connection = jpype.JClass("org.duckdb.DuckDBDriver")().connect("jdbc:duckdb:", properties)

    def run(statement):
        running = connection.createStatement()
        try:
            if not running.execute(statement):
                return []
            result = running.getResultSet()
            width = range(1, result.getMetaData().getColumnCount() + 1)
            rows = []
            while result.next():
                texts = [result.getString(column) for column in width]
                rows.append(tuple(None if text is None else str(text) for text in texts))
            return rows
        except jpype.JClass("java.sql.SQLException") as wrong:
            raise QueryError(str(wrong.getMessage())) from None
        finally:
            running.close()

    return run


def _jar():
    """The DuckDB JDBC jar: the one named, else the build's version, else the newest in the local Maven repository."""
    named = os.environ.get("PARCOURS_DUCKDB_JAR")
    if named:
        if pathlib.Path(named).is_file():
            return pathlib.Path(named)
        raise NoReader(f"PARCOURS_DUCKDB_JAR names no file: {named}")
    pom = _HERE.parent / "pom.xml"
    told = re.search(r"<duckdb.version>([^<]+)<", pom.read_text(encoding="utf-8")) if pom.is_file() else None
    version = told[1] if told else "VERSION"
    folder = pathlib.Path.home() / ".m2" / "repository" / "org" / "duckdb" / "duckdb_jdbc"
    for jar in [folder / version / f"duckdb_jdbc-{version}.jar", *sorted(folder.glob("*/duckdb_jdbc-*.jar"), reverse=True)]:
        if jar.is_file():
            return jar
    raise NoReader(
        f"the DuckDB JDBC jar is not in {folder}: fetch it with\n"
        f"  mvn dependency:get -Dtransitive=false -Dartifact=org.duckdb:duckdb_jdbc:{version}\n"
        "or name one in the variable PARCOURS_DUCKDB_JAR"
    )


# From an answer to a DataFrame. A column travels as one JSON text for many rows: through JPype a call a value is slow,
# and this way both ways to DuckDB give the same types.

_ROWS_AT_ONCE = 100_000
_WHOLE = re.compile(r"(U?(BIG|SMALL|TINY|HUGE)INT|U?INTEGER)")
_REAL = re.compile(r"(DOUBLE|FLOAT|DECIMAL\(.*\))")
_TIME = re.compile(r"DATE|TIMESTAMP[A-Z_ ]*")


def _answer(rows):
    columns = [(row[0], row[1]) for row in rows("from (describe _answer)")]
    if any(name.lower() == "rowid" for name, _ in columns):
        raise QueryError("name the column rowid otherwise: DuckDB keeps that name for itself")
    gathered = ", ".join(
        f"to_json(list({_plain(_identifier(name), kind)} order by rowid))" for name, kind in columns
    )
    values = [[] for _ in columns]
    count = int(rows("select count(*) from _answer")[0][0])
    for start in range(0, count, _ROWS_AT_ONCE):
        part = rows(f"select {gathered} from _answer where rowid between {start} and {start + _ROWS_AT_ONCE - 1}")
        for column, text in zip(values, part[0]):
            column.extend(json.loads(text))
    frame = {place: _series(column, kind) for place, (column, (_, kind)) in enumerate(zip(values, columns))}
    result = pandas.DataFrame(frame, index=pandas.RangeIndex(count))
    result.columns = [name for name, _ in columns]
    return result


def _plain(column, kind):
    """The column as something JSON has a word for."""
    if kind.endswith("[]"):
        inner = _plain("element", kind[:-2])
        return column if inner == "element" else f"[{inner} for element in {column}]"
    if _TIME.fullmatch(kind):
        instant = column if kind == "TIMESTAMP WITH TIME ZONE" else f"{column}::timestamp"
        return f"case when isfinite({column}) then epoch_us({instant}) end"
    if _WHOLE.fullmatch(kind) or _REAL.fullmatch(kind) or kind in ("BOOLEAN", "VARCHAR"):
        return column
    return f"{column}::varchar"


def _series(values, kind):
    if _WHOLE.fullmatch(kind):
        return _whole(values)
    if _REAL.fullmatch(kind):
        return pandas.Series([numpy.nan if value is None else value for value in values], dtype="float64")
    if kind == "BOOLEAN":
        return pandas.Series(values, dtype="boolean")
    if _TIME.fullmatch(kind):
        return _times(values, kind)
    if kind.endswith("[]") and _TIME.fullmatch(kind[:-2]):
        return pandas.Series([None if value is None else _moments(value, kind[:-2]) for value in values], dtype="object")
    return pandas.Series(values, dtype="object")


def _whole(values):
    missing = numpy.array([value is None for value in values], dtype=bool)
    try:
        filled = numpy.array([0 if value is None else value for value in values], dtype="int64")
    except OverflowError:
        return pandas.Series(values, dtype="object")
    return pandas.Series(pandas.arrays.IntegerArray(filled, missing))


def _times(values, kind):
    zone = "UTC" if kind == "TIMESTAMP WITH TIME ZONE" else None
    never = numpy.iinfo("int64").min
    stamps = numpy.array([never if value is None else value for value in values], dtype="int64").view("datetime64[us]")
    try:
        times = pandas.Series(pandas.to_datetime(stamps))
    except pandas.errors.OutOfBoundsDatetime:
        # Older pandas knows the years 1678 to 2261 only.
        return pandas.Series(_moments(values, kind), dtype="object")
    return times.dt.tz_localize(zone) if zone else times


def _moments(values, kind):
    zone = datetime.timezone.utc if kind == "TIMESTAMP WITH TIME ZONE" else None
    epoch = datetime.datetime(1970, 1, 1, tzinfo=zone)
    return [None if value is None else epoch + datetime.timedelta(microseconds=value) for value in values]


# Whole tables without DuckDB.


def _read_by_pandas(files):
    if not _importable("pyarrow"):
        return pandas.concat([_read_by_fastparquet(file) for file in files], ignore_index=True)
    import pyarrow
    import pyarrow.parquet

    # Read file by file, so that the folder's name does not become a column.
    table = pyarrow.concat_tables([pyarrow.parquet.ParquetFile(file).read() for file in files])
    kinds = {pyarrow.int64(): pandas.Int64Dtype(), pyarrow.bool_(): pandas.BooleanDtype()}
    frame = table.to_pandas(types_mapper=kinds.get)
    for field in table.schema:
        if pyarrow.types.is_list(field.type):
            frame[field.name] = pandas.Series(table[field.name].to_pylist(), dtype="object")
        elif pyarrow.types.is_date(field.type):
            frame[field.name] = pandas.to_datetime(frame[field.name])
    return frame


def _read_by_fastparquet(file):
    frame = pandas.read_parquet(file, engine="fastparquet")
    for name, column in frame.items():
        if pandas.api.types.is_bool_dtype(column.dtype):
            frame[name] = column.astype("boolean")
        elif pandas.api.types.is_integer_dtype(column.dtype):
            frame[name] = column.astype("Int64")
        elif isinstance(column.dtype, pandas.DatetimeTZDtype):
            frame[name] = column.dt.tz_convert("UTC")
    return frame
