package io.parcours.journey;

import io.parcours.table.TableContent;
import java.util.List;
import java.util.OptionalLong;

/** How many customers, touchpoints, sessions and journeys there are. */
public final class HistoryTotals implements Counts<HistoryTotals> {
    private static final long serialVersionUID = 1L;

    private long customers;
    private long touchpoints;
    private long sessions;
    private long journeys;
    private long truncatedCustomers;
    private long firstAt = Long.MAX_VALUE;

    /** The question that these totals answer; it has no table of its own. */
    public static final class Asked implements Question<HistoryTotals> {
        private static final long serialVersionUID = 1L;

        @Override
        public HistoryTotals begin(AsOf asOf) {
            return new HistoryTotals();
        }

        @Override
        public List<TableContent<?>> report(HistoryTotals counts) {
            return List.of();
        }
    }

    @Override
    public void add(CustomerHistory history) {
        customers++;
        touchpoints += history.size();
        sessions += history.sessions().size();
        journeys += history.journeys().size();
        truncatedCustomers += history.isTruncated() ? 1 : 0;
        firstAt = Math.min(firstAt, history.occurredAt(0));
    }

    @Override
    public void merge(HistoryTotals other) {
        customers += other.customers;
        touchpoints += other.touchpoints;
        sessions += other.sessions;
        journeys += other.journeys;
        truncatedCustomers += other.truncatedCustomers;
        firstAt = Math.min(firstAt, other.firstAt);
    }

    public long customers() {
        return customers;
    }

    public long touchpoints() {
        return touchpoints;
    }

    public long sessions() {
        return sessions;
    }

    public long journeys() {
        return journeys;
    }

    /** Customers with more touchpoints than the map's limit. */
    public long truncatedCustomers() {
        return truncatedCustomers;
    }

    /** The first touchpoint of all, in microseconds since the epoch; nothing where there is none. */
    public OptionalLong firstAt() {
        return customers == 0 ? OptionalLong.empty() : OptionalLong.of(firstAt);
    }
}
