package io.parcours.survey;

import static org.assertj.core.api.Assertions.assertThat;

import io.parcours.condition.TouchpointCondition;
import io.parcours.journey.ConditionIndex;
import io.parcours.journey.CustomerHistory;
import io.parcours.journey.Histories;
import io.parcours.journey.HistoryBuilder;
import io.parcours.survey.SurveyRules.Rule;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyReadingTest {
    private static final SurveyRules NPS =
            survey("nps", "N", SurveyRules.VALUE, 0, 10, Rule.NPS, Duration.ofMinutes(60));
    private static final SurveyRules STARS = survey("stars", "S", "stars", 1, 5, Rule.CSAT, null);

    @Test
    void an_answer_is_about_the_nearest_earlier_touchpoint_of_no_survey_that_is_not_too_old() {
        assertThat(answers("A0 N60=9 N61=3 B70 S71 N100=10 A200 N261"))
                .containsExactly(
                        new SurveyAnswer(0, 1, 9, .9, 0),
                        new SurveyAnswer(0, 2, 3, .3, -1),
                        new SurveyAnswer(1, 4, Double.NaN, Double.NaN, -1),
                        new SurveyAnswer(0, 5, 10, 1, 3),
                        new SurveyAnswer(0, 7, Double.NaN, Double.NaN, -1));
    }

    @Test
    void before_the_first_touchpoint_there_is_nothing_to_be_about() {
        assertThat(answers("N0=0 A0")).containsExactly(new SurveyAnswer(0, 0, 0, 0, -1));
        assertThat(answers("A0 B1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "4, 4",
        "4.5, 4.5",
        "'4,5', 4.5",
        "' 5 ', 5",
        "1e0, 1",
        "0, NaN",
        "5.1, NaN",
        "four, NaN",
        "'', NaN",
        "NaN, NaN"
    })
    void a_score_in_a_dimension_is_a_number_of_the_scale(String text, Double score) {
        Touchpoint touchpoint =
                new Touchpoint("c", 0, "1", "S", null, 3, Arrays.asList(text.isEmpty() ? null : text), "f");
        assertThat(reading().answers(history(List.of(touchpoint))).get(0).score())
                .isEqualTo(score);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "10, 10", "10.5, NaN", "-1, NaN", "7.5, NaN"})
    void a_net_promoter_score_is_whole_and_on_the_scale(double value, Double score) {
        assertThat(answers("N0=" + value).get(0).score()).isEqualTo(score);
        assertThat(answers("N0=" + value).get(0).isAnswered()).isEqualTo(!score.isNaN());
    }

    private static SurveyRules survey(
            String name, String event, String score, double low, double high, Rule rule, Duration about) {
        return new SurveyRules(
                name,
                TouchpointCondition.ofEvents(event),
                score,
                low,
                high,
                rule,
                about,
                null,
                SurveyRules.Period.MONTH,
                List.of());
    }

    private static ConditionIndex index() {
        return new ConditionIndex(List.of(NPS.touchpoints(), STARS.touchpoints()));
    }

    private static SurveyReading reading() {
        return new SurveyReading(List.of(NPS, STARS), index(), List.of("stars"));
    }

    private static CustomerHistory history(List<Touchpoint> touchpoints) {
        return new HistoryBuilder(Histories.rules(), index(), Histories.asOfMinute(1_000)).build(touchpoints);
    }

    /** Letters with minutes, and a value behind an equals sign. */
    private static List<SurveyAnswer> answers(String letters) {
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (String word : letters.split(" ")) {
            String[] parts = word.split("=");
            Touchpoint bare = Histories.touchpoints("c", parts[0]).get(0);
            touchpoints.add(new Touchpoint(
                    "c",
                    bare.occurredAt(),
                    "%03d".formatted(touchpoints.size()),
                    bare.event(),
                    null,
                    parts.length > 1 ? Double.parseDouble(parts[1]) : Double.NaN,
                    Arrays.asList((String) null),
                    "f"));
        }
        return reading().answers(history(touchpoints));
    }
}
