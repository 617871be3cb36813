package io.parcours.report.flow;

import io.parcours.journey.Stage;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Chapter;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** How journeys flow from stage to stage, and the paths that they take. */
public final class FlowChapter implements Chapter {

    @Override
    public List<Section> sections(ReportContext context) {
        List<String> stages = context.tables().manifest().mapOf("paths").journey().stages().stream()
                .map(Stage::name)
                .toList();
        List<Section> sections = new ArrayList<>();
        List<Block> flow = flow(context, stages);
        Words words = context.words();
        if (!flow.isEmpty()) {
            sections.add(new Section("flow", words.say("flow.title"), words.say("flow.lead"), flow));
        }
        List<Block> paths = stages.isEmpty() ? List.of() : new PathListings(context).blocks();
        if (!paths.isEmpty()) {
            sections.add(new Section("paths", words.say("flow.paths.title"), words.say("flow.paths.lead"), paths));
        }
        return sections;
    }

    private static List<Block> flow(ReportContext context, List<String> stages) {
        List<Block> blocks = new ArrayList<>();
        if (!stages.isEmpty()) {
            StageFlow flow = StageFlow.of(context.table("paths"), stages);
            if (flow.journeys() > 0) {
                blocks.addAll(new FlowFigure(context.words(), flow).blocks());
            }
        }
        List<View> views = new TransitionGrids(context, stages).views();
        if (!views.isEmpty()) {
            blocks.add(new Block.Heading(context.words().say("flow.transitions.heading")));
            blocks.addAll(
                    views.size() == 1
                            ? views.get(0).blocks()
                            : List.of(new Choice(context.words().say("flow.transitions.choose"), views)));
        }
        return blocks;
    }
}
