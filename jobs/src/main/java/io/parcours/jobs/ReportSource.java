package io.parcours.jobs;

import io.parcours.output.PublishedTables;
import io.parcours.report.data.ReportTables;
import io.parcours.table.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;

/** The days of an output folder that a report can be made of. */
final class ReportSource {
    private final String location;
    private final PublishedTables tables;

    ReportSource(String location, PublishedTables tables) {
        this.location = location;
        this.tables = tables;
    }

    /** The latest day that any table has. */
    LocalDate latestDay() {
        SortedSet<LocalDate> days = days();
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
        String manifest = tables.manifest(day).orElseThrow(() -> noSuchDay(day));
        return new ReportTables(day, manifest, table -> files(table, day));
    }

    private List<InputFile> files(String table, LocalDate day) {
        List<InputFile> files = new ArrayList<>();
        for (String file : tables.files(table, day)) {
            if (file.endsWith(".parquet")) {
                files.add(input(file));
            }
        }
        return files;
    }

    private static InputFile input(String file) {
        try {
            return TableFiles.input(file, Configuration::new);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private CommandException noSuchDay(LocalDate day) {
        SortedSet<LocalDate> days = days();
        return new CommandException(
                ExitCode.INPUT_CONTRACT,
                "no result as of " + day + " in " + location
                        + (days.isEmpty()
                                ? ""
                                : "; there are: "
                                        + days.stream().map(LocalDate::toString).collect(Collectors.joining(", "))));
    }

    private SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        tables.names().forEach(table -> days.addAll(tables.days(table)));
        return days;
    }
}
