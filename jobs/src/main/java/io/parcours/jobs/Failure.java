package io.parcours.jobs;

import io.parcours.ingest.InputException;
import io.parcours.map.MapException;
import io.parcours.output.OutputException;
import io.parcours.report.data.ReportException;
import io.parcours.run.GateException;
import java.util.Map;
import java.util.Optional;

/** Tells what a failure means to the user. One that came up in a Spark task stands below Spark's own exceptions. */
final class Failure {
    private static final Map<Class<? extends RuntimeException>, Integer> EXIT_CODES = Map.of(
            MapException.class, ExitCode.USAGE,
            InputException.class, ExitCode.INPUT_CONTRACT,
            GateException.class, ExitCode.QUALITY_GATE,
            OutputException.class, ExitCode.FAILURE,
            ReportException.class, ExitCode.FAILURE);

    /** Nobody nests deeper on purpose; a chain of causes may even be a ring. */
    private static final int DEEPEST = 50;

    private Failure() {}

    /** The failure with its exit code and one line. */
    static CommandException of(Throwable failure) {
        Throwable cause = failure;
        Throwable root = failure;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof CommandException known) {
                return known;
            }
            Optional<Integer> exitCode = exitCodeOf(cause);
            if (exitCode.isPresent()) {
                return new CommandException(exitCode.get(), cause.getMessage(), failure);
            }
            if (cause instanceof OutOfMemoryError) {
                return new CommandException(
                        ExitCode.FAILURE, "out of memory; give the process more, e.g. PARCOURS_HEAP=8g", failure);
            }
            root = cause;
            cause = cause.getCause();
        }
        return new CommandException(
                ExitCode.FAILURE, ErrorLine.of(root) + " (--verbose shows where it happened)", failure);
    }

    private static Optional<Integer> exitCodeOf(Throwable cause) {
        return EXIT_CODES.entrySet().stream()
                .filter(known -> known.getKey().isInstance(cause))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
