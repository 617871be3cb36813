package io.parcours;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of this JVM's tests: two threads, no web interface, reachable from this machine only, in UTC. */
public final class SparkSessions {

    private SparkSessions() {}

    /** The session, begun at the first call and left to the end of the JVM. Nobody stops it. */
    public static SparkSession shared() {
        return Holder.SHARED;
    }

    private static final class Holder {
        static final SparkSession SHARED = SparkSession.builder()
                .appName("parcours-tests")
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.shuffle.partitions", "2")
                .config("spark.default.parallelism", "2")
                .getOrCreate();
    }
}
