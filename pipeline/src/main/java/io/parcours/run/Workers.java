package io.parcours.run;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who works on many files: files know nothing of each other, so any number may do so at once. */
public abstract sealed class Workers permits LocalWorkers, SparkWorkers {

    /** Works on every file, and hands over each file's accepted result once, one after the other, in any order. */
    abstract <T extends Serializable, R> void forEach(List<T> files, Work<T, R> work, Consumer<R> results);

    /** How they reach locations that only Hadoop can reach. */
    abstract HadoopSettings settings();

    /** The version of Spark, if it is Spark that works. */
    abstract Optional<String> sparkVersion();
}
