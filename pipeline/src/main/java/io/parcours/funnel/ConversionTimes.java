package io.parcours.funnel;

import io.parcours.journey.SurvivalReport;
import io.parcours.journey.SurvivalRow;
import io.parcours.stats.SpanLedger;
import io.parcours.touchpoint.Labels;
import java.io.Serializable;
import java.util.List;

/** How long the units of a funnel took to convert, or were watched without converting. */
final class ConversionTimes implements Serializable {
    private static final long serialVersionUID = 1L;

    private final FunnelPlan plan;
    private final SpanLedger spans;
    private final int events;
    private final int censorings;

    ConversionTimes(FunnelPlan plan, SpanLedger spans) {
        this.plan = plan;
        this.spans = spans;
        events = spans.open(2);
        censorings = events + 1;
    }

    void add(FunnelUnit unit) {
        long converted = unit.progress().microsToConvert();
        boolean isEvent = converted != FunnelProgress.NEVER;
        spans.enter(isEvent ? converted : Math.min(plan.asOf().micros() - unit.enteredAt(), plan.windowMicros()));
        spans.post(isEvent ? events : censorings);
    }

    /** Takes down the accounts of this funnel that take in the other's times. */
    void merge(ConversionTimes other, int[] mapped) {
        mapped[other.events] = events;
        mapped[other.censorings] = censorings;
    }

    List<SurvivalRow> rows() {
        return SurvivalReport.rows(
                "funnel:" + plan.rules().name(), Labels.ALL, spans.durations(events), spans.durations(censorings));
    }
}
