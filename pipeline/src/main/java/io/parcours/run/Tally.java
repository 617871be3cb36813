package io.parcours.run;

import io.parcours.journey.AsOf;
import io.parcours.journey.CompletedTable;
import io.parcours.journey.CountedRows;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Drafts;
import io.parcours.journey.Question;
import io.parcours.journey.Study;
import io.parcours.table.TableContent;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The counts of all questions, asked together of each history. */
final class Tally implements Serializable {
    private static final long serialVersionUID = 1L;

    private final List<Counts<?>> counts = new ArrayList<>();

    Tally(List<Question<?>> questions, AsOf asOf) {
        for (Question<?> question : questions) {
            counts.add(question.begin(asOf));
        }
    }

    void add(CustomerHistory history) {
        for (Counts<?> count : counts) {
            count.add(history);
        }
    }

    void merge(Tally other) {
        for (int i = 0; i < counts.size(); i++) {
            merge(counts.get(i), other.counts.get(i));
        }
    }

    /** The counts that also have rows for each history, in the order of their questions. */
    List<CountedRows<?>> countedRows() {
        List<CountedRows<?>> found = new ArrayList<>();
        for (Counts<?> count : counts) {
            if (count instanceof CountedRows<?> rows) {
                found.add(rows);
            }
        }
        return found;
    }

    /** The counts of this kind, where they are counted. */
    <C extends Counts<C>> Optional<C> of(Class<C> type) {
        return counts.stream().filter(type::isInstance).map(type::cast).findFirst();
    }

    /**
     * What all questions conclude. A table to which several give rows has them in the order of the questions.
     *
     * @param drafts what the pass wrote to be looked at again
     */
    Study.Conclusion conclude(List<Question<?>> questions, Drafts drafts) {
        Map<String, TableContent<?>> tables = new LinkedHashMap<>();
        List<CompletedTable<?>> completed = new ArrayList<>();
        for (int i = 0; i < questions.size(); i++) {
            Study.Conclusion conclusion = conclude(questions.get(i), counts.get(i), drafts);
            for (TableContent<?> content : conclusion.tables()) {
                tables.merge(content.table().name(), content, Tally::joined);
            }
            completed.addAll(conclusion.completed());
        }
        return new Study.Conclusion(List.copyOf(tables.values()), completed);
    }

    // Tables of one name are one declaration, to which several questions give rows.
    @SuppressWarnings("unchecked")
    private static <R> TableContent<R> joined(TableContent<R> first, TableContent<?> second) {
        List<R> rows = new ArrayList<>(first.rows());
        rows.addAll((List<R>) second.rows());
        return new TableContent<>(first.table(), rows);
    }

    // Both lists were made from the same questions in the same order, so the types agree.
    @SuppressWarnings("unchecked")
    private static <C extends Counts<C>> void merge(Counts<C> into, Counts<?> other) {
        into.merge((C) other);
    }

    @SuppressWarnings("unchecked")
    private static <C extends Counts<C>> Study.Conclusion conclude(
            Question<C> question, Counts<?> counts, Drafts drafts) {
        return question instanceof Study<C> study
                ? study.conclude((C) counts, drafts)
                : new Study.Conclusion(question.report((C) counts), List.of());
    }
}
