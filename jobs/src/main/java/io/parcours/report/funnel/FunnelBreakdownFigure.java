package io.parcours.report.funnel;

import io.parcours.funnel.FunnelBreakdown;
import io.parcours.funnel.FunnelRules;
import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.funnel.FunnelBreakdowns.Breakdown;
import io.parcours.report.funnel.FunnelBreakdowns.Value;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The final rate of a funnel by the values of one breakdown. */
final class FunnelBreakdownFigure {
    private static final double[] SCALES = {0.01, 0.02, 0.05, 0.1, 0.2, 0.5};

    private final ReportContext context;
    private final Words words;
    private final FunnelFacts funnel;
    private final Breakdown breakdown;

    private FunnelBreakdownFigure(ReportContext context, FunnelFacts funnel, Breakdown breakdown) {
        this.context = context;
        this.words = context.words();
        this.funnel = funnel;
        this.breakdown = breakdown;
    }

    static Figure of(ReportContext context, FunnelFacts funnel, Breakdown breakdown) {
        return new FunnelBreakdownFigure(context, funnel, breakdown).figure();
    }

    /** The breakdown's columns for readers. */
    static String name(Words words, FunnelFacts funnel, Breakdown breakdown) {
        return funnel.rules().map(FunnelRules::cuts).stream()
                .flatMap(cuts -> cuts.breakdowns().stream())
                .filter(defined -> defined.name().equals(breakdown.name()))
                .map(FunnelBreakdown::columns)
                .map(columns -> FunnelDefinition.columns(words, columns))
                .findFirst()
                .orElse(breakdown.name());
    }

    private Figure figure() {
        double scale = scale();
        List<Bar> bars = new ArrayList<>();
        for (Value value : breakdown.values()) {
            Estimate rate = value.last().estimate("rate_from_first");
            double open = (double) value.inProgress() / value.entered();
            bars.add(new Bar(
                    words.name("funnels.value", value.name()),
                    List.of(
                            new Part(Ink.REACHED, rate.value() / scale, words.percent(rate.value())),
                            new Part(
                                    Ink.PROGRESS,
                                    open / scale,
                                    words.say(
                                            "funnels.part",
                                            words.say("funnels.progress"),
                                            words.count(value.inProgress())))),
                    scaled(rate, scale),
                    words.percent(rate.value()),
                    detail(value, rate),
                    value.entered() < ReportContext.FEW));
        }
        String title = words.say("funnels.by", funnel.brief(words, funnel.last()), name(words, funnel, breakdown));
        return new Figure(
                title,
                words.say("funnels.by.reading", FunnelDefinition.attribution(words, funnel))
                        + (scale < 1 ? " " + words.say("funnels.by.scale", words.percent(scale)) : ""),
                new Bars(
                        title,
                        List.of(
                                new Legend(Ink.REACHED, words.say("funnels.reached")),
                                new Legend(Ink.PROGRESS, words.say("funnels.progress")),
                                new Legend(Ink.WHISKER, words.say("funnels.whisker"))),
                        bars),
                numbers(),
                Source.of(
                        "funnel-breakdown",
                        "funnel_steps",
                        "breakdown",
                        "breakdown_value",
                        "reached_count",
                        "rate_from_first",
                        "mature_rate"));
    }

    private String detail(Value value, Estimate rate) {
        String detail = words.say("funnels.step-detail", words.percentInterval(rate), words.count(value.entered()));
        String mark = context.stepMark(value.last());
        return mark.isEmpty() ? detail : detail + " " + mark;
    }

    /** What the whole width stands for: the smallest round part that holds all bars and whiskers. */
    private double scale() {
        double longest = 0;
        for (Value value : breakdown.values()) {
            Estimate rate = value.last().estimate("rate_from_first");
            double bar = rate.value() + (double) value.inProgress() / value.entered();
            longest = Math.max(longest, rate.hasInterval() ? Math.max(bar, rate.high()) : bar);
        }
        for (double scale : SCALES) {
            if (longest <= scale) {
                return scale;
            }
        }
        return 1;
    }

    private static Estimate scaled(Estimate rate, double scale) {
        return rate.hasInterval() ? new Estimate(rate.value() / scale, rate.low() / scale, rate.high() / scale) : null;
    }

    private Numbers numbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(name(words, funnel, breakdown))
                .number(words.say("funnels.entered"))
                .number(words.say("funnels.progress"));
        funnel.steps().stream().skip(1).forEach(step -> numbers.number(funnel.label(words, step)));
        numbers.number(words.say("funnels.interval.last"))
                .number(words.say("funnels.mature-rate"))
                .number(words.say("funnels.interval"));
        for (Value value : breakdown.values()) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(words.name("funnels.value", value.name())));
            cells.add(FunnelCells.count(words, value.entered()));
            cells.add(FunnelCells.count(words, value.inProgress()));
            for (Row step : value.steps().subList(1, value.steps().size())) {
                cells.add(FunnelCells.percent(words, step.number("rate_from_first"), value.entered()));
            }
            Row last = value.last();
            cells.add(Cell.interval(words, last.estimate("rate_from_first")));
            cells.add(FunnelCells.percent(words, last.number("mature_rate"), last.whole("mature_entered_count")));
            cells.add(Cell.interval(words, last.estimate("mature_rate")));
            numbers.row(cells.toArray(Cell[]::new));
        }
        return numbers.remark(remark()).build();
    }

    private String remark() {
        int shown = breakdown.values().size();
        return breakdown.valueCount() > shown
                ? words.say("funnels.by.remark", words.count(shown), words.count(breakdown.valueCount()))
                : words.say("funnels.by.all");
    }
}
