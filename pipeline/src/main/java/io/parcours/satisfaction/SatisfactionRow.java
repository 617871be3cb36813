package io.parcours.satisfaction;

import io.parcours.stats.Interval;
import io.parcours.stats.Proportion;
import io.parcours.survey.SurveyRules;
import java.util.Locale;
import java.util.function.Function;

/** A group of answers to a survey, with what follows from them worked out once. */
final class SatisfactionRow {
    private final SurveyRules survey;
    private final String level;
    private final String name;
    private final AnswerTally tally;
    private final Proportion answerRate;
    private final Interval answerRateInterval;
    /** Null without answers. */
    private final Metric scoreMean;
    /** Null without answers. */
    private final Metric metric;

    /** @param customers how many customers could have been asked, more than 0 */
    SatisfactionRow(SurveyRules survey, String level, String name, long customers, AnswerTally tally) {
        this.survey = survey;
        this.level = level;
        this.name = name;
        this.tally = tally;
        this.answerRate = new Proportion(tally.highs().clusters(), customers);
        this.answerRateInterval = answerRate.interval().orElseThrow();
        this.scoreMean = Metric.scoreMean(tally, survey).orElse(null);
        this.metric = Metric.of(tally, survey).orElse(null);
    }

    String survey() {
        return survey.name();
    }

    String rule() {
        return survey.rule().name().toLowerCase(Locale.ROOT);
    }

    String level() {
        return level;
    }

    String name() {
        return name;
    }

    long answers() {
        return tally.highs().trials();
    }

    long unanswered() {
        return tally.unanswered();
    }

    long customers() {
        return answerRate.trials();
    }

    long answeredCustomers() {
        return answerRate.successes();
    }

    double answerRate() {
        return answerRate.rate().orElseThrow();
    }

    Interval answerRateInterval() {
        return answerRateInterval;
    }

    long high() {
        return tally.highs().successes();
    }

    long middle() {
        return answers() - high() - low();
    }

    long low() {
        return tally.low();
    }

    /** A part of the mean score, or null without answers. */
    Double ofScoreMean(Function<Metric, Double> part) {
        return scoreMean == null ? null : part.apply(scoreMean);
    }

    /** A part of what the survey's rule makes of the answers, or null without answers. */
    <T> T ofMetric(Function<Metric, T> part) {
        return metric == null ? null : part.apply(metric);
    }
}
