package io.parcours.journey;

import io.parcours.condition.Where;
import java.io.Serializable;
import java.util.List;

/** Names customers by their whole histories, so that reports can be broken down by what a customer is as of the report. */
public interface HistoryLabeller extends Serializable {

    /** Names nobody. */
    HistoryLabeller NONE = new Nobody();

    /** The conditions on customers by which it names them; each may fail on a value. */
    List<Where> conditions();

    /** Begins with the histories of a task. */
    Task begin(AsOf asOf);

    /** The naming in one task; not safe to share between threads. */
    interface Task {

        /** The label of a history, which has none yet. */
        HistoryLabel of(CustomerHistory history);

        /** How often each of the conditions failed on a value so far, by its number; such an answer counts as false. */
        long[] failures();
    }

    /** What {@link #NONE} is. */
    final class Nobody implements HistoryLabeller, Task {
        private static final long serialVersionUID = 1L;

        private Nobody() {}

        @Override
        public List<Where> conditions() {
            return List.of();
        }

        @Override
        public Task begin(AsOf asOf) {
            return this;
        }

        @Override
        public HistoryLabel of(CustomerHistory history) {
            return HistoryLabel.NONE;
        }

        @Override
        public long[] failures() {
            return new long[0];
        }
    }
}
