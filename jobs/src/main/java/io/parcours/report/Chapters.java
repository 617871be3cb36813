package io.parcours.report;

import io.parcours.report.changes.ChangesChapter;
import io.parcours.report.channel.ChannelChapter;
import io.parcours.report.churn.ChurnChapter;
import io.parcours.report.experience.ExperienceChapter;
import io.parcours.report.flow.FlowChapter;
import io.parcours.report.funnel.FunnelChapter;
import io.parcours.report.funnel.TimingChapter;
import io.parcours.report.overview.OverviewChapter;
import io.parcours.report.page.Chapter;
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
