package io.parcours.report.churn;

import io.parcours.report.churn.SurvivalCurve.Moment;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Section;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long until customers convert again, fall silent, or end. */
final class SurvivalSection {
    private static final int MOST_TIMES = 24;
    private static final int MOST_TIMES_OF_GROUP = 10;

    private final Words words;
    private final ReportContext context;
    private final String limit;

    SurvivalSection(ReportContext context) {
        this.words = context.words();
        this.context = context;
        this.limit = ChurnCells.duration(
                words, context.tables().manifest().mapOf("survival").churn().inactiveAfter());
    }

    Optional<Section> section() {
        SurvivalGroups groups = SurvivalGroups.read(context);
        List<Block> blocks = new ArrayList<>();
        for (String curve : groups.curves()) {
            if (words.has("churn.curve." + name(curve))) {
                blocks.add(new Heading(words.say("churn.curve." + name(curve))));
                blocks.addAll(blocks(groups, curve));
            }
        }
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new Section(
                        "survival", words.say("churn.survival.title"), words.say("churn.survival.lead"), blocks));
    }

    private static String name(String curve) {
        return curve.substring(SurvivalGroups.CHURN.length());
    }

    private List<Block> blocks(SurvivalGroups groups, String curve) {
        SurvivalCurve everybody =
                new SurvivalCurve(words.say("churn.everybody"), groups.moments(curve, SurvivalGroups.ALL));
        if (!everybody.hasEvents()) {
            return List.of(new Prose(headline(curve, everybody)));
        }
        List<Block> all = List.of(figure(curve, headline(curve, everybody), List.of(everybody), ""));
        List<String> columns = groups.columns(curve);
        if (columns.isEmpty()) {
            return all;
        }
        List<View> views = new ArrayList<>();
        views.add(new View(words.say("churn.everybody"), all));
        columns.forEach(column -> views.add(new View(column, grouped(groups, curve, column))));
        return List.of(new Choice(words.say("churn.survival.choose"), views));
    }

    private List<Block> grouped(SurvivalGroups groups, String curve, String column) {
        List<SurvivalCurve> curves = new ArrayList<>();
        for (String group : groups.shown(curve, column)) {
            String value = group.substring(column.length() + 1);
            curves.add(new SurvivalCurve(words.name("churn.value", value), groups.moments(curve, group)));
        }
        long count = groups.count(curve, column);
        String remark = curves.size() == count
                ? ""
                : words.say("churn.survival.cut", words.count(curves.size()), words.count(count), "survival");
        String title = words.say("churn.survival.by", words.say("churn.curve." + name(curve)), column);
        List<Block> blocks = new ArrayList<>();
        blocks.add(figure(curve, title, curves, remark));
        new SurvivalTests(context)
                .sentences(curve, column, groups.shown(curve, column)).stream()
                        .map(Prose::new)
                        .forEach(blocks::add);
        return blocks;
    }

    private String headline(String curve, SurvivalCurve all) {
        String key = "churn.headline." + name(curve);
        String count = words.count(all.count());
        if (!all.hasEvents()) {
            return words.say(key + ".none", count, limit, all.count());
        }
        if (all.median().isPresent()) {
            return words.say(key + ".median", count, words.duration(all.median().getAsDouble()), limit);
        }
        Moment last = all.last();
        return words.say(
                key + ".last",
                count,
                words.duration(last.time()),
                words.percent(last.survival().value()),
                words.percentInterval(last.survival()),
                limit);
    }

    private Figure figure(String curve, String title, List<SurvivalCurve> curves, String cut) {
        int most = curves.size() == 1 ? MOST_TIMES : MOST_TIMES_OF_GROUP;
        Numbers.Builder numbers = new Numbers.Builder();
        if (curves.size() > 1) {
            numbers.text(words.say("churn.survival.group"));
        }
        numbers.number(words.say("churn.survival.time"))
                .number(words.say("churn.survival.at-risk"))
                .number(words.say("churn.survival.events"))
                .number(words.say("churn.up." + name(curve)))
                .number(words.say("churn.interval"));
        boolean isThinned = false;
        for (SurvivalCurve one : curves) {
            List<Moment> some = one.some(most);
            isThinned |= some.size() < one.moments().size();
            some.forEach(moment -> numbers.row(cells(one, moment, curves.size() > 1 ? Naming.EACH : Naming.NONE)));
        }
        String thinned = isThinned ? words.say("churn.survival.thinned", "survival") : "";
        numbers.remark((cut + " " + thinned).strip());
        String up = words.say("churn.up." + name(curve));
        return new Figure(
                title,
                words.say("churn.reading." + name(curve), limit),
                new SurvivalChart(title, up, AxisUnit.DAYS, curves).draw(words),
                numbers.build(),
                Source.of("churn-curve", "survival", "curve", "group", "time", "at_risk", "survival", "low", "high"));
    }

    private enum Naming {
        EACH,
        NONE
    }

    private Cell[] cells(SurvivalCurve curve, Moment moment, Naming naming) {
        List<Cell> cells = new ArrayList<>();
        if (naming == Naming.EACH) {
            cells.add(Cell.text(curve.name()));
        }
        Cell survival = ChurnCells.percent(words, moment.survival().value());
        cells.add(Cell.number(words.duration(moment.time()), moment.time()));
        cells.add(ChurnCells.count(words, moment.atRisk()));
        cells.add(ChurnCells.count(words, moment.events()));
        cells.add(moment.atRisk() < ReportContext.FEW ? survival.few() : survival);
        cells.add(Cell.interval(words, moment.survival()));
        return cells.toArray(Cell[]::new);
    }
}
