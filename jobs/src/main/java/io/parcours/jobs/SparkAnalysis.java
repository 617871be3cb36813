package io.parcours.jobs;

import io.parcours.run.AnalysisRequest;
import io.parcours.run.AnalysisRun;
import io.parcours.run.AnalysisSummary;
import io.parcours.run.RunProgress;
import io.parcours.run.SparkWorkers;
import org.apache.spark.sql.SparkSession;

/** An analysis with a Spark session of its own; apart from {@link AnalyzeCommand}, which mostly needs none. */
final class SparkAnalysis {
    private SparkAnalysis() {}

    /**
     * Opens a session, analyses, and closes it.
     *
     * @param master Spark's master, or null for the default
     */
    static AnalysisSummary of(AnalysisRequest request, String master, RunProgress progress) {
        SparkSession spark = SparkSessions.open(master);
        spark.sparkContext().addSparkListener(new TaskProgress(progress));
        try {
            return new AnalysisRun(new SparkWorkers(spark.sparkContext()), progress).run(request);
        } finally {
            spark.stop();
        }
    }
}
