package io.parcours.churn;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Drafts;
import io.parcours.journey.HistoryTable;
import io.parcours.journey.Study;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Who is still there, who will come again, who is about to leave and what goes with it? Answered by the tables
 * {@code churn_customers}, {@code churn_model}, {@code churn_calibration} and {@code churn_drivers}.
 */
public final class ChurnStudy implements Study<ChurnStudyCounts> {
    private static final long serialVersionUID = 1L;

    private final ChurnRules rules;
    private final ConditionIndex index;
    private final BehaviourFeatures features;

    /**
     * A study by these rules, whose conditions the index knows.
     *
     * @param stageCount how many stages the map has
     */
    public ChurnStudy(ChurnRules rules, int stageCount, ConditionIndex index) {
        this.rules = rules;
        this.index = index;
        this.features = new BehaviourFeatures(rules, stageCount, index);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(
                ChurnCustomersReport.TABLE,
                ChurnModelReport.TABLE,
                ChurnCalibrationReport.TABLE,
                ChurnDriversReport.TABLE);
    }

    @Override
    public ChurnStudyCounts begin(AsOf asOf) {
        return new ChurnStudyCounts(
                index.numberOf(rules.activity()),
                StateRule.of(rules.inactiveAfter()).inactiveAfter(),
                asOf,
                new BuyingCounts(rules, asOf));
    }

    @Override
    public List<HistoryTable<?>> drafts(Predicate<ReportTable<?>> isWritten) {
        return isWritten.test(ChurnCustomersReport.TABLE)
                ? List.of(new CustomerDrafts(rules, index, features), new LeavingDrafts(features))
                : List.of(new LeavingDrafts(features));
    }

    @Override
    public List<ReportTable<?>> completedTables() {
        return List.of(ChurnCustomersReport.TABLE);
    }

    @Override
    public Conclusion conclude(ChurnStudyCounts counts, Drafts drafts) {
        BuyingFindings buying = BuyingFindings.of(rules, counts.buying());
        LeavingInquiry.Findings leaving = counts.customers() == 0
                ? LeavingInquiry.Findings.NONE
                : new LeavingInquiry(features, drafts).conclude(counts.asOf());
        List<ChurnModelRow> figures = new ArrayList<>(buying.figures());
        figures.addAll(leaving.figures());
        List<ChurnCalibrationReport.Row> groups = new ArrayList<>(buying.groups());
        groups.addAll(leaving.groups());
        return new Conclusion(
                List.of(
                        new TableContent<>(ChurnModelReport.TABLE, figures),
                        new TableContent<>(ChurnCalibrationReport.TABLE, groups),
                        new TableContent<>(ChurnDriversReport.TABLE, leaving.drivers())),
                List.of(new ChurnCustomersReport(rules, buying.scores(), features, leaving.reasons())));
    }
}
