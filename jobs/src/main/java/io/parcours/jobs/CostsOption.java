package io.parcours.jobs;

import io.parcours.attribution.AttributionRules;
import io.parcours.attribution.CostRules;
import io.parcours.attribution.CostsFile;
import io.parcours.ingest.InputException;
import io.parcours.map.JourneyMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Option;

/** {@code --costs}: which costs the table attribution compares with; read before anything is counted. */
final class CostsOption {

    @Option(
            names = "--costs",
            paramLabel = "FILE",
            description =
                    "The costs of channels, a CSV file with channel, period, cost. Default: costs.file of the map.")
    private String file;

    /** Whether the command line names a file. */
    boolean isGiven() {
        return file != null;
    }

    /**
     * Refuses the option where the map compares no costs.
     *
     * @throws CommandException when the option is of no use
     */
    void requireUse(JourneyMap map, Path mapFile) {
        if (isGiven() && map.features().attribution().isEmpty()) {
            throw new CommandException(
                    ExitCode.USAGE, "--costs is of no use: the map " + mapFile + " has no key attribution");
        }
    }

    /**
     * The map with the costs that the option or the map names, if any.
     *
     * @throws CommandException when the option is of no use, or the map names a file outside its folder
     * @throws InputException when the file cannot be read or holds something else
     */
    JourneyMap applied(JourneyMap map, Path mapFile) {
        requireUse(map, mapFile);
        Optional<AttributionRules> rules = map.features().attribution();
        Optional<CostRules> costs = rules.flatMap(AttributionRules::costsIfGiven);
        if (file != null) {
            CostRules given = costs.orElse(new CostRules(null, Map.of()));
            return applied(map, rules.get(), given, file);
        }
        return costs.filter(named -> named.file() != null)
                .map(named -> applied(map, rules.get(), named, below(mapFile, named.file())))
                .orElse(map);
    }

    private static JourneyMap applied(JourneyMap map, AttributionRules rules, CostRules costs, String location) {
        return map.withAttribution(
                rules.withCosts(costs.with(CostsFile.read(costs, map.input().csv(), location, new Configuration()))));
    }

    /** A file below the map's folder; a map from elsewhere must not make a run read what lies beside. */
    private static String below(Path mapFile, String name) {
        try {
            Path folder = mapFile.toAbsolutePath().getParent().toRealPath();
            Path named = folder.resolve(name).normalize();
            if (Path.of(name).isAbsolute() || !named.startsWith(folder)) {
                throw outside(mapFile, name);
            }
            if (!Files.isRegularFile(named)) {
                throw new InputException("nothing to read at " + named + ", which costs: file in " + mapFile
                        + " names; check the path, or name the file with --costs");
            }
            if (!named.toRealPath().startsWith(folder)) {
                throw outside(mapFile, name);
            }
            return named.toString();
        } catch (InvalidPathException noPath) {
            throw outside(mapFile, "(no path)");
        } catch (IOException problem) {
            throw new InputException("cannot read " + name + ", which costs: file in " + mapFile + " names", problem);
        }
    }

    private static CommandException outside(Path mapFile, String name) {
        return new CommandException(
                ExitCode.USAGE,
                mapFile + ": costs: file: " + name
                        + " is not below the map's folder; put it there, or name it with --costs");
    }
}
