package io.parcours.report;

import java.util.List;

/** Still without anything to tell. */
final class ExperienceChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        return List.of();
    }
}
