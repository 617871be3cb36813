package io.parcours.funnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Writes down every chain that a unit has, broken by exclusions or not, one after the other. */
final class ChainsByDefinition {
    private final DefinedUnit unit;
    private final List<DefinedChain> chains = new ArrayList<>();

    private ChainsByDefinition(DefinedUnit unit) {
        this.unit = unit;
    }

    /** All chains of a unit. */
    static List<DefinedChain> of(DefinedUnit unit) {
        ChainsByDefinition all = new ChainsByDefinition(unit);
        int[] none = new int[unit.stepCount()];
        Arrays.fill(none, -1);
        if (unit.isUnordered()) {
            all.addSets(none, 0, 0);
            return all.chains;
        }
        all.extend(none, 0);
        return unit.rules().chains().order() == ChainRules.Order.STRICT
                ? all.chains.stream().filter(all::isUninterrupted).toList()
                : all.chains;
    }

    /** A chain goes on with any step behind its last one, unless that would leave out a step that is not optional. */
    private void extend(int[] matched, int lastStep) {
        if (lastStep > 0) {
            chains.add(new DefinedChain(unit, matched));
        }
        for (int step = lastStep + 1; step <= matched.length; step++) {
            for (int touchpoint : unit.touchpoints()) {
                if (unit.serves(touchpoint, step) && mayFollow(matched, touchpoint, step)) {
                    int[] longer = matched.clone();
                    longer[step - 1] = touchpoint;
                    extend(longer, step);
                }
            }
            if (!unit.step(step).isOptional()) {
                break;
            }
        }
    }

    private boolean mayFollow(int[] matched, int touchpoint, int step) {
        if (step == 1) {
            return true;
        }
        DefinedChain chain = new DefinedChain(unit, matched);
        long before = unit.time(chain.last());
        long time = unit.time(touchpoint);
        boolean isInOrder = unit.hasTiesTogether() ? before <= time : before < time;
        return !chain.has(touchpoint)
                && isInOrder
                && unit.isInWindow(chain.first(), time)
                && unit.isWithin(step, chain.last(), time);
    }

    /** Whether nothing else lies between matched touchpoints that follow each other. */
    private boolean isUninterrupted(DefinedChain chain) {
        if (unit.hasTiesTogether()) {
            return Arrays.stream(unit.touchpoints())
                    .filter(touchpoint -> unit.time(chain.first()) < unit.time(touchpoint)
                            && unit.time(touchpoint) < unit.time(chain.last()))
                    .allMatch(chain::has);
        }
        int[] taken = chain.touchpoints();
        for (int i = 1; i < taken.length; i++) {
            int before = taken[i - 1];
            int after = taken[i];
            if (Arrays.stream(unit.touchpoints()).anyMatch(other -> before < other && other < after)) {
                return false;
            }
        }
        return true;
    }

    /** Every set of touchpoints that serve as many different steps, inside a window. */
    private void addSets(int[] matched, int size, int next) {
        if (size > 0 && canServe(matched, size, 0, new boolean[matched.length])) {
            chains.add(new DefinedChain(unit, matched));
        }
        for (int i = next; i < unit.touchpoints().length && size < matched.length; i++) {
            int touchpoint = unit.touchpoints()[i];
            if (size == 0 || unit.isInWindow(matched[0], unit.time(touchpoint))) {
                int[] larger = matched.clone();
                larger[size] = touchpoint;
                addSets(larger, size + 1, i + 1);
            }
        }
    }

    /** Whether the touchpoints of a set can be given different steps, tried in every way. */
    private boolean canServe(int[] set, int size, int given, boolean[] isTaken) {
        if (given == size) {
            return true;
        }
        for (int step = 1; step <= set.length; step++) {
            if (!isTaken[step - 1] && unit.serves(set[given], step)) {
                isTaken[step - 1] = true;
                boolean isPossible = canServe(set, size, given + 1, isTaken);
                isTaken[step - 1] = false;
                if (isPossible) {
                    return true;
                }
            }
        }
        return false;
    }
}
