package io.parcours.churn;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.journey.SurvivalReport;
import io.parcours.journey.SurvivalRow;
import io.parcours.journey.TouchpointColumn;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;

/**
 * How long until customers convert again, fall silent, or end their subscription, and do groups of them differ? Answered by
 * the tables {@code survival} and {@code survival_tests}.
 */
public final class CurveQuestion implements Question<CurveCounts> {
    private static final long serialVersionUID = 1L;

    private final CurvePlan plan;

    /**
     * Curves by these rules.
     *
     * @param conversion what a conversion is
     * @param index an index that was made with the conversion, the rules' activity and what ends a subscription
     * @param dimensions the names of the map's dimensions in the order touchpoints hold their values
     * @throws IllegalArgumentException when a column of the breakdown is neither {@code channel} nor a dimension
     */
    public CurveQuestion(
            ChurnRules rules, TouchpointCondition conversion, ConditionIndex index, List<String> dimensions) {
        this.plan = new CurvePlan(
                index.numberOf(rules.activity()),
                index.numberOf(conversion),
                rules.curves().endsIfGiven().map(index::numberOf).orElse(CurvePlan.NOTHING),
                StateRule.of(rules.inactiveAfter()).inactiveAfter(),
                rules.inactiveDays(),
                rules.curves().breakdown().stream()
                        .map(name -> TouchpointColumn.of(name, dimensions))
                        .toList());
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(SurvivalReport.TABLE, SurvivalTestsReport.TABLE);
    }

    @Override
    public CurveCounts begin(AsOf asOf) {
        return new CurveCounts(plan, asOf);
    }

    @Override
    public List<TableContent<?>> report(CurveCounts counts) {
        return List.of(
                new TableContent<>(SurvivalReport.TABLE, survival(counts)),
                new TableContent<>(SurvivalTestsReport.TABLE, SurvivalTestsReport.rows(counts)));
    }

    private static List<SurvivalRow> survival(CurveCounts counts) {
        List<SurvivalRow> rows = new ArrayList<>();
        counts.curves().forEach((curve, groups) -> {
            rows.addAll(SurvivalReport.rows(curve.label(), Labels.ALL, groups.all()));
            List<TouchpointColumn> columns = counts.plan().columns();
            for (int column = 0; column < columns.size(); column++) {
                String name = columns.get(column).name();
                groups.of(column)
                        .forEach((value, days) ->
                                rows.addAll(SurvivalReport.rows(curve.label(), groupName(name, value), days)));
            }
        });
        return rows;
    }

    /** The name of a column's value among the groups of a curve. */
    static String groupName(String column, String value) {
        return column + "=" + value;
    }
}
