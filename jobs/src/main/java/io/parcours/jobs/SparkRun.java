package io.parcours.jobs;

import io.parcours.run.JourneyRun;
import io.parcours.run.RunInputs;
import io.parcours.run.RunProgress;
import io.parcours.run.RunRequest;
import io.parcours.run.RunSummary;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import org.apache.spark.sql.SparkSession;

/**
 * A run with a Spark session of its own. Apart from {@link RunCommand}, because every command is looked at when the
 * command line is read, and those that need no Spark must not load any of it.
 */
final class SparkRun {
    private SparkRun() {}

    /**
     * Looks at the inputs, so that a wrong path is told at once, opens a session, runs, and closes it.
     *
     * @param master Spark's master, or null for the default
     */
    static RunSummary of(RunRequest request, String master, RunProgress progress) {
        SparkConf settings = SparkSessions.settings(master);
        progress.phase("looking at the inputs");
        // The settings of Hadoop that the session will have too.
        RunInputs inputs = JourneyRun.inputs(request, SparkHadoopUtil.get().newConfiguration(settings));
        progress.phase("starting Spark");
        SparkSession spark = SparkSessions.open(settings);
        try {
            return watched(spark, request, inputs, progress);
        } catch (IllegalStateException failure) {
            throw spark.sparkContext().isStopped() ? lost(spark.sparkContext().master(), failure) : failure;
        } finally {
            spark.stop();
        }
    }

    private static RunSummary watched(SparkSession spark, RunRequest request, RunInputs inputs, RunProgress progress) {
        SparkContext context = spark.sparkContext();
        SparkSessions.nameNoScopes(context);
        context.addSparkListener(new TaskProgress(progress));
        ExecutorWatch watch = new ExecutorWatch(new Executing(context), progress, patience(context), Clock.systemUTC());
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(SparkRun::daemon);
        if (!context.isLocal()) {
            timer.scheduleWithFixedDelay(watch::look, 1, 1, TimeUnit.SECONDS);
        }
        try {
            return new JourneyRun(spark, progress).run(request, inputs);
        } catch (Exception failure) {
            if (watch.verdict().isPresent()) {
                throw new CommandException(ExitCode.FAILURE, watch.verdict().get(), failure);
            }
            throw failure;
        } finally {
            timer.shutdownNow();
        }
    }

    private static Duration patience(SparkContext context) {
        return Duration.ofSeconds(context.getConf().getTimeAsSeconds(ExecutorWatch.SETTING, ExecutorWatch.DEFAULT));
    }

    /** Spark stops itself where its cluster is not there or ends the application; the cause stands in its log alone. */
    private static CommandException lost(String master, IllegalStateException failure) {
        return new CommandException(
                ExitCode.FAILURE,
                "the cluster at " + master + " cannot be reached, or has ended the run; nothing was published."
                        + " Check the master's address and the cluster's log (--verbose shows Spark's own)",
                failure);
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "executor-watch");
        thread.setDaemon(true);
        return thread;
    }

    private record Executing(SparkContext context) implements ExecutorWatch.Engine {
        @Override
        public boolean isStarved() {
            // The driver is one of those that have memory.
            return !context.isStopped()
                    && context.statusTracker().getActiveJobIds().length > 0
                    && context.getExecutorMemoryStatus().size() <= 1;
        }

        @Override
        public void cancel() {
            context.cancelAllJobs();
        }
    }
}
