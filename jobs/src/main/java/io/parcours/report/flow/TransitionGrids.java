package io.parcours.report.flow;

import io.parcours.report.chart.Graphic.Grid;
import io.parcours.report.chart.Graphic.GridCell;
import io.parcours.report.chart.Graphic.GridRow;
import io.parcours.report.chart.TextFit;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Block.View;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What follows what, between stages, channels and the most frequent events. */
final class TransitionGrids {
    private static final List<String> LEVELS = List.of("stage", "channel", "event");
    private static final List<String> FIRST = List.of("(start)");
    private static final List<String> LAST = List.of("(none)", "(end)", "(open)");
    private static final int MOST_NAMES = 12;
    private static final int MOST_ROWS = 60;

    private final ReportContext context;
    private final Words words;
    private final List<String> stages;
    private final Map<String, Map<String, Long>> leaving = new HashMap<>();

    TransitionGrids(ReportContext context, List<String> stages) {
        this.context = context;
        this.words = context.words();
        this.stages = stages;
    }

    List<View> views() {
        context.table("transitions")
                .forEach(
                        row -> leaving.computeIfAbsent(row.text("level"), missing -> new LinkedHashMap<>())
                                .merge(row.text("from_name"), row.whole("transition_count"), Long::sum),
                        "level",
                        "from_name",
                        "transition_count");
        List<View> views = new ArrayList<>();
        for (String level : LEVELS) {
            figure(level)
                    .ifPresent(figure -> views.add(new View(words.say("flow.transitions." + level), List.of(figure))));
        }
        return views;
    }

    private Optional<Figure> figure(String level) {
        Map<String, Long> counts = leaving.getOrDefault(level, Map.of());
        List<String> names = names(level, counts);
        if (names.isEmpty()) {
            return Optional.empty();
        }
        List<String> rows = withSpecial(FIRST, names, List.of("(none)"));
        List<String> columns = withSpecial(List.of(), names, LAST);
        Map<String, Map<String, Row>> pairs = new HashMap<>();
        context.table("transitions")
                .rows(
                        row -> row.text("level").equals(level)
                                && rows.contains(row.text("from_name"))
                                && columns.contains(row.text("to_name")),
                        "level",
                        "from_name",
                        "to_name",
                        "transition_count",
                        "customer_count",
                        "share_of_from",
                        "seconds_p50")
                .forEach(row -> pairs.computeIfAbsent(row.text("from_name"), missing -> new HashMap<>())
                        .put(row.text("to_name"), row));
        columns.removeIf(
                column -> LAST.contains(column) && pairs.values().stream().noneMatch(row -> row.containsKey(column)));
        rows.removeIf(row -> !pairs.containsKey(row));
        return Optional.of(figure(level, rows, columns, pairs, remark(level, names, counts)));
    }

    private List<String> names(String level, Map<String, Long> counts) {
        List<String> frequent = counts.entrySet().stream()
                .filter(entry -> !FIRST.contains(entry.getKey()) && !LAST.contains(entry.getKey()))
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .limit(MOST_NAMES)
                .map(Map.Entry::getKey)
                .toList();
        return level.equals("stage")
                ? stages.stream().filter(frequent::contains).toList()
                : frequent;
    }

    private static List<String> withSpecial(List<String> before, List<String> names, List<String> after) {
        List<String> all = new ArrayList<>(before);
        all.addAll(names);
        all.addAll(after);
        return all;
    }

    private String remark(String level, List<String> names, Map<String, Long> counts) {
        long all = counts.keySet().stream()
                .filter(name -> !FIRST.contains(name) && !LAST.contains(name))
                .count();
        return all > names.size()
                ? words.say(
                        "flow.transitions.cut",
                        words.count(names.size()),
                        words.count(all),
                        words.say("flow.transitions." + level),
                        "transitions")
                : "";
    }

    private Figure figure(
            String level, List<String> rows, List<String> columns, Map<String, Map<String, Row>> pairs, String cut) {
        String title = words.say("flow.transitions.title." + level);
        List<GridRow> lines = new ArrayList<>();
        List<Row> all = new ArrayList<>();
        for (String from : rows) {
            long base = leaving.get(level).get(from);
            List<GridCell> cells = new ArrayList<>();
            for (String to : columns) {
                Row pair = pairs.get(from).get(to);
                cells.add(pair == null ? new GridCell("", Double.NaN, "", false) : cell(pair, base));
                if (pair != null) {
                    all.add(pair);
                }
            }
            lines.add(new GridRow(words.say("flow.transitions.row", name(from), words.count(base)), cells));
        }
        return new Figure(
                title,
                words.say("flow.transitions.reading") + (cut.isEmpty() ? "" : " " + cut),
                new Grid(
                        title,
                        words.say("flow.transitions.corner"),
                        columns.stream().map(this::name).toList(),
                        lines),
                numbers(all),
                Source.of("transitions", "transitions", "from_name", "to_name", "transition_count", "share_of_from"));
    }

    private GridCell cell(Row pair, long base) {
        Double share = pair.number("share_of_from");
        return new GridCell(
                words.percent(share),
                share,
                words.say(
                        pair.isMissing("seconds_p50") ? "flow.transitions.cell" : "flow.transitions.cell.timed",
                        brief(pair.text("from_name")),
                        brief(pair.text("to_name")),
                        words.count(pair.whole("transition_count")),
                        words.count(base),
                        words.count(pair.whole("customer_count")),
                        pair.whole("customer_count"),
                        pair.isMissing("seconds_p50") ? "" : words.duration(pair.number("seconds_p50"))),
                base < ReportContext.FEW);
    }

    private Numbers numbers(List<Row> pairs) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("flow.from"))
                .text(words.say("flow.to"))
                .number(words.say("flow.transitions.count"))
                .number(words.say("flow.customers"))
                .number(words.say("flow.transitions.share"))
                .number(words.say("flow.transitions.median"));
        pairs.stream()
                .sorted(Comparator.comparingLong((Row row) -> row.whole("transition_count"))
                        .reversed())
                .limit(MOST_ROWS)
                .forEach(pair -> numbers.row(
                        Cell.text(brief(pair.text("from_name"))),
                        Cell.text(brief(pair.text("to_name"))),
                        Cell.number(words.count(pair.whole("transition_count")), pair.whole("transition_count")),
                        Cell.number(words.count(pair.whole("customer_count")), pair.whole("customer_count")),
                        Cell.number(words.percent(pair.number("share_of_from")), pair.number("share_of_from")),
                        pair.isMissing("seconds_p50")
                                ? Cell.missing()
                                : Cell.number(words.duration(pair.number("seconds_p50")), pair.number("seconds_p50"))));
        if (pairs.size() > MOST_ROWS) {
            numbers.remark(words.say("flow.cut", words.count(MOST_ROWS), words.count(pairs.size()), "transitions"));
        }
        return numbers.build();
    }

    private String brief(String written) {
        return TextFit.brief(name(written));
    }

    private String name(String written) {
        return words.name("flow.name", written);
    }
}
