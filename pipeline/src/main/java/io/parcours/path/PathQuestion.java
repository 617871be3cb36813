package io.parcours.path;

import io.parcours.journey.AsOf;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.Conversions;
import io.parcours.journey.JourneyRules;
import io.parcours.journey.Question;
import io.parcours.journey.Stage;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.ArrayList;
import java.util.List;

/** Which ways through the lifecycle do journeys take, and which convert? Answered by the table {@code paths}. */
public final class PathQuestion implements Question<PathCounts> {
    private static final long serialVersionUID = 1L;

    private final ArrayList<String> stages;
    private final Conversions conversions;

    /** Journeys that convert by the rules' conversion, which the index knows. */
    public PathQuestion(JourneyRules rules, ConditionIndex index) {
        this.stages = new ArrayList<>(rules.stages().stream().map(Stage::name).toList());
        this.conversions = new Conversions(rules, index);
    }

    /** The tables it gives rows to. */
    public static List<ReportTable<?>> tables() {
        return List.of(PathsReport.TABLE);
    }

    @Override
    public PathCounts begin(AsOf asOf) {
        return new PathCounts(conversions);
    }

    @Override
    public List<TableContent<?>> report(PathCounts counts) {
        return List.of(PathsReport.of(counts, stages));
    }
}
