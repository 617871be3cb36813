package io.parcours.funnel;

import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import java.util.List;

/** What is counted of every funnel of the map. */
public final class FunnelCounts implements Counts<FunnelCounts> {
    private static final long serialVersionUID = 1L;

    private final List<FunnelTally> funnels;

    FunnelCounts(List<FunnelPlan> plans) {
        this.funnels = plans.stream().map(FunnelTally::new).toList();
    }

    @Override
    public void add(CustomerHistory history) {
        for (FunnelTally funnel : funnels) {
            funnel.add(history);
        }
    }

    @Override
    public void merge(FunnelCounts other) {
        for (int i = 0; i < funnels.size(); i++) {
            funnels.get(i).merge(other.funnels.get(i));
        }
    }

    /** The tallies in the order of the map's funnels. */
    List<FunnelTally> funnels() {
        return funnels;
    }
}
