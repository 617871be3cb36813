package io.parcours.benchmark;

import java.util.concurrent.atomic.LongAdder;
import org.apache.spark.executor.TaskMetrics;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Adds up what tasks of this process shuffled and spilled. Spark makes it, where {@code spark.extraListeners} names it. */
public final class ShuffleMeter extends SparkListener {
    private static final LongAdder WRITTEN = new LongAdder();
    private static final LongAdder SPILLED_FROM_MEMORY = new LongAdder();
    private static final LongAdder SPILLED_TO_DISK = new LongAdder();

    @Override
    public void onTaskEnd(SparkListenerTaskEnd end) {
        TaskMetrics metrics = end.taskMetrics();
        if (metrics != null) {
            WRITTEN.add(metrics.shuffleWriteMetrics().bytesWritten());
            SPILLED_FROM_MEMORY.add(metrics.memoryBytesSpilled());
            SPILLED_TO_DISK.add(metrics.diskBytesSpilled());
        }
    }

    static long written() {
        return WRITTEN.sum();
    }

    static long spilledFromMemory() {
        return SPILLED_FROM_MEMORY.sum();
    }

    static long spilledToDisk() {
        return SPILLED_TO_DISK.sum();
    }
}
