package io.parcours.attribution;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/**
 * Which touchpoints earn the conversions, and along which paths do they come? Answered by the tables {@code attribution}
 * and {@code conversion_paths}.
 */
public final class AttributionQuestion implements Question<AttributionCounts> {
    private static final long serialVersionUID = 1L;

    private final AttributionRules rules;
    private final ArrayList<Credited> credited;
    private final Touches.Conditions conditions;

    /**
     * Asks by the rules.
     *
     * @param conversion what converts, which the index knows
     * @param surveys the touchpoints of surveys, which are asked of customers and earn nothing by default; the index knows
     *     them
     * @param breakdowns what histories know by the number of a dimension
     */
    public AttributionQuestion(
            AttributionRules rules,
            TouchpointCondition conversion,
            List<TouchpointCondition> surveys,
            List<String> breakdowns,
            ConditionIndex index) {
        this.rules = rules;
        this.credited = new ArrayList<>(
                rules.by().stream().map(by -> Credited.of(by, breakdowns)).toList());
        this.conditions = Touches.Conditions.of(conversion, rules.touchesIfGiven(), surveys, index);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(AttributionReport.TABLE, ConversionPathsReport.TABLE);
    }

    @Override
    public AttributionCounts begin(AsOf at) {
        return new AttributionCounts(rules, credited, conditions, at);
    }

    @Override
    public List<TableContent<?>> report(AttributionCounts counts) {
        Redraws redraws = new Redraws(counts.filledGroups(), rules.replicates(), rules.seed());
        List<AttributionRow> rows = new ArrayList<>();
        List<ConversionPathsReport.Row> paths = new ArrayList<>();
        for (LevelCounts level : counts.levels()) {
            level.finish();
            SpentCosts costs = level.by().equals("channel") ? counts.costs() : SpentCosts.NONE;
            rows.addAll(new LevelRows(level, rules, redraws, costs).rows());
            paths.addAll(ConversionPathsReport.rows(level));
        }
        return List.of(
                new TableContent<>(AttributionReport.TABLE, rows),
                new TableContent<>(ConversionPathsReport.TABLE, paths));
    }
}
