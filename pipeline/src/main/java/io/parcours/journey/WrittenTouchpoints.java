package io.parcours.journey;

import io.parcours.table.ColumnBatch;
import io.parcours.table.TableReader;
import io.parcours.touchpoint.Touchpoint;
import io.parcours.touchpoint.Utf8Order;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reads the files of the table {@code touchpoints} back: what {@link TouchpointsReport} wrote. A file holds whole
 * customers, one after the other in the order of their {@link CustomerHash}, each customer's touchpoints in total order
 * and without duplicates; so histories are made of it without grouping or sorting anything.
 */
public final class WrittenTouchpoints implements Serializable {
    private static final long serialVersionUID = 1L;

    public static final String EVENT_ID = "event_id";
    public static final String SOURCE_FILE = "source_file";

    private static final int CUSTOMER_ID_AT = 0;
    private static final int OCCURRED_AT_AT = 1;
    private static final int EVENT_AT = 2;
    private static final int CHANNEL_AT = 3;
    private static final int VALUE_AT = 4;
    private static final int FIRST_DIMENSION_AT = 5;
    private static final int NOWHERE = -1;

    private final ArrayList<String> columns;
    private final int dimensions;
    private final int eventIdAt;
    private final int sourceFileAt;

    /**
     * @param dimensions the map's dimensions
     * @param further which of event_id and source_file to read too. They take most of a file's space and are looked at by
     *     hardly anybody; where they are not read, touchpoints have null there
     */
    public WrittenTouchpoints(List<String> dimensions, Set<String> further) {
        this.dimensions = dimensions.size();
        this.columns = new ArrayList<>(List.of("customer_id", "occurred_at", "event", "channel", "value"));
        columns.addAll(TouchpointsReport.dimensionColumns(dimensions));
        this.eventIdAt = add(EVENT_ID, further);
        this.sourceFileAt = add(SOURCE_FILE, further);
    }

    private int add(String column, Set<String> further) {
        if (!further.contains(column)) {
            return NOWHERE;
        }
        columns.add(column);
        return columns.size() - 1;
    }

    /**
     * Hands over every customer's touchpoints in total order, one customer after the other.
     *
     * @throws IllegalArgumentException when the file lacks a column
     * @throws IllegalStateException when the file's customers are not in their order: somebody else wrote it
     */
    public void forEachCustomer(TableReader file, Consumer<List<Touchpoint>> customers) {
        List<Touchpoint> current = new ArrayList<>();
        String customer = null;
        Iterator<ColumnBatch> batches = file.batches(columns);
        while (batches.hasNext()) {
            ColumnBatch batch = batches.next();
            for (int row = 0; row < batch.size(); row++) {
                String next = batch.text(CUSTOMER_ID_AT, row);
                if (!next.equals(customer)) {
                    if (customer != null) {
                        requireOrder(customer, next);
                        customers.accept(current);
                        current = new ArrayList<>();
                    }
                    customer = next;
                }
                current.add(touchpoint(customer, batch, row));
            }
        }
        if (customer != null) {
            customers.accept(current);
        }
    }

    private static void requireOrder(String one, String next) {
        int byHash = Long.compareUnsigned(CustomerHash.of(one), CustomerHash.of(next));
        if (byHash > 0 || byHash == 0 && Utf8Order.compare(one, next) > 0) {
            throw new IllegalStateException("a file of the table touchpoints is not in the order a run writes");
        }
    }

    private Touchpoint touchpoint(String customer, ColumnBatch batch, int row) {
        return new Touchpoint(
                customer,
                batch.whole(OCCURRED_AT_AT, row),
                textAt(eventIdAt, batch, row),
                batch.text(EVENT_AT, row),
                batch.text(CHANNEL_AT, row),
                batch.real(VALUE_AT, row),
                dimensions(batch, row),
                textAt(sourceFileAt, batch, row));
    }

    private static String textAt(int column, ColumnBatch batch, int row) {
        return column == NOWHERE ? null : batch.text(column, row);
    }

    private List<String> dimensions(ColumnBatch batch, int row) {
        if (dimensions == 0) {
            return List.of();
        }
        String[] values = new String[dimensions];
        for (int d = 0; d < dimensions; d++) {
            values[d] = batch.text(FIRST_DIMENSION_AT + d, row);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
