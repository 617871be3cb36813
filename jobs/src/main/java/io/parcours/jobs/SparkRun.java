package io.parcours.jobs;

import io.parcours.ingest.CheckedFiles;
import io.parcours.run.JourneyRun;
import io.parcours.run.RunProgress;
import io.parcours.run.RunRequest;
import io.parcours.run.RunSummary;
import org.apache.spark.SparkConf;
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
        CheckedFiles inputs = JourneyRun.inputs(request, SparkHadoopUtil.get().newConfiguration(settings));
        progress.phase("starting Spark");
        SparkSession spark = SparkSessions.open(settings);
        SparkSessions.nameNoScopes(spark.sparkContext());
        spark.sparkContext().addSparkListener(new TaskProgress(progress));
        try {
            return new JourneyRun(spark, progress).run(request, inputs);
        } finally {
            spark.stop();
        }
    }
}
