package io.parcours.funnel;

import io.parcours.journey.CountedRows;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.stats.SpanLedger;
import io.parcours.table.ReportTable;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * What is counted of every funnel of the map. A history is walked along once for all funnels: its touchpoints are dealt
 * to the funnels they serve, and a funnel that none of them serves is not asked.
 */
public final class FunnelCounts implements Counts<FunnelCounts>, CountedRows<FunnelCustomersRow> {
    private static final long serialVersionUID = 1L;

    private final SpanLedger spans = new SpanLedger();
    private final DriverLabels labels = new DriverLabels();
    private final List<FunnelTally> funnels = new ArrayList<>();
    private transient ServedFunnels served;

    FunnelCounts(List<FunnelPlan> plans) {
        plans.forEach(plan -> funnels.add(new FunnelTally(plan, spans, labels)));
        served = new ServedFunnels(plans);
    }

    @Override
    public void add(CustomerHistory history) {
        served.read(history);
        for (int i = 0; i < served.size(); i++) {
            int funnel = served.funnel(i);
            funnels.get(funnel).add(history, served.touchpoints(funnel));
        }
    }

    @Override
    public ReportTable<FunnelCustomersRow> rowTable() {
        return FunnelCustomersReport.TABLE;
    }

    @Override
    public void latestRows(Consumer<FunnelCustomersRow> sink) {
        for (int i = 0; i < served.size(); i++) {
            funnels.get(served.funnel(i)).customers().forEach(sink);
        }
    }

    @Override
    public void merge(FunnelCounts other) {
        int[] accounts = new int[other.spans.accounts()];
        for (int i = 0; i < funnels.size(); i++) {
            funnels.get(i).merge(other.funnels.get(i), accounts);
        }
        spans.merge(other.spans, accounts);
    }

    /** The tallies in the order of the map's funnels. */
    List<FunnelTally> funnels() {
        return funnels;
    }

    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        served = new ServedFunnels(funnels.stream().map(FunnelTally::plan).toList());
    }
}
