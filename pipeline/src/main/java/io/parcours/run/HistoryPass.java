package io.parcours.run;

import io.parcours.ingest.InputRules.Duplicates;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerAttributes;
import io.parcours.journey.CustomerGrouping;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.CustomerTouchpoints;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.OrderedTouchpoints;
import io.parcours.journey.TouchpointOrder;
import io.parcours.journey.ValueScores;
import io.parcours.quality.RecordCounts;
import io.parcours.quality.RecordOutcome;
import java.io.Serializable;
import java.util.Iterator;
import java.util.function.ObjLongConsumer;

/**
 * The one pass over histories, for one partition of a log's touchpoints: each customer's touchpoints are ordered, made a
 * history, and shown once to every question and every table of rows.
 */
final class HistoryPass implements Serializable {
    private static final long serialVersionUID = 1L;

    private final JourneyRules rules;
    private final Duplicates duplicates;
    private final int dimensions;
    private final int attributes;
    private final ConditionIndex conditions;
    private final HistoryLabeller labeller;
    private final ValueScores scores;
    private final AsOf asOf;
    private final HistoryAnswers answers;

    HistoryPass(JourneyPlan plan, AsOf asOf, StagedTables staged) {
        this.rules = plan.map().journey();
        this.duplicates = plan.map().input().duplicates();
        this.dimensions = plan.map().input().dimensions().size();
        this.attributes = plan.map().attributeCount();
        this.conditions = plan.conditions();
        this.labeller = plan.labeller();
        this.scores = plan.valueScores();
        this.asOf = asOf;
        this.answers = new HistoryAnswers(plan, asOf, staged);
    }

    /**
     * Passes over the histories of a partition.
     *
     * @param part the partition's number and attempt, in the names of the files it writes
     */
    PassResult over(Iterator<byte[]> blocks, Part part) {
        TouchpointOrder order = new TouchpointOrder(duplicates);
        HistoryBuilder builder = new HistoryBuilder(rules, conditions, labeller, scores, asOf);
        try (HistoryAnswers.Partition partition = answers.begin(part)) {
            new CustomerGrouping(blocks, dimensions, attributes).forEachCustomer((arrived, records) -> {
                CustomerAttributes told = CustomerAttributes.of(records, attributes);
                if (arrived.size() == 0) {
                    CustomerOutcomes.countAlone(told, partition.outcomes());
                    return;
                }
                OrderedTouchpoints ordered = order.of(arrived);
                CustomerHistory history = builder.build(joined(ordered.touchpoints(), told));
                count(ordered, history.size(), partition.outcomes());
                CustomerOutcomes.countJoined(told, partition.outcomes());
                partition.countAttributed(told.size() == 0 ? 0 : 1);
                partition.take(history);
            });
            return partition.finish(builder.conditionFailures());
        }
    }

    private CustomerTouchpoints joined(CustomerTouchpoints touchpoints, CustomerAttributes told) {
        return attributes == 0 ? touchpoints : told.joinedTo(touchpoints);
    }

    private static void count(OrderedTouchpoints ordered, int analysed, RecordCounts outcomes) {
        CustomerTouchpoints touchpoints = ordered.touchpoints();
        CustomerTouchpoints duplicates = ordered.duplicates();
        forEachFile(touchpoints, 0, analysed, (file, count) -> outcomes.add(file, RecordOutcome.ACCEPTED, null, count));
        forEachFile(
                touchpoints,
                analysed,
                touchpoints.size(),
                (file, count) -> outcomes.add(file, RecordOutcome.FILTERED, RecordCounts.OVER_LIMIT, count));
        forEachFile(
                duplicates,
                0,
                duplicates.size(),
                (file, count) -> outcomes.add(file, RecordOutcome.DUPLICATE, null, count));
    }

    /** Hands over the files of rows, and of how many rows each is; neighbours in a history are mostly of one file. */
    private static void forEachFile(CustomerTouchpoints touchpoints, int from, int to, ObjLongConsumer<String> files) {
        int first = from;
        for (int row = from + 1; row <= to; row++) {
            if (row == to || touchpoints.sourceFileCode(row) != touchpoints.sourceFileCode(first)) {
                files.accept(touchpoints.sourceFile(first), row - first);
                first = row;
            }
        }
    }
}
