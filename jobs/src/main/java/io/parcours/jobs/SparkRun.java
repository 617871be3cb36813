package io.parcours.jobs;

import io.parcours.run.JourneyRun;
import io.parcours.run.RunProgress;
import io.parcours.run.RunRequest;
import io.parcours.run.RunSummary;
import org.apache.spark.sql.SparkSession;

/**
 * A run with a Spark session of its own. Apart from {@link RunCommand}, because every command is looked at when the
 * command line is read, and those that need no Spark must not load any of it.
 */
final class SparkRun {
    private SparkRun() {}

    /**
     * Opens a session, runs, and closes it.
     *
     * @param master Spark's master, or null for the default
     */
    static RunSummary of(RunRequest request, String master, RunProgress progress) {
        SparkSession spark = SparkSessions.open(master);
        spark.sparkContext().addSparkListener(new TaskProgress(progress));
        try {
            return new JourneyRun(spark, progress).run(request);
        } finally {
            spark.stop();
        }
    }
}
