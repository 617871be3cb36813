package io.parcours.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.List;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.VoidFunction;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;

class SparkSessionsTest {

    @Test
    void a_task_that_runs_out_of_memory_ends_in_one_line_and_not_in_the_end_of_the_process() {
        SparkSession spark = SparkSessions.open("local[1]");
        try {
            JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
            VoidFunction<Integer> hungry = any -> {
                throw new OutOfMemoryError("Java heap space");
            };
            Throwable failure =
                    catchThrowable(() -> context.parallelize(List.of(1)).foreach(hungry));
            CommandException told = Failure.of(failure);
            assertThat(told.exitCode()).isEqualTo(ExitCode.FAILURE);
            assertThat(told).hasMessageStartingWith("out of memory");
        } finally {
            spark.stop();
        }
    }
}
