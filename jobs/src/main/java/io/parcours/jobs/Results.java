package io.parcours.jobs;

import io.parcours.condition.NearestName;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.parquet.io.InputFile;

/** The tables in an output folder: a folder a table, in it a folder {@code as_of=YYYY-MM-DD} a result. */
final class Results {
    private static final String PARTITION = "as_of=";

    private final String location;
    private final ResultStore store;

    Results(String location, ResultStore store) {
        this.location = location;
        this.store = store;
    }

    /** Opens what lies in an output folder. */
    static Results open(String location) throws IOException {
        return new Results(location, ResultStore.at(location));
    }

    /**
     * The files of a table's result, in the order of their rows.
     *
     * @param asOf the day of the result, or null for the latest
     * @throws CommandException when there is no such table, or no result of that day
     */
    List<InputFile> files(String table, LocalDate asOf) throws IOException {
        List<LocalDate> days = table.matches("[a-z][a-z0-9_]*") ? days(table) : List.of();
        if (days.isEmpty()) {
            throw noSuchTable(table);
        }
        if (asOf != null && !days.contains(asOf)) {
            throw new CommandException(
                    ExitCode.INPUT_CONTRACT,
                    "table " + table + " has no result as of " + asOf + " in " + location + "; there are: "
                            + days.stream().map(LocalDate::toString).collect(Collectors.joining(", ")));
        }
        LocalDate day = asOf == null ? days.get(days.size() - 1) : asOf;
        List<InputFile> files = parts(table, PARTITION + day);
        if (files.isEmpty()) {
            throw new CommandException(
                    ExitCode.INPUT_CONTRACT,
                    "the result " + table + "/" + PARTITION + day + " in " + location + " has no files");
        }
        return files;
    }

    private List<InputFile> parts(String table, String partition) throws IOException {
        List<InputFile> files = new ArrayList<>();
        for (String name : store.names(table, partition).stream().sorted().toList()) {
            if (name.startsWith("part-") && name.endsWith(".parquet")) {
                files.add(store.file(table, partition, name));
            }
        }
        return files;
    }

    private List<LocalDate> days(String table) throws IOException {
        return store.names(table).stream()
                .filter(name -> name.matches(PARTITION + "\\d{4}-\\d{2}-\\d{2}"))
                .map(name -> LocalDate.parse(name.substring(PARTITION.length())))
                .sorted()
                .toList();
    }

    private CommandException noSuchTable(String table) throws IOException {
        List<String> tables = tables();
        if (tables.isEmpty()) {
            return new CommandException(
                    ExitCode.INPUT_CONTRACT,
                    "no results in " + location + "; parcours run --output " + location + " writes them");
        }
        return new CommandException(
                ExitCode.USAGE,
                "no table " + SafeText.of(table) + " in " + location + didYouMean(table, tables) + "; there are: "
                        + String.join(", ", tables));
    }

    private List<String> tables() throws IOException {
        List<String> tables = new ArrayList<>();
        for (String name : store.names().stream().sorted().toList()) {
            if (!name.startsWith("_") && !name.startsWith(".") && !days(name).isEmpty()) {
                tables.add(name);
            }
        }
        return tables;
    }

    static String didYouMean(String word, List<String> legal) {
        return NearestName.nearest(word, legal)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
    }
}
