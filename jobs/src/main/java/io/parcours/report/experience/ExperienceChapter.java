package io.parcours.report.experience;

import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import java.util.ArrayList;
import java.util.List;

/** How customers experience the journey, what is done about it, and who they are. */
public final class ExperienceChapter implements Chapter {
    private static final List<Chapter> PARTS = List.of(
            new PainPointSection(),
            new SatisfactionSection(),
            new FrictionSection(),
            new TriggerSection(),
            new AttributionSection(),
            new ConformanceSection(),
            new SegmentSection());

    @Override
    public List<Section> sections(ReportContext context) {
        List<Section> sections = new ArrayList<>();
        PARTS.forEach(part -> sections.addAll(part.sections(context)));
        return sections;
    }
}
