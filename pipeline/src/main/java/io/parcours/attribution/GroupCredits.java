package io.parcours.attribution;

import java.io.Serializable;
import java.util.Arrays;

/**
 * What names were credited with, apart by the group of customers it came from. A name has as many cells as the table is
 * wide. Where there are more names than can be kept by group, only what all groups have together.
 */
final class GroupCredits implements Serializable {
    private static final long serialVersionUID = 1L;

    /** Up to so many names are kept by group. */
    static final int MOST_NAMES = 1_000;

    private final int width;
    private final ExactCells[] groups = new ExactCells[CustomerGroups.COUNT];
    private boolean isGrouped = true;

    GroupCredits(int width) {
        this.width = width;
    }

    /** The cells of a group: those of a name begin at its number times the width. */
    ExactCells of(int group) {
        int kept = isGrouped ? group : 0;
        if (groups[kept] == null) {
            groups[kept] = new ExactCells();
        }
        return groups[kept];
    }

    int width() {
        return width;
    }

    boolean isGrouped() {
        return isGrouped;
    }

    /** Keeps from now on only what all groups have together. */
    void ungroup() {
        if (isGrouped) {
            ExactCells all = together();
            Arrays.fill(groups, null);
            groups[0] = all;
            isGrouped = false;
        }
    }

    /** Gives the cells of each name to another. */
    void rename(int[] mapped) {
        for (int group = 0; group < groups.length; group++) {
            if (groups[group] != null) {
                ExactCells former = groups[group];
                groups[group] = new ExactCells();
                add(groups[group], former, mapped);
            }
        }
    }

    /** Takes in what was credited elsewhere, to names that have other numbers there. */
    void merge(GroupCredits other, int[] mapped) {
        if (!other.isGrouped) {
            ungroup();
        }
        for (int group = 0; group < groups.length; group++) {
            if (other.groups[group] != null) {
                add(of(group), other.groups[group], mapped);
            }
        }
    }

    /** What all groups have together. */
    ExactCells together() {
        ExactCells all = new ExactCells();
        for (ExactCells group : groups) {
            for (int cell = 0; group != null && cell < group.size(); cell++) {
                all.add(cell, group, cell);
            }
        }
        return all;
    }

    private void add(ExactCells cells, ExactCells others, int[] mapped) {
        for (int cell = 0; cell < others.size(); cell++) {
            cells.add(mapped[cell / width] * width + cell % width, others, cell);
        }
    }
}
