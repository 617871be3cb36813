package io.parcours.run;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who passes over the files of an analysis: files know nothing of each other, so any number may do so at once. */
public abstract sealed class Workers permits LocalWorkers, SparkWorkers {

    /** Passes over every file, and hands over each file's accepted result once, one after the other. */
    abstract void pass(WrittenPass pass, List<WrittenPart> files, Consumer<PassResult> results);

    /** How they reach locations that only Hadoop can reach. */
    abstract HadoopSettings settings();

    /** The version of Spark, if it is Spark that works. */
    abstract Optional<String> sparkVersion();
}
