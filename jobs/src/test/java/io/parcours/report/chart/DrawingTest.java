package io.parcours.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.parcours.report.chart.LineChart.Axis;
import io.parcours.report.chart.LineChart.Join;
import io.parcours.report.chart.LineChart.Point;
import io.parcours.report.chart.LineChart.Series;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class DrawingTest {

    @Test
    void a_scale_lays_numbers_over_places() {
        Scale scale = new Scale(0, 10, 100, 0);

        assertThat(scale.place(0)).isEqualTo(100);
        assertThat(scale.place(2.5)).isEqualTo(75);
        assertThatThrownBy(() -> new Scale(3, 3, 0, 1)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void ticks_are_round_and_few() {
        assertThat(new Scale(0, 1, 0, 1).ticks())
                .hasSize(6)
                .last()
                .satisfies(tick -> assertThat(tick).isCloseTo(1, within(1e-9)));
        assertThat(new Scale(0, 532, 0, 1).ticks()).containsExactly(0.0, 100.0, 200.0, 300.0, 400.0, 500.0);
        for (double high = 1e-3; high < 1e9; high *= 1.7) {
            assertThat(new Scale(0, high, 0, 1).ticks()).hasSizeBetween(3, 8);
        }
    }

    @Test
    void a_text_is_cut_at_letters_and_never_within_one() {
        String smile = "\uD83D\uDE00";

        assertThat(TextFit.cut("add_to_cart", 500, 13)).isEqualTo("add_to_cart");
        assertThat(TextFit.cut("add_to_cart_and_more", 60, 13))
                .startsWith("add_")
                .endsWith("…")
                .hasSizeLessThan(12);
        assertThat(TextFit.cut(smile.repeat(40), 60, 13)).isEqualTo(smile.repeat(3) + "…");
    }

    /** Survival holds until the next time: from (0, 1) the line goes level to x = 10 and then down to one half. */
    @Test
    void steps_hold_until_the_next_point() {
        Drawing drawing = chart(
                        Join.STEPS,
                        new Point(0, 1, Double.NaN, Double.NaN, "", false),
                        new Point(10, 0.5, 0.4, 0.6, "", false))
                .draw();

        Drawing.Shape line = shape(drawing, Ink.FIRST);
        String path = line.path();
        String[] places = path.substring(1).split("L");
        assertThat(places).hasSize(3);
        assertThat(places[1].split(" ")[1]).isEqualTo(places[0].split(" ")[1]);
        assertThat(places[2].split(" ")[0]).isEqualTo(places[1].split(" ")[0]);
    }

    @Test
    void every_label_lies_within_the_drawing_and_beside_the_others() {
        Axis days = Axis.of("days since the first", 0, 532, value -> "day " + Math.round(value) + " of many");
        Drawing drawing = new LineChart("s", days, Axis.of("part", 0, 1, value -> value + ""), List.of()).draw();
        double free = 0;
        for (Drawing.Mark mark : drawing.marks()) {
            if (mark instanceof Drawing.Label label && label.anchor() == Drawing.Anchor.MIDDLE) {
                double half = TextFit.width(label.text(), Plane.LETTERS) / 2;
                assertThat(label.x() - half).isGreaterThanOrEqualTo(free);
                free = label.x() + half;
            }
        }
        assertThat(free).isPositive().isLessThanOrEqualTo(drawing.width());
    }

    @Test
    void more_lines_than_inks_are_refused() {
        Series line = new Series("s", Join.STRAIGHT, List.of());
        assertThatThrownBy(() -> new LineChart("s", axis(), axis(), Collections.nCopies(7, line)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static LineChart chart(Join join, Point... points) {
        return new LineChart("s", axis(), axis(), List.of(new Series("line", join, List.of(points))));
    }

    private static Axis axis() {
        return Axis.of("axis", 0, 10, Double::toString);
    }

    private static Drawing.Shape shape(Drawing drawing, Ink ink) {
        return drawing.marks().stream()
                .filter(Drawing.Shape.class::isInstance)
                .map(Drawing.Shape.class::cast)
                .filter(shape -> shape.ink() == ink)
                .findFirst()
                .orElseThrow();
    }
}
