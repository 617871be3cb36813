package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** How many customers went from which state to which in each period? Answered by the table {@code lifecycle_flow}. */
public final class LifecycleQuestion implements Question<LifecycleCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final StateRule rule;
    private final RetentionRules.Period period;

    /** States by the churn rules, whose activity the index knows; calendar periods as long as those of retention. */
    public LifecycleQuestion(ChurnRules rules, RetentionRules retention, ConditionIndex index) {
        this.activity = index.numberOf(rules.activity());
        this.rule = StateRule.of(rules.inactiveAfter());
        this.period = retention.period();
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(LifecycleFlowReport.TABLE);
    }

    @Override
    public LifecycleCounts begin(AsOf asOf) {
        return new LifecycleCounts(activity, rule, period, asOf);
    }

    @Override
    public List<TableContent<?>> report(LifecycleCounts counts) {
        return List.of(LifecycleFlowReport.of(counts));
    }
}
