package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.journey.CustomerHistory;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/** What was counted by one kind of name. */
final class LevelCounts implements Serializable {
    private static final long serialVersionUID = 1L;

    /** A name's cells: its touches, the customers with such a touch, and for each model conversions and value. */
    static final int TOUCHES = 0;

    static final int CUSTOMERS = 1;
    private static final int FIRST_MODEL = 2;

    /** The number of no name: what conversions without a touch are credited to. */
    static final int UNATTRIBUTED = 0;

    private final Credited credited;
    private final AttributionRules rules;
    private final TouchNames names = new TouchNames();
    private final GroupCredits credits;
    private final PathStates states;
    private final PathTable paths = new PathTable();
    private boolean hasTooManyNames;
    private transient LevelWalk walk;

    LevelCounts(Credited credited, AttributionRules rules) {
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
            walk = new LevelWalk();
        }
        walk.over(history, touches, windows, group);
        paths.closeCustomer();
        keepBounds(2 * TouchNames.MOST);
    }

    void merge(LevelCounts other) {
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
        keepBounds(2 * TouchNames.MOST);
    }

    /** Brings what is kept to what may be told; nothing is counted any more. */
    void finish() {
        keepBounds(TouchNames.MOST);
        paths.prune();
    }

    private void keepBounds(int mostNames) {
        if (names.count() > GroupCredits.MOST_NAMES) {
            credits.ungroup();
        }
        if (names.count() > TouchNames.MOST) {
            giveUpPaths();
        }
        if (names.count() > mostNames) {
            credits.rename(names.prune());
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

    /** Credits the paths of one history after the other. */
    private final class LevelWalk implements TouchWindows.Sink {
        private final List<Model> models = rules.models();
        private final NamedPath path = new NamedPath(rules.transform());
        private final CreditShares shares = new CreditShares(rules);
        private final ConversionValue value = new ConversionValue();
        private int[] touchNames = new int[64];
        private long[] customerOf = new long[64];
        private long customers;
        private CustomerHistory history;
        private Touches touches;
        private ExactCells cells;
        private int group;

        void over(CustomerHistory ofCustomer, Touches ofHistory, TouchWindows windows, int ofGroup) {
            history = ofCustomer;
            touches = ofHistory;
            group = ofGroup;
            cells = credits.of(ofGroup);
            customers++;
            nameTouches();
            windows.forEach(history, touches, this);
        }

        private void nameTouches() {
            if (touchNames.length < touches.size()) {
                touchNames = new int[touches.size() * 2];
            }
            for (int touch = 0; touch < touches.size(); touch++) {
                int name = names.of(credited.nameOf(history, touches.index(touch)));
                touchNames[touch] = name;
                cells.add(cell(name, TOUCHES), 1);
                if (name >= customerOf.length) {
                    customerOf = Arrays.copyOf(customerOf, name * 2);
                }
                if (customerOf[name] != customers) {
                    customerOf[name] = customers;
                    cells.add(cell(name, CUSTOMERS), 1);
                }
            }
        }

        @Override
        public void take(int conversion, int from, int to) {
            path.read(touches, touchNames, from, to);
            int number = paths.of(names, path.names(), path.size());
            if (conversion == TouchWindows.NEVER) {
                paths.tallies().add(number);
                if (states != null) {
                    states.add(group, path);
                }
                return;
            }
            value.set(history.value(conversion));
            long began = from == to ? history.occurredAt(conversion) : touches.time(from);
            paths.tallies().add(number, value, history.occurredAt(conversion) - began);
            if (from == to) {
                leaveUnattributed();
            } else {
                credit();
            }
        }

        private void leaveUnattributed() {
            for (int model = 0; model < models.size(); model++) {
                int cell = conversionCell(UNATTRIBUTED, model);
                cells.add(cell, CreditShares.WHOLE);
                value.addTo(cells, cell + 1);
            }
        }

        private void credit() {
            for (int model = 0; model < models.size(); model++) {
                if (models.get(model) == Model.MARKOV) {
                    states.add(group, path, value);
                } else {
                    shares.part(models.get(model), path);
                    credit(model);
                }
            }
        }

        private void credit(int model) {
            int column = FIRST_MODEL + 2 * model;
            int width = credits.width();
            for (int i = 0; i < shares.size(); i++) {
                cells.add(shares.name(i) * width + column, shares.parts(i));
            }
            value.addTo(cells, shares, width, column + 1);
        }
    }
}
