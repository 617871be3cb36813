package io.parcours.jobs;

import org.apache.spark.SparkConf;
import org.apache.spark.SparkContext;
import org.apache.spark.serializer.JavaSerializer;
import org.apache.spark.sql.SparkSession;

/**
 * The only place that makes a Spark session. What spark-submit or the user has set is not overridden, but for the
 * serializer.
 */
final class SparkSessions {
    private SparkSessions() {}

    /** A session on the given master, or on the one spark-submit has set, or on all cores of this machine. */
    static SparkSession open(String master) {
        return open(settings(master));
    }

    /** A session with these settings. */
    static SparkSession open(SparkConf settings) {
        // The builder of the general class first asks Scala's reflection, for a second, which kind of session there is.
        return org.apache.spark.sql.classic.SparkSession.builder()
                .config(settings)
                .getOrCreate();
    }

    /** Keeps Spark from writing a piece of JSON for every collection, which nobody but its user interface reads. */
    static void nameNoScopes(SparkContext context) {
        if (context.ui().isEmpty()) {
            context.setLocalProperty("spark.rdd.scope.noOverride", "true");
        }
    }

    /**
     * What a session is opened with.
     *
     * @param master Spark's master, or null for the one spark-submit has set, or all cores of this machine
     */
    static SparkConf settings(String master) {
        SparkConf conf = new SparkConf(true);
        conf.setIfMissing("spark.app.name", "parcours");
        if (master != null) {
            conf.setMaster(master);
        }
        conf.setIfMissing("spark.master", "local[*]");
        if (conf.get("spark.master").startsWith("local")) {
            // Nobody else is to reach a run on one machine, and its name may not resolve.
            conf.setIfMissing("spark.driver.bindAddress", "127.0.0.1");
            conf.setIfMissing("spark.driver.host", "127.0.0.1");
            conf.setIfMissing("spark.ui.enabled", "false");
            conf.setIfMissing("spark.shuffle.compress", "true");
            // Otherwise Spark ends the whole process with a code of its own where a task runs out of memory.
            conf.setIfMissing("spark.executor.killOnFatalError.depth", "0");
        }
        // Clusters often default to Kryo, which cannot read records; what we send in bulk are bytes of our own anyway.
        conf.set("spark.serializer", JavaSerializer.class.getName());
        // Results of tasks are merged as they arrive, so their sum says nothing about memory.
        conf.setIfMissing("spark.driver.maxResultSize", "0");
        conf.setIfMissing("spark.sql.session.timeZone", "UTC");
        conf.setIfMissing("spark.ui.showConsoleProgress", "false");
        conf.setIfMissing("spark.sql.catalogImplementation", "in-memory");
        return conf;
    }
}
