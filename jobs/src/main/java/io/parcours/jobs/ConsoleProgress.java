package io.parcours.jobs;

import io.parcours.run.RunProgress;
import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Tells on stderr how far a run is: one line that is written over on a terminal, plain lines otherwise.
 */
final class ConsoleProgress implements RunProgress {
    private static final Duration PLAIN_INTERVAL = Duration.ofSeconds(10);
    private static final Duration TERMINAL_INTERVAL = Duration.ofMillis(200);

    private final PrintWriter err;
    private final Terminal terminal;
    private final Clock clock;
    private String phase = "";
    private Instant phaseStart;
    private Instant lastLine;
    private String rows = "";
    private boolean isLineOpen;

    /** Where progress is written to. */
    enum Terminal {
        /** A person watches: one line is written over. */
        ATTACHED,
        /** A log keeps it: lines, rarely. */
        DETACHED
    }

    ConsoleProgress(PrintWriter err, Terminal terminal, Clock clock) {
        this.err = err;
        this.terminal = terminal;
        this.clock = clock;
        this.phaseStart = clock.instant();
        this.lastLine = phaseStart;
    }

    @Override
    public synchronized void phase(String name) {
        phase = name;
        phaseStart = clock.instant();
        lastLine = phaseStart;
        rows = "";
        write(name);
    }

    @Override
    public synchronized void rows(long count, String what) {
        rows = String.format(Locale.ROOT, ", %,d %s", count, what);
    }

    @Override
    public synchronized void tasks(int finished, int all) {
        Instant now = clock.instant();
        Duration interval = terminal == Terminal.ATTACHED ? TERMINAL_INTERVAL : PLAIN_INTERVAL;
        if (Duration.between(lastLine, now).compareTo(interval) < 0
                && !(finished == all && terminal == Terminal.ATTACHED)) {
            return;
        }
        lastLine = now;
        write(String.format(
                Locale.ROOT, "%s: %d of %d parts%s%s", phase, finished, all, rows, timeLeft(now, finished, all)));
    }

    @Override
    public synchronized void warning(String message) {
        close();
        err.println("parcours: warning: " + message);
        err.flush();
    }

    /** Ends the line that is being written over, if any. */
    synchronized void close() {
        if (isLineOpen) {
            err.print("\r\u001B[K");
            err.flush();
            isLineOpen = false;
        }
    }

    private String timeLeft(Instant now, int finished, int all) {
        Duration passed = Duration.between(phaseStart, now);
        if (finished == 0 || finished == all || passed.toSeconds() < 5) {
            return "";
        }
        long left = passed.toSeconds() * (all - finished) / finished;
        return left < 120 ? ", about " + left + " s left" : ", about " + (left + 30) / 60 + " min left";
    }

    private void write(String line) {
        if (terminal == Terminal.ATTACHED) {
            err.print("\r\u001B[K" + line);
            isLineOpen = true;
        } else {
            err.println("parcours: " + line);
        }
        err.flush();
    }
}
