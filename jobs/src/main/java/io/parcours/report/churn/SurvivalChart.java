package io.parcours.report.churn;

import io.parcours.report.chart.Drawing;
import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.chart.Drawing.Mark;
import io.parcours.report.chart.Ink;
import io.parcours.report.chart.LineChart;
import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import io.parcours.report.chart.Plane;
import io.parcours.report.chart.TextFit;
import io.parcours.report.churn.SurvivalCurve.Moment;
import io.parcours.report.words.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Curves of survival with their bands, and below each time on the axis how many were at risk at the first event from then
 * on, as nothing is known between events.
 *
 * @param summary what the curves say, for those who cannot see them
 * @param up what the curves show, with its unit
 * @param unit the unit of the axis of time
 * @param curves the curves, at most {@link Ink#MOST_SERIES}
 */
record SurvivalChart(String summary, String up, AxisUnit unit, List<SurvivalCurve> curves) {
    private static final int ROW = 20;
    private static final double SAMPLE_FROM = 2;
    private static final double SAMPLE_TO = 30;
    private static final double GAP = 8;

    SurvivalChart {
        curves = List.copyOf(curves);
    }

    /** A chart whose unit fits the longest of the curves. */
    static SurvivalChart fitting(String summary, String up, List<SurvivalCurve> curves) {
        return new SurvivalChart(summary, up, AxisUnit.of(longest(curves)), curves);
    }

    Drawing draw(Words words) {
        double longest = Math.max(longest(curves), unit.seconds());
        List<Double> ticks = unit.ticks(longest);
        Axis across = new Axis(unit.name(words), 0, longest, ticks, place -> unit.label(words, place));
        Axis vertical = new Axis(up, 0, 1, List.of(0.0, 0.25, 0.5, 0.75, 1.0), part -> words.percent(part));
        LineChart lines = new LineChart(
                summary,
                across,
                vertical,
                curves.stream().map(SurvivalChart::series).toList());
        Drawing drawing = lines.draw();
        Plane plane = new Plane();
        double top = drawing.height() + GAP;
        plane.text(Ink.FAINT, SAMPLE_FROM, top, Anchor.START, words.say("churn.followed"));
        for (int number = 0; number < curves.size(); number++) {
            atRisk(plane, number, top + ROW * (number + 1), lines, words);
        }
        List<Mark> marks = new ArrayList<>(drawing.marks());
        marks.addAll(plane.marks());
        int height = (int) Math.ceil(top + ROW * curves.size() + GAP);
        return new Drawing(summary, drawing.legend(), drawing.width(), height, marks);
    }

    private void atRisk(Plane plane, int number, double baseline, LineChart lines, Words words) {
        SurvivalCurve curve = curves.get(number);
        if (curves.size() > 1) {
            plane.shape(
                    Ink.series(number),
                    new Plane.PathText()
                            .to(SAMPLE_FROM, baseline - 4)
                            .line(SAMPLE_TO, baseline - 4)
                            .toString(),
                    curve.name());
        }
        double free = curves.size() > 1 ? SAMPLE_TO + GAP / 2 : 0;
        for (double tick : lines.across().ticks()) {
            Optional<Moment> moment = curve.atOrAfter(tick);
            String text = moment.map(known -> words.count(known.atRisk())).orElse("");
            double half = TextFit.width(text, Plane.LETTERS) / 2;
            double middle = Math.min(lines.place(tick), lines.width() - half);
            if (moment.isPresent() && middle - half >= free) {
                plane.text(Ink.TEXT, middle, baseline, Anchor.MIDDLE, text);
                free = middle + half + GAP;
            }
        }
    }

    private static Series series(SurvivalCurve curve) {
        return new Series(
                curve.name(),
                Join.STEPS,
                curve.seen().stream()
                        .map(moment -> new Point(
                                moment.time(),
                                moment.survival().value(),
                                moment.survival().hasInterval()
                                        ? moment.survival().low()
                                        : moment.survival().value(),
                                moment.survival().hasInterval()
                                        ? moment.survival().high()
                                        : moment.survival().value(),
                                "",
                                false))
                        .toList());
    }

    private static double longest(List<SurvivalCurve> curves) {
        return curves.stream().mapToDouble(curve -> curve.last().time()).max().orElse(0);
    }
}
