package io.parcours.report.funnel;

import io.parcours.report.chart.LineChart;
import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.data.WrittenTable;
import io.parcours.report.page.Block;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The final rate of a funnel by when its units entered: only the rate that later days will not move. */
final class FunnelTrend {
    /** So many cohorts are shown, the latest. */
    private static final int MOST_COHORTS = 60;

    private static final int LABELS = 6;

    private final Words words;
    private final FunnelFacts funnel;
    private final List<Row> cohorts;

    private FunnelTrend(Words words, FunnelFacts funnel, List<Row> cohorts) {
        this.words = words;
        this.funnel = funnel;
        this.cohorts = cohorts;
    }

    /** The rows of each funnel's last step in the order of the cohorts, by the funnel's name. */
    static Map<String, List<Row>> read(WrittenTable table, List<FunnelFacts> funnels) {
        Map<String, Long> lastSteps = new HashMap<>();
        funnels.forEach(funnel -> lastSteps.put(funnel.name(), funnel.last().whole("step")));
        Map<String, List<Row>> cohorts = new HashMap<>();
        table.rows(row -> lastSteps.getOrDefault(row.text("funnel"), 0L) == row.whole("step"))
                .forEach(row -> cohorts.computeIfAbsent(row.text("funnel"), name -> new ArrayList<>())
                        .add(row));
        return cohorts;
    }

    /** A figure, or a sentence where there is nothing to draw; nothing where the table is absent. */
    static List<Block> of(Words words, FunnelFacts funnel, List<Row> cohorts) {
        if (cohorts.isEmpty()) {
            return List.of();
        }
        if (!funnel.hasWindow()) {
            return List.of(new Block.Prose(words.say("funnels.trend.no-window")));
        }
        List<Row> mature =
                cohorts.stream().filter(row -> !row.isMissing("mature_rate")).toList();
        return mature.size() < 2
                ? List.of(new Block.Prose(words.say("funnels.trend.too-early")))
                : List.of(new FunnelTrend(words, funnel, mature).figure(cohorts.size()));
    }

    private Figure figure(int all) {
        List<Row> shown = cohorts.subList(Math.max(0, cohorts.size() - MOST_COHORTS), cohorts.size());
        String title = words.say("funnels.trend", funnel.brief(words, funnel.last()), period());
        LineChart chart = new LineChart(
                title,
                new Axis(
                        words.say("funnels.trend.across"),
                        day(shown.get(0)),
                        day(last(shown)),
                        ticks(shown),
                        this::day),
                Axis.of(words.say("funnels.trend.up"), 0, top(shown), words::percent),
                List.of(new Series(
                        words.say("funnels.mature-rate"),
                        Join.STRAIGHT,
                        shown.stream().map(this::point).toList())));
        return new Figure(
                title,
                words.say("funnels.trend.reading", funnel.window(words)) + hint(shown),
                chart.draw(),
                numbers(shown, all),
                Source.of(
                        "funnel-maturity",
                        "funnel_trend",
                        "cohort",
                        "mature_entered_count",
                        "mature_reached_count",
                        "mature_rate"));
    }

    /** All of one, unless the upper half would be empty. */
    private static double top(List<Row> shown) {
        double highest = shown.stream()
                .map(row -> row.estimate("mature_rate"))
                .mapToDouble(rate -> rate.hasInterval() ? rate.high() : rate.value())
                .max()
                .orElse(1);
        return highest <= 0.5 ? Math.max(0.01, highest * 1.1) : 1;
    }

    private String period() {
        return funnel.rules()
                .map(rules -> words.say(
                        "funnels.cohort." + rules.cuts().entryCohort().name().toLowerCase(Locale.ROOT)))
                .orElse("");
    }

    private String hint(List<Row> shown) {
        long few = shown.stream().filter(FunnelTrend::isFew).count();
        return few * 2 > shown.size() ? " " + words.say("funnels.trend.small") : "";
    }

    private Point point(Row row) {
        Estimate rate = row.estimate("mature_rate");
        return new Point(
                day(row),
                rate.value(),
                rate.hasInterval() ? rate.low() : Double.NaN,
                rate.hasInterval() ? rate.high() : Double.NaN,
                words.say(
                        "funnels.trend.point",
                        words.shortDay(row.day("cohort")),
                        words.percent(rate.value()),
                        words.percentInterval(rate),
                        words.count(row.whole("mature_entered_count"))),
                isFew(row) || isUnfinished(row));
    }

    private static boolean isFew(Row row) {
        return row.whole("mature_entered_count") < ReportContext.FEW;
    }

    private static boolean isUnfinished(Row row) {
        return row.whole("mature_entered_count") < row.whole("entered_count");
    }

    private static double day(Row row) {
        return row.day("cohort").toEpochDay();
    }

    private String day(double day) {
        return words.shortDay(LocalDate.ofEpochDay((long) day));
    }

    private static Row last(List<Row> rows) {
        return rows.get(rows.size() - 1);
    }

    private static List<Double> ticks(List<Row> shown) {
        int every = Math.max(1, (int) Math.ceil((double) shown.size() / LABELS));
        List<Double> ticks = new ArrayList<>();
        for (int index = every / 2; index < shown.size(); index += every) {
            ticks.add(day(shown.get(index)));
        }
        return ticks;
    }

    private Numbers numbers(List<Row> shown, int all) {
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("funnels.cohort"))
                .number(words.say("funnels.entered"))
                .number(words.say("funnels.progress-last"))
                .number(words.say("funnels.mature-entered"))
                .number(words.say("funnels.mature-reached"))
                .number(words.say("funnels.mature-rate"))
                .number(words.say("funnels.interval"));
        for (Row row : shown) {
            Cell rate = FunnelCells.percent(words, row.number("mature_rate"), row.whole("mature_entered_count"));
            LocalDate cohort = row.day("cohort");
            numbers.row(
                    new Cell(words.shortDay(cohort), cohort.toString(), false),
                    FunnelCells.count(words, row.whole("entered_count")),
                    FunnelCells.count(words, row.whole("in_progress_count")),
                    FunnelCells.count(words, row.whole("mature_entered_count")),
                    FunnelCells.count(words, row.whole("mature_reached_count")),
                    isUnfinished(row) ? rate.few() : rate,
                    Cell.interval(words, row.estimate("mature_rate")));
        }
        return numbers.remark(words.say(
                        "funnels.trend.remark",
                        words.count(shown.size()),
                        words.count(all),
                        words.count(all - cohorts.size()),
                        all - cohorts.size()))
                .build();
    }
}
