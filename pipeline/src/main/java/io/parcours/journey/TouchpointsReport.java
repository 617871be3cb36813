package io.parcours.journey;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table {@code touchpoints}: every accepted touchpoint with its place in the customer's history. */
public final class TouchpointsReport implements HistoryTable<TouchpointsReport.Row> {
    private static final long serialVersionUID = 1L;

    private static final List<Column<Row>> BEFORE = List.of(
            Column.text("customer_id", "The customer.", row -> row.history.customerId()),
            Column.wholeInEveryRow(
                    "touchpoint_number",
                    "Its place in the customer's total order (time, then event_id), 1 for the first.",
                    row -> row.index + 1L),
            Column.instantInEveryRow("occurred_at", "When it happened.", row -> row.history.occurredAt(row.index)),
            Column.text(
                    "event_id",
                    "The log's own id of the record, or the one derived from its content.",
                    row -> row.history.eventId(row.index)),
            Column.text("channel", "Where it happened; null where unknown.", row -> row.history.channel(row.index)),
            Column.text("event", "What happened.", row -> row.history.event(row.index)),
            Column.text(
                    "stage",
                    "The lifecycle stage it belongs to; null where it belongs to none.",
                    row -> row.history.stageName(row.index)),
            Column.realOrNaN(
                    "value", "What it was worth; null where unknown.", row -> row.history.recordedValue(row.index)));

    private static final List<Column<Row>> AFTER = List.of(
            Column.wholeInEveryRow("session_number", "The customer's session, 1 for the first.", Row::session),
            Column.wholeInEveryRow("journey_number", "The customer's journey, 1 for the first.", Row::journey),
            Column.text("source_file", "The file it was read from.", row -> row.history.sourceFile(row.index)));

    private final ArrayList<String> dimensions;

    /** A table with a column for each of the map's dimensions, in the map's order. */
    public TouchpointsReport(List<String> dimensions) {
        this.dimensions = new ArrayList<>(dimensions);
    }

    /**
     * A touchpoint of a history.
     *
     * @param history the customer's history
     * @param index the touchpoint's index there
     * @param session its session's number
     * @param journey its journey's number
     */
    record Row(CustomerHistory history, int index, int session, int journey) {}

    /** The names of the dimensions' columns, in the map's order. */
    static List<String> dimensionColumns(List<String> dimensions) {
        Set<String> taken =
                Stream.concat(BEFORE.stream(), AFTER.stream()).map(Column::name).collect(Collectors.toSet());
        return DimensionColumns.names(dimensions, taken);
    }

    @Override
    public ReportTable<Row> table() {
        List<String> names = dimensionColumns(dimensions);
        List<Column<Row>> columns = new ArrayList<>(BEFORE);
        for (int d = 0; d < names.size(); d++) {
            int dimension = d;
            columns.add(Column.text(
                    names.get(d),
                    "The map's dimension \"" + dimensions.get(d) + "\"; null where missing.",
                    row -> row.history.dimension(row.index, dimension)));
        }
        columns.addAll(AFTER);
        return new ReportTable<>("touchpoints", "an accepted touchpoint", columns);
    }

    @Override
    public void rows(CustomerHistory history, AsOf asOf, Consumer<Row> sink) {
        int session = 0;
        int journey = 0;
        for (int i = 0; i < history.size(); i++) {
            session += i == history.sessions().get(session).to() ? 1 : 0;
            journey += i == history.journeys().get(journey).to() ? 1 : 0;
            sink.accept(new Row(
                    history,
                    i,
                    history.sessions().get(session).number(),
                    history.journeys().get(journey).number()));
        }
    }
}
