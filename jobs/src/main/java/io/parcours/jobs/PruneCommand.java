package io.parcours.jobs;

import io.parcours.map.KnownTables;
import io.parcours.output.OutputStore;
import io.parcours.output.Pruning;
import io.parcours.output.Publication;
import io.parcours.touchpoint.Plural;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code parcours prune}: removes old days. Starts no Spark. */
@Command(
        name = "prune",
        mixinStandardHelpOptions = true,
        description = {
            "Removes the results of old days: their partitions of all tables, and what _runs keeps of them.",
            "The latest published days stay, as many as --keep says; files and folders beside the partitions that"
                    + " Parcours has not written are not touched."
        },
        footer = {
            "",
            "Exit codes: 0 done, also where there was nothing to remove; 1 failure, such as a run that is writing to the"
                    + " folder; 2 command line; 4 no results in the folder.",
            "",
            "Example:",
            "  parcours prune --output reports --keep 30"
        })
final class PruneCommand implements Callable<Integer> {
    /** Publishing is a few renames: whoever holds the folder is done in less. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    @Spec
    private CommandSpec spec;

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "The folder runs write to.")
    private String output;

    @Option(
            names = "--keep",
            required = true,
            paramLabel = "N",
            description = "How many of the latest published days stay, at least 1.")
    private int keep;

    @Option(names = "--dry-run", description = "Say what would be removed, and remove nothing.")
    private boolean isRehearsal;

    @Override
    public Integer call() {
        if (keep < 1) {
            throw new ParameterException(spec.commandLine(), "--keep is a number of days, at least 1, not " + keep);
        }
        OutputStore store = OutputStore.open(output, Configuration::new);
        if (isRehearsal) {
            PrintWriter err = spec.commandLine().getErr();
            Publication.recover(store, PATIENCE).ifPresent(warning -> err.println("parcours: warning: " + warning));
        }
        Pruning.Outcome planned = Pruning.plan(store, KnownTables.names(), keep);
        if (planned.kept().isEmpty()) {
            // Asked before the lock is taken, so that a mistyped folder is left as it is.
            throw NoResults.in(output);
        }
        print(isRehearsal ? planned : Pruning.prune(store, KnownTables.names(), keep));
        return ExitCode.OK;
    }

    private void print(Pruning.Outcome outcome) {
        List<LocalDate> kept = outcome.kept();
        if (outcome.old().isEmpty()) {
            line("nothing to prune: " + output + " has " + days(kept.size()) + ", and up to " + keep + " stay");
            return;
        }
        TreeSet<String> tables = new TreeSet<>();
        long bytes = 0;
        for (Pruning.OldDay old : outcome.old()) {
            line(format(
                    "old       %s: %s, %,d bytes",
                    old.day(), Plural.of(old.tables().size(), "table", "tables"), old.bytes()));
            tables.addAll(old.tables());
            bytes += old.bytes();
        }
        line("tables    " + String.join(", ", tables));
        line(format("kept      %s: %s", days(kept.size()), span(kept)));
        line(format(
                isRehearsal ? "removed   nothing (--dry-run); without it %s, %,d bytes" : "removed   %s, %,d bytes",
                days(outcome.old().size()),
                bytes));
    }

    private static String days(int count) {
        return Plural.of(count, "day", "days");
    }

    private static String span(List<LocalDate> days) {
        LocalDate last = days.get(days.size() - 1);
        return days.size() == 1 ? last.toString() : days.get(0) + " to " + last;
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private void line(String text) {
        spec.commandLine().getOut().println(text);
    }
}
