package io.parcours.jobs;

import io.parcours.run.RunProgress;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerStageSubmitted;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells the progress of Spark's tasks, stage by stage, as parts of the phase that runs. */
final class TaskProgress extends SparkListener {
    private final RunProgress progress;
    private int all;
    private int finished;

    TaskProgress(RunProgress progress) {
        this.progress = progress;
    }

    @Override
    public synchronized void onStageSubmitted(SparkListenerStageSubmitted submitted) {
        all = submitted.stageInfo().numTasks();
        finished = 0;
    }

    @Override
    public synchronized void onTaskEnd(SparkListenerTaskEnd end) {
        if (end.taskInfo().successful() && finished < all) {
            finished++;
            progress.tasks(finished, all);
        }
    }
}
