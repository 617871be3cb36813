package io.parcours.jobs;

import io.parcours.report.data.ReportTables;
import io.parcours.table.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;

/** The days of an output folder that a report can be made of. */
final class ReportSource {
    private final String location;
    private final Results results;

    ReportSource(String location, Results results) {
        this.location = location;
        this.results = results;
    }

    /** The latest day that any table has. */
    LocalDate latestDay() {
        SortedSet<LocalDate> days = results.days();
        if (days.isEmpty()) {
            throw NoResults.in(location);
        }
        return days.last();
    }

    /**
     * The tables of a day.
     *
     * @throws CommandException when the day has no result
     */
    ReportTables tables(LocalDate day) {
        String manifest = results.manifest(day).orElseThrow(() -> noSuchDay(day));
        return new ReportTables(day, manifest, table -> files(table, day));
    }

    private List<InputFile> files(String table, LocalDate day) {
        return results.locations(table, day).stream().map(ReportSource::input).toList();
    }

    private static InputFile input(String file) {
        try {
            return TableFiles.input(file, Configuration::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CommandException noSuchDay(LocalDate day) {
        SortedSet<LocalDate> days = results.days();
        return new CommandException(
                ExitCode.INPUT_CONTRACT,
                "no result as of " + day + " in " + location
                        + (days.isEmpty()
                                ? ""
                                : "; there are: "
                                        + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    }
}
