package io.parcours.path;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import java.util.Arrays;
import java.util.List;

/** How often which label followed which, at each level. */
public final class TransitionCounts implements Counts<TransitionCounts> {
    private static final long serialVersionUID = 1L;

    private final TransitionGraph[] graphs =
            Arrays.stream(TransitionLevel.values()).map(TransitionGraph::new).toArray(TransitionGraph[]::new);
    private long customers;

    TransitionCounts() {}

    @Override
    public void add(CustomerHistory history) {
        customers++;
        for (TransitionGraph graph : graphs) {
            graph.add(history, customers);
        }
    }

    @Override
    public void merge(TransitionCounts other) {
        customers += other.customers;
        for (int g = 0; g < graphs.length; g++) {
            graphs[g].merge(other.graphs[g]);
        }
    }

    List<TransitionGraph> graphs() {
        return List.of(graphs);
    }
}
