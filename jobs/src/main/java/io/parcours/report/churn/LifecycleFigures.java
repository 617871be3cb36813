package io.parcours.report.churn;

import io.parcours.churn.ChurnRules;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Choice;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Heading;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** From which state to which customers went in the periods that are over. */
final class LifecycleFigures {
    private static final String NOT_BEGUN = "(none)";
    private static final int MOST_PERIODS = 24;

    private final Words words;
    private final ReportContext context;
    private final ChurnRules rules;

    LifecycleFigures(ReportContext context, ChurnRules rules) {
        this.words = context.words();
        this.context = context;
        this.rules = rules;
    }

    List<Block> blocks() {
        Map<String, List<FlowPeriod>> byRule = FlowPeriod.read(context.table("lifecycle_flow"));
        if (byRule.isEmpty()) {
            return List.of();
        }
        List<View> views = new ArrayList<>();
        byRule.forEach((rule, periods) -> views.add(new View(
                words.has("churn.flow.rule." + rule)
                        ? words.say(
                                "churn.flow.rule." + rule,
                                ChurnCells.duration(words, rules.inactiveAfter().dividedBy(2)))
                        : rule,
                view(periods))));
        return List.of(new Heading(words.say("churn.flow.title")), new Choice(words.say("churn.flow.choose"), views));
    }

    private List<Block> view(List<FlowPeriod> periods) {
        FlowPeriod latest = periods.get(periods.size() - 1);
        List<Block> blocks = new ArrayList<>();
        long atRisk = latest.from("at_risk");
        if (atRisk > 0) {
            long dormant = latest.count("at_risk", "dormant");
            long still = latest.count("at_risk", "at_risk");
            blocks.add(new Prose(words.say(
                    "churn.flow.headline",
                    words.count(atRisk),
                    latest.name(),
                    words.count(dormant),
                    words.count(atRisk - dormant - still),
                    atRisk)));
        }
        blocks.add(matrix(latest));
        if (periods.size() > 1) {
            blocks.add(movement(periods));
        }
        return blocks;
    }

    private Figure matrix(FlowPeriod period) {
        List<GridRow> rows = new ArrayList<>();
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("churn.flow.from"))
                .text(words.say("churn.flow.to"))
                .number(words.say("churn.customers"))
                .number(words.say("churn.flow.share"));
        Stream.concat(Stream.of(NOT_BEGUN), StateCounts.STATES.stream())
                .filter(from -> period.from(from) > 0)
                .forEach(from -> rows.add(row(period, from, numbers)));
        String title = words.say("churn.flow.matrix", period.name());
        return new Figure(
                title,
                words.say("churn.flow.reading"),
                new Grid(
                        title,
                        words.say("churn.flow.corner"),
                        StateCounts.STATES.stream()
                                .map(state -> words.name("churn.state", state))
                                .toList(),
                        rows),
                numbers.build(),
                Source.of("churn-flow", "lifecycle_flow", "from_state", "to_state", "customer_count", "share_of_from"));
    }

    private GridRow row(FlowPeriod period, String from, Numbers.Builder numbers) {
        String fromName = words.name("churn.state", from);
        long base = period.from(from);
        boolean isFew = base < ReportContext.FEW && !from.equals(NOT_BEGUN);
        List<GridCell> cells = new ArrayList<>();
        for (String to : StateCounts.STATES) {
            Row flow = period.flow(from, to);
            if (flow == null) {
                cells.add(new GridCell("", Double.NaN, "", false));
                continue;
            }
            Double share = flow.number("share_of_from");
            long count = flow.whole("customer_count");
            String toName = words.name("churn.state", to);
            String title = words.say(
                    "churn.flow.cell", fromName, toName, words.count(count), words.count(base), words.percent(share));
            cells.add(new GridCell(words.count(count), share == null ? Double.NaN : share, title, isFew));
            Cell shown = ChurnCells.percent(words, share);
            numbers.row(
                    Cell.text(fromName),
                    Cell.text(toName),
                    ChurnCells.count(words, count),
                    isFew ? shown.few() : shown);
        }
        return new GridRow(words.say("churn.flow.row", fromName, words.count(base)), cells);
    }

    private Figure movement(List<FlowPeriod> all) {
        List<FlowPeriod> periods = all.subList(Math.max(0, all.size() - MOST_PERIODS), all.size());
        long most = periods.stream().mapToLong(FlowPeriod::total).max().orElse(1);
        Numbers.Builder numbers = new Numbers.Builder().text(words.say("churn.flow.period"));
        StateCounts.STATES.forEach(state -> numbers.number(words.name("churn.state", state)));
        List<Bar> bars = new ArrayList<>();
        for (FlowPeriod period : periods) {
            List<Part> parts = new ArrayList<>();
            List<Cell> cells = new ArrayList<>(List.of(Cell.text(period.name())));
            for (String state : StateCounts.STATES) {
                long count = period.to(state);
                String title = words.name("churn.state", state) + " " + words.count(count);
                parts.add(new Part(StatesSection.ink(state), ChurnCells.share(count, most), title));
                cells.add(ChurnCells.count(words, count));
            }
            bars.add(new Bar(period.name(), parts, null, words.count(period.total()), "", false));
            numbers.row(cells.toArray(Cell[]::new));
        }
        if (periods.size() < all.size()) {
            numbers.remark(words.say(
                    "churn.flow.latest", words.count(periods.size()), words.count(all.size()), "lifecycle_flow"));
        }
        List<Legend> legend = StateCounts.STATES.stream()
                .map(state -> new Legend(StatesSection.ink(state), words.name("churn.state", state)))
                .toList();
        String title = words.say("churn.flow.movement");
        return new Figure(
                title,
                words.say("churn.flow.movement.reading"),
                new Bars(title, legend, bars),
                numbers.build(),
                Source.of("churn-flow", "lifecycle_flow", "period", "to_state", "customer_count"));
    }
}
