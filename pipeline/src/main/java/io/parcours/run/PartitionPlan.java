package io.parcours.run;

import org.apache.spark.Partitioner;

/**
 * What each partition of the exchange holds: first touchpoints by customer, then rejected records, then one partition
 * with what every reading task counted. Reading that last one alone makes Spark read and deal the whole log, and brings
 * the counts of exactly the tasks whose blocks are used, however often tasks were retried.
 */
final class PartitionPlan extends Partitioner {
    private static final long serialVersionUID = 1L;

    private final int histories;
    private final int quarantines;

    PartitionPlan(int histories, int quarantines) {
        if (histories < 1 || quarantines < 1) {
            throw new IllegalArgumentException("at least one partition of each kind is needed");
        }
        this.histories = histories;
        this.quarantines = quarantines;
    }

    /** Partitions 0 to this hold touchpoints. */
    int histories() {
        return histories;
    }

    /** How many partitions hold rejected records; they follow those with touchpoints. */
    int quarantines() {
        return quarantines;
    }

    int quarantine(int number) {
        return histories + number;
    }

    int counts() {
        return histories + quarantines;
    }

    @Override
    public int numPartitions() {
        return histories + quarantines + 1;
    }

    @Override
    public int getPartition(Object key) {
        return (Integer) key;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PartitionPlan that && that.histories == histories && that.quarantines == quarantines;
    }

    @Override
    public int hashCode() {
        return 31 * histories + quarantines;
    }
}
