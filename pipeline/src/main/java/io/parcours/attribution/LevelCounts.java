package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.journey.CustomerHistory;
import java.io.Serializable;

/** What was counted by one kind of name. */
final class LevelCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A name's cells: its touches, the customers with such a touch, and for each model conversions and value. */
    static final int TOUCHES = 0;

    static final int CUSTOMERS = 1;
    /** The conversions of the first model. */
    static final int FIRST_MODEL = 2;

    /** The number of no name: what conversions without a touch are credited to. */
    static final int UNATTRIBUTED = 0;

    private final Credited credited;
    private final AttributionRules rules;
    private final TouchNames names = new TouchNames();
    private final GroupCredits credits;
    private final PathStates states;
    private final PathTable paths;
    private final int mostNames;
    private boolean hasTooManyNames;
    private boolean hasValues;
    private transient LevelWalk walk;

    LevelCounts(Credited credited, AttributionRules rules) {
        this(credited, rules, TouchNames.MOST, PathTable.MOST);
    }

    LevelCounts(Credited credited, AttributionRules rules, int mostNames, int mostPaths) {
        this.mostNames = mostNames;
        this.paths = new PathTable(mostPaths);
        this.credited = credited;
        this.rules = rules;
        this.credits = new GroupCredits(FIRST_MODEL + 2 * rules.models().size());
        this.states = rules.models().contains(Model.MARKOV) ? new PathStates(rules.markovOrder()) : null;
    }

    /** The cell of a name with the conversions that a model credited it with; behind it that with the value. */
    int conversionCell(int name, int model) {
        return name * credits.width() + FIRST_MODEL + 2 * model;
    }

    int cell(int name, int column) {
        return name * credits.width() + column;
    }

    void add(CustomerHistory history, Touches touches, TouchWindows windows, int group) {
        if (walk == null) {
            walk = new LevelWalk(this);
        }
        walk.over(history, touches, windows, group);
        keepBounds(2 * mostNames);
    }

    void merge(LevelCounts other) {
        hasValues |= other.hasValues;
        if (other.hasTooManyNames) {
            giveUpPaths();
        }
        int[] mapped = names.mapped(other.names);
        credits.merge(other.credits, mapped);
        if (states != null) {
            states.merge(other.states, mapped);
        }
        paths.merge(other.paths, mapped);
        walk = null;
        keepBounds(2 * mostNames);
    }

    /** A conversion had a value. */
    void noteValue() {
        hasValues = true;
    }

    /** Whether any conversion had a value. */
    boolean hasValues() {
        return hasValues;
    }

    /** Brings what is kept to what may be told; nothing is counted any more. */
    void finish() {
        keepBounds(mostNames);
        paths.prune();
    }

    private void keepBounds(int keptNames) {
        if (names.count() > GroupCredits.MOST_NAMES) {
            credits.ungroup();
        }
        if (names.count() > mostNames) {
            giveUpPaths();
        }
        if (names.count() > keptNames) {
            credits.rename(names.prune(mostNames));
            walk = null;
        }
    }

    private void giveUpPaths() {
        hasTooManyNames = true;
        paths.collapse();
        if (states != null) {
            states.drop();
        }
    }

    Credited credited() {
        return credited;
    }

    AttributionRules rules() {
        return rules;
    }

    String by() {
        return credited.by();
    }

    TouchNames names() {
        return names;
    }

    GroupCredits credits() {
        return credits;
    }

    /** The states of the model markov; null where it is not asked. */
    PathStates states() {
        return states;
    }

    PathTable paths() {
        return paths;
    }

    /** Whether there are more names than are told apart. */
    boolean hasTooManyNames() {
        return hasTooManyNames;
    }
}
