package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.journey.TouchpointColumn;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/** How many of those who began together come back, and when? Answered by the table {@code retention_cohorts}. */
public final class RetentionQuestion implements Question<RetentionCounts> {
    private static final long serialVersionUID = 1L;

    private final int activity;
    private final RetentionRules rules;
    private final ArrayList<TouchpointColumn> columns;

    /**
     * Cohorts by these rules; active is who has a touchpoint of the churn rules' activity, which the index knows.
     *
     * @param dimensions what reports may be broken down by beside the channel, in the order of touchpoints
     */
    public RetentionQuestion(RetentionRules rules, ChurnRules churn, ConditionIndex index, List<String> dimensions) {
        this.rules = rules;
        this.columns = new ArrayList<>(rules.breakdown().stream()
                .map(name -> TouchpointColumn.of(name, dimensions))
                .toList());
        this.activity = index.numberOf(churn.activity());
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(RetentionReport.TABLE);
    }

    @Override
    public RetentionCounts begin(AsOf asOf) {
        return new RetentionCounts(activity, rules, columns, asOf);
    }

    @Override
    public List<TableContent<?>> report(RetentionCounts counts) {
        return List.of(RetentionReport.of(counts));
    }
}
