package io.parcours.report.chart;

import io.parcours.report.chart.Drawing.Anchor;
import io.parcours.report.data.Estimate;
import io.parcours.report.words.Words;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Factors with their intervals, one below the other, on an axis on which doubling and halving are equally long.
 *
 * @param summary what is seen, for those who cannot see it
 * @param axis what the axis shows
 * @param effects the factors, at least one
 */
public record ForestPlot(String summary, String axis, List<Effect> effects) {
    private static final int WIDTH = 720;
    private static final double LABELS = 190;
    private static final double FROM = 200;
    private static final double TO = 470;
    private static final double VALUES = 482;
    private static final double ROW = 28;
    private static final double TOP = 12;
    private static final double BELOW = 48;
    private static final double FARTHEST = 50;
    private static final double WIDE = 6;
    private static final List<Double> TICKS = List.of(0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0);
    private static final List<Double> FINE_TICKS = List.of(0.5, 0.75, 1.0, 1.5, 2.0, 3.0);

    public ForestPlot {
        effects = List.copyOf(effects);
    }

    /**
     * A factor.
     *
     * @param odds the factor with both ends of its interval
     * @param value the figures beside it
     * @param isSure whether it is a finding: drawn full, otherwise hollow
     */
    public record Effect(String label, Estimate odds, String value, boolean isSure) {}

    /** The drawing of it. */
    public Drawing draw(Words words) {
        double low = effects.stream()
                .mapToDouble(effect -> effect.odds().low())
                .min()
                .orElse(1);
        double high = effects.stream()
                .mapToDouble(effect -> effect.odds().high())
                .max()
                .orElse(1);
        Scale scale = new Scale(Math.log(clamp(Math.min(low, 0.8))), Math.log(clamp(Math.max(high, 1.25))), FROM, TO);
        Plane plane = new Plane();
        double bottom = TOP + ROW * effects.size();
        double free = 0;
        for (double tick : ticks(scale).toArray()) {
            double place = scale.place(Math.log(tick));
            String text = words.number(tick, 2);
            double half = TextFit.width(text, Plane.LETTERS) / 2;
            plane.line(tick == 1 ? Ink.AXIS : Ink.GRID, place, TOP, place, bottom);
            if (place - half >= free) {
                plane.text(Ink.AXIS, place, bottom + 18, Anchor.MIDDLE, text);
                free = place + half + 6;
            }
        }
        for (int number = 0; number < effects.size(); number++) {
            row(plane, effects.get(number), TOP + ROW * (number + 0.5), scale);
        }
        plane.text(Ink.FAINT, (FROM + TO) / 2, bottom + 40, Anchor.MIDDLE, axis);
        return new Drawing(summary, List.of(), width(), (int) Math.ceil(bottom + BELOW), plane.marks());
    }

    private int width() {
        double values = effects.stream()
                .mapToDouble(effect -> TextFit.width(effect.value(), Plane.LETTERS))
                .max()
                .orElse(0);
        return (int) Math.ceil(Math.max(WIDTH, VALUES + values));
    }

    private static void row(Plane plane, Effect effect, double middle, Scale scale) {
        plane.text(Ink.TEXT, LABELS, middle + 4, Anchor.END, TextFit.cut(effect.label(), LABELS - 4, Plane.LETTERS));
        double from = scale.place(Math.log(clamp(effect.odds().low())));
        double to = scale.place(Math.log(clamp(effect.odds().high())));
        plane.line(Ink.WHISKER, Math.max(FROM, from), middle, Math.min(TO, to), middle);
        double dot = scale.place(Math.log(clamp(effect.odds().value())));
        plane.dot(effect.isSure() ? Ink.REACHED : Ink.PROGRESS, dot, middle, 5, effect.label() + ": " + effect.value());
        plane.text(Ink.TEXT, VALUES, middle + 4, Anchor.START, effect.value());
    }

    private static DoubleStream ticks(Scale scale) {
        return (Math.exp(scale.high() - scale.low()) > WIDE ? TICKS : FINE_TICKS)
                .stream()
                        .mapToDouble(Double::doubleValue)
                        .filter(tick -> Math.log(tick) >= scale.low() && Math.log(tick) <= scale.high());
    }

    private static double clamp(double factor) {
        return Math.max(1 / FARTHEST, Math.min(FARTHEST, factor));
    }
}
