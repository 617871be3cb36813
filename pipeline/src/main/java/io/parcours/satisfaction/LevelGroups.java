package io.parcours.satisfaction;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The groups of one level: how many customers have touchpoints in each, and the answers to each survey. The first group
 * is that of all names beyond the limit, in which a customer counts once for every name.
 */
final class LevelGroups implements Serializable {
    private static final long serialVersionUID = 1L;

    private final BoundedNames names;
    /** By group: customers with a touchpoint of no survey in it. */
    private long[] customers = new long[16];
    /** By survey, then by group; null where the survey has no answer and no invitation in the group. */
    private final List<ArrayList<AnswerTally>> tallies = new ArrayList<>();
    /** By group: the customer who reached it last, by a number that rises from 1. */
    private transient long[] lastCustomers = new long[16];

    LevelGroups(BoundedNames names, int surveys) {
        this.names = names;
        for (int survey = 0; survey < surveys; survey++) {
            tallies.add(new ArrayList<>());
        }
    }

    /** The group of a name. */
    int groupOf(String name) {
        int group = names.numberOf(name);
        if (group >= customers.length) {
            customers = Arrays.copyOf(customers, Math.max(group + 1, customers.length * 2));
            lastCustomers = Arrays.copyOf(lastCustomers, customers.length);
        }
        return group;
    }

    /** Notes that a customer has a touchpoint in the group. */
    void reach(int group, long customer) {
        if (lastCustomers[group] != customer) {
            lastCustomers[group] = customer;
            customers[group]++;
        }
    }

    boolean isReached(int group, long customer) {
        return lastCustomers[group] == customer;
    }

    AnswerTally tally(int survey, int group) {
        List<AnswerTally> own = tallies.get(survey);
        while (own.size() <= group) {
            own.add(null);
        }
        if (own.get(group) == null) {
            own.set(group, new AnswerTally());
        }
        return own.get(group);
    }

    /** The tally, or null where there is nothing to tell. */
    AnswerTally tallyIfAny(int survey, int group) {
        List<AnswerTally> own = tallies.get(survey);
        return group < own.size() ? own.get(group) : null;
    }

    void merge(LevelGroups other) {
        for (int from = 0; from < other.names.size(); from++) {
            int group = from == BoundedNames.OTHER ? from : groupOf(other.names.name(from));
            customers[group] += other.customers[from];
            for (int survey = 0; survey < tallies.size(); survey++) {
                AnswerTally more = other.tallyIfAny(survey, from);
                if (more != null) {
                    tally(survey, group).merge(more);
                }
            }
        }
        trimIfOverfull();
    }

    /** Between two customers: keeps the names from growing without end. */
    void trimIfOverfull() {
        if (names.isOverfull()) {
            trim();
        }
    }

    /** Lets go of all names beyond the limit. */
    void trimIfFull() {
        if (names.isFull()) {
            trim();
        }
    }

    private void trim() {
        int[] moved = names.trim();
        long[] before = customers;
        customers = new long[Math.max(16, names.size())];
        lastCustomers = new long[customers.length];
        List<ArrayList<AnswerTally>> talliesBefore = new ArrayList<>(tallies);
        tallies.replaceAll(all -> new ArrayList<>());
        for (int from = 0; from < moved.length && from < before.length; from++) {
            customers[moved[from]] += before[from];
        }
        for (int survey = 0; survey < tallies.size(); survey++) {
            List<AnswerTally> own = talliesBefore.get(survey);
            for (int from = 0; from < own.size(); from++) {
                if (own.get(from) != null) {
                    tally(survey, moved[from]).merge(own.get(from));
                }
            }
        }
    }

    int size() {
        return names.size();
    }

    String name(int group) {
        return names.name(group);
    }

    /** How many customers have a touchpoint of no survey in the group. */
    long customers(int group) {
        return customers[group];
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        lastCustomers = new long[customers.length];
    }
}
