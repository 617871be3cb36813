package io.parcours.report.funnel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The steps of one funnel, for everybody: of all who entered, and from each step to the next. */
final class FunnelStepFigures {
    private final Words words;
    private final FunnelFacts funnel;
    private final ReportContext context;

    FunnelStepFigures(ReportContext context, FunnelFacts funnel) {
        this.words = context.words();
        this.funnel = funnel;
        this.context = context;
    }

    /** What the parts of such bars are. */
    static List<Legend> legend(Words words) {
        return List.of(
                new Legend(Ink.REACHED, words.say("funnels.reached")),
                new Legend(Ink.PROGRESS, words.say("funnels.progress")),
                new Legend(Ink.LOST, words.say("funnels.lost")),
                new Legend(Ink.WHISKER, words.say("funnels.whisker")));
    }

    /** Each step as a part of all who entered. Who is lost or waiting stands at one step only. */
    Figure ofAll() {
        double entered = funnel.entered();
        List<Bar> bars = new ArrayList<>();
        for (Row step : funnel.steps()) {
            long reached = step.whole("reached_count");
            bars.add(new Bar(
                    funnel.label(words, step),
                    parts(step, entered),
                    isFirst(step) ? null : step.estimate("rate_from_first"),
                    words.count(reached),
                    isFirst(step) ? "" : ofAllDetail(step),
                    entered < ReportContext.FEW));
        }
        return new Figure(
                words.say("funnels.of-all", funnel.units(words, funnel.entered())),
                words.say(funnel.hasWindow() ? "funnels.of-all.reading-window" : "funnels.of-all.reading"),
                new Bars(FunnelHeadline.of(words, funnel), legend(words), bars),
                ofAllNumbers(),
                Source.of(
                        "funnel",
                        "funnel_steps",
                        "reached_count",
                        "dropped_count",
                        "in_progress_count",
                        "rate_from_first",
                        "open_count",
                        "mature_rate"));
    }

    /** Of those who came to the step before. */
    Figure stepByStep() {
        List<Bar> bars = new ArrayList<>();
        for (Row step : funnel.steps().subList(1, funnel.steps().size())) {
            long base = funnel.cameBefore(step);
            Estimate rate = step.estimate("rate_from_previous");
            bars.add(new Bar(
                    funnel.label(words, step),
                    base == 0 ? List.of() : parts(step, base),
                    rate,
                    words.percent(step.number("rate_from_previous")),
                    rate == null
                            ? words.say("funnels.nobody-before")
                            : words.say("funnels.step-detail", words.percentInterval(rate), words.count(base)),
                    base < ReportContext.FEW));
        }
        return new Figure(
                words.say("funnels.stepwise"),
                words.say("funnels.stepwise.reading"),
                new Bars(words.say("funnels.stepwise.reading"), legend(words), bars),
                stepNumbers(),
                Source.of(
                        "funnel-reached", "funnel_steps", "rate_from_previous", "dropped_count", "in_progress_count"));
    }

    private String ofAllDetail(Row step) {
        Estimate rate = step.estimate("rate_from_first");
        String all = words.say("funnels.rate", words.percent(rate.value()), words.percentInterval(rate));
        String mark = context.stepMark(step);
        String marked = mark.isEmpty() ? "" : " " + mark;
        return step.isMissing("mature_rate")
                ? all + marked
                : words.say("funnels.rate-and-mature", all, words.percent(step.number("mature_rate"))) + marked;
    }

    private List<Part> parts(Row step, double scale) {
        return List.of(
                part(Ink.REACHED, "funnels.reached", step.whole("reached_count"), scale),
                part(Ink.PROGRESS, "funnels.progress", step.whole("in_progress_count"), scale),
                part(Ink.LOST, "funnels.lost", step.whole("dropped_count"), scale));
    }

    private Part part(Ink ink, String key, long count, double scale) {
        return new Part(ink, count / scale, words.say("funnels.part", words.say(key), words.count(count)));
    }

    private static boolean isFirst(Row step) {
        return step.whole("step") == 1;
    }

    private Numbers ofAllNumbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.step"))
                .number(words.say("funnels.reached"))
                .number(words.say("funnels.lost-before"))
                .number(words.say("funnels.progress-before"))
                .number(words.say("funnels.part-of-all"))
                .number(words.say("funnels.interval"))
                .number(words.say("funnels.mature-reached"))
                .number(words.say("funnels.mature-rate"))
                .number(words.say("funnels.interval"))
                .number(words.say("funnels.open"));
        for (Row step : funnel.steps()) {
            boolean isMature = !step.isMissing("mature_entered_count");
            numbers.row(
                    Cell.text(funnel.label(words, step)),
                    FunnelCells.count(words, step.whole("reached_count")),
                    FunnelCells.count(words, step.whole("dropped_count")),
                    FunnelCells.count(words, step.whole("in_progress_count")),
                    FunnelCells.percent(words, step.number("rate_from_first"), funnel.entered()),
                    Cell.interval(words, step.estimate("rate_from_first")),
                    isMature ? FunnelCells.count(words, step.whole("mature_reached_count")) : Cell.missing(),
                    FunnelCells.percent(words, step.number("mature_rate"), step.whole("mature_entered_count")),
                    Cell.interval(words, step.estimate("mature_rate")),
                    FunnelCells.count(words, step.whole("open_count")));
        }
        return numbers.remark(words.say("funnels.open.remark")).build();
    }

    private Numbers stepNumbers() {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.step"))
                .number(words.say("funnels.came-before"))
                .number(words.say("funnels.reached"))
                .number(words.say("funnels.lost"))
                .number(words.say("funnels.progress"))
                .number(words.say("funnels.part-of-before"))
                .number(words.say("funnels.interval"));
        for (Row step : funnel.steps().subList(1, funnel.steps().size())) {
            numbers.row(
                    Cell.text(funnel.label(words, step)),
                    FunnelCells.count(words, funnel.cameBefore(step)),
                    FunnelCells.count(words, step.whole("reached_count")),
                    FunnelCells.count(words, step.whole("dropped_count")),
                    FunnelCells.count(words, step.whole("in_progress_count")),
                    FunnelCells.percent(words, step.number("rate_from_previous"), funnel.cameBefore(step)),
                    Cell.interval(words, step.estimate("rate_from_previous")));
        }
        return numbers.build();
    }
}
