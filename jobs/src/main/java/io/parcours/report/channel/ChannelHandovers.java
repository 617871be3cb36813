package io.parcours.report.channel;

import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** From which channel journeys are handed over to which, and how many of them convert after it. */
final class ChannelHandovers {
    private static final String OTHER = "(other)";
    private static final int MOST_CHANNELS = 12;
    private static final int MOST_ROWS = 40;

    private final ReportContext context;
    private final Words words;

    ChannelHandovers(ReportContext context) {
        this.context = context;
        this.words = context.words();
    }

    /** The figure; none where no journey switches. */
    Optional<Figure> figure() {
        List<Row> pairs = context.table("channel_switches")
                .rows(
                        row -> row.text("breakdown").equals("all"),
                        "breakdown",
                        "from_channel",
                        "to_channel",
                        "switch_count",
                        "handover_count",
                        "seconds_p50",
                        "conversion_rate",
                        "conversion_rate_low",
                        "conversion_rate_high");
        return pairs.isEmpty() ? Optional.empty() : Optional.of(figure(pairs));
    }

    private Figure figure(List<Row> pairs) {
        List<String> channels = channels(pairs);
        String title = words.say("channels.handovers.title");
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("channels.from"))
                .text(words.say("channels.to"))
                .number(words.say("channels.switches"))
                .number(words.say("channels.handovers"))
                .number(words.say("channels.median"))
                .number(words.say("channels.after"))
                .number(words.say("channels.interval"));
        pairs.stream()
                .sorted(Comparator.comparingLong((Row row) -> row.whole("switch_count"))
                        .reversed())
                .limit(MOST_ROWS)
                .forEach(row -> numbers.row(cells(row)));
        if (pairs.size() > MOST_ROWS) {
            numbers.remark(words.say(
                    "channels.handovers.rows", words.count(MOST_ROWS), words.count(pairs.size()), "channel_switches"));
        }
        long there = pairs.stream()
                .map(row -> row.text("from_channel"))
                .filter(channel -> !channel.equals(OTHER))
                .distinct()
                .count();
        String cut = there > channels.size()
                ? " " + words.say("channels.handovers.cut", words.count(channels.size()), "channel_switches")
                : "";
        return new Figure(
                title,
                words.say("channels.handovers.reading") + cut,
                new Grid(title, words.say("channels.corner"), channels, lines(channels, pairs)),
                numbers.build(),
                Source.of(
                        "channel-handover",
                        "channel_switches",
                        "from_channel",
                        "to_channel",
                        "handover_count",
                        "switch_count",
                        "conversion_rate"));
    }

    private static List<String> channels(List<Row> pairs) {
        Map<String, Long> switches = new HashMap<>();
        for (Row pair : pairs) {
            switches.merge(pair.text("from_channel"), pair.whole("switch_count"), Long::sum);
            switches.merge(pair.text("to_channel"), pair.whole("switch_count"), Long::sum);
        }
        switches.remove(OTHER);
        return switches.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_CHANNELS)
                .map(Map.Entry::getKey)
                .toList();
    }

    private List<GridRow> lines(List<String> channels, List<Row> pairs) {
        Map<String, Map<String, Row>> cells = new HashMap<>();
        pairs.forEach(pair -> cells.computeIfAbsent(pair.text("from_channel"), missing -> new HashMap<>())
                .put(pair.text("to_channel"), pair));
        double most = Math.max(
                1,
                pairs.stream()
                        .mapToLong(pair -> pair.whole("handover_count"))
                        .max()
                        .orElse(1));
        List<GridRow> lines = new ArrayList<>();
        for (String from : channels) {
            List<GridCell> line = new ArrayList<>();
            for (String to : channels) {
                Row pair = cells.getOrDefault(from, Map.of()).get(to);
                line.add(pair == null ? new GridCell("", Double.NaN, "", false) : cell(pair, most));
            }
            lines.add(new GridRow(from, line));
        }
        return lines;
    }

    private GridCell cell(Row pair, double most) {
        long handovers = pair.whole("handover_count");
        return new GridCell(
                words.count(handovers),
                handovers / most,
                words.say(
                        "channels.handovers.cell",
                        name(pair.text("from_channel")),
                        name(pair.text("to_channel")),
                        words.count(handovers),
                        words.count(pair.whole("switch_count")),
                        words.percent(pair.number("conversion_rate")),
                        words.percentInterval(pair.estimate("conversion_rate"))),
                false);
    }

    private Cell[] cells(Row pair) {
        Double rate = pair.number("conversion_rate");
        Double median = pair.number("seconds_p50");
        Cell shown = rate == null ? Cell.missing() : Cell.number(words.percent(rate), rate);
        return new Cell[] {
            Cell.text(name(pair.text("from_channel"))),
            Cell.text(name(pair.text("to_channel"))),
            Cell.number(words.count(pair.whole("switch_count")), pair.whole("switch_count")),
            Cell.number(words.count(pair.whole("handover_count")), pair.whole("handover_count")),
            median == null ? Cell.missing() : Cell.number(words.duration(median), median),
            pair.whole("switch_count") < ReportContext.FEW && rate != null ? shown.few() : shown,
            Cell.interval(words, pair.estimate("conversion_rate"))
        };
    }

    private String name(String channel) {
        return TextFit.brief(words.name("channels.name", channel));
    }
}
