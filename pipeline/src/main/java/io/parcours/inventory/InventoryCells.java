package io.parcours.inventory;

import io.parcours.journey.BoundedNames;
import io.parcours.journey.PairCodes;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/** The tallies of every group: of all its touchpoints, and of each name that it has, of which a bounded number is kept. */
final class InventoryCells implements Serializable {
    private static final long serialVersionUID = 1L;

    private final ArrayList<InventoryTally> totals = new ArrayList<>();
    private PairCodes cells = new PairCodes();
    /** By the number of group and name. */
    private ArrayList<InventoryTally> tallies = new ArrayList<>();

    /** The tally of all touchpoints of a group; groups are asked for in the order of their numbers at first. */
    InventoryTally total(int group) {
        while (group >= totals.size()) {
            totals.add(new InventoryTally(null));
        }
        return totals.get(group);
    }

    /** The tally of a name in a group. */
    InventoryTally tally(int group, int name) {
        int cell = cells.of(group, name);
        if (cell == tallies.size()) {
            tallies.add(new InventoryTally(total(group)));
        }
        return tallies.get(cell);
    }

    /** How many groups have names. */
    int size() {
        return tallies.size();
    }

    int group(int cell) {
        return cells.first(cell);
    }

    int name(int cell) {
        return cells.second(cell);
    }

    InventoryTally tally(int cell) {
        return tallies.get(cell);
    }

    /** Adds what was counted elsewhere, under the numbers that groups and names have here. */
    void merge(InventoryCells other, int[] groups, int[] names) {
        for (int group = 0; group < other.totals.size(); group++) {
            total(groups[group]).merge(other.totals.get(group));
        }
        for (int cell = 0; cell < other.size(); cell++) {
            tally(groups[other.group(cell)], names[other.name(cell)]).merge(other.tally(cell));
        }
    }

    /** Gives names their new numbers; those that have become {@link BoundedNames#OTHER} are added up. */
    void renumber(int[] names) {
        PairCodes formerCells = cells;
        List<InventoryTally> former = tallies;
        cells = new PairCodes();
        tallies = new ArrayList<>();
        for (int cell = 0; cell < former.size(); cell++) {
            int group = formerCells.first(cell);
            int name = names[formerCells.second(cell)];
            if (name == BoundedNames.OTHER) {
                tally(group, name).addUp(former.get(cell));
            } else {
                cells.of(group, name);
                tallies.add(former.get(cell));
            }
        }
    }
}
