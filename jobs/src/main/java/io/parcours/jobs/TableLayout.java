package io.parcours.jobs;

import io.parcours.table.TableColumn;
import java.util.List;
import java.util.OptionalInt;

/**
 * How a table for people is laid out.
 *
 * @param width the width it must fit, or empty where nothing is cut
 * @param prose the column, if any, whose long texts are wrapped instead of cut; null where there is none
 * @param whenCut called once something was cut, to say so
 */
record TableLayout(OptionalInt width, String prose, Runnable whenCut) {

    /** The kind of a column's cells. */
    GridColumn.Kind kind(TableColumn column) {
        return column.name().equals(prose) ? GridColumn.Kind.PROSE : GridColumn.Kind.of(column.type());
    }

    /** The columns in blocks to be printed below each other. */
    List<List<GridColumn>> blocks(List<GridColumn> columns) {
        return width.isPresent() ? new GridFit(width.getAsInt()).blocks(columns) : List.of(columns);
    }

    void tellCut() {
        whenCut.run();
    }
}
