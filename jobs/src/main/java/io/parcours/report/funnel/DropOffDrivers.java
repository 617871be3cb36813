package io.parcours.report.funnel;

import io.parcours.report.chart.Forest;
import io.parcours.report.chart.Forest.Line;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Foremost;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.Prose;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What goes with being lost at a step: associations that would seldom arise by chance. */
final class DropOffDrivers {
    /** Of the rows up to this q some 5 % are false on average. */
    private static final double FOUND = 0.05;

    private static final int MOST = 10;

    private final Map<List<Object>, Tested> byPoint = new HashMap<>();

    /** What was asked about one step: how many things, and those that were found. */
    private static final class Tested {
        private long count;
        private final Foremost found = new Foremost(MOST, Comparator.comparing((Row row) -> row.number("q_value")));
    }

    DropOffDrivers(WrittenTable table) {
        table.forEach(row -> {
            if (row.flag("is_tested")) {
                Tested tested =
                        byPoint.computeIfAbsent(key(row.text("funnel"), row.whole("step")), key -> new Tested());
                tested.count++;
                if (!row.isMissing("q_value") && row.number("q_value") <= FOUND) {
                    tested.found.add(row);
                }
            }
        });
    }

    private static List<Object> key(String funnel, long step) {
        return List.of(funnel, step);
    }

    /** A figure of what was found, or a sentence that nothing was. */
    List<Block> blocks(Words words, DropOffPoint point) {
        Tested tested = byPoint.get(key(point.funnel().name(), point.step().whole("step")));
        if (tested == null) {
            return List.of(new Prose(words.say("funnels.drop.untested")));
        }
        if (tested.found.count() == 0) {
            return List.of(new Prose(words.say("funnels.drop.no-drivers", words.count(tested.count), tested.count)));
        }
        return List.of(figure(words, tested));
    }

    private static Figure figure(Words words, Tested tested) {
        List<Row> found = tested.found.rows();
        List<Line> lines = new ArrayList<>();
        for (Row row : found) {
            lines.add(line(words, row));
        }
        String title = words.say(
                "funnels.drop.drivers",
                words.count(tested.found.count()),
                words.count(tested.count),
                tested.found.count());
        return new Figure(
                title,
                words.say("funnels.drop.drivers.reading"),
                new Forest(title, words.say("funnels.drop.drivers.axis"), Forest.Scaling.RATIO, lines, words::number)
                        .draw(),
                numbers(words, found, tested.found.count()),
                Source.of(
                        "drop-off-drivers",
                        "drop_off_drivers",
                        "factor",
                        "value",
                        "lost_with_count",
                        "went_on_with_count",
                        "odds_ratio",
                        "q_value"));
    }

    private static Line line(Words words, Row row) {
        Estimate ratio = ratio(row);
        return new Line(
                words.say("funnels.drop.driver", factor(words, row), value(words, row)),
                ratio,
                ratio.hasInterval()
                        ? words.say(
                                "funnels.drop.ratio",
                                ratio(words, ratio.value()),
                                ratio(words, ratio.low()),
                                ratio(words, ratio.high()))
                        : words.say(ratio.value() > 1 ? "funnels.drop.only-lost" : "funnels.drop.only-went-on"));
    }

    /** The pooled odds ratio; where a tested row has none, it is infinite. */
    private static Estimate ratio(Row row) {
        Estimate ratio = row.estimate("odds_ratio");
        return ratio == null ? new Estimate(Double.POSITIVE_INFINITY, null, null) : ratio;
    }

    /** A ratio with as many digits as its interval is likely to bear. */
    private static String ratio(Words words, double ratio) {
        return words.number(ratio, ratio >= 100 ? 0 : ratio >= 10 ? 1 : ratio >= 0.1 ? 2 : 3);
    }

    private static String factor(Words words, Row row) {
        return words.name("funnels.drop.factor", row.text("factor"));
    }

    private static String value(Words words, Row row) {
        return words.name("funnels.value", row.text("value"));
    }

    private static Numbers numbers(Words words, List<Row> found, long all) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.drop.factor-head"))
                .text(words.say("funnels.drop.value-head"))
                .number(words.say("funnels.drop.lost-with"))
                .number(words.say("funnels.drop.went-on-with"))
                .number(words.say("funnels.drop.odds-ratio"))
                .number(words.say("funnels.interval"))
                .number(words.say("funnels.drop.q"));
        for (Row row : found) {
            Estimate ratio = ratio(row);
            numbers.row(
                    Cell.text(factor(words, row)),
                    Cell.text(value(words, row)),
                    with(words, row, "lost"),
                    with(words, row, "went_on"),
                    Double.isInfinite(ratio.value())
                            ? Cell.number("∞", Double.MAX_VALUE)
                            : Cell.number(ratio(words, ratio.value()), ratio.value()),
                    ratio.hasInterval()
                            ? Cell.number(
                                    words.say("page.interval", ratio(words, ratio.low()), ratio(words, ratio.high())),
                                    ratio.low())
                            : Cell.missing(),
                    small(words, row.number("q_value")));
        }
        return numbers.remark(
                        all > found.size()
                                ? words.say("funnels.drop.drivers.remark", words.count(found.size()), words.count(all))
                                : words.say("funnels.drop.drivers.all"))
                .build();
    }

    private static Cell with(Words words, Row row, String side) {
        Double rate = row.number(side + "_rate");
        return rate == null
                ? Cell.missing()
                : Cell.number(
                        words.say(
                                "funnels.drop.with",
                                words.percent(rate),
                                words.count(row.whole(side + "_with_count")),
                                words.count(row.whole(side + "_count"))),
                        rate);
    }

    private static Cell small(Words words, double value) {
        return Cell.number(
                value < 0.0001 ? words.say("funnels.drop.below", words.number(0.0001, 4)) : words.number(value, 4),
                value);
    }
}
