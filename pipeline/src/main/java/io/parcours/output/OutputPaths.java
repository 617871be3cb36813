package io.parcours.output;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The layout of an output folder, as paths below it. Names that begin with an underscore or a dot are skipped by Spark,
 * Hive and their like, so that nothing but tables is ever taken for data.
 */
final class OutputPaths {
    static final String LOCK = "_lock";
    static final String JOURNAL = "_publication.json";
    static final String STAGING = "_staging";
    static final String RUNS = "_runs";
    static final String PRUNING = "_pruning.json";
    static final String STAGED_PRUNING = STAGING + "/_pruning.json";
    /** Where pruned folders wait to be deleted. */
    static final String PRUNED = STAGING + "/_pruned";

    private static final Pattern TABLE = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_.=-]+");
    private static final String DAY = "as_of=";

    private OutputPaths() {}

    static String partition(String table, LocalDate asOf) {
        return dayOf(table(table), asOf);
    }

    static String manifest(LocalDate asOf) {
        return run(asOf) + "/manifest.json";
    }

    /** What was published as of this day: the journal of its publication, when that was over. */
    static String record(LocalDate asOf) {
        return run(asOf) + "/publication.json";
    }

    static String failed(LocalDate asOf) {
        return run(asOf) + "/failed";
    }

    static String run(LocalDate asOf) {
        return dayOf(RUNS, asOf);
    }

    static String staging(RunId run) {
        return STAGING + "/" + run;
    }

    static String staged(RunId run, String table) {
        return staging(run) + "/" + table(table);
    }

    static String stagedManifest(RunId run) {
        return staging(run) + "/_manifest.json";
    }

    static String stagedJournal(RunId run) {
        return staging(run) + "/_publication.json";
    }

    static String stagedFailure(RunId run) {
        return staging(run) + "/_failed";
    }

    /** Where tasks write files that are not yet accepted. */
    static String attempts(RunId run) {
        return staging(run) + "/_attempts";
    }

    /** Where replaced partitions wait to be deleted. */
    static String former(RunId run) {
        return staging(run) + "/_former";
    }

    /** A file that says that all tables of the journal were complete here; without it, staging was tampered with. */
    static String complete(RunId run) {
        return staging(run) + "/_complete";
    }

    /** What a folder, of a table or of runs, has of a day. */
    static String dayOf(String folder, LocalDate asOf) {
        return folder + "/" + day(asOf);
    }

    /** The day a partition's folder is named after, or nothing where it is no partition. */
    static Optional<LocalDate> dayOf(String folder) {
        if (!folder.startsWith(DAY) || folder.length() != DAY.length() + 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(folder.substring(DAY.length())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    static boolean isTable(String name) {
        return TABLE.matcher(name).matches();
    }

    /** Whether readers skip a file or folder of this name. */
    static boolean isHidden(String name) {
        return name.startsWith("_") || name.startsWith(".");
    }

    static String table(String name) {
        if (!isTable(name)) {
            throw new IllegalArgumentException("a table's name is snake_case: " + name);
        }
        return name;
    }

    /** The same path, if it stays below the output folder. */
    static String checked(String path) {
        for (String segment : path.split("/", -1)) {
            if (!SEGMENT.matcher(segment).matches() || segment.equals(".") || segment.equals("..")) {
                throw new IllegalArgumentException("no path below an output folder: " + path);
            }
        }
        return path;
    }

    private static String day(LocalDate asOf) {
        if (asOf.getYear() < 0 || asOf.getYear() > 9999) {
            throw new IllegalArgumentException("no day a partition can be named after: " + asOf);
        }
        return DAY + asOf;
    }
}
