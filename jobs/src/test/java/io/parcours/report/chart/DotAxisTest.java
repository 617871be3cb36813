package io.parcours.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import io.parcours.report.chart.DotAxis.Spread;
import io.parcours.report.chart.DotAxis.Tick;
import io.parcours.report.chart.Dots.Dot;
import io.parcours.report.data.Estimate;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class DotAxisTest {
    private static final Words WORDS = new Words(Language.EN);

    /** -33.4 on -100 to 100 is 66.6 of 200 from the left: 33.3 %. */
    @Test
    void a_score_below_zero_stands_left_of_the_middle() {
        DotAxis axis = DotAxis.between("NPS", -100, 100, WORDS::number);

        assertThat(axis.place(-33.4)).isCloseTo(0.333, within(1e-12));
        assertThat(axis.place(0)).isEqualTo(0.5);
        assertThat(axis.ticks()).extracting(Tick::text).contains("-100", "100").doesNotHaveDuplicates();
    }

    /** On an axis of factors from 1/10 to 10, 1 is in the middle and the root of 10 at three quarters. */
    @Test
    void equal_factors_are_equal_lengths() {
        DotAxis axis = new DotAxis("odds", 0.1, 10, Spread.FACTORS, 1.0, WORDS::number);

        assertThat(axis.place(1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.place(Math.sqrt(10))).isCloseTo(0.75, within(1e-12));
        assertThat(axis.referenceLeft()).isEqualTo("50.00%");
        assertThat(axis.ticks()).extracting(Tick::text).contains("1");
    }

    @Test
    void the_reference_keeps_its_label_where_labels_are_left_out() {
        DotAxis axis = new DotAxis("odds", 0.02, 50, Spread.FACTORS, 1.0, WORDS::number);

        assertThat(axis.ticks()).extracting(Tick::text).contains("1");
        assertThat(axis.ticks()).hasSizeLessThanOrEqualTo(7);
    }

    @Test
    void what_lies_beyond_is_drawn_at_the_end_and_marked_as_open() {
        DotAxis axis = DotAxis.ratios("odds", List.of(new Estimate(0.0, 0.0, 900.0)), WORDS::number);
        Dot dot = new Dot(Ink.FIRST, new Estimate(0.0, 0.0, 900.0), "", false);
        Dots dots = new Dots("", List.of(), axis, List.of());

        assertThat(axis.low()).isEqualTo(1 / 50.0);
        assertThat(axis.high()).isEqualTo(50);
        assertThat(dots.left(dot)).isEqualTo("0.00%");
        assertThat(dots.whiskerLeft(dot)).isEqualTo("0.00%");
        assertThat(dots.whiskerWidth(dot)).isEqualTo("100.00%");
        assertThat(dots.whiskerStyle(dot)).contains("open-low").contains("open-high");
    }

    @Test
    void an_axis_around_figures_has_zero_on_it_and_is_never_empty() {
        DotAxis losses = DotAxis.around(
                "value", List.of(new Estimate(-4, -6.0, -2.0), new Estimate(3, null, null)), WORDS::number);

        assertThat(losses.low()).isEqualTo(-6);
        assertThat(losses.high()).isEqualTo(3);
        assertThat(DotAxis.around("value", List.of(), WORDS::number).ticks()).isNotEmpty();
    }

    @Test
    void small_parts_end_at_the_next_tenth() {
        assertThat(DotAxis.smallParts("share", List.of(new Estimate(0.2, 0.1, 0.31)), WORDS)
                        .high())
                .isEqualTo(0.4);
        assertThat(DotAxis.smallParts("share", List.of(), WORDS).high()).isEqualTo(0.1);
        assertThat(DotAxis.smallParts("share", List.of(new Estimate(1, 0.9, 1.0)), WORDS)
                        .high())
                .isEqualTo(1);
    }

    @Test
    void an_axis_of_factors_starts_above_zero() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DotAxis("odds", 0, 10, Spread.FACTORS, null, WORDS::number));
    }
}
