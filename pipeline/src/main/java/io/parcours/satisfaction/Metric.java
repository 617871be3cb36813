package io.parcours.satisfaction;

import io.parcours.stats.Interval;
import io.parcours.survey.SurveyRules;
import java.util.Optional;

/**
 * What a survey's rule makes of the answers of a group.
 *
 * @param value the figure
 * @param interval its 95 % interval
 * @param basis how the interval is worked out
 */
record Metric(double value, Interval interval, String basis) {
    static final String ADJUSTED = "adjusted_t_clustered_by_customer";
    static final String WILSON = "wilson_clustered_by_customer";

    /** The figure, or nothing where nobody answered. */
    static Optional<Metric> of(AnswerTally tally, SurveyRules survey) {
        return switch (survey.rule()) {
            case NPS ->
                tally.balance()
                        .intervalWithin(-1, 1)
                        .map(interval -> new Metric(
                                100.0
                                        * (tally.highs().successes() - tally.low())
                                        / tally.highs().trials(),
                                new Interval(100 * interval.low(), 100 * interval.high()),
                                ADJUSTED));
            case CSAT ->
                tally.highs()
                        .interval()
                        .map(interval -> new Metric(tally.highs().rate().orElseThrow(), interval, WILSON));
            case CES -> scoreMean(tally, survey);
        };
    }

    /** The mean score, or nothing where nobody answered. */
    static Optional<Metric> scoreMean(AnswerTally tally, SurveyRules survey) {
        double span = survey.high() - survey.low();
        return tally.satisfaction()
                .intervalWithin(0, 1)
                .map(interval -> new Metric(
                        tally.scores().toDouble() / tally.scores().count(),
                        new Interval(survey.low() + span * interval.low(), survey.low() + span * interval.high()),
                        ADJUSTED));
    }
}
