package io.parcours.report.funnel;

import io.parcours.funnel.FunnelComparison;
import io.parcours.report.chart.Forest;
import io.parcours.report.chart.Forest.Line;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How the final rates of funnels changed between the two periods that the map compares, and by what. */
final class FunnelChangeFigures {
    private final Words words;
    private final FunnelFacts funnel;
    private final List<Row> parts;

    private FunnelChangeFigures(Words words, FunnelFacts funnel, List<Row> parts) {
        this.words = words;
        this.funnel = funnel;
        this.parts = parts;
    }

    /** A heading and a figure or a sentence for each funnel that compares; nothing where none does. */
    static List<Block> of(ReportContext context, List<FunnelFacts> funnels) {
        Map<String, List<Row>> parts = new LinkedHashMap<>();
        context.table("funnel_changes")
                .rows()
                .forEach(row -> parts.computeIfAbsent(row.text("funnel"), name -> new ArrayList<>())
                        .add(row));
        List<Block> blocks = new ArrayList<>();
        for (FunnelFacts funnel : funnels) {
            if (parts.containsKey(funnel.name())) {
                blocks.addAll(new FunnelChangeFigures(context.words(), funnel, parts.get(funnel.name())).blocks());
            }
        }
        if (!blocks.isEmpty()) {
            blocks.add(0, new Heading(context.words().say("funnels.drop.changes")));
        }
        return blocks;
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        Row total = parts.stream()
                .filter(row -> row.text("part").equals("total"))
                .findFirst()
                .orElse(parts.get(0));
        Estimate change = total.estimate("contribution");
        if (change == null) {
            blocks.add(new Prose(words.say(
                    "funnels.drop.change.empty",
                    funnel.brief(words),
                    periods(),
                    words.count(total.whole("before_count")),
                    words.count(total.whole("after_count")))));
            return blocks;
        }
        blocks.add(new Prose(words.say(
                        "funnels.drop.change.headline",
                        funnel.brief(words),
                        words.percent(total.number("before_rate")),
                        words.count(total.whole("before_count")),
                        words.percent(total.number("after_rate")),
                        words.count(total.whole("after_count")),
                        points(change.value()),
                        interval(change),
                        periods())
                + " "
                + verdict(change)));
        blocks.add(figure());
        return blocks;
    }

    private String verdict(Estimate change) {
        if (!change.hasInterval()) {
            return "";
        }
        return change.low() <= 0 && change.high() >= 0
                ? words.say("funnels.drop.change.unsure")
                : words.say(change.value() < 0 ? "funnels.drop.change.fell" : "funnels.drop.change.rose");
    }

    private String periods() {
        return funnel.rules()
                .flatMap(rules -> rules.cuts().comparisonIfAny())
                .map(comparison -> words.say(
                        "funnels.drop.change.periods", period(comparison.before()), period(comparison.after())))
                .orElse("");
    }

    private String period(FunnelComparison.Period period) {
        return words.say("funnels.drop.change.period", words.shortDay(period.first()), words.shortDay(period.last()));
    }

    private Figure figure() {
        List<Line> lines = new ArrayList<>();
        for (Row part : parts) {
            Estimate contribution = part.estimate("contribution");
            if (contribution != null) {
                lines.add(new Line(
                        name(part), contribution, points(contribution.value()) + " " + bracketed(contribution)));
            }
        }
        String title = words.say("funnels.drop.change.figure", funnel.brief(words));
        return new Figure(
                title,
                words.say("funnels.drop.change.reading"),
                new Forest(title, words.say("funnels.drop.change.axis"), Forest.Scaling.DIFFERENCE, lines, this::points)
                        .draw(),
                numbers(),
                Source.of(
                        "funnel-changes",
                        "funnel_changes",
                        "part",
                        "before_rate",
                        "after_rate",
                        "contribution",
                        "share_of_change"));
    }

    private String name(Row part) {
        if (!part.text("part").equals("step")) {
            return words.say("funnels.drop.part." + part.text("part"), words.name("funnels.column", breakdown(part)));
        }
        return funnel.steps().stream()
                .filter(step -> step.whole("step") == part.whole("step"))
                .map(step -> funnel.label(words, step))
                .findFirst()
                .orElse(part.text("step_name"));
    }

    private static String breakdown(Row part) {
        return part.isMissing("breakdown") ? "" : part.text("breakdown");
    }

    /** A difference of parts of one in percentage points, with its sign. */
    private String points(double difference) {
        double rounded = Math.rint(difference * 1000) / 10;
        return (rounded > 0 ? "+" : "") + words.number(rounded == 0 ? 0 : rounded, 1);
    }

    private String interval(Estimate change) {
        return change.hasInterval()
                ? words.say("page.interval", points(change.low()), points(change.high()))
                : words.missing();
    }

    private String bracketed(Estimate change) {
        return change.hasInterval() ? "(" + interval(change) + ")" : "";
    }

    private Numbers numbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.drop.part"))
                .number(words.say("funnels.drop.before-count"))
                .number(words.say("funnels.drop.before-rate"))
                .number(words.say("funnels.drop.after-count"))
                .number(words.say("funnels.drop.after-rate"))
                .number(words.say("funnels.drop.contribution"))
                .number(words.say("funnels.interval"))
                .number(words.say("funnels.drop.share-of-change"));
        for (Row part : parts) {
            Estimate contribution = part.estimate("contribution");
            numbers.row(
                    Cell.text(name(part)),
                    FunnelCells.count(words, part.whole("before_count")),
                    FunnelCells.percent(words, part.number("before_rate"), part.whole("before_count")),
                    FunnelCells.count(words, part.whole("after_count")),
                    FunnelCells.percent(words, part.number("after_rate"), part.whole("after_count")),
                    contribution == null
                            ? Cell.missing()
                            : Cell.number(points(contribution.value()), contribution.value()),
                    contribution == null || !contribution.hasInterval()
                            ? Cell.missing()
                            : Cell.number(interval(contribution), contribution.low()),
                    part.isMissing("share_of_change")
                            ? Cell.missing()
                            : Cell.number(
                                    words.number(part.number("share_of_change"), 2), part.number("share_of_change")));
        }
        return numbers.remark(words.say("funnels.drop.change.remark")).build();
    }
}
