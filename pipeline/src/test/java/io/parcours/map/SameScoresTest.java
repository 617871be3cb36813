package io.parcours.map;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.parcours.condition.TouchpointCondition;
import io.parcours.satisfaction.SatisfactionRules;
import io.parcours.survey.SurveyRules;
import io.parcours.survey.SurveyRules.Period;
import io.parcours.survey.SurveyRules.Rule;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Surveys decide which records are rejected: with others the touchpoints would be others. */
class SameScoresTest {
    private static final SurveyRules NPS =
            survey("nps", "answer", "value", 10, Rule.NPS, Duration.ofDays(7), Period.MONTH);

    @Test
    void what_decides_which_scores_are_refused_must_be_as_it_was() {
        assertThatThrownBy(() -> SameReading.require(map(NPS), "new.yaml", map()))
                .isInstanceOf(MapException.class)
                .hasMessage("new.yaml: surveys[0]: is {score: \"value\", scale: [0, 10], whole, events: [\"answer\"]},"
                        + " but the touchpoints were read with not given; what a touchpoint is follows from it, so use"
                        + " parcours run");
        for (SurveyRules other : List.of(
                survey("nps", "reply", "value", 10, Rule.NPS, Duration.ofDays(7), Period.MONTH),
                survey("nps", "answer", "stars", 10, Rule.NPS, Duration.ofDays(7), Period.MONTH),
                survey("nps", "answer", "value", 9.5, Rule.NPS, Duration.ofDays(7), Period.MONTH),
                survey("nps", "answer", "value", 10, Rule.CES, Duration.ofDays(7), Period.MONTH))) {
            assertThatThrownBy(() -> SameReading.require(map(other), "new.yaml", map(NPS)))
                    .hasMessageStartingWith("new.yaml: surveys[0]: is {");
        }
        assertThatThrownBy(() -> SameReading.require(map(), "new.yaml", map(NPS)))
                .hasMessageStartingWith("new.yaml: surveys[0]: is not given, but");
    }

    @Test
    void what_is_made_of_scores_may_be_another() {
        SurveyRules csat = survey("csat", "answer", "value", 10, Rule.CSAT, Duration.ofDays(7), Period.MONTH);
        SurveyRules ces = survey("ces", "answer", "value", 10, Rule.CES, null, Period.DAY);
        assertThatCode(() -> SameReading.require(map(csat), "new.yaml", map(ces)))
                .doesNotThrowAnyException();
        assertThatCode(() -> SameReading.require(map(NPS), "new.yaml", map(NPS)))
                .doesNotThrowAnyException();
    }

    @Test
    void the_order_of_surveys_decides_which_one_a_touchpoint_belongs_to() {
        SurveyRules stars = survey("stars", "answer", "stars", 5, Rule.CSAT, null, Period.DAY);
        assertThatThrownBy(() -> SameReading.require(map(NPS, stars), "new.yaml", map(stars, NPS)))
                .hasMessageStartingWith("new.yaml: surveys[0]: is {");
    }

    @Test
    void a_survey_of_all_touchpoints_can_be_told() {
        SurveyRules any = new SurveyRules(
                "any", TouchpointCondition.ANY, "value", 0, 1, Rule.CES, null, null, Period.DAY, List.of());
        assertThatThrownBy(() -> SameReading.require(map(any), "new.yaml", map()))
                .hasMessageStartingWith("new.yaml: surveys[0]: is {score: \"value\", scale: [0, 1]}, but");
    }

    private static SurveyRules survey(
            String name, String event, String score, double high, Rule rule, Duration about, Period period) {
        TouchpointCondition touchpoints = TouchpointCondition.ofEvents(event);
        return new SurveyRules(name, touchpoints, score, 0, high, rule, about, null, period, List.of());
    }

    private static JourneyMap map(SurveyRules... surveys) {
        JourneyMap map =
                JourneyMapReader.read("name: shop\nfunnels: [{name: buy, steps: [view, purchase]}]\n", "map.yaml");
        FeatureRules none = FeatureRules.NONE;
        FeatureRules features = new FeatureRules(
                none.inventory(),
                none.channels(),
                Optional.of(new SatisfactionRules(List.of(surveys), Map.of())),
                none.friction(),
                none.attribution(),
                none.triggers(),
                none.expected(),
                none.customers(),
                none.segments());
        return new JourneyMap(
                map.name(),
                map.zone(),
                map.input(),
                map.journey(),
                map.funnels(),
                map.retention(),
                map.churn(),
                map.quality(),
                features);
    }
}
