package io.parcours.jobs;

import io.parcours.run.RunProgress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Notices when a run's tasks wait and the cluster has no executor for them. Spark itself waits for ever and says so in
 * its log alone; here the user is told, and a run that waits too long fails instead of hanging until somebody looks.
 */
final class ExecutorWatch {
    /** How long a run waits without any executor before it fails; 0: for ever. */
    static final String SETTING = "spark.parcours.executorTimeout";

    static final String DEFAULT = "10min";

    private static final Duration UNTOLD = Duration.ofSeconds(15);
    private static final Duration TOLD_AGAIN = Duration.ofSeconds(60);

    private final Engine engine;
    private final RunProgress progress;
    private final Duration patience;
    private final Clock clock;
    private Instant starvedSince;
    private Instant toldAt;
    private Duration givenUpAfter;

    /** What is watched. */
    interface Engine {
        /** Whether tasks wait and there is no executor. */
        boolean isStarved();

        /** Makes what runs now fail. */
        void cancel();
    }

    /**
     * @param patience how long to wait without any executor; zero: for ever
     */
    ExecutorWatch(Engine engine, RunProgress progress, Duration patience, Clock clock) {
        this.engine = engine;
        this.progress = progress;
        this.patience = patience;
        this.clock = clock;
    }

    /** Looks once; to be called every second or so. */
    synchronized void look() {
        if (givenUpAfter != null) {
            // A job that began just when the others were cancelled must not be left alone.
            engine.cancel();
            return;
        }
        if (!engine.isStarved()) {
            starvedSince = null;
            return;
        }
        Instant now = clock.instant();
        if (starvedSince == null) {
            starvedSince = now;
            toldAt = null;
        }
        Duration waited = Duration.between(starvedSince, now);
        if (!patience.isZero() && waited.compareTo(patience) >= 0) {
            givenUpAfter = waited;
            engine.cancel();
        } else if (waited.compareTo(UNTOLD) >= 0 && isTimeToTell(now)) {
            toldAt = now;
            progress.warning("the cluster has had no executor for this run for " + waited.toSeconds() + " s; waiting");
        }
    }

    /** Why the run was made to fail, if it was. */
    synchronized Optional<String> verdict() {
        return Optional.ofNullable(givenUpAfter)
                .map(waited -> "the cluster has had no executor for this run for " + waited.toSeconds()
                        + " s; nothing was published. See that its workers are up and have the memory and cores the run"
                        + " asks for, then run again (" + SETTING + " says how long to wait)");
    }

    private boolean isTimeToTell(Instant now) {
        return toldAt == null || Duration.between(toldAt, now).compareTo(TOLD_AGAIN) >= 0;
    }
}
