package io.parcours.funnel;

import io.parcours.journey.CustomerHistory;
import java.util.Arrays;
import java.util.List;

/** Deals the touchpoints of a history to the funnels they serve. One object serves one task and is filled anew. */
final class ServedFunnels {
    private final StepLookup lookup;
    /** By funnel. */
    private final ServingTouchpoints[] touchpoints;
    /** The funnels that have any touchpoint. */
    private final int[] funnels;

    private int size;

    ServedFunnels(List<FunnelPlan> plans) {
        lookup = new StepLookup(plans);
        touchpoints = new ServingTouchpoints[plans.size()];
        funnels = new int[plans.size()];
        for (int funnel = 0; funnel < touchpoints.length; funnel++) {
            touchpoints[funnel] = new ServingTouchpoints();
        }
    }

    /** Takes another customer's history. */
    void read(CustomerHistory history) {
        for (int i = 0; i < size; i++) {
            touchpoints[funnels[i]].clear();
        }
        size = 0;
        for (int i = 0; i < history.size(); i++) {
            for (StepLookup.Served served : lookup.servedBy(history.match(i))) {
                add(served, history, i);
            }
        }
        Arrays.sort(funnels, 0, size);
    }

    /** How many funnels have any touchpoint of the history; they come in the order of all funnels. */
    int size() {
        return size;
    }

    /** One of these funnels: its place among all. */
    int funnel(int i) {
        return funnels[i];
    }

    /** The touchpoints that serve a funnel. */
    ServingTouchpoints touchpoints(int funnel) {
        return touchpoints[funnel];
    }

    private void add(StepLookup.Served served, CustomerHistory history, int index) {
        ServingTouchpoints serving = touchpoints[served.funnel()];
        if (serving.isEmpty()) {
            funnels[size++] = served.funnel();
            serving.begin(history);
        }
        serving.add(index, history.occurredAt(index), served);
    }
}
