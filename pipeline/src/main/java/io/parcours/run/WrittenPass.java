package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.HistoryBuilder;
import io.parcours.journey.HistoryLabeller;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.ValueScores;
import io.parcours.journey.WrittenTouchpoints;
import io.parcours.table.ColumnBatch;
import io.parcours.table.TableFiles;
import io.parcours.table.TableReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The pass over histories, for one file of the written table {@code touchpoints}: its customers lie there one after the
 * other and in order, so nothing is grouped, sorted or judged again.
 */
final class WrittenPass implements Work<WrittenPart, PassResult> {
    private static final long serialVersionUID = 1L;

    private final JourneyRules rules;
    private final ConditionIndex conditions;
    private final HistoryLabeller labeller;
    private final ValueScores scores;
    private final AsOf asOf;
    private final WrittenTouchpoints touchpoints;
    private final HistoryAnswers answers;
    private final HadoopSettings settings;

    WrittenPass(JourneyPlan plan, AsOf asOf, StagedTables staged, HadoopSettings settings) {
        this.rules = plan.map().journey();
        this.conditions = plan.conditions();
        this.labeller = plan.labeller();
        this.scores = plan.valueScores();
        this.asOf = asOf;
        this.touchpoints = new WrittenTouchpoints(plan.map().dimensions(), plan.neededColumns());
        this.answers = new HistoryAnswers(plan, asOf, staged);
        this.settings = settings;
    }

    /** Passes over the histories of a file. */
    @Override
    public PassResult over(WrittenPart file, long attempt) {
        Set<String> truncated = truncated(file);
        HistoryBuilder builder = new HistoryBuilder(rules, conditions, labeller, scores, asOf);
        try (HistoryAnswers.Partition partition = answers.begin(new Part(file.number(), attempt));
                TableReader reader = open(file.touchpoints())) {
            touchpoints.forEachCustomer(reader, ordered -> {
                boolean isTruncated = !truncated.isEmpty()
                        && truncated.contains(ordered.get(0).customerId());
                partition.take(isTruncated ? builder.buildTruncated(ordered) : builder.build(ordered));
            });
            return partition.finish(builder.conditionFailures());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whose later touchpoints were left out: the touchpoints that were kept do not tell, but each one's last journey does. */
    private Set<String> truncated(WrittenPart file) {
        Set<String> customers = new HashSet<>();
        if (file.journeys() == null) {
            return customers;
        }
        try (TableReader reader = open(file.journeys())) {
            Iterator<ColumnBatch> batches = reader.batches(List.of("customer_id", "is_truncated"));
            while (batches.hasNext()) {
                ColumnBatch batch = batches.next();
                for (int row = 0; row < batch.size(); row++) {
                    if (batch.flag(1, row)) {
                        customers.add(batch.text(0, row));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return customers;
    }

    private TableReader open(String location) throws IOException {
        return TableReader.open(TableFiles.input(location, settings));
    }
}
