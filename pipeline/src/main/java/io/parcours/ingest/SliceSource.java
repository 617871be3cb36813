package io.parcours.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;
import org.apache.spark.util.TaskCompletionListener;

/** Files that our own readers read in Spark's tasks: text and Avro in slices, the rest whole. */
final class SliceSource {
    private final JavaSparkContext context;
    private final Broadcast<SerializableConfiguration> hadoop;
    private final FieldLayout layout;
    private final InputRules rules;

    SliceSource(JavaSparkContext context, FieldLayout layout, InputRules rules) {
        this.context = context;
        this.hadoop = context.broadcast(new SerializableConfiguration(context.hadoopConfiguration()));
        this.layout = layout;
        this.rules = rules;
    }

    JavaRDD<SourceRecord> records(List<InputFile> files) {
        long sliceSize = InputSlices.sliceSize(files, context.defaultParallelism());
        List<List<InputSlice>> tasks = InputSlices.dealt(slices(files, sliceSize), sliceSize);
        FieldLayout shippedLayout = layout;
        InputRules shippedRules = rules;
        Broadcast<SerializableConfiguration> shippedHadoop = hadoop;
        return context.parallelize(tasks, tasks.size())
                .flatMap(List::iterator)
                .flatMap(slice -> opened(
                        slice,
                        shippedLayout,
                        shippedRules,
                        shippedHadoop.value().value()));
    }

    // A task that stops early, or fails, leaves the iterator where it is; the file must be closed all the same.
    private static Iterator<SourceRecord> opened(
            InputSlice slice, FieldLayout layout, InputRules rules, Configuration hadoop) {
        CloseableIterator<SourceRecord> records = RecordReaders.open(slice, layout, rules, hadoop);
        TaskContext.get().addTaskCompletionListener((TaskCompletionListener) task -> records.close());
        return records;
    }

    private List<InputSlice> slices(List<InputFile> files, long sliceSize) {
        Set<InputFile> whole = csvFilesToReadWhole(files, sliceSize);
        List<InputSlice> slices = new ArrayList<>();
        for (InputFile file : files) {
            if (InputSlices.canBeCut(file) && !whole.contains(file)) {
                slices.addAll(InputSlices.cut(file, sliceSize));
            } else {
                slices.add(InputSlice.whole(file));
            }
        }
        return slices;
    }

    /** Scans the CSV files that are big enough to be cut, slice by slice, for records of several lines. */
    private Set<InputFile> csvFilesToReadWhole(List<InputFile> files, long sliceSize) {
        CsvRules csv = rules.csv();
        Set<InputFile> whole = new HashSet<>();
        List<InputSlice> slices = new ArrayList<>();
        for (InputFile file : InputContract.ofFormat(files, InputFormat.CSV)) {
            List<InputSlice> cut = InputSlices.cut(file, sliceSize);
            if (!CsvSplits.canBeScanned(file, csv)) {
                whole.add(file);
            } else if (cut.size() > 1 && InputSlices.canBeCut(file)) {
                slices.addAll(cut);
            }
        }
        if (!slices.isEmpty()) {
            Broadcast<SerializableConfiguration> shippedHadoop = hadoop;
            whole.addAll(context.parallelize(slices, slices.size())
                    .filter(slice -> !CsvSplits.isEveryLineARecord(
                            slice, csv, shippedHadoop.value().value()))
                    .map(InputSlice::file)
                    .distinct()
                    .collect());
        }
        return whole;
    }
}
