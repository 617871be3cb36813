package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.Question;
import io.parcours.map.TableChoice;
import io.parcours.quality.RecordCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * What is done with histories, however they came about: each is shown once to every question and every table of rows.
 */
final class HistoryAnswers implements Serializable {
    private static final long serialVersionUID = 1L;

    private final AsOf asOf;
    private final int conditions;
    private final List<Question<?>> questions;
    private final List<HistoryTable<?>> tables = new ArrayList<>();
    private final TableChoice chosen;
    private final StagedTables staged;

    HistoryAnswers(JourneyPlan plan, AsOf asOf, StagedTables staged) {
        this.asOf = asOf;
        this.conditions = plan.conditionCount();
        this.questions = plan.questions();
        this.tables.addAll(plan.tables());
        this.tables.addAll(plan.drafts());
        this.chosen = plan.map().tables();
        this.staged = staged;
    }

    /**
     * Begins with the histories of a partition.
     *
     * @param part the partition's number and attempt, in the names of the files it writes
     */
    Partition begin(Part part) {
        return new Partition(part);
    }

    /** The answers of one partition, while they are gathered. To be closed in any case. */
    final class Partition implements AutoCloseable {
        private final PassResult result = new PassResult(new Tally(questions, asOf), conditions);
        private final RowWriters writers;

        private Partition(Part part) {
            this.writers = new RowWriters(staged, part);
            tables.forEach(table -> writers.add(table, asOf));
            result.tally().countedRows().stream()
                    .filter(rows -> chosen.contains(rows.rowTable().name()))
                    .forEach(writers::add);
        }

        void take(CustomerHistory history) {
            result.tally().add(history);
            writers.write(history);
        }

        /** Counts customers who have attributes. */
        void countAttributed(long customers) {
            result.countAttributed(customers);
        }

        /** Where the outcomes are counted that are known once a customer's records are together. */
        RecordCounts outcomes() {
            return result.outcomes();
        }

        /**
         * Completes the files; all histories were taken.
         *
         * @param conditionFailures how often each condition failed on a value, by its number
         */
        PassResult finish(long[] conditionFailures) {
            result.files().addAll(writers.finish());
            result.addConditionFailures(conditionFailures);
            return result;
        }

        @Override
        public void close() {
            writers.close();
        }
    }
}
