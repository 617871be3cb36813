package io.parcours.path;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.stats.Durations;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Labels;

/**
 * How often which label followed which, at each level. All levels are counted in one walk along a journey, because the
 * time between two touchpoints is the same at each.
 */
public final class TransitionCounts implements Counts<TransitionCounts> {
    private static final long serialVersionUID = 1L;

    private static final TransitionLevel[] LEVELS = TransitionLevel.values();

    private final TransitionLabels labels = new TransitionLabels();
    private final TransitionCells cells = new TransitionCells();
    /** The account of a cell's spans has the cell's number. */
    private final SpanLedger spans = new SpanLedger();
    /** By level: the label that the walk stands at. */
    private final int[] at = new int[LEVELS.length];

    private long customers;

    TransitionCounts() {}

    @Override
    public void add(CustomerHistory history) {
        customers++;
        for (int journey = 0; journey < history.journeys().size(); journey++) {
            walk(history, history.journeys().get(journey));
        }
    }

    @Override
    public void merge(TransitionCounts other) {
        customers += other.customers;
        int[] numbers = new int[other.labels.size()];
        for (int label = 0; label < numbers.length; label++) {
            numbers[label] = labels.numberOf(other.labels.level(label), other.labels.name(label));
        }
        int[] mapped = new int[other.cells.size()];
        for (int cell = 0; cell < mapped.length; cell++) {
            mapped[cell] = cell(numbers[other.cells.from(cell)], numbers[other.cells.to(cell)]);
            cells.merge(mapped[cell], other.cells, cell);
        }
        spans.merge(other.spans, mapped);
    }

    int labels() {
        return labels.size();
    }

    String name(int label) {
        return labels.name(label);
    }

    int cells() {
        return cells.size();
    }

    TransitionLevel level(int cell) {
        return labels.level(cells.from(cell));
    }

    /** The number of the label that the cell's transitions come from. */
    int from(int cell) {
        return cells.from(cell);
    }

    /** The number of the label that they go to. */
    int to(int cell) {
        return cells.to(cell);
    }

    long transitions(int cell) {
        return cells.transitions(cell);
    }

    long customers(int cell) {
        return cells.customers(cell);
    }

    /** The times that the cell's transitions took; none from (start), to (end) and to (open). */
    Durations durations(int cell) {
        return spans.durations(cell);
    }

    private void walk(CustomerHistory history, Span journey) {
        for (TransitionLevel level : LEVELS) {
            at[level.ordinal()] = labels.numberOf(level, Labels.START);
            step(level, level.labelOf(history, journey.from()));
        }
        for (int i = journey.from() + 1; i < journey.to(); i++) {
            spans.enter(history.occurredAt(i) - history.occurredAt(i - 1));
            // Written out, because a loop would look up at run time what each level's label is.
            spans.post(step(TransitionLevel.EVENT, TransitionLevel.EVENT.labelOf(history, i)));
            spans.post(step(TransitionLevel.STAGE, TransitionLevel.STAGE.labelOf(history, i)));
            spans.post(step(TransitionLevel.CHANNEL, TransitionLevel.CHANNEL.labelOf(history, i)));
        }
        for (TransitionLevel level : LEVELS) {
            step(level, journey.isOpen() ? Labels.OPEN : Labels.END);
        }
    }

    /** Walks on to a label, and counts; the cell of the pair. */
    private int step(TransitionLevel level, String label) {
        int to = labels.numberOf(level, label);
        int cell = cell(at[level.ordinal()], to);
        cells.count(cell, customers);
        at[level.ordinal()] = to;
        return cell;
    }

    private int cell(int from, int to) {
        int cell = cells.find(from, to);
        if (cell < 0) {
            cell = cells.add(from, to);
            spans.open(1);
        }
        return cell;
    }
}
