package io.parcours.funnel;

import java.util.List;

/** Tells whether a given chain is broken: the sentences of docs/counting-rules.md for one chain. */
final class BrokenChain {
    private final List<ChainGap> gaps;
    private final long window;
    private final boolean equalTimesAreInside;
    private int seenFrom;
    private int seenTo;

    BrokenChain(FunnelPlan plan, List<ChainGap> gaps) {
        this.gaps = gaps;
        this.window = plan.windowMicros();
        this.equalTimesAreInside = plan.chains().ties() == ChainRules.Ties.STRICT;
    }

    /**
     * Whether any gap of the chain has something in it.
     *
     * @param chain positions by step, or in order of time where the funnel has none; -1 where there is none
     */
    boolean isBroken(ServingTouchpoints unit, int[] chain) {
        return isBroken(unit, chain, 0, unit.size());
    }

    /**
     * The same as far as only some touchpoints can break it.
     *
     * @param from the position of the first one looked at
     * @param to the position behind the last one
     */
    boolean isBroken(ServingTouchpoints unit, int[] chain, int from, int to) {
        seenFrom = from;
        seenTo = to;
        for (ChainGap gap : gaps) {
            if (gap.isEveryGap()
                    ? isBrokenSomewhere(unit, chain, gap)
                    : isBroken(unit, chain, gap, gap.from(), gap.to())) {
                return true;
            }
        }
        return false;
    }

    private boolean isBrokenSomewhere(ServingTouchpoints unit, int[] chain, ChainGap gap) {
        int before = 1;
        for (int step = 2; step <= chain.length; step++) {
            if (chain[step - 1] >= 0) {
                if (isBroken(unit, chain, gap, before, step)) {
                    return true;
                }
                before = step;
            }
        }
        return before < chain.length && isBroken(unit, chain, gap, before, chain.length);
    }

    private boolean isBroken(ServingTouchpoints unit, int[] chain, ChainGap gap, int from, int to) {
        int begin = chain[from - 1];
        int end = chain[to - 1];
        if (begin < 0) {
            return false;
        }
        for (int position = seenFrom; position < seenTo; position++) {
            if (position != begin && position != end && unit.breaks(position, gap)) {
                long time = unit.time(position);
                boolean isAfter = equalTimesAreInside ? time >= unit.time(begin) : time > unit.time(begin);
                boolean isBefore = end < 0
                        ? time - unit.time(chain[0]) <= window
                        : equalTimesAreInside ? time <= unit.time(end) : time < unit.time(end);
                if (isAfter && isBefore) {
                    return true;
                }
            }
        }
        return false;
    }
}
