package io.parcours.survey;

import io.parcours.condition.TouchpointCondition;
import io.parcours.ingest.ScoreCheck;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Which touchpoints are answers to a survey, and what their scores mean.
 *
 * @param name what reports call it; default its first event
 * @param touchpoints the survey's touchpoints: with a score they are answers, without one an invitation that was not
 *     answered. The condition asks for no stage, for it is asked of records too
 * @param score where the score stands: {@code value}, or a dimension
 * @param low the worst score of the scale
 * @param high the best score of the scale, above low
 * @param rule what is made of the scores; default NPS
 * @param about an answer is about the nearest earlier touchpoint of no survey that is at most this old; null: about the
 *     journey as a whole. Default 7 days
 * @param text the dimension with the words beside the score; null: none
 * @param period the length of the periods of the report; default MONTH
 * @param breakdown dimensions, or {@code segment}, that the report is broken down by beside its own; default none
 */
public record SurveyRules(
        String name,
        TouchpointCondition touchpoints,
        String score,
        double low,
        double high,
        Rule rule,
        Duration about,
        String text,
        Period period,
        List<String> breakdown)
        implements Serializable {

    public static final Duration DEFAULT_ABOUT = Duration.ofDays(7);
    /** The score's place that is no dimension. */
    public static final String VALUE = ScoreCheck.VALUE;

    /** What is made of scores. */
    public enum Rule {
        /** Net promoter score: the share of scores of 9 and 10 less that of 0 to 6, on a scale of 0 to 10. */
        NPS,
        /**
         * Customer satisfaction: the share of scores in the scale's upper two fifths. Of a scale's n whole scores these are
         * the best 2/5 n, rounded down, at least one: 4 and 5 of 1 to 5, 6 and 7 of 1 to 7, 7 to 10 of 1 to 10.
         */
        CSAT,
        /** Customer effort score: the mean score, to be read as ease: the best score is that of least effort. */
        CES
    }

    /** The length of a period; weeks begin on Monday. */
    public enum Period {
        DAY,
        WEEK,
        MONTH
    }

    public SurveyRules {
        breakdown = List.copyOf(breakdown);
        if (!(low < high) || Double.isInfinite(low) || Double.isInfinite(high)) {
            throw new IllegalArgumentException("a scale rises from " + low + " to " + high);
        }
    }

    public Optional<Duration> aboutIfPrevious() {
        return Optional.ofNullable(about);
    }

    public Optional<String> textIfAny() {
        return Optional.ofNullable(text);
    }

    /**
     * What a score must be: on the scale, ends included, and a whole number where the rule is NPS, whose three groups are
     * defined for whole scores only.
     */
    public ScoreCheck check() {
        ScoreCheck.Steps steps = rule == Rule.NPS ? ScoreCheck.Steps.WHOLE : ScoreCheck.Steps.ANY;
        return new ScoreCheck(touchpoints, score, low, high, steps);
    }

    /** The score as a part of its scale, 0 for the worst and 1 for the best, so that surveys can be averaged. */
    public double satisfaction(double rawScore) {
        return (rawScore - low) / (high - low);
    }
}
