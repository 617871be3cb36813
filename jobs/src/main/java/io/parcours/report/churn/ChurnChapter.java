package io.parcours.report.churn;

import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Churn: who stays, who is about to leave, who has left; and how far what is foreseen can be believed. */
public final class ChurnChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        StateCounts states = StateCounts.of(context.table("churn_customers"));
        ModelFigures models = ModelFigures.of(context.table("churn_model"));
        List<Section> sections = new ArrayList<>();
        List.<Optional<Section>>of(
                        new StatesSection(context, states, models).section(),
                        new SurvivalSection(context).section(),
                        new RetentionSection(context).section(),
                        new CalibrationSection(context, models).section(),
                        new DriversSection(context, models).section(),
                        new AtRiskSection(context, states).section())
                .forEach(section -> section.ifPresent(sections::add));
        return sections;
    }
}
