package io.parcours.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes a table fit a terminal. Names go into several lines and long texts are cut; where that is not enough, the table is
 * parted into blocks of columns that stand below each other, each of which begins with the first columns that tell the rows
 * apart. Numbers, days and instants are never cut.
 */
final class GridFit {
    /** What a long text keeps, and what it keeps where the table is parted anyway. */
    private static final int SHORT_TEXT = 16;

    private static final int TEXT_IN_A_BLOCK = 30;

    private final int width;

    GridFit(int width) {
        this.width = width;
    }

    /** The columns in blocks, with widths that fit. */
    List<List<GridColumn>> blocks(List<GridColumn> columns) {
        if (taken(columns) <= width) {
            return List.of(columns);
        }
        columns.forEach(column -> column.setWidth(column.leastWidth(SHORT_TEXT)));
        if (taken(columns) <= width) {
            grow(columns, width - taken(columns));
            return List.of(columns);
        }
        columns.forEach(column -> column.setWidth(Math.min(width, column.leastWidth(TEXT_IN_A_BLOCK))));
        return parted(columns);
    }

    private List<List<GridColumn>> parted(List<GridColumn> columns) {
        List<GridColumn> keys = keys(columns);
        List<List<GridColumn>> blocks = new ArrayList<>();
        List<GridColumn> block = new ArrayList<>(keys);
        for (GridColumn column : columns.subList(keys.size(), columns.size())) {
            block.add(column);
            if (taken(block) > width && block.size() > keys.size() + 1) {
                block.remove(block.size() - 1);
                blocks.add(block);
                block = new ArrayList<>(keys);
                block.add(column);
            }
        }
        blocks.add(block);
        blocks.forEach(each -> grow(each.subList(keys.size(), each.size()), width - taken(each)));
        return blocks;
    }

    /** The first columns that tell the rows apart, as far as they leave half of the width to the others. */
    private List<GridColumn> keys(List<GridColumn> columns) {
        int most = 1;
        while (most < columns.size() && taken(columns.subList(0, most + 1)) <= width / 2) {
            most++;
        }
        int rows = columns.get(0).rowCount();
        for (int count = 1; count < most; count++) {
            Set<List<String>> different = new HashSet<>();
            List<GridColumn> keys = columns.subList(0, count);
            for (int row = 0; row < rows; row++) {
                int number = row;
                different.add(keys.stream().map(key -> key.cell(number)).toList());
            }
            if (different.size() == rows) {
                return keys;
            }
        }
        return columns.subList(0, most);
    }

    /** Gives these places away: to texts first, always the narrowest, then to the names that take most lines. */
    private static void grow(List<GridColumn> columns, int places) {
        int left = places;
        while (true) {
            int most = left;
            Optional<GridColumn> neediest = columns.stream()
                    .filter(column -> growth(column) > 0 && growth(column) <= most)
                    .min(Comparator.comparing(GridColumn::isNumber)
                            .thenComparing(column -> -column.headerLines().size())
                            .thenComparing(GridColumn::width));
            if (neediest.isEmpty()) {
                return;
            }
            left -= growth(neediest.get());
            neediest.get().setWidth(neediest.get().nextWidth());
        }
    }

    private static int growth(GridColumn column) {
        return column.nextWidth() - column.width();
    }

    /** A column has a blank on either side, and a line towards the next. */
    private static int taken(List<GridColumn> columns) {
        return columns.stream().mapToInt(column -> column.width() + 3).sum() - 1;
    }
}
