package io.parcours.report.funnel;

import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where customers are lost, ranked by what that costs; what the lost did next, what goes with it, what changed. */
final class DropOffSection {
    /** So many points are shown in full. */
    private static final int MOST_POINTS = 10;

    private DropOffSection() {}

    /** The section, if the day has the table of drop-offs and anybody entered a funnel. */
    static Optional<Section> of(ReportContext context, List<FunnelFacts> funnels) {
        boolean isAnybodyThere = funnels.stream().anyMatch(funnel -> funnel.entered() > 0);
        if (!context.table("drop_offs").isThere() || !isAnybodyThere) {
            return Optional.empty();
        }
        Words words = context.words();
        List<DropOffPoint> points = DropOffPoint.of(context.table("drop_offs"), funnels).stream()
                .sorted(DropOffPoint.costliestFirst())
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (points.isEmpty()) {
            blocks.add(new Prose(words.say("funnels.drop.nobody")));
        } else {
            blocks.addAll(new DropOffRanking(words, points).blocks());
            blocks.addAll(closer(context, points));
        }
        blocks.addAll(FunnelChangeFigures.of(context, funnels));
        return Optional.of(
                new Section("drop-offs", words.say("funnels.drop.title"), words.say("funnels.drop.lead"), blocks));
    }

    private static List<Block> closer(ReportContext context, List<DropOffPoint> points) {
        Words words = context.words();
        List<DropOffPoint> shown = points.subList(0, Math.min(points.size(), MOST_POINTS));
        DropOffDrivers drivers = new DropOffDrivers(context.table("drop_off_drivers"));
        List<View> views = new ArrayList<>();
        for (DropOffPoint point : shown) {
            List<Block> blocks = new ArrayList<>();
            blocks.add(new Prose(words.say(
                    "funnels.drop.headline",
                    point.funnel().units(words, point.lost()),
                    words.count(point.funnel().cameBefore(point.step())),
                    point.funnel().brief(words, point.funnel().stepBefore(point.step())),
                    point.funnel().brief(words, point.step()),
                    point.lost())));
            if (!point.next().isEmpty()) {
                blocks.add(DropOffNextFigure.of(words, point));
            }
            blocks.addAll(drivers.blocks(words, point));
            views.add(new View(point.brief(words), blocks));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Heading(words.say("funnels.drop.closer")));
        if (views.size() == 1) {
            blocks.addAll(views.get(0).blocks());
        } else {
            blocks.add(new Choice(words.say("funnels.drop.choose"), views));
        }
        return blocks;
    }
}
