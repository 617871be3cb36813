package io.parcours.funnel;

/**
 * Finds out about the chain that counts, for every rule of funnels with an order: its level, its number of optional steps, when it
 * ends and when it starts. One walk forward over the unit's instants.
 *
 * <p>Of all chains up to an instant that have one last step, those are remembered that can still come to something
 * ({@link ChainLabels}). Where no step is optional that is one: of two chains of a level, the one that has the later of
 * both touchpoints at every step is a chain as well, and leaves the most of every window and the least room in every gap.
 *
 * <p>Whether a chain that does not go on is broken by something that lies after it depends on its start, and there an earlier
 * start may be better. So with exclusions only chains to the last step are judged rightly by one search over many starts; what falls
 * short of it asks for a search a start.
 */
final class ChainSearch {
    private final ChainPlan plan;
    private final InstantMoves moves;
    private final ChainLabels[] labels;
    private final ChainLabels[] arriving;
    private final int optionalCount;

    private UnitInstants unit;
    private ChainBounds bounds;
    private ChainTarget target;

    ChainSearch(ChainPlan plan) {
        this.plan = plan;
        this.moves = new InstantMoves(plan);
        this.labels = new ChainLabels[plan.stepCount() + 1];
        this.arriving = new ChainLabels[plan.stepCount() + 1];
        this.optionalCount = plan.optionalCount();
        for (int step = 0; step <= plan.stepCount(); step++) {
            labels[step] = new ChainLabels();
            arriving[step] = new ChainLabels();
        }
    }

    /** Searches the part of the unit within the bounds; what is found is offered to the target. */
    void search(UnitInstants newUnit, ChainBounds newBounds, ChainTarget newTarget) {
        begin(newUnit, newBounds, newTarget);
        boolean goesOn = true;
        for (int instant = bounds.begin(unit); instant < bounds.end() && goesOn; instant++) {
            step(instant);
            goesOn = isAlive() || unit.time(instant) < bounds.startTo();
            if (target.level == plan.stepCount() && target.optionals == optionalCount) {
                goesOn = false;
            }
        }
    }

    void begin(UnitInstants newUnit, ChainBounds newBounds, ChainTarget newTarget) {
        unit = newUnit;
        bounds = newBounds;
        target = newTarget;
        target.clear();
        for (ChainLabels of : labels) {
            of.clear();
        }
    }

    /** Takes the next instant. */
    void step(int instant) {
        long time = unit.time(instant);
        moves.begin(unit, instant, bounds.entry());
        if (bounds.mayStartAt(time)) {
            move(instant, 0, 1, time, 0);
        }
        for (int level = 1; level < plan.stepCount(); level++) {
            labels[level].forgetBefore(0, earliestStart(time));
            for (int i = 0; i < labels[level].size(); i++) {
                extend(instant, level, i);
            }
        }
        forgetBroken(instant);
        for (int level = 1; level < plan.stepCount(); level++) {
            ChainLabels arrived = arriving[level];
            for (int i = 0; i < arrived.size(); i++) {
                labels[level].add(arrived.start(i), arrived.instant(i), arrived.optionals(i));
            }
            arrived.clear();
        }
    }

    /** Whether any chain may still go on. */
    boolean isAlive() {
        for (ChainLabels of : labels) {
            if (of.size() > 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether any touchpoint of this instant could extend a chain, whatever step it serves. */
    boolean canExtendAt(int instant) {
        for (int level = 1; level < plan.stepCount(); level++) {
            for (int i = 0; i < labels[level].size(); i++) {
                if (labels[level].start(i) >= earliestStart(unit.time(instant))
                        && unit.mayFollow(labels[level].instant(i), instant)
                        && longestWithin(level) >= unit.time(instant) - unit.time(labels[level].instant(i))) {
                    return true;
                }
            }
        }
        return false;
    }

    private long longestWithin(int level) {
        long longest = 0;
        for (int next = level + 1; next <= plan.lastNext(level); next++) {
            longest = Math.max(longest, plan.within()[next]);
        }
        return longest;
    }

    private long earliestStart(long time) {
        return plan.window() == Long.MAX_VALUE ? Long.MIN_VALUE : time - plan.window();
    }

    private void extend(int instant, int level, int label) {
        int from = labels[level].instant(label);
        if (!unit.mayFollow(from, instant)) {
            return;
        }
        for (int first = level + 1; first <= plan.lastNext(level); first++) {
            if (unit.time(instant) - unit.time(from) <= plan.within()[first]) {
                move(instant, level, first, labels[level].start(label), labels[level].optionals(label));
            }
        }
    }

    private void move(int instant, int entered, int first, long start, int optionals) {
        int last = moves.read(entered, first);
        for (int step = first; step <= last; step++) {
            if (moves.reaches(step)) {
                int ends = plan.optionalEnds(first, step);
                arrive(instant, entered, first, step, start, optionals + ends, moves.between(step));
            }
        }
    }

    private void arrive(int instant, int entered, int first, int step, long start, int optionals, int between) {
        offer(instant, step, start, optionals + between);
        if (step == plan.stepCount() || moves.isFinal(step)) {
            return;
        }
        if (!plan.isStrict() || entered == 0 || plan.timesMustRise()) {
            arriving[step].add(start, instant, optionals + between);
            return;
        }
        // All of an instant that a strict chain goes through must be matched: exactly so many optional steps as fill
        // it.
        int missing = unit.crowd(instant) - plan.leastTaken(first, step);
        if (missing >= 0 && missing <= between) {
            arriving[step].add(start, instant, optionals + missing);
        }
    }

    private void offer(int instant, int step, long start, int optionals) {
        long time = unit.time(instant);
        if (step == plan.stepCount()) {
            target.firstCompletion = Math.min(target.firstCompletion, time);
        } else if (isBrokenBehind(plan, unit, bounds, instant, step, start) || moves.isBroken(step)) {
            return;
        }
        target.offer(plan.requiredUpTo(step), optionals, time, start);
    }

    /** Whether a chain that ends with this step at this instant is broken by something behind it. */
    static boolean isBrokenBehind(
            ChainPlan plan, UnitInstants unit, ChainBounds bounds, int instant, int step, long start) {
        for (int gap = 0; gap < plan.gaps().size(); gap++) {
            long next = unit.nextBreaking(gap, instant);
            if (plan.gaps().get(gap).isOpenAfter(step)
                    && next != Long.MAX_VALUE
                    && next < bounds.breakBefore()
                    && next - start <= plan.window()) {
                return true;
            }
        }
        return false;
    }

    /** Chains that came from before the instant cannot pass what breaks them there, or strict ones anything at all. */
    private void forgetBroken(int instant) {
        for (int level = 1; level < plan.stepCount(); level++) {
            boolean isBroken = plan.isStrict();
            for (int gap = 0; gap < plan.gaps().size(); gap++) {
                isBroken |= plan.gaps().get(gap).isOpenAfter(level) && unit.breaking(gap, instant) > 0;
            }
            if (isBroken) {
                labels[level].forgetBefore(instant, Long.MIN_VALUE);
            }
        }
    }
}
