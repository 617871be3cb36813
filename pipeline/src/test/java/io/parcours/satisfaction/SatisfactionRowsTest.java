package io.parcours.satisfaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import io.parcours.journey.CustomerHistory;
import io.parcours.survey.SurveyRules.Period;
import io.parcours.survey.SurveyRules.Rule;
import io.parcours.touchpoint.Touchpoint;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Cases worked by hand. */
class SatisfactionRowsTest {
    private static final double NONE = Double.NaN;

    /** The case of docs/satisfaction.md. */
    @Test
    void the_case_of_the_page() {
        SatisfactionRules rules = rules(Surveys.survey("nps", "N", "value", 0, 10, Rule.NPS)
                .about(Duration.ofDays(1))
                .text("words")
                .breakdown("platform"));
        List<SatisfactionRow> rows = rows(
                rules,
                history(
                        rules,
                        touchpoint("1", 0, "A", "store", NONE, "ios"),
                        touchpoint("1", 600, "N", "mail", 9, null, null, "Livraison rapide")),
                history(
                        rules,
                        touchpoint("2", 0, "A", "store", NONE, "web"),
                        touchpoint("2", 10, "C", "web", NONE, "web"),
                        touchpoint("2", 1450, "N", "mail", 3, null, null, "the price; the delivery")),
                history(rules, touchpoint("3", 0, "A", "store", NONE, "web"), touchpoint("3", 60, "N", "mail", NONE)),
                history(
                        rules,
                        touchpoint("4", 0, "D", "web", NONE, "web"),
                        touchpoint("4", 3000, "N", "mail", 7, null, null, "fine")));
        assertThat(rows)
                .extracting(
                        SatisfactionRow::level,
                        SatisfactionRow::name,
                        SatisfactionRow::answers,
                        SatisfactionRow::unanswered,
                        SatisfactionRow::customers,
                        SatisfactionRow::answeredCustomers,
                        row -> row.ofScoreMean(Metric::value))
                .containsExactly(
                        tuple("all", "all", 3L, 1L, 4L, 3L, 19 / 3.0),
                        tuple("stage", "discovery", 1L, 1L, 3L, 1L, 9.0),
                        tuple("stage", "consideration", 1L, 0L, 1L, 1L, 3.0),
                        tuple("stage", "purchase", 0L, 0L, 1L, 0L, null),
                        tuple("stage", "(none)", 1L, 0L, 1L, 1L, 7.0),
                        tuple("touchpoint", "A", 1L, 1L, 3L, 1L, 9.0),
                        tuple("touchpoint", "(none)", 1L, 0L, 1L, 1L, 7.0),
                        tuple("touchpoint", "C", 1L, 0L, 1L, 1L, 3.0),
                        tuple("touchpoint", "D", 0L, 0L, 1L, 0L, null),
                        tuple("channel", "store", 1L, 1L, 3L, 1L, 9.0),
                        tuple("channel", "web", 1L, 0L, 2L, 1L, 3.0),
                        tuple("channel", "(none)", 1L, 0L, 1L, 1L, 7.0),
                        tuple("path", "discovery", 1L, 1L, 2L, 1L, 9.0),
                        tuple("path", "discovery > consideration", 1L, 0L, 1L, 1L, 3.0),
                        tuple("path", "purchase", 1L, 0L, 1L, 1L, 7.0),
                        tuple("period", "2024-02-01", 0L, 1L, 4L, 0L, null),
                        tuple("period", "2024-03-01", 3L, 0L, 3L, 3L, 19 / 3.0),
                        tuple("theme", "delivery", 2L, 0L, 2L, 2L, 6.0),
                        tuple("theme", "(no theme)", 1L, 0L, 1L, 1L, 7.0),
                        tuple("theme", "price", 1L, 0L, 1L, 1L, 3.0),
                        tuple("platform", "web", 1L, 1L, 3L, 1L, 3.0),
                        tuple("platform", "(none)", 1L, 0L, 1L, 1L, 7.0),
                        tuple("platform", "ios", 1L, 0L, 1L, 1L, 9.0));
    }

    @Test
    void an_answer_about_the_journey_is_about_no_touchpoint_of_it() {
        SatisfactionRules rules =
                rules(Surveys.survey("stars", "S", "stars", 1, 5, Rule.CSAT).period(Period.WEEK));
        List<SatisfactionRow> rows = rows(
                rules,
                history(
                        rules,
                        touchpoint("1", 0, "A", "web", NONE),
                        touchpoint("1", 1, "S", "web", NONE, null, " 4,5 "),
                        touchpoint("1", 2, "D", "web", NONE)),
                history(rules, touchpoint("2", 0, "A", "web", NONE)));
        assertThat(rows)
                .extracting(
                        SatisfactionRow::level,
                        SatisfactionRow::name,
                        SatisfactionRow::answers,
                        SatisfactionRow::customers)
                .containsExactly(
                        tuple("all", "all", 1L, 2L),
                        tuple("stage", "(none)", 1L, 2L),
                        tuple("touchpoint", "(none)", 1L, 2L),
                        tuple("channel", "(none)", 1L, 2L),
                        tuple("path", "discovery > purchase", 1L, 1L),
                        tuple("path", "discovery", 0L, 1L),
                        // 2024-02-29 in the zone, a Thursday.
                        tuple("period", "2024-02-26", 1L, 2L));
        assertThat(rows.get(0).ofScoreMean(Metric::value)).isEqualTo(4.5);
        assertThat(rows.get(0).ofMetric(Metric::value)).isEqualTo(1.0);
    }

    /** By hand: customer 1 scores 1 and 2, customer 2 scores 6; the mean is 9/3 whatever the clusters. */
    @Test
    void ces_is_the_mean_and_its_interval_takes_a_customers_answers_together() {
        SatisfactionRules rules = rules(Surveys.survey("ces", "M", "value", 1, 7, Rule.CES));
        List<SatisfactionRow> rows = rows(
                rules,
                history(rules, touchpoint("1", 0, "M", null, 1), touchpoint("1", 1, "M", null, 2)),
                history(rules, touchpoint("2", 0, "M", null, 6)));
        SatisfactionRow all = rows.get(0);
        assertThat(all.ofMetric(Metric::value)).isEqualTo(3.0);
        assertThat(all.ofMetric(Metric::basis)).isEqualTo(Metric.ADJUSTED);
        assertThat(all.low()).isEqualTo(2);
        assertThat(all.high()).isEqualTo(1);
        // An answer lies in a cluster of (4 + 1) / 3 = 5/3 on average. As parts of the scale: total 0/6 + 1/6 + 5/6 =
        // 1,
        // with 5/3 worst and 5/3 best: mean (1 + 5/3) / (3 + 10/3) = 8/19. Residuals 1/6 - 16/19, 5/6 - 8/19,
        // -5/3 * 8/19, 5/3 * 11/19; t(3) = 3.182446305.
        double mean = 8 / 19.0;
        double squares = Math.pow(1 / 6.0 - 2 * mean, 2)
                + Math.pow(5 / 6.0 - mean, 2)
                + Math.pow(5 / 3.0 * mean, 2)
                + Math.pow(5 / 3.0 * (1 - mean), 2);
        double half = 3.182446305 * Math.sqrt(4 / 3.0 * squares) / (19 / 3.0);
        assertThat(all.<Double>ofMetric(metric -> metric.interval().low()))
                .isCloseTo(Math.max(1, 1 + 6 * (mean - half)), within(1e-7));
        assertThat(all.<Double>ofMetric(metric -> metric.interval().high()))
                .isCloseTo(Math.min(7, 1 + 6 * (mean + half)), within(1e-7));
    }

    @Test
    void where_all_are_alike_the_interval_has_a_width_and_ends_at_the_scale() {
        SatisfactionRules rules = rules(Surveys.survey("nps", "N", "value", 0, 10, Rule.NPS));
        List<CustomerHistory> histories = new ArrayList<>();
        for (int customer = 0; customer < 10; customer++) {
            histories.add(history(rules, touchpoint("c" + customer, 0, "N", null, 10)));
        }
        SatisfactionRow all =
                rows(rules, histories.toArray(CustomerHistory[]::new)).get(0);
        assertThat(all.ofMetric(Metric::value)).isEqualTo(100.0);
        // By hand: mean 10/12, squares 12 - 100/12 = 11/3, variance 12/11 * 11/3 / 144 = 1/36: 5/6 -/+ t(11) / 6.
        assertThat(all.<Double>ofMetric(metric -> metric.interval().low()))
                .isCloseTo(100 * (5 - 2.200985160) / 6, within(1e-6));
        assertThat(all.<Double>ofMetric(metric -> metric.interval().high())).isEqualTo(100.0);
    }

    @Test
    void a_survey_that_nobody_was_asked_has_rows_without_figures() {
        SatisfactionRules rules = rules(Surveys.survey("stars", "S", "stars", 1, 5, Rule.CSAT));
        SatisfactionRow all = rows(rules, history(rules, touchpoint("1", 0, "A", "web", NONE)))
                .get(0);
        assertThat(all.answerRate()).isZero();
        assertThat(all.answerRateInterval().low()).isZero();
        assertThat(all.answerRateInterval().high()).isPositive();
        assertThat(all.ofMetric(Metric::value)).isNull();
        assertThat(all.ofScoreMean(Metric::value)).isNull();
    }

    @Test
    void without_customers_there_are_no_rows() {
        assertThat(rows(Surveys.rules())).isEmpty();
    }

    @Test
    void long_paths_and_names_beyond_the_limit_are_others() {
        SatisfactionRules rules =
                rules(Surveys.survey("nps", "N", "value", 0, 10, Rule.NPS).about(Duration.ofDays(1)));
        List<Touchpoint> touchpoints = new ArrayList<>();
        for (int i = 0; i < 21; i++) {
            touchpoints.add(touchpoint("1", i, i % 2 == 0 ? "C" : "D", "ch" + i, NONE));
        }
        touchpoints.add(touchpoint("1", 21, "N", null, 9));
        CustomerHistory wandering = history(rules, touchpoints.toArray(Touchpoint[]::new));
        CustomerHistory shorter = history(rules, touchpoints.subList(0, 20).toArray(Touchpoint[]::new));
        SatisfactionPlan plan = Surveys.plan(rules);
        SatisfactionCounts counts = new SatisfactionCounts(plan, Surveys.ZONE, 4);
        counts.add(wandering);
        counts.add(shorter);
        List<SatisfactionRow> rows = SatisfactionReport.of(counts, plan).rows();
        assertThat(rows.stream().filter(row -> row.level().equals("path")))
                .extracting(SatisfactionRow::name, SatisfactionRow::answers, SatisfactionRow::customers)
                .containsExactly(
                        tuple("consideration > purchase" + " > consideration > purchase".repeat(9), 0L, 1L),
                        tuple("(other)", 1L, 1L));
        List<SatisfactionRow> channels =
                rows.stream().filter(row -> row.level().equals("channel")).toList();
        assertThat(channels).hasSize(5);
        // 21 channels of the one, 20 of the other: pairs of customer and name are kept.
        assertThat(channels.stream().mapToLong(SatisfactionRow::customers).sum())
                .isEqualTo(41);
        assertThat(channels.stream().mapToLong(SatisfactionRow::answers).sum()).isEqualTo(1);
        assertThat(channels.get(4).name()).isEqualTo("(other)");
    }

    private static SatisfactionRules rules(Surveys.Made survey) {
        return new SatisfactionRules(List.of(survey.rules()), Surveys.THEMES);
    }

    private static Touchpoint touchpoint(
            String customer, int minute, String event, String channel, double value, String... dimensions) {
        return Surveys.touchpoint(customer, minute, event, channel, value, dimensions);
    }

    private static CustomerHistory history(SatisfactionRules rules, Touchpoint... touchpoints) {
        return Surveys.history(rules, touchpoints);
    }

    private static List<SatisfactionRow> rows(SatisfactionRules rules, CustomerHistory... histories) {
        SatisfactionPlan plan = Surveys.plan(rules);
        return SatisfactionReport.of(Surveys.count(plan, List.of(histories)), plan)
                .rows();
    }
}
