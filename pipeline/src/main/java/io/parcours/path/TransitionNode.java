package io.parcours.path;

import java.util.HashMap;
import java.util.Map;

/** A label, and the pairs that go out of it by the label they go to. */
final class TransitionNode {
    private final String label;
    private final Map<String, TransitionCell> cells = new HashMap<>();

    TransitionNode(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }

    /** The pair to this label, or null where none was seen yet. */
    TransitionCell cellTo(String to) {
        return cells.get(to);
    }

    void add(TransitionCell cell) {
        cells.put(cell.to(), cell);
    }
}
