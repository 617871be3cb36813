package io.parcours.report.experience;

import io.parcours.report.chart.LineChart;
import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import io.parcours.report.data.Estimate;
import io.parcours.report.data.Row;
import io.parcours.report.page.Block.Figure;
import io.parcours.report.page.Numbers;
import io.parcours.report.page.Numbers.Cell;
import io.parcours.report.page.ReportContext;
import io.parcours.report.page.Source;
import io.parcours.report.words.Words;
import io.parcours.survey.SurveyRules.Period;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Draws a survey's figure over its periods. */
final class SurveyTrend {
    private final Words words;
    private final FigureCells cells;
    private final SurveyScale scale;
    private final LocalDate day;
    private final Period period;

    /**
     * @param day the day of the report: a period that it lies in is not over
     * @param period how long periods are; a month where the map does not tell
     */
    SurveyTrend(Words words, SurveyScale scale, LocalDate day, Optional<Period> period) {
        this.words = words;
        this.cells = new FigureCells(words);
        this.scale = scale;
        this.day = day;
        this.period = period.orElse(Period.MONTH);
    }

    /** The figure; none where fewer than two periods have answers. */
    Optional<Figure> of(String survey, List<Row> rows) {
        List<Point> points = new ArrayList<>();
        Numbers.Builder numbers = new Numbers.Builder()
                .text(words.say("experience.survey.period"))
                .number(scale.metric())
                .number(words.say("experience.interval"))
                .number(words.say("experience.answers"))
                .number(words.say("experience.survey.rate"))
                .number(words.say("experience.interval"));
        for (Row row : rows) {
            Optional<LocalDate> first = first(row.text("name"));
            Estimate metric = row.estimate("metric");
            if (first.isEmpty() || metric == null) {
                continue;
            }
            points.add(point(first.get(), metric, isFew(row, first.get())));
            Cell figure = Cell.number(scale.write(metric.value()), metric.value());
            numbers.row(
                    new Cell(words.shortDay(first.get()), first.get().toString(), false),
                    isFew(row, first.get()) ? figure.few() : figure,
                    cells.interval(metric, scale::write),
                    cells.count(row.whole("answer_count")),
                    cells.percent(row.number("answer_rate")),
                    cells.percentInterval(row.estimate("answer_rate")));
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(figure(survey, points, numbers.build()));
    }

    private Figure figure(String survey, List<Point> points, Numbers numbers) {
        String title = words.say("experience.survey.trend", scale.metric());
        Axis across = new Axis(
                words.say("experience.survey.period"),
                points.get(0).x(),
                points.get(points.size() - 1).x(),
                points.stream().map(Point::x).toList(),
                epochDay -> words.shortDay(LocalDate.ofEpochDay((long) epochDay)));
        LineChart chart = new LineChart(
                survey + ": " + title, across, scale.up(points), List.of(new Series(survey, Join.STRAIGHT, points)));
        return new Figure(
                title,
                words.say("experience.survey.trend.reading"),
                chart.draw(),
                numbers,
                Source.of("satisfaction_" + scale.rule(), "satisfaction", "name", "metric", "answer_count"));
    }

    private Point point(LocalDate first, Estimate metric, boolean isFew) {
        return new Point(
                first.toEpochDay(),
                metric.value(),
                metric.hasInterval() ? metric.low() : Double.NaN,
                metric.hasInterval() ? metric.high() : Double.NaN,
                words.shortDay(first) + ": " + cells.withRange(metric, scale::write),
                isFew);
    }

    private boolean isFew(Row row, LocalDate first) {
        LocalDate next = switch (period) {
            case DAY -> first.plusDays(1);
            case WEEK -> first.plusWeeks(1);
            case MONTH -> first.plusMonths(1);
        };
        return row.whole("answer_count") < ReportContext.FEW
                || next.minusDays(1).isAfter(day);
    }

    private static Optional<LocalDate> first(String name) {
        try {
            return Optional.of(LocalDate.parse(name));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
