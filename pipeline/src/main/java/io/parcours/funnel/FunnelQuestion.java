package io.parcours.funnel;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Question;
import io.parcours.journey.SurvivalReport;
import io.parcours.journey.SurvivalRow;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import io.parcours.touchpoint.Labels;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How far do units get along each of the map's funnels, what do the lost do next, and what
 * goes with being lost?
 */
public final class FunnelQuestion implements Question<FunnelCounts> {
    private static final long serialVersionUID = 1L;

    private final List<FunnelRules> funnels;
    private final ConditionIndex index;
    private final List<String> dimensions;
    private final List<TouchpointCondition> surveys;

    /**
     * Asks about these funnels.
     *
     * @param funnels in the map's order
     * @param index an index that was made with every step's condition; the histories must be built with the same one
     * @param dimensions the names of the map's dimensions in the order touchpoints hold their values
     */
    public FunnelQuestion(List<FunnelRules> funnels, ConditionIndex index, List<String> dimensions) {
        this(funnels, index, dimensions, List.of());
    }

    /** The same where there are surveys: touchpoints that match one of these are passed over as last events. */
    public FunnelQuestion(
            List<FunnelRules> funnels,
            ConditionIndex index,
            List<String> dimensions,
            List<TouchpointCondition> surveys) {
        this.surveys = List.copyOf(surveys);
        this.funnels = List.copyOf(funnels);
        this.index = index;
        this.dimensions = List.copyOf(dimensions);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(
                FunnelStepsReport.TABLE,
                FunnelCustomersReport.TABLE,
                DropOffsReport.TABLE,
                FunnelTrendReport.TABLE,
                FunnelTimesReport.TABLE,
                SurvivalReport.TABLE,
                DropOffDriversReport.TABLE,
                FunnelChangesReport.TABLE);
    }

    /**
     * {@inheritDoc}
     *
     * @throws IllegalArgumentException when a step's condition is not indexed or a breakdown is neither {@code channel}
     *     nor a dimension
     */
    @Override
    public FunnelCounts begin(AsOf asOf) {
        return new FunnelCounts(funnels.stream()
                .map(rules -> FunnelPlan.of(rules, index, dimensions, surveys, asOf))
                .toList());
    }

    @Override
    public List<TableContent<?>> report(FunnelCounts counts) {
        List<FunnelStepsRow> steps = new ArrayList<>();
        List<DropOffsRow> dropOffs = new ArrayList<>();
        List<FunnelTrendRow> trend = new ArrayList<>();
        List<FunnelTimesRow> times = new ArrayList<>();
        List<SurvivalRow> survival = new ArrayList<>();
        List<DropOffDriversRow> drivers = new ArrayList<>();
        List<FunnelChangesRow> changes = new ArrayList<>();
        for (FunnelTally funnel : counts.funnels()) {
            addSteps(funnel, steps);
            addDropOffs(funnel, dropOffs);
            trend.addAll(FunnelTrendReport.rows(funnel));
            times.addAll(StepHistograms.of(funnel));
            survival.addAll(funnel.conversionTimes().rows());
            drivers.addAll(DriverRows.of(funnel.drivers()));
            funnel.periods().ifPresent(periods -> changes.addAll(FunnelChangesRow.of(funnel.plan(), periods)));
        }
        return List.of(
                new TableContent<>(FunnelStepsReport.TABLE, steps),
                new TableContent<>(DropOffsReport.TABLE, dropOffs),
                new TableContent<>(FunnelTrendReport.TABLE, trend),
                new TableContent<>(FunnelTimesReport.TABLE, times),
                new TableContent<>(SurvivalReport.TABLE, survival),
                new TableContent<>(DropOffDriversReport.TABLE, drivers),
                new TableContent<>(FunnelChangesReport.TABLE, changes));
    }

    private static void addSteps(FunnelTally funnel, List<FunnelStepsRow> rows) {
        addSteps(funnel, Labels.ALL, Labels.ALL, funnel.steps().all(), rows);
        List<FunnelBreakdown> breakdowns = funnel.plan().rules().cuts().breakdowns();
        for (int breakdown = 0; breakdown < breakdowns.size(); breakdown++) {
            for (String value : funnel.steps().values(breakdown)) {
                addSteps(
                        funnel,
                        breakdowns.get(breakdown).name(),
                        value,
                        funnel.steps().of(breakdown, value),
                        rows);
            }
        }
    }

    private static void addSteps(
            FunnelTally funnel, String breakdown, String value, StepTally tally, List<FunnelStepsRow> rows) {
        // Percentiles of long logs are the work of a report, and rows do not depend on each other.
        IntStream.rangeClosed(1, funnel.plan().stepCount())
                .parallel()
                .mapToObj(step -> FunnelStepsRow.of(funnel.plan(), breakdown, value, step, tally))
                .forEachOrdered(rows::add);
    }

    private static void addDropOffs(FunnelTally funnel, List<DropOffsRow> rows) {
        funnel.dropOffs().parallelStream()
                .map(tally -> DropOffsRow.of(funnel, tally))
                .sorted(DropOffsRow.ORDER_WITHIN_FUNNEL)
                .collect(Collectors.collectingAndThen(Collectors.toList(), DropOffsRow::ranked))
                .forEach(rows::add);
    }
}
