package io.parcours.funnel;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;

/** What the lost at each step of a funnel had, and what those had who went on. */
final class DropOffDrivers implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final DriverLabels labels;
    private final DriverCells cells = new DriverCells();
    /** Belongs to one task and does not travel with its result. */
    private transient DriverWalk walk;

    DropOffDrivers(FunnelPlan plan, DriverLabels labels) {
        this.plan = plan;
        this.labels = labels;
        begin();
    }

    private void begin() {
        walk = new DriverWalk(plan, factors(), labels);
    }

    /**
     * Takes in a counted thing; those of one customer come one after the other.
     *
     * @param serving the touchpoints of its unit that serve any step
     */
    void add(FunnelUnit unit, ServingTouchpoints serving) {
        walk.along(unit, serving, this::count);
    }

    /** Counts a unit at a step, as {@link DriverWalk.Sink} says. */
    void count(long[] keys, int size, boolean isLost) {
        for (int i = 0; i < size; i++) {
            cells.add(keys[i], isLost ? 1 : 0, isLost ? 0 : 1);
        }
    }

    void merge(DropOffDrivers other) {
        cells.merge(other.cells, labels.mapped(other.labels));
    }

    FunnelPlan plan() {
        return plan;
    }

    DriverFactors factors() {
        return new DriverFactors(plan.dimensions());
    }

    DriverLabels labels() {
        return labels;
    }

    DriverCells cells() {
        return cells;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        begin();
    }
}
