package io.parcours.report.funnel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Legend;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Estimate;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** The points at which units were lost: by what is at stake at most, and by count where nothing has a value. */
final class DropOffRanking {
    private static final int MOST_BARS = 12;
    private static final int MOST_ROWS = 60;

    private final Words words;
    private final List<DropOffPoint> valued;
    private final List<DropOffPoint> unvalued;

    /** @param points in the order of {@link DropOffPoint#costliestFirst()} */
    DropOffRanking(Words words, List<DropOffPoint> points) {
        this.words = words;
        this.valued = points.stream().filter(point -> point.atStake() != null).toList();
        this.unvalued = points.stream().filter(point -> point.atStake() == null).toList();
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        if (!valued.isEmpty()) {
            blocks.add(byValue());
        }
        if (!unvalued.isEmpty()) {
            blocks.add(byCount());
        }
        return blocks;
    }

    private Figure byValue() {
        List<DropOffPoint> shown = valued.subList(0, Math.min(MOST_BARS, valued.size()));
        double longest = shown.stream()
                .map(DropOffPoint::atStake)
                .mapToDouble(stake -> Math.max(stake.value(), stake.hasInterval() ? stake.high() : 0))
                .max()
                .orElse(1);
        double scale = longest > 0 ? longest : 1;
        List<Bar> bars = new ArrayList<>();
        for (DropOffPoint point : shown) {
            Estimate stake = point.atStake();
            bars.add(new Bar(
                    point.label(words),
                    List.of(new Part(Ink.LOST, stake.value() / scale, words.number(stake.value()))),
                    stake.hasInterval()
                            ? new Estimate(stake.value() / scale, stake.low() / scale, stake.high() / scale)
                            : null,
                    words.say("funnels.drop.at-most", words.number(stake.value())),
                    words.say("funnels.drop.stake-detail", interval(stake), lost(point)),
                    point.lost() < ReportContext.FEW));
        }
        return new Figure(
                words.say("funnels.drop.by-value"),
                words.say("funnels.drop.by-value.reading") + withoutLimit(shown),
                new Bars(words.say("funnels.drop.by-value"), legend(), bars),
                numbers(valued),
                Source.of(
                        "value-at-stake",
                        "drop_offs",
                        "funnel",
                        "step_name",
                        "dropped_count",
                        "value_at_stake",
                        "value_at_stake_low",
                        "value_at_stake_high"));
    }

    private Figure byCount() {
        List<DropOffPoint> shown = unvalued.subList(0, Math.min(MOST_BARS, unvalued.size()));
        double scale = Math.max(1, shown.get(0).lost());
        List<Bar> bars = new ArrayList<>();
        for (DropOffPoint point : shown) {
            bars.add(new Bar(
                    point.label(words),
                    List.of(new Part(Ink.LOST, point.lost() / scale, words.count(point.lost()))),
                    null,
                    words.count(point.lost()),
                    words.say(
                            "funnels.drop.count-detail",
                            words.count(point.funnel().cameBefore(point.step()))),
                    point.lost() < ReportContext.FEW));
        }
        return new Figure(
                words.say("funnels.drop.by-count"),
                words.say("funnels.drop.by-count.reading") + withoutLimit(shown),
                new Bars(words.say("funnels.drop.by-count"), legend(), bars),
                numbers(unvalued),
                Source.of("funnel-reached", "funnel_steps", "funnel", "step_name", "dropped_count"));
    }

    /** The funnels among them of which nobody's time is ever over; a session or a journey has an end. */
    private String withoutLimit(List<DropOffPoint> points) {
        List<String> names = points.stream()
                .map(DropOffPoint::funnel)
                .filter(funnel -> !funnel.hasWindow() && funnel.counted().equals("customer"))
                .map(funnel -> funnel.title(words))
                .distinct()
                .toList();
        return names.isEmpty() ? "" : " " + words.say("funnels.drop.no-window", String.join(", ", names));
    }

    private List<Legend> legend() {
        return List.of(new Legend(Ink.LOST, words.say("funnels.lost")));
    }

    private String lost(DropOffPoint point) {
        return words.say("funnels.drop.lost", point.funnel().units(words, point.lost()), point.lost());
    }

    private String interval(Estimate stake) {
        return stake.hasInterval()
                ? words.say("page.interval", words.number(stake.low()), words.number(stake.high()))
                : words.missing();
    }

    private Numbers numbers(List<DropOffPoint> points) {
        boolean hasValue = points.get(0).atStake() != null;
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.funnel"))
                .text(words.say("funnels.drop.step"))
                .number(words.say("funnels.came-before"))
                .number(words.say("funnels.lost"))
                .number(words.say("funnels.progress"));
        if (hasValue) {
            numbers.number(words.say("funnels.drop.stake")).number(words.say("funnels.interval"));
        }
        for (DropOffPoint point : points.subList(0, Math.min(MOST_ROWS, points.size()))) {
            List<Cell> cells = new ArrayList<>();
            cells.add(Cell.text(point.funnel().title(words)));
            cells.add(Cell.text(point.funnel().label(words, point.step())));
            cells.add(FunnelCells.count(words, point.funnel().cameBefore(point.step())));
            Cell lost = FunnelCells.count(words, point.lost());
            cells.add(point.lost() < ReportContext.FEW ? lost.few() : lost);
            cells.add(FunnelCells.count(words, point.step().whole("in_progress_count")));
            if (hasValue) {
                cells.add(FunnelCells.number(words, point.atStake().value()));
                cells.add(
                        point.atStake().hasInterval()
                                ? Cell.number(
                                        interval(point.atStake()),
                                        point.atStake().low())
                                : Cell.missing());
            }
            numbers.row(cells.toArray(Cell[]::new));
        }
        return numbers.remark(remark(points.size())).build();
    }

    private String remark(int all) {
        String customers = words.say("funnels.drop.customers");
        return all <= MOST_BARS
                ? customers
                : words.say(
                                "funnels.drop.remark",
                                words.count(MOST_BARS),
                                words.count(all),
                                words.count(Math.min(all, MOST_ROWS)))
                        + " "
                        + customers;
    }
}
