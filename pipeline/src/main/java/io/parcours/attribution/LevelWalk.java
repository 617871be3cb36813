package io.parcours.attribution;

import io.parcours.attribution.AttributionRules.Model;
import io.parcours.journey.CustomerHistory;
import java.util.Arrays;
import java.util.List;

/** Credits the paths of one history after the other to what is counted by one kind of name. */
final class LevelWalk implements TouchWindows.Sink {
    private final LevelCounts level;
    private final TouchNames names;
    private final PathStates states;
    private final PathTable paths;
    private final List<Model> models;
    private final NamedPath path;
    private final CreditShares shares;
    private final ConversionValue value = new ConversionValue();
    private int[] touchNames = new int[64];
    /** By name: the customer counted last. */
    private long[] customerOf = new long[64];

    private long customers;
    private CustomerHistory history;
    private Touches touches;
    private ExactCells cells;
    private int group;

    LevelWalk(LevelCounts level) {
        this.level = level;
        this.names = level.names();
        this.states = level.states();
        this.paths = level.paths();
        this.models = level.rules().models();
        this.path = new NamedPath(level.rules().transform());
        this.shares = new CreditShares(level.rules());
    }

    void over(CustomerHistory ofCustomer, Touches ofHistory, TouchWindows windows, int ofGroup) {
        history = ofCustomer;
        touches = ofHistory;
        group = ofGroup;
        cells = level.credits().of(ofGroup);
        customers++;
        nameTouches();
        windows.forEach(history, touches, this);
        paths.closeCustomer();
    }

    private void nameTouches() {
        if (touchNames.length < touches.size()) {
            touchNames = new int[touches.size() * 2];
        }
        for (int touch = 0; touch < touches.size(); touch++) {
            int name = names.of(level.credited().nameOf(history, touches.index(touch)));
            touchNames[touch] = name;
            cells.add(level.cell(name, LevelCounts.TOUCHES), 1);
            if (name >= customerOf.length) {
                customerOf = Arrays.copyOf(customerOf, name * 2);
            }
            if (customerOf[name] != customers) {
                customerOf[name] = customers;
                cells.add(level.cell(name, LevelCounts.CUSTOMERS), 1);
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
        if (!Double.isNaN(history.value(conversion))) {
            level.noteValue();
        }
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
            int cell = level.conversionCell(LevelCounts.UNATTRIBUTED, model);
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
        int column = LevelCounts.FIRST_MODEL + 2 * model;
        int width = level.credits().width();
        for (int i = 0; i < shares.size(); i++) {
            cells.add(shares.name(i) * width + column, shares.parts(i));
        }
        value.addTo(cells, shares, width, column + 1);
    }
}
