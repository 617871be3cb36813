package io.parcours.run;

import io.parcours.ingest.CustomerParser;
import io.parcours.ingest.CustomerRules;
import io.parcours.ingest.FieldLayout;
import io.parcours.ingest.InputRules;
import io.parcours.ingest.ParsedRecord;
import io.parcours.ingest.QuarantineReport;
import io.parcours.ingest.RecordJudge;
import io.parcours.ingest.RecordParser;
import io.parcours.ingest.SourceRecord;
import io.parcours.quality.QuarantineBlock;
import io.parcours.table.TableWriter;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkContext;
import org.apache.spark.TaskContext;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.rdd.RDD;
import scala.Function2;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * The one shuffle of a run, and the only class that knows how Spark carries it. Records are read, judged and dealt once;
 * then each kind of partition is visited by a job of its own, which finds the dealt blocks and reads nothing again.
 *
 * <p>Jobs run through {@link SparkContext#runJob} rather than an action of a Dataset because their results are merged
 * as they arrive, each accepted task exactly once, and blocks of bytes need no encoder a row.
 */
final class RecordExchange {
    private final RDD<byte[]> blocks;
    private final PartitionPlan plan;

    private RecordExchange(RDD<byte[]> blocks, PartitionPlan plan) {
        this.blocks = blocks;
        this.plan = plan;
    }

    /**
     * Records of one kind.
     *
     * @param records the records
     * @param judges gives each task a judge of its own
     */
    record Source(JavaRDD<SourceRecord> records, Judges judges) {

        /** The records of a log; those after as_of are left out. */
        static Source ofLog(JavaRDD<SourceRecord> records, InputRules rules, OptionalLong asOf) {
            FieldLayout layout = FieldLayout.of(rules);
            // Optionals cannot travel to tasks.
            Long limit = asOf.isPresent() ? asOf.getAsLong() : null;
            return new Source(records, () -> parser(rules, layout, limit));
        }

        /** The records of a table of customers. */
        static Source ofCustomers(JavaRDD<SourceRecord> records, CustomerRules rules) {
            FieldLayout layout = FieldLayout.of(rules);
            return new Source(records, () -> new CustomerParser(layout));
        }
    }

    /** Makes judges. */
    interface Judges extends Serializable {
        RecordJudge make();
    }

    /** Plans the exchange; nothing is read before the first job. */
    static RecordExchange of(List<Source> sources, ZoneId zone, PartitionPlan plan) {
        JavaPairRDD<Integer, byte[]> dealt = sources.stream()
                .map(source -> dealt(source, zone, plan))
                .reduce(JavaPairRDD::union)
                .orElseThrow();
        return new RecordExchange(dealt.partitionBy(plan).values().rdd(), plan);
    }

    private static JavaPairRDD<Integer, byte[]> dealt(Source source, ZoneId zone, PartitionPlan plan) {
        Judges judges = source.judges();
        return source.records()
                .mapPartitionsToPair(partition -> new RecordDealer(partition, judges.make(), plan, zone));
    }

    /** Reads and deals the whole log, and brings what was counted. */
    ReadCounts read() {
        ReadCounts counts = new ReadCounts();
        run(List.of(plan.counts()), RecordExchange::readCounts, counts::merge);
        return counts;
    }

    /**
     * The instant of the latest touchpoint that is accepted, or nothing where there is none. A partition is looked at only
     * while its latest record is later than what was found; as that record is seldom a duplicate, that is mostly one.
     */
    OptionalLong latest(ReadCounts counts, LatestTouchpoint latest) {
        List<Long> found = new ArrayList<>();
        for (Map.Entry<Integer, Long> partition : counts.partitionsByLatest()) {
            if (!found.isEmpty() && found.get(0) >= partition.getValue()) {
                break;
            }
            run(List.of(partition.getKey()), (part, blocks) -> latest.in(blocks), found::add);
            found.sort(Comparator.reverseOrder());
        }
        return found.isEmpty() ? OptionalLong.empty() : OptionalLong.of(found.get(0));
    }

    /** Writes the rejected records; brings the files. */
    List<PassResult.WrittenFile> writeQuarantine(ReadCounts counts, StagedTables staged) {
        List<PassResult.WrittenFile> files = new ArrayList<>();
        List<Integer> partitions =
                counts.quarantines().stream().map(plan::quarantine).boxed().collect(Collectors.toList());
        run(partitions, (part, partition) -> writeQuarantine(partition, part, staged), files::add);
        return files;
    }

    /** Passes over all histories; each partition's result is handed over once, in the order of their arrival. */
    void pass(HistoryPass pass, Consumer<PassResult> results) {
        List<Integer> partitions = IntStream.range(0, plan.histories()).boxed().toList();
        run(partitions, (part, partition) -> pass.over(partition, part), results);
    }

    private static RecordParser parser(InputRules rules, FieldLayout layout, Long asOf) {
        return new RecordParser(rules, layout, asOf == null ? OptionalLong.empty() : OptionalLong.of(asOf));
    }

    private static ReadCounts readCounts(Part part, Iterator<byte[]> partition) {
        ReadCounts counts = new ReadCounts();
        partition.forEachRemaining(bytes -> counts.merge(Bytes.read(bytes, ReadCounts.class)));
        return counts;
    }

    private static PassResult.WrittenFile writeQuarantine(Iterator<byte[]> partition, Part part, StagedTables staged) {
        try (TableWriter<ParsedRecord.Rejected> writer = staged.open(QuarantineReport.TABLE, part)) {
            QuarantineBlock.ordered(partition).forEach(writer);
            return new PassResult.WrittenFile(QuarantineReport.TABLE.name(), part, writer.rowCount());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a task does with its partition. */
    private interface Work<T> extends Serializable {
        T over(Part part, Iterator<byte[]> partition);
    }

    private <T> void run(List<Integer> partitions, Work<T> work, Consumer<T> results) {
        if (partitions.isEmpty()) {
            return;
        }
        Function2<TaskContext, scala.collection.Iterator<byte[]>, T> task =
                (Function2<TaskContext, scala.collection.Iterator<byte[]>, T> & Serializable)
                        (context, partition) -> work.over(
                                new Part(context.partitionId(), context.taskAttemptId()),
                                scala.jdk.javaapi.CollectionConverters.asJava(partition));
        Function2<Object, T, BoxedUnit> handler = (number, result) -> {
            results.accept(result);
            return BoxedUnit.UNIT;
        };
        List<Object> numbers = new ArrayList<>(partitions);
        ClassTag<T> tag = ClassTag$.MODULE$.apply(Object.class);
        blocks.sparkContext()
                .runJob(
                        blocks,
                        task,
                        scala.jdk.javaapi.CollectionConverters.asScala(numbers).toSeq(),
                        handler,
                        tag);
    }
}
