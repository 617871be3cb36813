package io.parcours.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.survey.SurveyRules.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreBandsTest {

    @ParameterizedTest
    @CsvSource({
        "1, 5, 4, 2", // Five scores, two fifths are 2: 4 5 and 1 2.
        "1, 7, 6, 2", // Seven, 2.8: 6 7 and 1 2.
        "1, 10, 7, 4", // Ten, 4: 7 8 9 10 and 1 2 3 4.
        "0, 10, 7, 3", // Eleven, 4.4.
        "1, 4, 4, 1", // Four, 1.6.
        "1, 3, 3, 1", // Three, 1.2.
        "0, 1, 1, 0", // Two, 0.8: at least one.
        "-2, 2, 1, -1",
        "0, 100, 61, 39",
        "0, 0.5, 0.5, 0"
    })
    void csat_and_ces_have_the_upper_and_the_lower_two_fifths(double low, double high, double highFrom, double lowTo) {
        for (Rule rule : new Rule[] {Rule.CSAT, Rule.CES}) {
            assertThat(ScoreBands.of(
                            Surveys.survey("s", "S", "value", low, high, rule).rules()))
                    .isEqualTo(new ScoreBands(highFrom, lowTo));
        }
    }

    @Test
    void scores_between_two_whole_ones_are_in_the_middle_between_bands() {
        ScoreBands stars =
                ScoreBands.of(Surveys.survey("s", "S", "value", 1, 5, Rule.CSAT).rules());
        assertThat(stars.isHigh(3.9)).isFalse();
        assertThat(stars.isLow(2.1)).isFalse();
        assertThat(stars.isHigh(4)).isTrue();
        assertThat(stars.isLow(2)).isTrue();
    }

    @Test
    void promoters_and_detractors_are_those_of_the_rule() {
        ScoreBands bands = ScoreBands.of(Surveys.NPS);
        for (int score = 0; score <= 10; score++) {
            assertThat(bands.isHigh(score)).isEqualTo(score >= 9);
            assertThat(bands.isLow(score)).isEqualTo(score <= 6);
        }
    }
}
