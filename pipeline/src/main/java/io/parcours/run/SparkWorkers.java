package io.parcours.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** Tasks of Spark, one a file: for a cluster. Results come as those of a run's tasks, each accepted one once. */
public final class SparkWorkers extends Workers {
    private final SparkContext context;

    public SparkWorkers(SparkContext context) {
        this.context = context;
    }

    @Override
    HadoopSettings settings() {
        return HadoopSettings.of(context.hadoopConfiguration());
    }

    @Override
    Optional<String> sparkVersion() {
        return Optional.of(context.version());
    }

    @Override
    <T extends Serializable, R> void forEach(List<T> files, Work<T, R> work, Consumer<R> results) {
        if (files.isEmpty()) {
            return;
        }
        RDD<T> parts = JavaSparkContext.fromSparkContext(context)
                .parallelize(files, files.size())
                .rdd();
        Function2<TaskContext, scala.collection.Iterator<T>, R> task =
                (Function2<TaskContext, scala.collection.Iterator<T>, R> & Serializable)
                        (running, own) -> work.over(own.next(), running.taskAttemptId());
        Function2<Object, R, BoxedUnit> handler = (number, result) -> {
            results.accept(result);
            return BoxedUnit.UNIT;
        };
        List<Object> numbers = IntStream.range(0, files.size())
                .<Object>mapToObj(number -> number)
                .toList();
        // Results travel as objects; the tag only makes an array that Spark needs.
        @SuppressWarnings("unchecked")
        ClassTag<R> tag = (ClassTag<R>) ClassTag$.MODULE$.apply(Object.class);
        context.runJob(
                parts,
                task,
                scala.jdk.javaapi.CollectionConverters.asScala(numbers).toSeq(),
                handler,
                tag);
    }
}
