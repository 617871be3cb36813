package io.parcours.report;

import java.util.List;

/** The chapters in the order a reader asks. */
final class Chapters {

    static final List<Chapter> ALL = List.of(
            new OverviewChapter(),
            new ChangesChapter(),
            new FunnelChapter(),
            new FlowChapter(),
            new TimingChapter(),
            new ChurnChapter(),
            new ChannelChapter(),
            new ExperienceChapter());

    private Chapters() {}
}
