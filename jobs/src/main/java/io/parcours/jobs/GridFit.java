package io.parcours.jobs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Makes a table fit a terminal. Names go into several lines and long texts are cut; where that is not enough, the table is
 * parted into blocks of columns that stand below each other, each but the first beginning with the columns that tell the
 * rows apart, or with the rows' numbers. Numbers, days and instants are never cut.
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
        List<GridColumn> block = new ArrayList<>(columns.containsAll(keys) ? List.of() : keys);
        int repeated = block.size();
        for (GridColumn column : columns) {
            if (!blocks.isEmpty() && keys.contains(column)) {
                continue;
            }
            block.add(column);
            if (taken(block) > width && block.size() > repeated + 1) {
                block.remove(block.size() - 1);
                blocks.add(block);
                block = new ArrayList<>(keys);
                repeated = keys.size();
                if (!keys.contains(column)) {
                    block.add(column);
                }
            }
        }
        List<GridColumn> last = block;
        if (last.size() > repeated || blocks.stream().noneMatch(shown -> shown.containsAll(last))) {
            blocks.add(last);
        }
        for (List<GridColumn> each : blocks) {
            List<GridColumn> others = new ArrayList<>(each);
            others.removeAll(keys);
            grow(others, width - taken(each));
        }
        return blocks;
    }

    /**
     * What every block but the first begins with: the first columns that differ between rows and tell them apart, as far
     * as they leave half of the width to the others; otherwise the rows' numbers.
     */
    private List<GridColumn> keys(List<GridColumn> columns) {
        List<GridColumn> keys = new ArrayList<>();
        for (GridColumn column : columns) {
            if (different(List.of(column)) == 1) {
                continue;
            }
            keys.add(column);
            if (taken(keys) > width / 2) {
                break;
            }
            if (different(keys) == column.rowCount()) {
                return keys;
            }
        }
        List<String> numbers = IntStream.rangeClosed(1, columns.get(0).rowCount())
                .mapToObj(Integer::toString)
                .toList();
        return List.of(new GridColumn("row", GridColumn.Kind.NUMBER, numbers));
    }

    /** How many different rows these columns have. */
    private static int different(List<GridColumn> columns) {
        Set<List<String>> different = new HashSet<>();
        for (int row = 0; row < columns.get(0).rowCount(); row++) {
            int number = row;
            different.add(columns.stream().map(key -> key.cell(number)).toList());
        }
        return different.size();
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
