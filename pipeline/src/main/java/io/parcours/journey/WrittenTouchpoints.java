package io.parcours.journey;

import io.parcours.output.OutputException;
import io.parcours.table.ColumnBatch;
import io.parcours.table.TableColumn;
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

    private static final int NOWHERE = -1;

    private final Set<String> wanted;
    private final ArrayList<String> columns = new ArrayList<>();
    private final int customerId;
    private final int occurredAt;
    private final int event;
    private final int channel;
    private final int value;
    private final int eventId;
    private final int sourceFile;
    private final int[] dimensions;
    /** The dimensions of every touchpoint, where none is read. */
    private final ArrayList<String> nothing;

    /**
     * @param dimensions the map's dimensions
     * @param further which fields and dimensions to read beside customer, instant and event. The others are missing in
     *     the touchpoints; event_id and source_file too, which no touchpoint lacks otherwise
     */
    public WrittenTouchpoints(List<String> dimensions, Set<String> further) {
        this.wanted = Set.copyOf(further);
        this.customerId = read("customer_id");
        this.occurredAt = read("occurred_at");
        this.event = read("event");
        this.channel = readIfWanted("channel", "channel");
        this.value = readIfWanted("value", "value");
        this.eventId = readIfWanted("event_id", "event_id");
        this.sourceFile = readIfWanted("source_file", "source_file");
        List<String> names = TouchpointsReport.dimensionColumns(dimensions);
        this.dimensions = new int[dimensions.size()];
        Arrays.setAll(this.dimensions, d -> readIfWanted(dimensions.get(d), names.get(d)));
        boolean hasDimensions = Arrays.stream(this.dimensions).anyMatch(column -> column != NOWHERE);
        this.nothing = hasDimensions ? null : new ArrayList<>(Collections.nCopies(dimensions.size(), null));
    }

    private int readIfWanted(String name, String column) {
        return wanted.contains(name) ? read(column) : NOWHERE;
    }

    private int read(String column) {
        columns.add(column);
        return columns.size() - 1;
    }

    /**
     * Hands over every customer's touchpoints in total order, one customer after the other.
     *
     * @throws OutputException when the file lacks a column, or its customers are not in their order: no run of this
     *     version wrote it
     */
    public void forEachCustomer(TableReader file, Consumer<List<Touchpoint>> customers) {
        requireColumns(file);
        List<Touchpoint> current = new ArrayList<>();
        String customer = null;
        Iterator<ColumnBatch> batches = file.batches(columns);
        while (batches.hasNext()) {
            ColumnBatch batch = batches.next();
            for (int row = 0; row < batch.size(); row++) {
                String next = batch.text(customerId, row);
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

    private void requireColumns(TableReader file) {
        List<String> missing = new ArrayList<>(columns);
        missing.removeAll(file.columns().stream().map(TableColumn::name).toList());
        if (!missing.isEmpty()) {
            throw new OutputException(
                    "a file of the table touchpoints lacks the column " + missing.get(0) + ": use parcours run");
        }
    }

    private static void requireOrder(String one, String next) {
        int byHash = Long.compareUnsigned(CustomerHash.of(one), CustomerHash.of(next));
        if (byHash > 0 || byHash == 0 && Utf8Order.compare(one, next) > 0) {
            throw new OutputException(
                    "a file of the table touchpoints is not in the order a run writes: use parcours run");
        }
    }

    private Touchpoint touchpoint(String customer, ColumnBatch batch, int row) {
        return new Touchpoint(
                customer,
                batch.whole(occurredAt, row),
                text(eventId, batch, row),
                batch.text(event, row),
                text(channel, batch, row),
                value == NOWHERE ? Double.NaN : batch.real(value, row),
                dimensions(batch, row),
                text(sourceFile, batch, row));
    }

    private static String text(int column, ColumnBatch batch, int row) {
        return column == NOWHERE ? null : batch.text(column, row);
    }

    private List<String> dimensions(ColumnBatch batch, int row) {
        if (nothing != null) {
            return nothing;
        }
        String[] values = new String[dimensions.length];
        for (int d = 0; d < values.length; d++) {
            values[d] = text(dimensions[d], batch, row);
        }
        return Collections.unmodifiableList(Arrays.asList(values));
    }
}
