package io.parcours.jobs;

import io.parcours.ingest.CustomerRules;
import io.parcours.map.JourneyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option {@code --customers} of commands that read a log. */
final class CustomersOption {

    @Option(
            names = "--customers",
            arity = "1..*",
            paramLabel = "PATH",
            description =
                    "Files, folders or globs of the table of customers that the map joins, in place of the map's own"
                            + " customers.file; any location Hadoop can read.")
    private List<String> given = List.of();

    /** Whether the command line names a table. */
    boolean isGiven() {
        return !given.isEmpty();
    }

    /**
     * Where the table of customers lies: where the command line says, else the map; empty where the map joins none.
     *
     * @param file the map's own file
     * @throws CommandException where nobody says, or only the command line knows of a table
     */
    List<String> paths(JourneyMap map, Path file) {
        Optional<CustomerRules> rules = map.features().customers();
        if (rules.isEmpty()) {
            if (isGiven()) {
                throw new CommandException(
                        ExitCode.USAGE,
                        "--customers names a table, but the map has no key customers that says its attributes");
            }
            return List.of();
        }
        if (isGiven()) {
            return given;
        }
        if (rules.get().file() == null) {
            throw new CommandException(
                    ExitCode.USAGE,
                    "the map joins a table of customers; say where it lies: --customers PATH, or customers.file in the"
                            + " map");
        }
        return List.of(
                below(file.toAbsolutePath().normalize().getParent(), rules.get().file()));
    }

    /** A file that a map names. Maps come from anywhere, so that none may lead out of its folder, by links neither. */
    private static String below(Path folder, String name) {
        Path named = folder.resolve(name).normalize();
        if (!named.startsWith(folder) || named.equals(folder)) {
            throw outside();
        }
        try {
            // What is not there is told when it is looked for.
            if (Files.exists(named) && !named.toRealPath().startsWith(folder.toRealPath())) {
                throw outside();
            }
        } catch (IOException unreadable) {
            throw new CommandException(ExitCode.INPUT_CONTRACT, "cannot read " + named, unreadable);
        }
        return named.toString();
    }

    private static CommandException outside() {
        return new CommandException(
                ExitCode.USAGE,
                "customers.file leads out of the map's folder; a table elsewhere is named by --customers PATH");
    }
}
