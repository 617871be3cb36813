package io.parcours.satisfaction;

import io.parcours.table.Column;
import io.parcours.table.ReportTable;
import io.parcours.table.TableContent;
import java.util.List;

/** The table {@code satisfaction}: rows in the order of {@link SatisfactionRows}. */
final class SatisfactionReport {
    static final ReportTable<SatisfactionRow> TABLE = new ReportTable<>(
            "satisfaction",
            "a group of answers to a survey",
            List.of(
                    Column.text("survey", "The survey's name.", SatisfactionRow::survey),
                    Column.text("rule", "What metric is: nps, csat or ces.", SatisfactionRow::rule),
                    Column.text(
                            "level",
                            "What name is: all, stage, touchpoint, channel, path, period, theme or a dimension of the"
                                    + " survey's breakdown. At theme an answer counts in every theme it speaks of.",
                            SatisfactionRow::level),
                    Column.text(
                            "name",
                            "The group: of the touchpoint the answer is about its stage, event or channel, (none) where"
                                    + " that is not known; the path of the journey; the first day of the period; (other)"
                                    + " the names beyond the 10,000 that a level keeps, and paths of more than 20 stages.",
                            SatisfactionRow::name),
                    Column.whole("answer_count", "How many answers with a score.", SatisfactionRow::answers),
                    Column.whole(
                            "unanswered_count",
                            "How many touchpoints of the survey without a score.",
                            SatisfactionRow::unanswered),
                    Column.whole(
                            "customer_count",
                            "How many customers could have been asked: those with a touchpoint of no survey in the group,"
                                    + " a journey along the path, or an answer or invitation counted here; at all, every"
                                    + " customer. Under (other) once for every name.",
                            SatisfactionRow::customers),
                    Column.whole(
                            "answered_customer_count",
                            "How many of them have an answer counted here.",
                            SatisfactionRow::answeredCustomers),
                    Column.real(
                            "answer_rate", "answered_customer_count / customer_count.", SatisfactionRow::answerRate),
                    Column.real(
                            "answer_rate_low",
                            "The lower end of Wilson's 95 % interval.",
                            row -> row.answerRateInterval().low()),
                    Column.real(
                            "answer_rate_high",
                            "The upper end of Wilson's 95 % interval.",
                            row -> row.answerRateInterval().high()),
                    Column.real(
                            "score_mean",
                            "The mean of the raw scores; null without answers.",
                            row -> row.ofScoreMean(Metric::value)),
                    Column.real(
                            "score_mean_low",
                            "The lower end of its 95 % interval, adjusted_t_clustered_by_customer.",
                            row -> row.ofScoreMean(mean -> mean.interval().low())),
                    Column.real(
                            "score_mean_high",
                            "The upper end of its 95 % interval.",
                            row -> row.ofScoreMean(mean -> mean.interval().high())),
                    Column.whole(
                            "high_count",
                            "Of answer_count: nps 9 and 10 (promoters); otherwise the upper two fifths of the scale (4 and 5"
                                    + " of 1 to 5).",
                            SatisfactionRow::high),
                    Column.whole("middle_count", "Of answer_count: neither high nor low.", SatisfactionRow::middle),
                    Column.whole(
                            "low_count",
                            "Of answer_count: nps 0 to 6 (detractors); otherwise the lower two fifths of the scale (1 and 2"
                                    + " of 1 to 5).",
                            SatisfactionRow::low),
                    Column.real(
                            "metric",
                            "nps: 100 * (high_count - low_count) / answer_count, -100 to 100; csat: high_count /"
                                    + " answer_count; ces: score_mean. Null without answers.",
                            row -> row.ofMetric(Metric::value)),
                    Column.real(
                            "metric_low",
                            "The lower end of its 95 % interval.",
                            row -> row.ofMetric(metric -> metric.interval().low())),
                    Column.real(
                            "metric_high",
                            "The upper end of its 95 % interval.",
                            row -> row.ofMetric(metric -> metric.interval().high())),
                    Column.text(
                            "interval_basis",
                            "How metric's interval is worked out, the answers of a customer being one cluster:"
                                    + " wilson_clustered_by_customer (csat) or adjusted_t_clustered_by_customer, Student's"
                                    + " interval as if two more customers had answered, one the worst and one the best. Null"
                                    + " without answers.",
                            row -> row.ofMetric(Metric::basis))));

    private SatisfactionReport() {}

    static TableContent<SatisfactionRow> of(SatisfactionCounts counts, SatisfactionPlan plan) {
        return new TableContent<>(TABLE, new SatisfactionRows(counts, plan).all());
    }
}
