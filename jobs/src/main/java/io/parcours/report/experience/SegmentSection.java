package io.parcours.report.experience;

import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Notice;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** Who the customers are: the sizes of the map's segments, and their figures. */
final class SegmentSection implements Chapter {
    private static final String TABLE = "segments";
    private static final int MOST_SEGMENTS = 20;

    @Override
    public List<Section> sections(ReportContext context) {
        List<Row> all = context.table(TABLE).rows();
        if (all.isEmpty()) {
            return List.of();
        }
        Words words = context.words();
        SegmentFigures figures =
                new SegmentFigures(words, all.subList(0, Math.min(MOST_SEGMENTS, all.size())), all.size());
        List<Block> blocks = new ArrayList<>();
        if (all.stream().anyMatch(row -> row.whole("overlap_count") > 0)) {
            blocks.add(new Notice(words.say("experience.segment.overlap")));
        }
        blocks.add(figures.sizes());
        List<View> views = new ArrayList<>();
        for (SegmentMeasure measure : SegmentMeasure.values()) {
            if (all.stream().anyMatch(row -> !row.isMissing(measure.column()))) {
                Figure figure = figures.of(measure);
                views.add(new View(words.say(measure.key("name")), List.of(figure)));
            }
        }
        if (!views.isEmpty()) {
            blocks.add(new Notice(words.say("experience.segment.circle")));
            blocks.add(new Choice(words.say("experience.segment.shown"), views));
        }
        return List.of(new Section(
                TABLE, words.say("experience.segment.title"), words.say("experience.segment.lead"), blocks));
    }
}
