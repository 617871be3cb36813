package io.parcours.run;

import io.parcours.quality.RecordCounts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** What the pass over one partition's histories brings back: counts, and the files its rows were written to. */
final class PassResult implements Serializable {
    private static final long serialVersionUID = 1L;

    /**
     * A written file of a table, complete and closed.
     *
     * @param table the table's name
     * @param part which attempt wrote which part
     * @param rows how many rows it has
     */
    record WrittenFile(String table, Part part, long rows) implements Serializable {}

    private final Tally tally;
    private final RecordCounts outcomes = new RecordCounts();
    private final long[] conditionFailures;
    private long attributed;
    private final List<WrittenFile> files = new ArrayList<>();

    PassResult(Tally tally, int conditions) {
        this.tally = tally;
        this.conditionFailures = new long[conditions];
    }

    Tally tally() {
        return tally;
    }

    /** The outcomes known once a customer's records are together: accepted, duplicate, filtered by the limit. */
    RecordCounts outcomes() {
        return outcomes;
    }

    /** How often each condition of the map failed on a value, by its number, those on customers last. */
    long[] conditionFailures() {
        return conditionFailures;
    }

    /** How many customers have attributes. */
    long attributed() {
        return attributed;
    }

    void countAttributed(long customers) {
        attributed += customers;
    }

    List<WrittenFile> files() {
        return files;
    }

    void addConditionFailures(long[] more) {
        for (int i = 0; i < conditionFailures.length; i++) {
            conditionFailures[i] += more[i];
        }
    }

    void merge(PassResult other) {
        tally.merge(other.tally);
        outcomes.merge(other.outcomes);
        attributed += other.attributed;
        addConditionFailures(other.conditionFailures);
        files.addAll(other.files);
    }
}
