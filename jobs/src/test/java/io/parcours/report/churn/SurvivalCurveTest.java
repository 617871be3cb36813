package io.parcours.report.churn;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.report.churn.SurvivalCurve.Moment;
import io.parcours.report.data.Estimate;
import io.parcours.report.words.Language;
import io.parcours.report.words.Words;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SurvivalCurveTest {

    private static Moment moment(double time, long atRisk, double survival) {
        return new Moment(time, atRisk, 1, new Estimate(survival, null, null));
    }

    @Test
    void the_median_is_the_first_time_at_which_at_most_half_are_left() {
        SurvivalCurve curve = new SurvivalCurve(
                "any", List.of(moment(0, 4, 1), moment(10, 4, .75), moment(20, 3, .5), moment(30, 2, .25)));
        assertThat(curve.median()).hasValue(20);
        assertThat(new SurvivalCurve("any", List.of(moment(0, 4, 1), moment(10, 4, .75))).median())
                .isEmpty();
    }

    @Test
    void nothing_is_said_of_times_between_events() {
        SurvivalCurve curve = new SurvivalCurve("any", List.of(moment(0, 9, 1), moment(12, 7, .9), moment(55, 3, .8)));
        assertThat(List.of(0.0, 10.0, 20.0, 55.0))
                .extracting(time -> curve.atOrAfter(time).orElseThrow().time())
                .containsExactly(0.0, 12.0, 55.0, 55.0);
        assertThat(curve.atOrAfter(56)).isEmpty();
    }

    @Test
    void a_long_curve_is_thinned_to_what_can_be_seen_and_keeps_its_ends() {
        List<Moment> moments = IntStream.rangeClosed(0, 10_000)
                .mapToObj(place -> moment(place, 10_000 - place, 1 - place / 10_000.0))
                .toList();
        SurvivalCurve curve = new SurvivalCurve("any", moments);
        assertThat(curve.seen()).hasSizeLessThan(260).startsWith(moments.get(0)).endsWith(moments.get(10_000));
        assertThat(curve.some(24))
                .hasSizeLessThanOrEqualTo(24)
                .startsWith(moments.get(0))
                .endsWith(moments.get(10_000));
    }

    @Test
    void an_axis_has_the_largest_unit_of_which_there_are_three() {
        assertThat(AxisUnit.of(3 * 86_400)).isEqualTo(AxisUnit.DAYS);
        assertThat(AxisUnit.of(3 * 86_400 - 1)).isEqualTo(AxisUnit.HOURS);
        assertThat(AxisUnit.of(0)).isEqualTo(AxisUnit.SECONDS);
        assertThat(AxisUnit.DAYS.ticks(2.5 * 86_400)).startsWith(0.0, 43_200.0, 86_400.0);
    }

    @Test
    void a_curve_without_an_event_is_drawn_from_its_only_row() {
        Words words = new Words(Language.EN);
        SurvivalCurve curve = new SurvivalCurve("all", List.of(moment(0, 5, 1)));
        assertThat(SurvivalChart.fitting("any", "any", List.of(curve))
                        .draw(words)
                        .toString())
                .contains("text=5")
                .doesNotContain("NaN");
    }
}
