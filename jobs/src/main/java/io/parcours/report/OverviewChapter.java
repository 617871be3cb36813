package io.parcours.report;

import java.util.List;

/** Still without anything to tell. */
final class OverviewChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        return List.of();
    }
}
