package io.parcours.trigger;

import io.parcours.journey.CountedRows;
import io.parcours.journey.Counts;
import io.parcours.journey.CustomerHistory;
import io.parcours.stats.SpanLedger;
import io.parcours.table.ReportTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The firings of every trigger of the map. */
public final class TriggerCounts implements Counts<TriggerCounts>, CountedRows<TriggersRow> {
    private static final long serialVersionUID = 1L;

    private final FiringReader reader;
    private final long asOf;
    private final SpanLedger spans = new SpanLedger();
    private final List<TriggerTally> triggers = new ArrayList<>();
    private transient List<TriggersRow> latest = List.of();

    TriggerCounts(List<TriggerPlan> plans, FiringReader reader, long asOf) {
        this.reader = reader;
        this.asOf = asOf;
        plans.forEach(plan -> triggers.add(new TriggerTally(plan, spans)));
    }

    @Override
    public void add(CustomerHistory history) {
        latest = List.of();
        for (TriggerTally trigger : triggers) {
            List<Firing> firings = reader.firings(trigger.plan(), history);
            if (!firings.isEmpty()) {
                trigger.add(history, firings, asOf);
                keep(trigger.plan(), firings, history);
            }
        }
    }

    private void keep(TriggerPlan plan, List<Firing> firings, CustomerHistory history) {
        latest = latest.isEmpty() ? new ArrayList<>() : latest;
        for (Firing firing : firings) {
            latest.add(new TriggersRow(plan, firing, history));
        }
    }

    @Override
    public ReportTable<TriggersRow> rowTable() {
        return TriggersReport.TABLE;
    }

    @Override
    public void latestRows(Consumer<TriggersRow> sink) {
        latest.forEach(sink);
    }

    @Override
    public void merge(TriggerCounts other) {
        int[] mapped = new int[other.spans.accounts()];
        for (int i = 0; i < triggers.size(); i++) {
            triggers.get(i).merge(other.triggers.get(i), mapped);
        }
        spans.merge(other.spans, mapped);
    }

    /** In the map's order. */
    List<TriggerTally> triggers() {
        return triggers;
    }

    SpanLedger spans() {
        return spans;
    }
}
