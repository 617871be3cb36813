package io.parcours.jobs;

import io.parcours.condition.NearestName;
import io.parcours.output.OutputStore;
import io.parcours.output.Publication;
import io.parcours.output.PublishedTables;
import io.parcours.table.TableFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.io.InputFile;

/** The tables in an output folder, ready to be shown. */
final class Results {
    /** Publishing is a few renames: whoever holds the folder is done in less. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final String location;
    private final PublishedTables tables;

    private Results(String location, PublishedTables tables) {
        this.location = location;
        this.tables = tables;
    }

    /** Opens an output folder, and first finishes a publication to it that was cut off. */
    static Results open(String location, PrintWriter err) {
        OutputStore store = OutputStore.open(location, Configuration::new);
        Publication.recover(store, PATIENCE).ifPresent(warning -> err.println("parcours: warning: " + warning));
        return new Results(location, new PublishedTables(store));
    }

    /**
     * The files of a table's result, in the order of their rows.
     *
     * @param asOf the day of the result, or null for the latest
     * @throws CommandException when there is no such table, or no result of that day
     */
    List<InputFile> files(String table, LocalDate asOf) throws IOException {
        requireTable(table);
        SortedSet<LocalDate> days = tables.days(table);
        if (asOf != null && !days.contains(asOf)) {
            throw new CommandException(
                    ExitCode.INPUT_CONTRACT,
                    "table " + table + " has no result as of " + asOf + " in " + location + "; there are: "
                            + days.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        }
        LocalDate day = asOf == null ? days.last() : asOf;
        List<InputFile> files = new ArrayList<>();
        for (String file : locations(table, day)) {
            files.add(TableFiles.input(file, Configuration::new));
        }
        if (files.isEmpty()) {
            throw new CommandException(
                    ExitCode.INPUT_CONTRACT,
                    "the result " + table + "/as_of=" + day + " in " + location + " has no files");
        }
        return files;
    }

    /** Where the files of a table's result of a day lie, in the order of their rows. */
    List<String> locations(String table, LocalDate day) {
        return tables.files(table, day).stream()
                .filter(file -> file.endsWith(".parquet"))
                .toList();
    }

    /** The names of the tables, in order. */
    List<String> tables() {
        return tables.names().stream().sorted().toList();
    }

    /** The manifest of a day's run, if there is one. */
    Optional<String> manifest(LocalDate day) {
        return tables.manifest(day);
    }

    /** The days that any table was written for. */
    SortedSet<LocalDate> days() {
        SortedSet<LocalDate> days = new TreeSet<>();
        tables.names().forEach(table -> days.addAll(tables.days(table)));
        return days;
    }

    /** The days a table was written for. */
    SortedSet<LocalDate> days(String table) {
        return tables.days(table);
    }

    /**
     * Refuses a name that no table has.
     *
     * @throws CommandException when there is no such table
     */
    void requireTable(String table) {
        if (!tables.names().contains(table)) {
            throw noSuchTable(table);
        }
    }

    /**
     * What to say where there are no tables.
     *
     * @param asOf the day they were looked for, or null for any
     */
    CommandException nothing(LocalDate asOf) {
        return asOf != null && !tables.names().isEmpty()
                ? new CommandException(
                        ExitCode.INPUT_CONTRACT, "no table has a result as of " + asOf + " in " + location)
                : NoResults.in(location);
    }

    private CommandException noSuchTable(String table) {
        List<String> names = tables.names();
        if (names.isEmpty()) {
            return nothing(null);
        }
        return new CommandException(
                ExitCode.USAGE,
                "no table " + SafeText.of(table) + " in " + location + didYouMean(table, names) + "; there are: "
                        + String.join(", ", names));
    }

    static String didYouMean(String word, List<String> legal) {
        return NearestName.nearest(word, legal)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
