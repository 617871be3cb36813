package io.parcours.funnel;

/** Finds the chain that counts for any rules of funnels with an order. */
final class SearchMatcher implements FunnelMatcher {
    private final ChainPlan plan;
    private final UnitInstants instants;
    private final ChainSearch search;
    private final ChainReader reader;
    private final ChainTarget target = new ChainTarget();
    private final ChainTarget best = new ChainTarget();

    SearchMatcher(ChainPlan plan) {
        this.plan = plan;
        this.instants = new UnitInstants(plan);
        this.search = new ChainSearch(plan);
        this.reader = new ChainReader(plan);
    }

    @Override
    public int[] chain(ServingTouchpoints unit, long lastStart) {
        instants.read(unit);
        ChainBounds bounds = ChainBounds.upTo(instants, lastStart);
        search.search(instants, bounds, target);
        if (plan.window() != Long.MAX_VALUE && instants.breaksAnywhere() && target.level < plan.stepCount()) {
            searchByStart(lastStart);
        }
        return target.level == 0 ? NO_CHAIN : reader.read(instants, bounds, target);
    }

    /**
     * Whether a chain short of the last step is broken by what lies behind it, inside its window, depends on its start: one
     * at a time. Without a window everything behind it lies inside.
     */
    private void searchByStart(long lastStart) {
        best.clear();
        for (int instant = 0; instant < instants.count() && instants.time(instant) <= lastStart; instant++) {
            if (hasEntry(instant)) {
                search.search(instants, ChainBounds.startingAt(instants, instants.time(instant)), target);
                best.offer(target.level, target.optionals, target.end, target.start);
            }
        }
        target.take(best);
    }

    private boolean hasEntry(int instant) {
        for (int position = instants.start(instant); position < instants.end(instant); position++) {
            if (instants.unit().serves(position, 1)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int[] chainFrom(ServingTouchpoints unit, int entry) {
        instants.read(unit);
        ChainBounds bounds = ChainBounds.from(instants, entry);
        search.search(instants, bounds, target);
        return target.level == 0 ? NO_CHAIN : reader.read(instants, bounds, target);
    }

    @Override
    public long completionFrom(ServingTouchpoints unit, int entry) {
        instants.read(unit);
        search.search(instants, ChainBounds.from(instants, entry), target);
        return target.firstCompletion;
    }
}
