package io.parcours.path;

import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Span;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The transitions of one level. A journey is walked from label to label with one look-up a touchpoint and nothing
 * allocated. What travels between machines is the flat list of pairs: the graph is as deep as it has labels, deeper than
 * serialisation can go, and is made again where counting goes on.
 */
final class TransitionGraph implements Serializable {
    private static final long serialVersionUID = 1L;

    private final TransitionLevel level;
    private final List<TransitionCell> cells = new ArrayList<>();
    private transient Map<String, TransitionNode> nodes;

    TransitionGraph(TransitionLevel level) {
        this.level = level;
    }

    TransitionLevel level() {
        return level;
    }

    List<TransitionCell> cells() {
        return Collections.unmodifiableList(cells);
    }

    /** Counts the journeys of the customer with this number, which differs from the number before. */
    void add(CustomerHistory history, long customer) {
        for (Span journey : history.journeys()) {
            TransitionNode node = node(Labels.START);
            for (int i = journey.from(); i < journey.to(); i++) {
                TransitionCell cell = cell(node, level.labelOf(history, i));
                cell.count(customer);
                if (i > journey.from()) {
                    cell.took(history.occurredAt(i) - history.occurredAt(i - 1));
                }
                node = cell.next();
            }
            cell(node, journey.isOpen() ? Labels.OPEN : Labels.END).count(customer);
        }
    }

    void merge(TransitionGraph other) {
        for (TransitionCell cell : other.cells) {
            cell(node(cell.from()), cell.to()).merge(cell);
        }
    }

    private TransitionCell cell(TransitionNode from, String to) {
        TransitionCell cell = from.cellTo(to);
        if (cell == null) {
            cell = new TransitionCell(from.label(), to);
            cells.add(cell);
            link(cell, from);
        }
        return cell;
    }

    private TransitionNode node(String label) {
        if (nodes == null) {
            nodes = new HashMap<>();
            cells.forEach(cell -> link(cell, node(cell.from())));
        }
        return nodes.computeIfAbsent(label, TransitionNode::new);
    }

    private void link(TransitionCell cell, TransitionNode from) {
        cell.leadTo(node(cell.to()));
        from.add(cell);
    }
}
