package io.parcours.report.funnel;

import io.parcours.report.chart.Graphic.Bar;
import io.parcours.report.chart.Graphic.Bars;
import io.parcours.report.chart.Graphic.Part;
import io.parcours.report.chart.Ink;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;

/** What the units lost at one step did next. */
final class DropOffNextFigure {

    private DropOffNextFigure() {}

    static Figure of(Words words, DropOffPoint point) {
        double scale = Math.max(1e-9, point.next().get(0).number("share"));
        List<Bar> bars = new ArrayList<>();
        for (Row row : point.next()) {
            double share = row.number("share");
            bars.add(new Bar(
                    next(words, row),
                    List.of(new Part(Ink.LOST, share / scale, words.percent(share))),
                    null,
                    words.percent(share),
                    detail(words, row),
                    false));
        }
        String title = words.say("funnels.drop.next", point.funnel().units(words, point.lost()), point.lost());
        return new Figure(
                title,
                words.say("funnels.drop.next.reading"),
                new Bars(title, List.of(), bars),
                numbers(words, point),
                Source.of(
                        "drop-offs",
                        "drop_offs",
                        "next_event",
                        "next_channel",
                        "dropped_count",
                        "share",
                        "last_event",
                        "median_seconds_since_step"));
    }

    private static boolean isNothing(Row row) {
        return row.text("next_event").equals("(nothing)")
                && row.text("next_channel").equals("(nothing)");
    }

    private static String next(Words words, Row row) {
        return isNothing(row)
                ? words.say("funnels.drop.nothing")
                : words.say("funnels.drop.next-label", row.text("next_event"), channel(words, row));
    }

    private static String channel(Words words, Row row) {
        return words.name("funnels.value", row.text("next_channel"));
    }

    private static String detail(Words words, Row row) {
        String count = words.count(row.whole("dropped_count"));
        Double seconds = row.number("median_seconds_since_step");
        return seconds == null
                ? count
                : words.say(
                        isNothing(row) ? "funnels.drop.next-detail-nothing" : "funnels.drop.next-detail",
                        count,
                        words.duration(seconds));
    }

    private static Numbers numbers(Words words, DropOffPoint point) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.drop.next-event"))
                .text(words.say("funnels.drop.next-channel"))
                .number(words.say("funnels.lost"))
                .number(words.say("funnels.drop.share"))
                .number(words.say("funnels.drop.median"))
                .text(words.say("funnels.drop.last-event"));
        for (Row row : point.next()) {
            numbers.row(
                    Cell.text(isNothing(row) ? words.say("funnels.drop.nothing") : row.text("next_event")),
                    Cell.text(isNothing(row) ? "" : channel(words, row)),
                    FunnelCells.count(words, row.whole("dropped_count")),
                    Cell.number(words.percent(row.number("share")), row.number("share")),
                    FunnelCells.duration(words, row.number("median_seconds_since_step")),
                    Cell.text(row.text("last_event")));
        }
        int shown = point.next().size();
        return numbers.remark(
                        point.nextCount() > shown
                                ? words.say(
                                        "funnels.drop.next.remark", words.count(shown), words.count(point.nextCount()))
                                : words.say("funnels.drop.next.all"))
                .build();
    }
}
